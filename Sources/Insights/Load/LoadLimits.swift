internal import EcosystemModel

/// Ranks people by what they carry, and names those who carry too much, why, and what would relieve them.
struct LoadLimits {
  let ledger: LoadLedger
  let meetings: MeetingTimes
  let unit: LoadFindings.Unit
  /// The number of people with duties whose capacity is known.
  let capacityCount: Int
  /// The load from which one stands out; `nil` with fewer than five people or where all carry the same.
  let outlierLimit: Double?
  private let middle: Double
  private let seating: Seating
  /// Whether any committee reports to another.
  private let hasLayers: Bool
  private let leavers: [Person.ID: Leavers.Leaver]

  init(_ ledger: LoadLedger, meetings: MeetingTimes) {
    self.ledger = ledger
    self.meetings = meetings
    unit = ledger.unit
    capacityCount = ledger.people.count { $0.load.capacity != nil }
    let loads = ledger.people.map { $0.load.amount(in: ledger.unit) }
    middle = Median.of(loads) ?? 0
    if loads.count >= 5, let deviation = Median.deviation(of: loads), deviation > 0 {
      outlierLimit = middle + ledger.rules.outlierDeviations * deviation
    } else {
      outlierLimit = nil
    }
    seating = Seating(ledger.snapshot)
    let chains = ledger.snapshot.hierarchy.committees
    hasLayers = ledger.snapshot.ecosystem.committees.indices.contains {
      chains.parent(of: $0) != nil
    }
    let date = ledger.snapshot.date
    let gone = Leavers(ledger.snapshot).all.filter { leaver in
      date.map { leaver.day <= $0 } ?? true
    }
    let people = ledger.snapshot.whole.people
    leavers = Dictionary(
      gone.map { (people[$0.person].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everyone with a duty: those who carry too much, the highest load first; then all others, the highest load first.
  ///
  /// Ties go by the number of seats and then by name. Relief is sought in this order, so that the first in need have
  /// the first choice, and what is proposed to one does not break what was proposed to another.
  func ranked() -> [PersonLoad] {
    var judged = ledger.people.map(\.load)
    let amounts = judged.map { $0.amount(in: unit) }
    var shares = [Double?](repeating: nil, count: judged.count)
    for (place, entry) in ledger.people.enumerated() {
      judged[place].reasons = reasons(for: entry.load, amounts[place], at: entry.position)
      if judged[place].isOverloaded { shares[place] = judged[place].loadShare ?? 0 }
    }
    let order = judged.indices.sorted { left, right in
      let (one, other) = (shares[left], shares[right])
      if (one == nil) != (other == nil) { return other == nil }
      if let one, let other, one != other { return one > other }
      if amounts[left] != amounts[right] { return amounts[left] > amounts[right] }
      let (seats, otherSeats) = (judged[left].seats.count, judged[right].seats.count)
      if seats != otherSeats { return seats > otherSeats }
      return (judged[left].name, left) < (judged[right].name, right)
    }
    var relief = LoadRelief(seating, snapshot: ledger.snapshot)
    return order.map { place in
      var person = judged[place]
      if person.isOverloaded {
        relief.relieve(&person, at: ledger.people[place].position, caps: caps)
      }
      return person
    }
  }

  /// The caps beyond which a load is too high; `nil` where no cap is stated and no capacity known.
  private var caps: (seats: Int?, chairs: Int?) {
    let isKnown = capacityCount > 0
    return (
      ledger.rules.seatCap ?? (isKnown ? LoadQuestion.Rules.usualSeatCap : nil),
      ledger.rules.chairCap ?? (isKnown ? LoadQuestion.Rules.usualChairCap : nil)
    )
  }

  private func reasons(
    for person: PersonLoad, _ amount: Double, at position: Int
  ) -> [PersonLoad.Reason] {
    let rules = ledger.rules
    var reasons: [PersonLoad.Reason] = []
    func add(_ kind: PersonLoad.ReasonKind, isOverload: Bool = false, _ text: String) {
      reasons.append(.init(kind: kind, isOverload: isOverload, text: text))
    }
    if let capacity = person.capacity, person.hours > capacity + 1e-9 {
      let hours = NumberText.short(person.hours, limit: 1)
      add(
        .capacity, isOverload: true,
        "\(hours) h of \(NumberText.short(capacity, limit: 1)) h a month")
    }
    if person.capacity == nil || unit == .seats, let outlierLimit,
      amount > outlierLimit
    {
      add(
        .outlier,
        "far above others: \(words(amount)), half have at most \(words(middle))")
    }
    let seatCap = rules.seatCap ?? LoadQuestion.Rules.usualSeatCap
    if person.seats.count > seatCap {
      add(
        .cap, isOverload: caps.seats != nil,
        "\(person.seats.count) seats, more than \(rules.seatCap == nil ? "the usual " : "")\(seatCap)"
      )
    }
    let chairs = person.seats.count { $0.role.isChairing }
    let chairCap = rules.chairCap ?? LoadQuestion.Rules.usualChairCap
    if chairs > chairCap {
      add(
        .cap, isOverload: caps.chairs != nil,
        "chairs \(chairs), more than \(rules.chairCap == nil ? "the usual " : "")\(chairCap)")
    }
    if let hats = ledger.hats.words(for: person.person) { add(.hats, hats) }
    if let left = leavers[person.person] {
      add(
        .left,
        "\(left.cause.rawValue) on \(left.day) and still \(left.duties.listed)")
    }
    if let layers = layers(of: person, at: position) { add(.layers, layers) }
    let late =
      meetings.hasOutsiders
      ? person.seats.filter { meetings.outsiders(of: $0.committee).contains(person.person) } : []
    if !late.isEmpty {
      add(.hours, "outside working hours in \(late.map(\.name).listed)")
    }
    return reasons
  }

  private func words(_ value: Double) -> String {
    let number = NumberText.short(value, limit: 1)
    return unit == .hours ? "\(number) h" : value == 1 ? "1 seat" : "\(number) seats"
  }

  /// The committees that the person helps to capture, or joins for one partner only, under those above them.
  private func layers(of person: PersonLoad, at position: Int) -> String? {
    let committees = ledger.snapshot.ecosystem.committees
    guard person.seats.count > 1, hasLayers else { return nil }
    let own = person.seats.compactMap { committees.position(of: $0.committee) }
    var below: [Int: [String]] = [:]
    for lower in own {
      for upper in seating.ancestors(of: lower) where own.contains(upper) {
        let sharing = seating.sharing(of: [lower], with: [upper])
        guard sharing.judgement.isFault, sharing.shared.contains(position) else { continue }
        let words =
          sharing.judgement == .captured
          ? "\(sharing.shared.count) of \(sharing.lowerCount) sit above" : "one partner only"
        below[upper, default: []].append("\(committees[lower].name) (\(words))")
      }
    }
    guard !below.isEmpty else { return nil }
    let parts = below.sorted { committees[$0.key].name < committees[$1.key].name }.map {
      "\($0.value.sorted().listed) under \(committees[$0.key].name)"
    }
    return "sits on several layers: " + parts.joined(separator: "; ")
  }
}

extension PersonLoad {
  /// Hours a month, or the number of seats.
  func amount(in unit: LoadFindings.Unit) -> Double {
    unit == .hours ? hours : Double(seats.count)
  }
}
