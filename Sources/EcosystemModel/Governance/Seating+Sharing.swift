/// A committee and one above it, with what the people on both make of the lower one.
package typealias SharedLayer = (lower: Int, upper: Int, sharing: LayerSharing)

extension Seating {
  /// One committee with each of those above it, and each of those below with it, judged.
  ///
  /// - Complexity: O(*n* log *n*) for *n* seats on them.
  package func sharing(of committee: Int) -> [SharedLayer] {
    layers(of: committee).map { ($0.lower, $0.upper, sharing(of: [$0.lower], with: [$0.upper])) }
  }

  /// Judges whom committees, taken together, share with others above them.
  ///
  /// Where seats are dated, on the day on which most people sit on both, of these the one on which most sit on the lower.
  ///
  /// - Complexity: O(*n* log *n*) for *n* seats on them.
  package func sharing(of lower: [Int], with upper: [Int]) -> LayerSharing {
    var below = lower.flatMap { seats(on: $0) }.filter { $0.role != .observer }
    var above = upper.flatMap { seats(on: $0) }.filter { $0.role != .observer }
    if (below + above).contains(where: { $0.validity != Validity() }),
      !Set(below.map(\.person)).isDisjoint(with: above.map(\.person)),
      let day = Self.fullestDay(below, above)
    {
      below.removeAll { !Self.holds($0, on: day) }
      above.removeAll { !Self.holds($0, on: day) }
    }
    let alliances = Set(lower.map { hierarchy.alliance(ofCommittee: $0) })
    let alliance = alliances.count == 1 ? alliances.first.flatMap { $0 } : nil
    let partners = alliance.map { distinct(hierarchy.partners(ofAlliance: $0)) } ?? []
    let people = Set(above.map(\.person))
    return LayerSharing(
      lower: members(below, under: people, partners: partners, alliance: alliance),
      upper: people, partners: partners)
  }

  /// Whether a seat holds on a day; `nil` is before every day that is known.
  private static func holds(_ seat: Seat, on day: CalendarDate?) -> Bool {
    guard seat.validity.isOrdered else { return false }
    return day == nil ? seat.validity.since == nil : seat.validity.contains(day)
  }

  /// The first of the days on which seats begin on which most people sit on both, of these the one with most on the lower; `nil` if
  /// no seat holds on any day.
  private static func fullestDay(_ below: [Seat], _ above: [Seat]) -> CalendarDate?? {
    let dated = (below.map { ($0, 0) } + above.map { ($0, 1) }).filter { $0.0.validity.isOrdered }
    var days: [UInt32] = []
    for day in dated.map({ $0.0.validity.since?.packed ?? 0 }).sorted() where day != days.last {
      days.append(day)
    }
    guard !days.isEmpty else { return nil }
    // Where each seat begins and ends, among these days.
    var events: [[(person: Int, side: Int, change: Int)]] = Array(
      repeating: [], count: days.count + 1)
    var numbers: [Int: Int] = [:]
    for (seat, side) in dated {
      let person = numbers[seat.person] ?? numbers.count
      numbers[seat.person] = person
      let start = days.place(notBefore: seat.validity.since?.packed ?? 0)
      events[start].append((person, side, 1))
      guard let until = seat.validity.until else { continue }
      events[max(start + 1, days.place(notBefore: until.packed))].append((person, side, -1))
    }
    var held = [(Int, Int)](repeating: (0, 0), count: numbers.count)
    var best = (shared: -1, lower: -1, day: days[0])
    var (shared, lower) = (0, 0)
    for place in days.indices {
      for event in events[place] {
        let before = held[event.person]
        let after =
          event.side == 0
          ? (before.0 + event.change, before.1) : (before.0, before.1 + event.change)
        held[event.person] = after
        lower += (after.0 > 0 ? 1 : 0) - (before.0 > 0 ? 1 : 0)
        shared += (after.0 > 0 && after.1 > 0 ? 1 : 0) - (before.0 > 0 && before.1 > 0 ? 1 : 0)
      }
      if (shared, lower) > (best.shared, best.lower) { best = (shared, lower, days[place]) }
    }
    return .some(CalendarDate(packed: best.day))
  }

  /// The people in seats, each once with the first partner that is known.
  ///
  /// Who connects layers by office is asked only of those who sit above, too.
  private func members(
    _ seats: [Seat], under upper: Set<Int>, partners: [Int], alliance: Int?
  ) -> [LayerSharing.Member] {
    var places: [Int: Int] = [:]
    var members: [LayerSharing.Member] = []
    for seat in seats {
      let partner = partner(of: seat, among: partners)
      if let place = places[seat.person] {
        members[place].partner = members[place].partner ?? partner
        members[place].isChairing = members[place].isChairing || seat.role.isChairing
      } else {
        places[seat.person] = members.count
        members.append(
          .init(
            person: seat.person, partner: partner, isChairing: seat.role.isChairing,
            isAllianceManager: upper.contains(seat.person)
              && isAllianceManager(seat.person, of: alliance)))
      }
    }
    return members
  }
}

extension [UInt32] {
  /// The first place in ascending numbers whose number is not below another.
  fileprivate func place(notBefore number: UInt32) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if self[middle] < number { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
