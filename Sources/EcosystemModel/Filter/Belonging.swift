/// To which rows of other tables a row belongs, so that what is said of those holds for it too.
///
/// Rows are named by their positions in the snapshot's ecosystem. A committee belongs to its alliance and to that alliance's companies, a
/// person to their employers, to the committees they sit on and to the alliances they sit in, manage or lead a program of; and so on.
struct Belonging {
  private let ecosystem: Ecosystem
  private let hierarchy: Hierarchy
  private let companyAlliances: [[Int]]
  private let personAlliances: [[Int]]
  private let personEmployers: [[Int]]
  /// The alliances in which matters come up, by their names normalised.
  private let matterAlliances: [String: Set<Int>]

  /// Indexes a snapshot in O(number of rows).
  init(_ ecosystem: Ecosystem, _ hierarchy: Hierarchy) {
    self.ecosystem = ecosystem
    self.hierarchy = hierarchy
    var companyAlliances = [[Int]](repeating: [], count: ecosystem.companies.count)
    var duties = [[Int]](repeating: [], count: ecosystem.people.count)
    for (alliance, row) in ecosystem.alliances.enumerated() {
      for company in hierarchy.partners(ofAlliance: alliance) {
        companyAlliances[company].append(alliance)
      }
      for person in [row.manager, row.sponsor] {
        if let person = ecosystem.people.position(of: person) { duties[person].append(alliance) }
      }
    }
    for program in ecosystem.programs {
      guard let person = ecosystem.people.position(of: program.lead),
        let alliance = ecosystem.alliances.position(of: program.alliance)
      else { continue }
      duties[person].append(alliance)
    }
    var employers = ecosystem.people.indices.map { person in
      hierarchy.company(ofPerson: person).map { [$0] } ?? []
    }
    for affiliation in ecosystem.affiliations {
      guard let person = ecosystem.people.position(of: affiliation.person),
        let company = ecosystem.companies.position(of: affiliation.company)
      else { continue }
      employers[person].append(company)
    }
    self.companyAlliances = companyAlliances
    matterAlliances = ecosystem.alliancesOfMatters(hierarchy)
    personEmployers = employers
    personAlliances = ecosystem.people.indices.map { person in
      let seats = hierarchy.seats(ofPerson: person).compactMap { seat in
        hierarchy.committee(ofSeat: seat).flatMap { hierarchy.alliance(ofCommittee: $0) }
      }
      let own = seats + duties[person]
      let hasDuties = !own.isEmpty || !hierarchy.seats(ofPerson: person).isEmpty
      // Who has no duty anywhere is in an alliance only as their employer is.
      return hasDuties ? own : employers[person].flatMap { companyAlliances[$0] }
    }
  }

  /// The tables whose columns hold for the rows of a table, the nearest first.
  static func reach(of table: TableName) -> [TableName] {
    switch table {
    case .companies: [.companies, .alliances]
    case .functions: [.functions, .companies, .alliances]
    case .people: [.people, .functions, .companies, .committees, .alliances]
    case .alliances: [.alliances, .companies]
    case .programs: [.programs, .alliances, .companies]
    case .committees: [.committees, .alliances, .companies]
    case .memberships: [.memberships, .people, .committees, .functions, .companies, .alliances]
    case .relationships: [.relationships]
    case .handoffs: [.handoffs, .alliances]
    case .conflicts: [.conflicts, .alliances, .companies]
    case .decisions: [.decisions, .committees, .alliances]
    case .affiliations, .scores, .views, .places: [table]
    }
  }

  /// The tables whose columns speak for the rows of a table, the nearest first: as ``reach(of:)``, but a body of several
  /// partners has none of their values.
  static func voices(of table: TableName) -> [TableName] {
    let isJoint = [.alliances, .programs, .committees].contains(table)
    return reach(of: table).filter { !isJoint || $0 != .companies }
  }

