import EcosystemModel

/// Puts changes into words and finds their places in the files.
struct ChangeDescriber {
  private let before: EcosystemComparison.Side
  private let after: EcosystemComparison.Side
  private let old: PartyNames
  private let new: PartyNames
  /// All that is in either state, by its latest name.
  private let names: Ecosystem
  private var oldRows: [TableName: [Int?]] = [:]
  private var newRows: [TableName: [Int?]] = [:]

  init(
    from before: EcosystemComparison.Side, to after: EcosystemComparison.Side, names: Ecosystem
  ) {
    self.before = before
    self.after = after
    self.names = names
    old = PartyNames(before.snapshot.ecosystem)
    new = PartyNames(after.snapshot.ecosystem)
  }

  /// A change in words, with its places.
  mutating func entry(_ change: EcosystemChange) -> EcosystemComparison.Entry {
    let columns: [String?] = change.act == .changed ? change.cells.map(\.column) : [nil]
    let name =
      change.newRow.map { title(of: change.table, $0, in: after.snapshot.ecosystem, new) }
      ?? change.oldRow.map { title(of: change.table, $0, in: before.snapshot.ecosystem, old) } ?? ""
    return EcosystemComparison.Entry(
      change: change, name: name,
      oldPlaces: places(change.table, change.oldRow, columns, on: before, &oldRows),
      newPlaces: places(change.table, change.newRow, columns, on: after, &newRows),
      oldTexts: change.cells.map { $0.before.text(in: names) },
      newTexts: change.cells.map { $0.after.text(in: names) })
  }

  private func places(
    _ table: TableName, _ row: Int?, _ columns: [String?], on side: EcosystemComparison.Side,
    _ rows: inout [TableName: [Int?]]
  ) -> [Location?] {
    guard let row else { return columns.map { _ in nil } }
    if rows[table] == nil { rows[table] = side.snapshot.positionsInOrigin(of: table) }
    guard let position = rows[table]?[row] else { return columns.map { _ in nil } }
    return columns.map { side.locate(Finding.Row(table, position), $0) }
  }

  private func title(
    of table: TableName, _ row: Int, in ecosystem: Ecosystem, _ names: PartyNames
  ) -> String {
    switch table {
    case .companies: return ecosystem.companies[row].name
    case .functions: return names[.function(ecosystem.functions[row].id)]
    case .people: return ecosystem.people[row].name
    case .alliances: return ecosystem.alliances[row].name
    case .programs: return ecosystem.programs[row].name
    case .committees: return ecosystem.committees[row].name
    case .affiliations:
      let job = ecosystem.affiliations[row]
      return "\(names[.person(job.person)]) at \(names[.company(job.company)])"
    case .memberships:
      let seat = ecosystem.memberships[row]
      return "\(names[.person(seat.person)]) on \(names[.committee(seat.committee)])"
    case .relationships:
      let link = ecosystem.relationships[row]
      let kind = (link.kind ?? link.label).map { " (\($0))" } ?? ""
      return "\(names[link.from]) – \(names[link.to])\(kind)"
    case .handoffs:
      let handoff = ecosystem.handoffs[row]
      let what = handoff.what.map { ": \($0)" } ?? ""
      return "\(names[handoff.from]) → \(names[handoff.to])\(what)"
    case .conflicts:
      let wall = ecosystem.conflicts[row]
      return "\(names[wall.a]) ‖ \(names[wall.b])"
    case .decisions:
      let decision = ecosystem.decisions[row]
      return "\(decision.matter): \(names[decision.body])"
    case .scores:
      let score = ecosystem.scores[row]
      let day = score.date.map { " on \($0)" } ?? ""
      return "\(score.measure) of \(names[score.subject])\(day)"
    case .views: return ecosystem.views[row].name
    case .places: return "\(ecosystem.places[row].key) on \(ecosystem.places[row].view)"
    }
  }
}
