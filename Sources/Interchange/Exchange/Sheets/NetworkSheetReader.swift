import EcosystemModel

/// Reads the tables of nodes and edges that Gephi, Kumu, NodeXL and others have, whatever they call their columns.
struct NetworkSheetReader {
  private(set) var graph = ExchangeGraph()
  private(set) var diagnostics: [Diagnostic] = []
  /// What the workbook says of the direction of all edges.
  private let isDirected: Bool?
  /// The id of each node by what edges may call it.
  private var names: [String: String] = [:]

  /// How well a row of normalised texts serves as the headers of nodes.
  static func rateNodes(_ names: Set<String>) -> Int {
    names.intersection(["id", "label", "vertex", "name"]).count * 10 + min(names.count, 9)
  }

  /// How well a row of normalised texts serves as the headers of edges.
  static func rateEdges(_ names: Set<String>) -> Int {
    let pairs = [
      ("source", "target"), ("from", "to"), ("vertex1", "vertex2"), ("source", "destination"),
    ]
    let hasEnds = pairs.contains { names.contains($0.0) && names.contains($0.1) }
    return (hasEnds ? 100 : 0) + min(names.count, 9)
  }

  /// Reads tables of nodes, then tables of edges, and the groups that NodeXL lists the nodes of.
  init(nodes: [Table], edges: [Table], groups: Table? = nil, isDirected: Bool? = nil) {
    self.isDirected = isDirected
    for table in nodes { readNodes(table) }
    for table in edges { readEdges(table) }
    if let groups { readGroups(groups) }
  }

  private mutating func readGroups(_ table: Table) {
    guard let group = Self.position(["group"], in: table),
      let vertex = Self.position(["vertex"], in: table)
    else { return }
    var positions: [String: Int] = [:]
    for (position, node) in graph.nodes.enumerated() where positions[node.id] == nil {
      positions[node.id] = position
    }
    for row in table.rows.indices {
      let name = table.text(row: row, column: group)
      guard !name.isEmpty, let id = names[table.text(row: row, column: vertex)],
        let position = positions[id], graph.nodes[position].fields["group"] == .none
      else { continue }
      graph.nodes[position].fields.append(.init(name: "group", value: .text(name)))
    }
  }

  private static func position(_ names: [String], in table: Table) -> Int? {
    let headers = table.headers.map { ColumnName.normalized($0.text) }
    for name in names {
      if let position = headers.firstIndex(of: name) { return position }
    }
    return nil
  }

  private static func place(_ table: Table, _ row: Int) -> ExchangeGraph.Place {
    .init(line: Int(table.rows[row].line), column: 1)
  }

  private mutating func readNodes(_ table: Table) {
    // NodeXL numbers its vertices in a column ID, which is no name of theirs.
    let id = Self.position(["vertex", "id"], in: table)
    let number =
      Self.position(["vertex"], in: table) == nil ? nil : Self.position(["id"], in: table)
    let label = Self.position(["label", "name"], in: table)
    guard let leading = id ?? label else {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: "column.missing",
          message: "a table of nodes needs a column Id, Label or Vertex",
          location: Location(file: table.file, sheet: table.sheet, line: 1)))
      return
    }
    for row in table.rows.indices {
      let text = table.text(row: row, column: leading)
      var node = ExchangeGraph.Node(id: text)
      node.label = label.map { table.text(row: row, column: $0) } ?? ""
      if node.id.isEmpty { node.id = node.label }
      guard !node.id.isEmpty else { continue }
      node.place = Self.place(table, row)
      node.fields = Self.fields(table, row, except: [id, label, number])
      if node.fields[ExchangeGraph.marker] != .none { _ = node.fields.take("type") }
      if names[node.id] == nil { names[node.id] = node.id }
      if names[node.label] == nil, !node.label.isEmpty { names[node.label] = node.id }
      graph.nodes.append(node)
    }
  }

  private mutating func readEdges(_ table: Table) {
    guard let source = Self.position(["source", "from", "vertex1"], in: table),
      let target = Self.position(["target", "to", "vertex2", "destination"], in: table)
    else {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: "column.missing",
          message: "a table of edges needs the columns Source and Target, From and To, "
            + "or Vertex 1 and Vertex 2",
          location: Location(
            file: table.file, sheet: table.sheet, line: table.headers.first.map { Int($0.line) })))
      return
    }
    let id = Self.position(["id"], in: table)
    // Lists without a table of nodes may say beside the ends what these are called.
    let labels = ["source", "target"].map { end in
      Self.position(
        ["\(end)label", "\(end)name"]
          + (end == "target" ? ["destinationlabel", "destinationname"] : []),
        in: table)
    }
    // Kumu lets one row connect to several elements.
    let isKumu = ColumnName.normalized(table.headers[target].text) == "to"
    for row in table.rows.indices {
      let from = table.text(row: row, column: source)
      let text = table.text(row: row, column: target)
      let isOne = !isKumu || names[text] != nil
      let others = isOne ? text.isEmpty ? [] : [text] : ListText.elements(of: text)
      guard !from.isEmpty, !others.isEmpty else {
        reportEndless(table, row)
        continue
      }
      for other in others {
        let titles = labels.map { $0.map { table.text(row: row, column: $0) } ?? "" }
        var edge = ExchangeGraph.Edge(
          source: known(from, titles[0]), target: known(other, titles[1]))
        edge.place = Self.place(table, row)
        edge.fields = Self.fields(table, row, except: [source, target, id] + labels)
        edge.isDirected = takeDirection(of: &edge)
        graph.edges.append(edge)
      }
    }
  }

  private mutating func reportEndless(_ table: Table, _ row: Int) {
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: "exchange.end", message: "this edge lacks an end; name both",
        location: table.location(row: row, column: nil)))
  }

  /// The node that an edge means; one that no table describes comes into being.
  private mutating func known(_ name: String, _ label: String) -> String {
    if let id = names[name] { return id }
    names[name] = name
    graph.nodes.append(.init(id: name, label: label))
    return name
  }

  private static func fields(
    _ table: Table, _ row: Int, except: [Int?]
  ) -> [ExchangeGraph.Field] {
    table.headers.indices.compactMap { column in
      let text = table.text(row: row, column: column)
      guard !except.contains(column), !text.isEmpty else { return nil }
      var name = table.headers[column].text
      // Kumu and NodeXL call the weight so; Kumu takes words there too.
      if ["strength", "edgeweight"].contains(ColumnName.normalized(name)),
        NumberText.number(in: text) != nil
      {
        name = "weight"
      }
      let cell = table.cell(row: row, column: column)
      return .init(
        name: name, value: .text(text),
        place: .init(line: Int(cell.line), column: Int(cell.column)))
    }
  }

  /// Takes the direction out of Gephi's `Type` or Kumu's `Direction`.
  private func takeDirection(of edge: inout ExchangeGraph.Edge) -> Bool {
    let type = edge.fields["type"].cellText.lowercased()
    if ["directed", "undirected", "mutual"].contains(type) {
      _ = edge.fields.take("type")
      return type == "directed"
    }
    if edge.fields[ExchangeGraph.marker] != .none { _ = edge.fields.take("type") }
    let direction = edge.fields.take("direction").cellText.lowercased()
    return direction.isEmpty ? isDirected ?? false : direction == "directed"
  }
}
