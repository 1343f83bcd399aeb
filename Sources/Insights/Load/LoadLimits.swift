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
  /// The committees above each one with which it shares people in a way that is to be mended.
  private let faultyLayers: [Int: [(upper: Int, sharing: LayerSharing)]]
  /// The people on both committees of such a pair.
  private let peopleOnLayers: Set<Int>
  private let leavers: [Person.ID: Leavers.Leaver]

  init(_ ledger: LoadLedger, meetings: MeetingTimes) {
    self.ledger = ledger
    self.meetings = meetings
    unit = ledger.unit
    capacityCount = ledger.people.count { $0.capacity != nil }
    let loads = ledger.people.map { $0.amount(in: ledger.unit) }
    middle = Median.of(loads) ?? 0
    if loads.count >= 5, let deviation = Median.deviation(of: loads), deviation > 0 {
      outlierLimit = middle + ledger.rules.outlierDeviations * deviation
    } else {
      outlierLimit = nil
    }
    let seating = Seating(ledger.snapshot)
    self.seating = seating
    let faults = seating.sharedLayers.map { pair in
      (
        pair.lower,
        (upper: pair.upper, sharing: seating.sharing(of: [pair.lower], with: [pair.upper]))
      )
    }.filter { $0.1.sharing.judgement.isFault }
    faultyLayers = Dictionary(grouping: faults, by: \.0).mapValues { $0.map(\.1) }
    peopleOnLayers = Set(faults.flatMap(\.1.sharing.shared))
    let date = ledger.snapshot.date
    let gone = Leavers(ledger.snapshot).all.filter { leaver in
      date.map { leaver.day <= $0 } ?? true
    }
    let people = ledger.snapshot.whole.people
    leavers = Dictionary(
      gone.map { (people[$0.person].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everyone with a duty, judged; of those who carry too much the first so many with what would relieve them, `nil` for all.
  func judged(relieving count: Int?) -> JudgedLoads {
    var loads = JudgedLoads(limits: self)
    for place in ledger.people.indices where mayHaveReasons(place) {
      let person = person(at: place)
      guard !person.reasons.isEmpty else { continue }
      loads.name(place, person)
    }
    var relief = LoadRelief(seating, snapshot: ledger.snapshot)
    loads.relieve(count) { relief.relieve(&$0, at: $1, caps: caps) }
    return loads
  }

  /// All that somebody carries, and why they are named.
  func person(at place: Int) -> PersonLoad {
    let entry = ledger.people[place]
    var person = ledger.load(of: entry)
    person.reasons = reasons(for: person, entry.amount(in: unit), at: entry.position)
    return person
  }

  /// Whether somebody has left and still has duties.
  func hasLeft(_ place: Int) -> Bool {
    !leavers.isEmpty
      && leavers[ledger.snapshot.ecosystem.people[ledger.people[place].position].id] != nil
  }

  /// Whether the numbers leave it open that there is a reason to name somebody.
  private func mayHaveReasons(_ place: Int) -> Bool {
    let entry = ledger.people[place]
    if let capacity = entry.capacity, entry.hours > capacity + 1e-9 { return true }
    if let outlierLimit, entry.amount(in: unit) > outlierLimit { return true }
    if entry.seatCount > ledger.rules.seatCap ?? LoadQuestion.Rules.usualSeatCap { return true }
    if entry.chairCount > ledger.rules.chairCap ?? LoadQuestion.Rules.usualChairCap { return true }
    if entry.seatCount > 1, peopleOnLayers.contains(entry.position) { return true }
    if entry.seatCount > 0, meetings.hasOutsiders { return true }
    return hasLeft(place)
      || ledger.hats.has(ledger.snapshot.ecosystem.people[entry.position].id)
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
    let isOutlier =
      (person.capacity == nil || unit == .seats) && outlierLimit.map { amount > $0 } ?? false
    if isOutlier { add(.outlier, "far above others: \(words(amount)), \(half)") }
    let seatCap = rules.seatCap ?? LoadQuestion.Rules.usualSeatCap
    if person.seats.count > seatCap {
      add(
        .cap, isOverload: caps.seats != nil,
        (isOutlier && unit == .seats ? "" : "\(person.seats.count) seats, ")
          + "more than \(rules.seatCap == nil ? "the usual " : "")\(Phrase.count(seatCap, "seat"))"
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

  /// What half of all carry at most, seats in whole numbers.
  private var half: String {
    unit == .hours
      ? "half have at most \(words(middle))"
      : "half have \(NumberText.short(middle.rounded(.down), limit: 0)) or fewer"
  }

  private func words(_ value: Double) -> String {
    let number = NumberText.short(value, limit: 1)
    return unit == .hours ? "\(number) h" : value == 1 ? "1 seat" : "\(number) seats"
  }

  /// The committees that the person helps to capture, or joins for one partner only, under those above them.
  private func layers(of person: PersonLoad, at position: Int) -> String? {
    let committees = ledger.snapshot.ecosystem.committees
    guard person.seats.count > 1, peopleOnLayers.contains(position) else { return nil }
    let own = person.seats.compactMap { committees.position(of: $0.committee) }
    var below: [Int: [String]] = [:]
    for lower in own {
      for (upper, sharing) in faultyLayers[lower] ?? [] where sharing.shared.contains(position) {
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
