/// Who sits on which committee, judged as it is and as it would be after a change.
///
/// A value: a copy is changed in thought, judged, and thrown away. Committees and companies are the positions of their rows; so are
/// people, and successors who are not known yet have positions after the last row.
package struct Seating: Sendable {
  /// One seat.
  struct Seat {
    var person: Int
    /// The company they sit for.
    var company: Int?
    var role: MembershipRole
    var validity: Validity
  }

  let ecosystem: Ecosystem
  let hierarchy: Hierarchy
  /// The seats, the committee above and those below, of the committees that were changed in thought.
  private var changedSeats: [Int: [Seat]] = [:]
  private var changedParents: [Int: Int?] = [:]
  private var changedChildren: [Int: [Int]] = [:]
  private var successorCount = 0

  /// The seats of a snapshot; O(1).
  package init(_ snapshot: Snapshot) {
    ecosystem = snapshot.ecosystem
    hierarchy = snapshot.hierarchy
  }

  /// The seats on a committee.
  func seats(on committee: Int) -> [Seat] {
    if let changed = changedSeats[committee] { return changed }
    let people = hierarchy.people(onCommittee: committee)
    let companies = hierarchy.companies(onCommittee: committee)
    return hierarchy.seats(ofCommittee: committee).enumerated().compactMap { place, seat in
      people[place] < 0
        ? nil
        : Seat(
          person: people[place], company: companies[place] < 0 ? nil : companies[place],
          role: ecosystem.memberships.columns.roles[seat],
          validity: ecosystem.memberships.columns.validity(seat))
    }
  }

  private func parent(of committee: Int) -> Int? {
    changedParents[committee] ?? hierarchy.committees.parent(of: committee)
  }

  private func children(of committee: Int) -> [Int] {
    changedChildren[committee] ?? Array(hierarchy.committees.children(of: committee))
  }

  /// The committees above one, the nearest first, each once.
  package func ancestors(of committee: Int) -> [Int] {
    var seen: Set<Int> = [committee]
    var chain: [Int] = []
    var next = parent(of: committee)
    while let above = next, seen.insert(above).inserted {
      chain.append(above)
      next = parent(of: above)
    }
    return chain
  }

  /// The committees above one on which one of its people sits, as the snapshot has them.
  package func sharedAncestors(of committee: Int) -> [Int] {
    let above = Array(hierarchy.committees.ancestors(of: committee))
    guard !above.isEmpty else { return [] }
    let people = Set(
      hierarchy.seats(ofCommittee: committee).compactMap { hierarchy.person(inSeat: $0) })
    return above.filter { other in
      hierarchy.seats(ofCommittee: other).contains { seat in
        hierarchy.person(inSeat: seat).map(people.contains) ?? false
      }
    }
  }

  /// Every committee with each of those above it with which it shares somebody, as the snapshot has them.
  package var sharedLayers: [(lower: Int, upper: Int)] {
    ecosystem.committees.indices.flatMap { lower in sharedAncestors(of: lower).map { (lower, $0) } }
  }

  /// The committees below one, level by level, each once.
  package func descendants(of committee: Int) -> [Int] {
    var seen: Set<Int> = [committee]
    var below: [Int] = []
    var level = children(of: committee)
    while !level.isEmpty {
      level = level.filter { seen.insert($0).inserted }
      below += level
      level = level.flatMap { children(of: $0) }
    }
    return below
  }

  /// One committee with each of those above it, and each of those below with it.
  package func layers(of committee: Int) -> [(lower: Int, upper: Int)] {
    ancestors(of: committee).map { (committee, $0) }
      + descendants(of: committee).map { ($0, committee) }
  }

  /// The partner that somebody sits for; their company itself where no partners are known.
  func partner(of seat: Seat, among partners: [Int]) -> Int? {
    guard let company = seat.company, !partners.isEmpty else { return seat.company }
    return hierarchy.partner(owning: company, among: partners)
  }

  /// Whether somebody connects layers by office: the alliance's manager, or whoever has “alliance” in title or function.
  func isAllianceManager(_ position: Int, of alliance: Int?) -> Bool {
    guard ecosystem.people.indices.contains(position) else { return false }
    let person = ecosystem.people[position]
    if let alliance, ecosystem.alliances[alliance].manager == person.id { return true }
    // A seat's name is its title; a person's name says nothing.
    let texts = [
      person.title, person.kind == .seat ? person.name : nil,
      hierarchy.function(ofPerson: position).map { ecosystem.functions[$0].name },
    ]
    return texts.contains { $0.map(Self.saysAlliance) ?? false }
  }

  private static let officeWord = Array("alliance".utf8)

  private static func saysAlliance(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().contains("alliance")
    }
    var rest = text.utf8[...]
    while rest.count >= officeWord.count {
      // Of ASCII only a capital and its small letter have one code with this bit set.
      if zip(rest, officeWord).allSatisfy({ $0 | 0x20 == $1 }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  // MARK: Changes

  /// A person gives up a seat, and nobody takes it.
  package mutating func leave(_ person: Int, _ committee: Int) {
    changedSeats[committee] = seats(on: committee).filter { $0.person != person }
  }

  /// A person hands a seat to somebody of the same company who sits nowhere yet.
  package mutating func handOver(_ person: Int, _ committee: Int) {
    let successor = ecosystem.people.count + successorCount
    successorCount += 1
    changedSeats[committee] = seats(on: committee).map { seat in
      var seat = seat
      if seat.person == person { seat.person = successor }
      return seat
    }
  }

  /// A committee ends; those of its members who do not sit on the other one join that, and what escalated to it does so there.
  ///
  /// Neither stands above the other.
  package mutating func merge(_ committee: Int, into other: Int) {
    var joined = seats(on: other)
    let present = Set(joined.map(\.person))
    for var seat in seats(on: committee) where !present.contains(seat.person) {
      if seat.role.isChairing { seat.role = .member }
      joined.append(seat)
    }
    changedSeats[other] = joined
    changedSeats[committee] = []
    for lower in children(of: committee) { changedParents[lower] = .some(other) }
    changedChildren[other] = children(of: other) + children(of: committee)
    changedChildren[committee] = []
    if let above = parent(of: committee) {
      changedChildren[above] = children(of: above).filter { $0 != committee }
    }
    changedParents[committee] = .some(nil)
  }

  func distinct(_ values: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return values.filter { seen.insert($0).inserted }
  }
}
