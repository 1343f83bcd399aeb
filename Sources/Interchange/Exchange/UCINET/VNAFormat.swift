import EcosystemModel

extension NetworkFormat {
  /// NetDraw's VNA.
  package static let vna = NetworkFormat(
    "vna", "VNA", for: "NetDraw", endings: ["vna"], reading: .text(VNAFormat.graph),
    write: { graph in
      let (text, losses) = VNAFormat.text(of: graph)
      return .text(text, losses: losses)
    })
}

/// NetDraw's VNA: tables of nodes and ties in one text, with blanks between cells and quotes around those with blanks.
enum VNAFormat {
  /// The text, and what it cannot hold.
  static func text(of graph: ExchangeGraph) -> (text: String, losses: [String]) {
    let nodes = ExchangeColumns(graph.nodes.map(\.fields)).columns.map(\.name)
    // A tie without weight has the strength 1 there; the column of weights beside it tells the two apart.
    let edges = ExchangeColumns(graph.edges.map(\.fields)).columns.map(\.name)
    var quotes = 0
    func cell(_ text: String) -> String {
      var plain = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"":
          plain += "'"
          quotes += 1
        case "\n", "\r":
          plain += " "
          quotes += 1
        default: plain.unicodeScalars.append(scalar)
        }
      }
      return "\"\(plain)\""
    }
    func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: " ") }
    var lines = ["*Node data", line(["ID", "label"] + nodes)]
    for node in graph.nodes {
      let values = nodes.map { name in
        node.fields.first { $0.name == name }?.value.cellText ?? ""
      }
      lines.append(line([node.id, node.label] + values))
    }
    lines += ["*Tie data", line(["from", "to", "strength"] + edges)]
    for edge in graph.edges {
      let values = edges.map { name in
        edge.fields.first { $0.name == name }?.value.cellText ?? ""
      }
      let weight = edge.fields["weight"]
      lines.append(
        line([edge.source, edge.target, weight == .none ? "1" : weight.cellText] + values))
    }
    var losses: [String] = []
    if quotes > 0 {
      losses.append("\(quotes) quotes and line breaks, which become apostrophes and blanks")
    }
    return ((lines + [""]).joined(separator: "\n"), losses)
  }

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    var reader = UCINETLines(bytes)
    var section = ""
    var isRead = false
    var headers: [String] = []
    var graph = ExchangeGraph()
    var positions: [String: Int] = [:]
    var drawn = 0
    while let (line, cells) = reader.next() {
      guard let first = cells.first else { continue }
      if first.hasPrefix("*") {
        section = cells.joined(separator: " ").lowercased()
        headers = []
        isRead = ["*node data", "*node properties", "*tie data"].contains(where: section.hasPrefix)
        if !isRead {
          graph.remarks.append(
            .init(
              severity: .warning, rule: "exchange.unread",
              message: "the part \"\(cells.joined(separator: " "))\" is not read",
              place: .init(line: line, column: 1)))
        }
        continue
      }
      if headers.isEmpty {
        headers = cells
        continue
      }
      if cells.count > headers.count, isRead {
        graph.remarks.append(
          .init(
            severity: .warning, rule: "exchange.surplus",
            message:
              "this line has \(cells.count) values for \(headers.count) columns, and \(Phrase.quoted(cells[headers.count])) and what follows is not read; put values with blanks in quotes",
            place: .init(line: line, column: 1)))
      }
      var fields = zip(headers, cells).map {
        ExchangeGraph.Field(name: $0, value: $1.isEmpty ? .none : .text($1))
      }.filter { $0.value != .none }
      if section.hasPrefix("*node properties") {
        let count = fields.count
        fields.removeAll { looks.contains(ColumnName.normalized($0.name)) }
        if fields.count < count { drawn += 1 }
      }
      if section.hasPrefix("*node data") || section.hasPrefix("*node properties") {
        read(node: fields, id: first, line, &graph, &positions)
      } else if section.hasPrefix("*tie data") {
        try read(edge: fields, line, &graph, &positions)
      }
    }
    guard !graph.nodes.isEmpty else {
      throw DocumentError(
        rule: "exchange.root",
        message: "there is neither \"*Node data\" nor \"*Tie data\"; is this another format?",
        line: 1, column: 1)
    }
    if drawn > 0 { graph.remarks.append(.drawings(drawn)) }
    graph.edges = relations(graph.edges)
    return graph
  }

  /// Columns of properties that say how a node is drawn.
  private static let looks: Set<String> = [
    "x", "y", "color", "shape", "size", "labelsize", "labelcolor",
  ]

  /// A tie for each relation that is not 0, where several columns of ties hold nothing but numbers.
  private static func relations(_ edges: [ExchangeGraph.Edge]) -> [ExchangeGraph.Edge] {
    let names = ExchangeColumns(edges.map(\.fields)).columns.map(\.name)
    let isOther = { (name: String) in
      ["weight", ExchangeGraph.marker].map(ColumnName.normalized)
        .contains(ColumnName.normalized(name))
    }
    guard names.count > 1, !names.contains(where: isOther),
      edges.allSatisfy({ edge in
        edge.fields.allSatisfy { NumberText.number(in: $0.value.cellText) != nil }
      })
    else { return edges }
    return edges.flatMap { edge in
      edge.fields.compactMap { field in
        guard NumberText.number(in: field.value.cellText) != 0 else { return nil }
        var one = edge
        one.fields = [
          .init(name: "kind", value: .text(field.name)), .init(name: "weight", value: field.value),
        ]
        return one
      }
    }
  }

  private static func read(
    node fields: [ExchangeGraph.Field], id: String, _ line: Int, _ graph: inout ExchangeGraph,
    _ positions: inout [String: Int]
  ) {
    var rest = Array(fields.dropFirst())
    let label = ["label", "shortlabel"].map { rest.take($0).cellText }.first { !$0.isEmpty } ?? ""
    if let position = positions[id] {
      // Properties of drawing add to the data of a node.
      graph.nodes[position].fields += rest
      if graph.nodes[position].label.isEmpty { graph.nodes[position].label = label }
      return
    }
    positions[id] = graph.nodes.count
    graph.nodes.append(
      .init(id: id, label: label, fields: rest, place: .init(line: line, column: 1)))
  }

  private static func read(
    edge fields: [ExchangeGraph.Field], _ line: Int, _ graph: inout ExchangeGraph,
    _ positions: inout [String: Int]
  ) throws(DocumentError) {
    var rest = fields
    let ends = [rest.take("from").cellText, rest.take("to").cellText]
    guard ends.allSatisfy({ !$0.isEmpty }) else {
      throw DocumentError(
        rule: "exchange.end", message: "this link lacks an end; name both", line: line, column: 1)
    }
    for id in ends where positions[id] == nil {
      positions[id] = graph.nodes.count
      graph.nodes.append(.init(id: id, place: .init(line: line, column: 1)))
    }
    let strength = rest.take("strength")
    let isOurs = rest[ExchangeGraph.marker] != .none
    if strength != .none, !isOurs { rest.append(.init(name: "weight", value: strength)) }
    var edge = ExchangeGraph.Edge(source: ends[0], target: ends[1])
    edge.isDirected = true
    edge.fields = rest
    edge.place = .init(line: line, column: 1)
    graph.edges.append(edge)
  }
}
