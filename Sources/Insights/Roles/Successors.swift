internal import EcosystemModel

/// Looks for colleagues who could take over: of the same company and function, at most one level of seniority apart, with the
/// hours free that it takes, and on no other side of a firewall.
struct Successors {
  private let snapshot: Snapshot
  private let names: PartyNames
  /// The colleagues in each company and function, by name.
  private var colleagues: [Place: [Int]] = [:]
  /// Hours a month that people can still give.
  private let free: [Int: Double]
  /// Who may not serve an alliance.
  private var walled: [Alliance.ID: Set<Person.ID>] = [:]
  private let hierarchy: Hierarchy

  private struct Place: Hashable {
    var company: Int?
    var function: Int?
  }

  /// Indexes people, their loads and firewalls in O(rows).
  init(_ snapshot: Snapshot, loads: [LoadLedger.Entry], names: PartyNames) {
    self.snapshot = snapshot
    hierarchy = snapshot.hierarchy
    let people = snapshot.ecosystem.people
    self.names = names
    var free: [Int: Double] = [:]
    for position in people.indices { free[position] = people[position].capacityHours }
    for entry in loads {
      free[entry.position] = entry.capacity.map { $0 - entry.hours }
    }
    self.free = free
    for position in people.positionsByName
    where !snapshot.bystanders.contains(.person(people[position].id)) {
      colleagues[place(of: position), default: []].append(position)
    }
    raiseWalls()
  }

  private func place(of person: Int) -> Place {
    Place(
      company: hierarchy.company(ofPerson: person), function: hierarchy.function(ofPerson: person))
  }

  /// Who is on the other side of a firewall of an alliance, on the day or within the cooling-off time.
  private mutating func raiseWalls() {
    let ecosystem = snapshot.ecosystem
    guard !ecosystem.conflicts.isEmpty else { return }
    let exposures = ExposureIndex(snapshot.on(nil))
    let date = snapshot.date
    for conflict in ecosystem.conflicts {
      for (side, other) in [(conflict.a, conflict.b), (conflict.b, conflict.a)] {
        let kept = exposures.exposures(to: other, against: side).filter { exposure in
          guard let date, let end = exposure.validity.until, end <= date else {
            return date.map { exposure.validity.since ?? $0 <= $0 } ?? true
          }
          return date.dayNumber - end.dayNumber < conflict.coolingOffDays ?? 0
        }
        let people = Set(kept.map(\.person))
        for alliance in ecosystem.alliances where touches(alliance, side, against: other) {
          walled[alliance.id, default: []].formUnion(people)
        }
      }
    }
  }

  private func touches(
    _ alliance: Alliance, _ side: EntityReference, against other: EntityReference
  ) -> Bool {
    switch side {
    case .alliance(let id): return alliance.id == id
    case .company(let id):
      guard alliance.companies.contains(id), other != .alliance(alliance.id) else { return false }
      if case .company(let rival) = other { return !alliance.companies.contains(rival) }
      return true
    default: return false
    }
  }

  /// Those who could take something over from somebody, those nearest in seniority first, then with most hours free, then by name.
  ///
  /// - Complexity: O(colleagues).
  func successors(of person: Int, in vacancy: Vacancy) -> [Successor] {
    judged(person, vacancy).able.map { position, apart in
      Successor(
        person: snapshot.ecosystem.people[position].id,
        name: names[snapshot.ecosystem.people[position].id], levelsApart: apart,
        freeHours: free[position])
    }.sorted { left, right in
      (left.levelsApart ?? 9, -(left.freeHours ?? -1e9), left.name, left.person)
        < (right.levelsApart ?? 9, -(right.freeHours ?? -1e9), right.name, right.person)
    }
  }

  /// Why nobody could take it over; `nil` if somebody could.
  func reason(_ person: Int, _ vacancy: Vacancy) -> String? {
    let (able, hurdle) = judged(person, vacancy, isOneEnough: true)
    return able.isEmpty ? hurdle : nil
  }

  /// Those who pass all hurdles, and the last hurdle that anybody came to.
  private func judged(
    _ person: Int, _ vacancy: Vacancy, isOneEnough: Bool = false
  ) -> (able: [(Int, Int?)], hurdle: String) {
    let people = snapshot.ecosystem.people
    let place = place(of: person)
    guard place.company != nil else { return ([], "their company is not known") }
    var able: [(Int, Int?)] = []
    var farthest = 0
    for other in colleagues[place] ?? [] where other != person {
      farthest = max(farthest, 1)
      let apart = people[person].seniority.flatMap { own in
        people[other].seniority.map { abs($0 - own) }
      }
      guard apart ?? 0 <= 1 else { continue }
      farthest = max(farthest, 2)
      if let alliance = vacancy.alliance, walled[alliance]?.contains(people[other].id) ?? false {
        continue
      }
      farthest = max(farthest, 3)
      if let committee = vacancy.committee,
        hierarchy.seats(ofPerson: other).contains(where: {
          snapshot.ecosystem.memberships.columns.committees[$0] == committee
        })
      {
        continue
      }
      farthest = max(farthest, 4)
      if let rest = free[other], rest < vacancy.hours ?? 0 { continue }
      able.append((other, apart))
      if isOneEnough { break }
    }
    return (able, Self.hurdles[farthest])
  }

  private static let hurdles = [
    "nobody else of the same company and function", "nobody within one level of seniority",
    "colleagues are on the other side of a firewall", "colleagues sit there already",
    "no colleague has the hours free",
  ]

  /// Those of some offices that nobody could take over.
  ///
  /// - Complexity: O(offices · colleagues) at worst; the search for each ends with the first who could.
  func gaps(among held: [(person: Int, vacancy: Vacancy)]) -> [SuccessionGap] {
    let people = snapshot.ecosystem.people
    return held.compactMap { person, vacancy in
      reason(person, vacancy).map {
        SuccessionGap(
          vacancy: vacancy, person: people[person].id, name: names[people[person].id], reason: $0)
      }
    }.sorted { left, right in
      if Vacancies.precedes(left.vacancy, right.vacancy) { return true }
      if Vacancies.precedes(right.vacancy, left.vacancy) { return false }
      return (left.name, left.person) < (right.name, right.person)
    }
  }
}
