package import EcosystemModel

/// How an ecosystem grows and shrinks over several states: files, or one dataset on several days.
package struct EcosystemGrowth: Findings {
  /// How many rows a table has.
  package struct Count: Hashable, Sendable, Codable {
    /// The table.
    package let table: TableName
    /// The number of its rows.
    package let count: Int
    /// How many came since the state before.
    package let came: Int
    /// How many went since the state before.
    package let went: Int
  }

  /// A row that came or went.
  package struct Move: Hashable, Sendable, Codable {
    /// Whether it came or went.
    package enum Way: String, CaseIterable, Hashable, Sendable, Codable {
      case came = "in"
      case went = "out"
    }

    /// Its table.
    package let table: TableName
    /// What it is about, such as `Jane Roe on JDC`.
    package let name: String
    /// Whether it came or went.
    package let way: Way
  }

  /// One of the states.
  package struct State: Hashable, Sendable, Codable {
    /// What it is called: a file or a day.
    package let name: String
    /// Its day; `nil` for all rows.
    package let date: CalendarDate?
    /// How much there is, by table.
    package let counts: [Count]
    /// What came and went since the state before, in the order of the tables.
    package let moves: [Move]

    /// The figures of a table.
    package subscript(table: TableName) -> Count? { counts.first { $0.table == table } }
  }

  /// The states in their order, two at least.
  package let states: [State]
  /// The day of the last state.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
}

extension EcosystemGrowth {
  /// The tables that are counted: all but what says how maps are drawn.
  package static let tables = TableName.allCases.filter { ![.views, .places].contains($0) }

  /// Counts states, and says what came and went between them.
  ///
  /// - Parameters:
  ///   - sides: The states in their order, two at least.
  ///   - isSameDataset: Whether all are of one dataset, in which ids say who is who.
  /// - Complexity: O(rows of all states).
  package init(of sides: [EcosystemComparison.Side], isSameDataset: Bool) {
    var states: [State] = []
    for (number, side) in sides.enumerated() {
      let moves =
        number == 0 ? [] : Self.moves(from: sides[number - 1], to: side, isSameDataset)
      let counts = Self.tables.map { table in
        let own = moves.filter { $0.table == table }
        return Count(
          table: table, count: side.snapshot.count(of: table),
          came: own.count { $0.way == .came }, went: own.count { $0.way == .went })
      }
      states.append(
        State(name: side.name, date: side.snapshot.date, counts: counts, moves: moves))
    }
    self.states = states
    let last = sides[sides.count - 1].snapshot
    date = last.date
    filter = last.filter.conditions.map(\.description)
    withheld = last.withheld
  }

  private static func moves(
    from before: EcosystemComparison.Side, to after: EcosystemComparison.Side,
    _ isSameDataset: Bool
  ) -> [Move] {
    let changes = EcosystemChanges(
      from: before.snapshot.ecosystem, to: after.snapshot.ecosystem, isSameDataset: isSameDataset)
    let renamed = before.snapshot.renamed(as: changes.recognised)
    var describer = ChangeDescriber(
      from: before, to: after,
      names: before.snapshot.ecosystem.applying(changes, keepsRemoved: true))
    return tables.flatMap { table -> [Move] in
      if let kind = table.kind {
        // Whoever is only mentioned is not counted, and may come to be.
        let (old, new) = (renamed.shown(kind), after.snapshot.shown(kind))
        let (was, now) = (Set(old), Set(new))
        return old.filter { !now.contains($0) }.map {
          Move(table: table, name: renamed.ecosystem.name(of: $0), way: .went)
        }
          + new.filter { !was.contains($0) }.map {
            Move(table: table, name: after.snapshot.ecosystem.name(of: $0), way: .came)
          }
      }
      return changes.changes.filter { $0.table == table && $0.act != .changed }.map { change in
        Move(
          table: table, name: describer.entry(change).name,
          way: change.act == .added ? .came : .went)
      }
    }
  }
}

extension Snapshot {
  /// The entities of a kind that are there for their own sake, not only since others name them.
  fileprivate func shown(_ kind: EntityReference.Kind) -> [EntityReference] {
    ecosystem.references(of: kind).filter { !bystanders.contains($0) }
  }
}
