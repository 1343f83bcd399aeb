package import Cartography
package import EcosystemModel

/// What a page in the browser can tell about a map beyond its picture: the rows behind its shapes and lines.
///
/// It holds nothing but what the snapshot of the map holds, so that filters and firewalls cut the page as they cut the map.
package struct PageFacts: Hashable, Sendable, Encodable {
  /// A shape of the map.
  struct Node: Hashable, Sendable, Encodable {
    let id: String
    let title: String
    /// The entities that it stands for, as `company:astrazeneca`.
    let members: [String]
  }

  /// A line of the map.
  struct Edge: Hashable, Sendable, Encodable {
    let id: String
    let from: String
    let to: String
    /// The word for its kind, such as `escalates to`.
    let kind: String
    /// What it says on pointing at it.
    let text: String
    let directed: Bool
  }

  /// An entity with its row.
  struct Entity: Hashable, Sendable, Encodable {
    let key: String
    let name: String
    let kind: String
    /// The entities that it belongs to, the nearest first.
    let within: [String]
    /// What its row says, by column.
    let columns: [String: String]
    /// The first day on which it is there, and the first on which it no longer is.
    let since: String?
    let until: String?
    /// Where its row stands, such as `companies.csv:3`.
    let at: String?
  }

  /// A row that joins entities.
  struct Row: Hashable, Sendable, Encodable {
    let table: String
    let ends: [String]
    let columns: [String: String]
    let since: String?
    let until: String?
    var at: String?
  }

  let title: String
  let nodes: [Node]
  let edges: [Edge]
  let entities: [Entity]
  let rows: [Row]

  /// The facts of a picture of which only the shapes are known, such as a chart.
  init(of diagram: Diagram) {
    self.init(diagram, entities: [], rows: [])
  }

  /// The rows behind a map.
  ///
  /// Own columns of people stay out, for they may say what was never meant for a map.
  ///
  /// - Parameters:
  ///   - diagram: The map.
  ///   - snapshot: What it was drawn from.
  ///   - location: Where a row of the whole dataset stands.
  /// - Complexity: O(rows of the snapshot and of the dataset).
  package init(
    of diagram: Diagram, in snapshot: Snapshot,
    location: @escaping (TableName, Int) -> String?
  ) {
    let drawn = Set(
      diagram.nodes.flatMap { $0.members ?? [] }.compactMap { EntityReference($0.key) })
    var ties = TieRows(snapshot: snapshot, drawn: drawn, location: location)
    snapshot.ecosystem.visit(&ties)
    let entities = drawn.union(ties.ends).sorted().compactMap { reference in
      Self.entity(reference, in: snapshot, location: location)
    }
    self.init(diagram, entities: entities, rows: ties.rows)
  }

  private init(_ diagram: Diagram, entities: [Entity], rows: [Row]) {
    title = diagram.title
    nodes = diagram.nodes.map { node in
      Node(id: node.key, title: node.title, members: node.members?.map(\.key) ?? [])
    }
    edges = diagram.edges.map { edge in
      Edge(
        id: edge.key, from: edge.from, to: edge.to, kind: edge.classes.first ?? "",
        text: edge.tooltip, directed: edge.arrow == .forward)
    }
    self.entities = entities
    self.rows = rows
  }

  private static func entity(
    _ reference: EntityReference, in snapshot: Snapshot, location: (TableName, Int) -> String?
  ) -> Entity? {
    guard let row = snapshot.ecosystem.row(of: reference) else { return nil }
    let place = snapshot.origin.position(of: reference)
    func made<Row: TableEntity>(of row: Row) -> Entity {
      var cells = row.cells(in: snapshot.ecosystem)
      cells[Row.nameColumn] = nil
      if Row.kind != .person {
        for entry in row.attributes.entries where cells[entry.name] == nil {
          cells[entry.name] = entry.value
        }
      }
      let (since, until) = row.days(in: snapshot.ecosystem)
      return Entity(
        key: reference.description, name: snapshot.ecosystem.name(of: reference),
        kind: reference.kind.rawValue,
        within: snapshot.ecosystem.circles(around: reference).map(\.description),
        columns: cells, since: since, until: until,
        at: place.flatMap { location(reference.kind.table, $0) })
    }
    return made(of: row)
  }
}

extension TableRow {
  /// What the row says under the columns of the contract that have something in it.
  fileprivate func cells(in ecosystem: Ecosystem) -> [String: String] {
    var cells: [String: String] = [:]
    for column in Self.contract.written where !column.isOtherUnit {
      cells[column.name] = column.text(of: self, in: ecosystem)
    }
    return cells
  }

  /// The first day on which it holds, and the first on which it no longer does, whatever the columns are called.
  fileprivate func days(in ecosystem: Ecosystem) -> (since: String?, until: String?) {
    func day(_ name: String) -> String? {
      Self.contract.column(named: name)?.text(of: self, in: ecosystem)
    }
    return (day("since"), day("until"))
  }
}

extension Ecosystem {
  /// What an entity belongs to, the nearest first: a person's function and company, a program's alliance.
  fileprivate func circles(around reference: EntityReference) -> [EntityReference] {
    var circles: [EntityReference] = []
    if case .person(let id) = reference, let function = people[id]?.function {
      circles.append(.function(function))
    }
    if case .program(let id) = reference, let alliance = programs[id]?.alliance {
      circles.append(.alliance(alliance))
    }
    if let company = company(of: reference), .company(company) != reference {
      circles.append(.company(company))
    }
    return circles
  }
}

/// Gathers the rows that join what is drawn to anything.
private struct TieRows: RowVisitor {
  let snapshot: Snapshot
  let drawn: Set<EntityReference>
  let location: (TableName, Int) -> String?
  private(set) var ends: Set<EntityReference> = []
  private(set) var rows: [PageFacts.Row] = []

  init(
    snapshot: Snapshot, drawn: Set<EntityReference>,
    location: @escaping (TableName, Int) -> String?
  ) {
    self.snapshot = snapshot
    self.drawn = drawn
    self.location = location
  }

  private func isDrawn(_ reference: EntityReference) -> Bool {
    drawn.contains(reference)
      || snapshot.ecosystem.circles(around: reference).contains(where: drawn.contains)
  }

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    guard Row.table.kind == nil, !Row.table.isOfPictures else { return }
    let references = Row.contract.written.filter { !$0.kinds.isEmpty }
    var chosen: [Row: Int] = [:]
    for row in rows {
      let named = references.flatMap { $0.references(of: row) }
      guard named.contains(where: isDrawn) else { continue }
      ends.formUnion(named.filter(snapshot.ecosystem.contains))
      var cells = row.cells(in: snapshot.ecosystem)
      for column in references { cells[column.name] = nil }
      chosen[row] = chosen[row] ?? self.rows.count
      let (since, until) = row.days(in: snapshot.ecosystem)
      self.rows.append(
        PageFacts.Row(
          table: Row.table.rawValue, ends: named.map(\.description), columns: cells,
          since: since, until: until, at: nil))
    }
    guard !chosen.isEmpty else { return }
    for (position, row) in snapshot.origin.rows(of: Row.self).enumerated() {
      if let place = chosen[row] { self.rows[place].at = location(Row.table, position) }
    }
  }
}
