import EcosystemModel

extension Ecosystem {
  /// The ecosystem as a network: a node per entity, an edge per tie, and an edge per reference of an entity.
  ///
  /// Every column is a field, so that reading the network gives the same rows. Scores and views are no part of it.
  var exchangeGraph: ExchangeGraph {
    var graph = ExchangeGraph()
    let tables = writableTables
    for table in tables {
      guard let kind = table.name.kind else {
        continue
      }
      addNodes(of: table, kind, to: &graph)
    }
    for table in tables { Self.addEdges(of: table, to: &graph) }
    for table in tables { Self.addReferences(of: table, to: &graph) }
    return graph
  }

  private func addNodes(
    of table: WritableTable, _ kind: EntityReference.Kind, to graph: inout ExchangeGraph
  ) {
    let contract = Set(table.name.columns.map(\.name))
    for row in table.rows {
      var node = ExchangeGraph.Node(id: "")
      node.fields = [.init(name: ExchangeGraph.marker, value: .text(table.name.rawValue))]
      for (header, value) in zip(table.headers, row) where value != .none {
        switch header {
        case "id": node.id = "\(kind.rawValue):\(value.cellText)"
        case "name": node.label = value.cellText
        default:
          node.fields.append(
            .init(name: Self.fieldName(header, isOwn: !contract.contains(header)), value: value))
        }
      }
      graph.nodes.append(node)
    }
  }

  private static func addEdges(of table: WritableTable, to graph: inout ExchangeGraph) {
    guard let ends = ends(of: table.name) else { return }
    let contract = Set(table.name.columns.map(\.name))
    for row in table.rows {
      var edge = ExchangeGraph.Edge(source: "", target: "")
      var stated: Bool?
      var kind: String?
      edge.fields = [.init(name: ExchangeGraph.marker, value: .text(table.name.rawValue))]
      for (header, value) in zip(table.headers, row) where value != .none {
        switch header {
        case ends.source.column: edge.source = ends.source.prefix + value.cellText
        case ends.target.column: edge.target = ends.target.prefix + value.cellText
        default:
          if header == "directed", case .flag(let flag) = value { stated = flag }
          if header == "kind" { kind = value.cellText }
          edge.fields.append(
            .init(name: fieldName(header, isOwn: !contract.contains(header)), value: value))
        }
      }
      edge.isDirected =
        table.name == .handoffs
        || table.name == .relationships && (stated ?? RelationshipKind.isDirected(kind))
      graph.edges.append(edge)
    }
  }

  /// Edges that repeat what columns of entities say, so that a picture of the network shows it.
  private static func addReferences(of table: WritableTable, to graph: inout ExchangeGraph) {
    guard let kind = table.name.kind,
      let id = table.headers.firstIndex(of: "id")
    else { return }
    for (position, header) in table.headers.enumerated() {
      guard let target = target(of: header, in: table.name) else { continue }
      for row in table.rows {
        let others: [String] =
          switch row[position] {
          case .text(let text): [text]
          case .list(let elements): elements
          case .none, .number, .flag, .date: []
          }
        for other in others {
          var edge = ExchangeGraph.Edge(
            source: "\(kind.rawValue):\(row[id].cellText)", target: target + other)
          edge.isDirected = true
          edge.fields = [
            .init(name: ExchangeGraph.marker, value: .text("\(table.name.rawValue).\(header)"))
          ]
          graph.edges.append(edge)
        }
      }
    }
  }

  /// A column of a tie's table that names an end, and what stands before its ids to make them those of nodes.
  typealias End = (column: String, prefix: String)

  /// The columns of a tie's ends; `nil` if the rows of the table tie no two entities.
  static func ends(of table: TableName) -> (source: End, target: End)? { tieEnds[table] }

  private static let tieEnds: [TableName: (source: End, target: End)] = {
    var ends: [TableName: (source: End, target: End)] = [:]
    for table in TableName.allCases where table.kind == nil {
      let columns = table.columns.filter { $0.isRequired && !$0.kinds.isEmpty }
      guard columns.count == 2 else { continue }
      let found: [End] = columns.map { ($0.name, prefix(of: $0)) }
      ends[table] = (found[0], found[1])
    }
    return ends
  }()

  /// What makes an id in a cell of the column that of a node; cells that may name several kinds of entity state the kind.
  private static func prefix(of column: ContractColumn) -> String {
    column.kinds.count == 1 ? "\(column.kinds[0].rawValue):" : ""
  }

  /// What stands before the ids in a column of an entity's table to make them those of nodes; `nil` if it names no entity.
  private static func target(of column: String, in table: TableName) -> String? {
    table.columns.first { $0.name == column && !$0.kinds.isEmpty }.map(prefix(of:))
  }

  /// Names that formats or their tools give a meaning of their own.
  private static let reserved: Set<String> = [
    "id", "label", "name", "type", "source", "target", "from", "to", "direction", "directed", "key",
    "weight", "strength", "tags", "vertex", "vertex1", "vertex2", "edgeweight", "start", "end",
    "timeset", "interval", "description", "image", "kind", "since", "until", "attributes", "shape",
    "color", "size", "style", "width", "elementtype", "ecomaptable", "group", "x", "y", "opacity",
    "visibility", "email", "fillcolor", "fontname", "dir", "pos", "height", "penwidth",
  ]

  /// The name of a column as that of a field.
  private static func fieldName(_ header: String, isOwn: Bool) -> String {
    let key = ColumnName.normalized(header)
    let isTaken =
      reserved.contains(key)
      || key.hasPrefix(ColumnName.normalized(ExchangeGraph.ownPrefix))
    return isOwn && isTaken ? ExchangeGraph.ownPrefix + header : header
  }
}
