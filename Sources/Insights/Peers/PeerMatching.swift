import EcosystemModel

/// Finds the functions of different partners that face each other.
struct PeerMatching {
  let staff: AllianceStaff
  let functions: [PeerFunction]
  private var times: WorkingTimes
  /// The committees on which each function has somebody.
  private let committees: [Function.ID: Set<Committee.ID>]

  init(staff: AllianceStaff, functions: [PeerFunction], year: Int) {
    self.staff = staff
    self.functions = functions
    times = WorkingTimes(staff.ecosystem, year: year)
    var committees: [Function.ID: Set<Committee.ID>] = [:]
    for seat in staff.seats {
      guard let function = staff.ecosystem.people[seat.person]?.function else { continue }
      committees[function, default: []].insert(seat.committee)
    }
    self.committees = committees
  }

  /// Tied functions and, for those that nothing ties to a partner, functions of the same name, in the order of the table.
  mutating func pairs() -> [PeerPair] {
    var ties: [[Function.ID]: [AllianceStaff.Tie]] = [:]
    for tie in staff.ties { ties[[tie.from, tie.to].sorted(), default: []].append(tie) }
    var found: [PeerPair] = []
    for (position, first) in functions.enumerated() {
      for second in functions[(position + 1)...] where second.company != first.company {
        let between = ties[[first.function, second.function].sorted()] ?? []
        let isNamesake = Self.key(first.name) == Self.key(second.name)
        guard !between.isEmpty || isNamesake else { continue }
        found.append(pair(first, second, ties: between))
      }
    }
    return found
  }

  private mutating func pair(
    _ first: PeerFunction, _ second: PeerFunction, ties: [AllianceStaff.Tie]
  ) -> PeerPair {
    let order = staff.alliance.companies
    let isForward =
      (order.firstIndex(of: first.company) ?? 0) <= (order.firstIndex(of: second.company) ?? 0)
    let (a, b) = isForward ? (first, second) : (second, first)
    var seen: Set<Person.ID> = []
    let owners = ties.compactMap(\.owner).filter { seen.insert($0).inserted }
    let shared = (committees[a.function] ?? []).intersection(committees[b.function] ?? []).count
    let clocks = [a, b].map { times.time(of: .function($0.function)) }
    var apart: Seasonal<Int>?
    var overlap: Seasonal<Int>?
    if let left = clocks[0], let right = clocks[1] {
      apart = left.distance(to: right)
      overlap = left.overlap(with: right).map(\.count)
    }
    var skew: Int?
    if let left = a.seniority, let right = b.seniority { skew = right - left }
    return PeerPair(
      a: a, b: b, basis: ties.isEmpty ? .name : .tie, contacts: ties.count + shared,
      owners: owners.map { staff.ecosystem.name(of: .person($0)) }, senioritySkew: skew,
      isSingleThreaded: min(a.people.count, b.people.count) < 2, minutesApart: apart,
      overlapMinutes: overlap)
  }

  /// The name in lower case, its words only.
  private static func key(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
