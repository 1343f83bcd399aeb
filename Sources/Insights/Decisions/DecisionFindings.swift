package import EcosystemModel

/// Who decides what, what nobody decides, and how long the way to each decision is.
package struct DecisionFindings: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The matters, by stage, then as they come up in the tables.
  package let matters: [DecidedMatter]
  /// The bodies that have a part in them, joint ones first.
  package let bodies: [Body]
  /// The number of rows wanted in each table; `nil` for all.
  package let limit: Int?

  /// A body that has a part in some matters.
  package struct Body: Hashable, Sendable, Codable {
    /// The body.
    package let reference: EntityReference
    /// Its name.
    package let name: String
    /// The company that it belongs to; `nil` if it is a joint body.
    package let company: String?
    /// In how many matters it has a part.
    package let matterCount: Int
  }

  init(_ question: DecisionQuestion, in snapshot: Snapshot) throws(InsightError) {
    // A condition on what only rows of decisions have says nothing for what committees say of themselves.
    let isOfRows = snapshot.filter.conditions.contains { condition in
      Decision.contract.column(named: condition.column) != nil
        && Committee.contract.column(named: condition.column) == nil
    }
    var found = snapshot.matters.filter { matter in
      !isOfRows || matter.parts.contains { $0.row.table == .decisions }
    }
    guard !found.isEmpty else {
      throw InsightError(
        .missingData,
        "Nothing says who decides what: fill the table “\(TableName.decisions.rawValue)”, or the column \(Committee.column(\.decides)) of the table “\(TableName.committees.rawValue)”."
      )
    }
    if let name = question.matter {
      let key = ColumnName.normalized(name)
      let names = HandoffItem.distinct(found.map(\.name))
      found = found.filter { ColumnName.normalized($0.name) == key }
      guard !found.isEmpty else {
        throw InsightError(
          .unknownName,
          "There is no matter called “\(name)”; there are \(Phrase.list(names.map { "“\($0)”" }, limit: 8))."
        )
      }
    }
    let reading = MatterReading(snapshot, areOwned: found.contains { !$0.owners.isEmpty })
    let stages = Lifecycle.ordered(HandoffItem.distinct(found.compactMap(\.stage)))
    let ranks = Dictionary(
      stages.enumerated().map { (ColumnName.normalized($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func rank(_ matter: DecidedMatter) -> Int {
      matter.stage.flatMap { ranks[ColumnName.normalized($0)] } ?? .max
    }
    matters = found.map(reading.read).enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }.map(\.element)
    bodies = Self.bodies(of: matters, in: snapshot.ecosystem)
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    limit = question.limit
  }

  /// The bodies: joint ones, then those of each company, in the order of the tables.
  private static func bodies(of matters: [DecidedMatter], in ecosystem: Ecosystem) -> [Body] {
    var parts: [EntityReference: DecidedMatter.Part] = [:]
    var counts: [EntityReference: Int] = [:]
    for matter in matters {
      for body in Set(matter.parts.map(\.body)) { counts[body, default: 0] += 1 }
      for part in matter.parts { parts[part.body] = part }
    }
    let companies = Dictionary(
      ecosystem.companies.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func place(_ body: EntityReference) -> (Int, Int, Int) {
      (
        parts[body]?.company.map { companies[$0] ?? .max } ?? -1,
        body.kind == .committee ? 0 : 1 + body.kind.place,
        ecosystem.position(of: body) ?? 0
      )
    }
    return counts.keys.sorted { place($0) < place($1) }.compactMap { body in
      parts[body].map {
        Body(
          reference: body, name: $0.name, company: $0.company, matterCount: counts[body] ?? 0)
      }
    }
  }

  /// The alliances whose matters they are, each once.
  package var alliances: [String] { HandoffItem.distinct(matters.map(\.alliance)) }

  /// The matters with a fault.
  package func matters(with fault: DecidedMatter.Fault) -> [DecidedMatter] {
    matters.filter { $0.faults.contains(fault) }
  }

  /// The matter with the longest way by its days, as far as they are known, or else by its steps; the first of several.
  package var longest: DecidedMatter? {
    func length(_ matter: DecidedMatter) -> (Double, Int) {
      (matter.days ?? 0, matter.steps.count)
    }
    return matters.enumerated().max { left, right in
      let (one, other) = (length(left.element), length(right.element))
      return (one.0, one.1, -left.offset) < (other.0, other.1, -right.offset)
    }?.element
  }
}

/// Reads matters out of a snapshot.
private struct MatterReading {
  let snapshot: Snapshot
  let areOwned: Bool
  private let names: PartyNames

  init(_ snapshot: Snapshot, areOwned: Bool) {
    self.snapshot = snapshot
    self.areOwned = areOwned
    names = PartyNames(snapshot.ecosystem)
  }

  func read(_ matter: Matter) -> DecidedMatter {
    let deciding = Set(matter.deciders.map(\.body)).count
    var faults: [DecidedMatter.Fault] = []
    if deciding == 0 { faults.append(.undecided) }
    if deciding > 1 { faults.append(.decidedTwice) }
    // What only committees say that they decide has no cell for an owner.
    let isListed = matter.parts.contains { $0.row.table == .decisions }
    if areOwned, isListed, matter.owners.isEmpty { faults.append(.ownerless) }
    return DecidedMatter(
      name: matter.name, alliance: matter.alliance.map { snapshot.ecosystem.alliances[$0].name },
      stage: matter.stage, owners: matter.owners.map { names[$0] },
      parts: matter.parts.map(part), faults: faults)
  }

  private func part(_ part: Matter.Part) -> DecidedMatter.Part {
    var days = part.days
    if days == nil, let committee = committee(part.body) {
      days = CommitteeDelay(snapshot.ecosystem.committees[committee])?.expectedDays
    }
    if let known = days, !known.isFinite { days = nil }
    return DecidedMatter.Part(
      body: part.body, name: names[part.body], company: company(part.body), right: part.right,
      step: part.step, days: days,
      basis: part.days != nil ? .stated : days == nil ? nil : .cadence)
  }

  private func committee(_ body: EntityReference) -> Int? {
    guard case .committee(let id) = body else { return nil }
    return snapshot.ecosystem.committees.position(of: id)
  }

  /// The company that a body belongs to: a committee of no alliance to the only one that its members are of.
  private func company(_ body: EntityReference) -> String? {
    let ecosystem = snapshot.ecosystem
    guard let committee = committee(body) else {
      return ecosystem.company(of: body).map { ecosystem.name(of: .company($0)) }
    }
    return snapshot.companyOfInternalBody(committee).map { ecosystem.companies[$0].name }
  }
}