  /// The rows of a table that a row belongs to; itself in its own table.
  func owners(of row: Int, in table: TableName, among owners: TableName) -> [Int] {
    guard table != owners else { return [row] }
    return switch table {
    case .companies: owners == .alliances ? companyAlliances[row] : []
    case .functions: function(row, among: owners)
    case .people: person(row, among: owners)
    case .alliances: owners == .companies ? hierarchy.partners(ofAlliance: row) : []
    case .programs:
      inAlliance(ecosystem.alliances.position(of: ecosystem.programs[row].alliance), owners)
    case .committees: inAlliance(hierarchy.alliance(ofCommittee: row), owners)
    case .memberships: seat(row, among: owners)
    case .handoffs: owners == .alliances ? alliances(ofHandoff: ecosystem.handoffs[row]) : []
    case .conflicts: sides(ecosystem.conflicts[row], among: owners)
    case .decisions: decision(ecosystem.decisions[row], among: owners)
    case .affiliations, .relationships, .scores, .views, .places: []
    }
  }

  private func inAlliance(_ alliance: Int?, _ owners: TableName) -> [Int] {
    guard let alliance else { return [] }
    return owners == .alliances
      ? [alliance] : owners == .companies ? hierarchy.partners(ofAlliance: alliance) : []
  }

  private func function(_ row: Int, among owners: TableName) -> [Int] {
    guard let company = hierarchy.company(ofFunction: row) else { return [] }
    return owners == .companies ? [company] : owners == .alliances ? companyAlliances[company] : []
  }

  private func person(_ row: Int, among owners: TableName) -> [Int] {
    switch owners {
    case .functions: hierarchy.function(ofPerson: row).map { [$0] } ?? []
    case .companies: personEmployers[row]
    case .committees:
      hierarchy.seats(ofPerson: row).compactMap { hierarchy.committee(ofSeat: $0) }
    case .alliances: personAlliances[row]
    default: []
    }
  }

  private func seat(_ row: Int, among owners: TableName) -> [Int] {
    let committee = hierarchy.committee(ofSeat: row)
    let person = hierarchy.person(inSeat: row)
    let found: Int? =
      switch owners {
      case .people: person
      case .committees: committee
      case .functions: person.flatMap { hierarchy.function(ofPerson: $0) }
      case .companies: hierarchy.company(ofSeat: row)
      case .alliances: committee.flatMap { hierarchy.alliance(ofCommittee: $0) }
      default: nil
      }
    return found.map { [$0] } ?? []
  }

  /// The alliance stated, or else those that both ends belong to.
  private func alliances(ofHandoff handoff: Handoff) -> [Int] {
    if let stated = ecosystem.alliances.position(of: handoff.alliance) { return [stated] }
    let ends = [handoff.from, handoff.to].map { Set(alliances(of: $0)) }
    return ends[0].intersection(ends[1]).sorted()
  }

  /// The body where it is a committee, and the alliance stated, or else that of the body.
  private func decision(_ decision: Decision, among owners: TableName) -> [Int] {
    if owners == .alliances, let stated = ecosystem.alliances.position(of: decision.alliance) {
      return [stated]
    }
    let committee = decision.body.kind == .committee ? ecosystem.position(of: decision.body) : nil
    let own = committee.map { self.owners(of: $0, in: .committees, among: owners) } ?? []
    guard own.isEmpty, owners == .alliances else { return own }
    // An internal body has its part where the matter comes up.
    let around = matterAlliances[ColumnName.normalized(decision.matter)] ?? []
    let possible = committee == nil ? alliances(of: decision.body) : around.sorted()
    return around.isEmpty ? possible : possible.filter(around.contains)
  }

  /// Both sides of a wall, one of which is enough.
  private func sides(_ conflict: Conflict, among owners: TableName) -> [Int] {
    [conflict.a, conflict.b].flatMap { side -> [Int] in
      guard let row = ecosystem.position(of: side) else { return [] }
      return self.owners(of: row, in: side.kind.table, among: owners)
    }
  }

  private func alliances(of reference: EntityReference) -> [Int] {
    guard let row = ecosystem.position(of: reference) else { return [] }
    return owners(of: row, in: reference.kind.table, among: .alliances)
  }
}
