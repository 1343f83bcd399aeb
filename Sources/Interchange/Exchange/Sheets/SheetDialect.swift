import EcosystemModel

extension NetworkFormat {
  /// An Excel workbook for Kumu's import.
  package static let kumuWorkbook = NetworkFormat(
    "kumu-xlsx", "a Kumu workbook", for: "Kumu", endings: ["xlsx"], isToldByEnding: false,
    reading: .content,
    write: { graph throws(WriteError) in
      let (plain, losses) = graph.withoutKumuForbidden
      return Written(
        files: [("", try SheetDialect.kumu.workbook(of: plain).bytes())], losses: losses)
    })

  /// Two CSV files for Kumu's import.
  package static let kumuCSV = NetworkFormat(
    "kumu-csv", "Kumu CSV", for: "Kumu", endings: ["csv"], isToldByEnding: false, isFolder: true,
    reading: .content,
    write: { graph in
      let (plain, losses) = graph.withoutKumuForbidden
      return .folder(SheetDialect.kumu.csvFiles(of: plain), losses: losses)
    })

  /// Two CSV files for Gephi's import.
  package static let gephi = NetworkFormat(
    "gephi-csv", "Gephi CSV", for: "Gephi", endings: ["csv"], isToldByEnding: false,
    isFolder: true, reading: .content,
    write: { .folder(SheetDialect.gephi.csvFiles(of: $0)) })

  /// An Excel workbook for NodeXL.
  package static let nodeXL = NetworkFormat(
    "nodexl", "a NodeXL workbook", for: "NodeXL", endings: ["xlsx"], isToldByEnding: false,
    reading: .content,
    write: { graph throws(WriteError) in
      Written(files: [("", try SheetDialect.nodeXL.workbook(of: graph).bytes())])
    })
}

extension WorkbookSheet {
  /// What NodeXL says of all edges on its sheets of settings and of metrics; `nil` if the sheet does not say it.
  var nodeXLDirection: Bool? {
    for row in rows {
      let texts = cells[row.cells].map { text(of: $0.value).lowercased() }
      for (name, value) in zip(texts, texts.dropFirst())
      where ["graph directedness", "graph type"].contains(name) {
        return value == "directed"
      }
    }
    return nil
  }
}

extension ExchangeGraph {
  /// The network without fields of names that Kumu does not take, and which these are.
  var withoutKumuForbidden: (graph: ExchangeGraph, losses: [String]) {
    var plain = self
    var names: Set<String> = []
    func clean(_ fields: inout [Field]) {
      fields.removeAll { field in
        let isForbidden = SheetDialect.kumuForbidden.contains(field.name.lowercased())
        if isForbidden { names.insert(field.name) }
        return isForbidden
      }
    }
    for index in plain.nodes.indices { clean(&plain.nodes[index].fields) }
    for index in plain.edges.indices { clean(&plain.edges[index].fields) }
    return (plain, names.sorted().map { "the column “\($0)”, a name that Kumu does not take" })
  }
}

/// How a tool calls the two tables of a network and their columns.
struct SheetDialect {
  let nodes: String
  let edges: String
  let id: String
  let label: String
  let source: String
  let target: String
  /// The column of directions and its words for directed and undirected edges, where the tool has one.
  let direction: (header: String, directed: String, undirected: String)?
  let edgeID: String?
  let weight: String
  /// The column of types, where the tool has one.
  let type: String?
  /// The column of tags.
  let tags: String
  /// Whether bars in a target part several.
  let splitsTargets: Bool

  /// Gephi's import of spreadsheets.
  static let gephi = SheetDialect(
    nodes: "nodes", edges: "edges", id: "Id", label: "Label", source: "Source", target: "Target",
    direction: ("Type", "Directed", "Undirected"), edgeID: "Id", weight: "Weight", type: nil,
    tags: "tags", splitsTargets: false)

  /// Kumu's import; the elements have ids, so that connections name them by these.
  static let kumu = SheetDialect(
    nodes: "Elements", edges: "Connections", id: "ID", label: "Label", source: "From", target: "To",
    direction: ("Direction", "directed", "undirected"), edgeID: "ID", weight: "Strength",
    type: "Type", tags: "Tags", splitsTargets: true)

  /// NodeXL's workbook, which keeps the direction for the whole network.
  static let nodeXL = SheetDialect(
    nodes: "Vertices", edges: "Edges", id: "Vertex", label: "Label", source: "Vertex 1",
    target: "Vertex 2", direction: nil, edgeID: nil, weight: "Edge Weight", type: nil, tags: "tags",
    splitsTargets: false)

  /// Field names that Kumu does not take.
  static let kumuForbidden: Set<String> = ["yes", "no", "on", "off", "true", "false"]

  /// The table of nodes: headers and rows.
  func nodeTable(of graph: ExchangeGraph) -> (headers: [String], rows: [[CellValue]]) {
    let columns = ExchangeColumns(graph.nodes.map(\.fields)).columns.map(\.name)
      .filter { type == nil || $0 != "tags" }
    let hasTags = type != nil && graph.nodes.contains { $0.fields["tags"] != .none }
    let headers = [id, label] + (type.map { [$0] } ?? []) + (hasTags ? [tags] : []) + columns
    let rows = graph.nodes.map { node in
      [.text(node.id), .text(node.label)] + (type == nil ? [] : [KumuNames.type(of: node)])
        + (hasTags ? [node.fields["tags"]] : []) + Self.values(of: node.fields, columns)
    }
    return (headers, rows)
  }

  /// The table of edges: headers and rows.
  func edgeTable(of graph: ExchangeGraph) -> (headers: [String], rows: [[CellValue]]) {
    let special = ["label", "weight"] + (type == nil ? [] : ["tags"])
    let columns = ExchangeColumns(graph.edges.map(\.fields)).columns.map(\.name)
      .filter { !special.contains($0) }
    var headers = [source, target]
    if let direction { headers.append(direction.header) }
    if let edgeID { headers.append(edgeID) }
    headers += ["Label", weight] + (type.map { [$0, tags] } ?? []) + columns
    let rows = graph.edges.enumerated().map { index, edge -> [CellValue] in
      var row: [CellValue] = [.text(edge.source), .text(self.target(edge.target))]
      if let direction {
        row.append(.text(edge.isDirected ? direction.directed : direction.undirected))
      }
      if edgeID != nil { row.append(.text("e\(index + 1)")) }
      row += [edge.fields["label"], edge.fields["weight"]]
      if type != nil { row += [KumuNames.type(of: edge), edge.fields["tags"]] }
      return row + Self.values(of: edge.fields, columns)
    }
    return (headers, rows)
  }

  /// The cell of a target; Kumu connects a row to each of the ids between bars.
  private func target(_ id: String) -> String {
    guard splitsTargets, ListText.elements(of: id) != [id] else { return id }
    return ListText.cell(of: [id])
  }

  private static func values(
    of fields: [ExchangeGraph.Field], _ columns: [String]
  ) -> [CellValue] {
    columns.map { name in fields.first { $0.name == name }?.value ?? .none }
  }

  /// The network as a workbook of the tool.
  func workbook(of graph: ExchangeGraph) -> Workbook {
    let sheets = [(nodes, nodeTable(of: graph)), (edges, edgeTable(of: graph))].map { name, table in
      var sheet = Workbook.Sheet(name: name)
      sheet.rows = [table.headers.map { .init(.text($0), role: .header) }]
      sheet.rows += table.rows.map { row in
        // Ids and names stay texts, whatever they look like.
        row.enumerated().map { .init($1.workbookValue(isOwn: $0 > 3)) }
      }
      sheet.widths = Workbook.widths(of: sheet.rows)
      sheet.frozenRows = 1
      return sheet
    }
    return Workbook(self.nodes == "Vertices" ? sheets.reversed() : sheets)
  }

  /// The network as two CSV files of the tool.
  func csvFiles(of graph: ExchangeGraph) -> [(name: String, text: String)] {
    [(nodes, nodeTable(of: graph)), (edges, edgeTable(of: graph))].map { name, table in
      ("\(name.lowercased()).csv", CSVWriter.text(headers: table.headers, rows: table.rows))
    }
  }
}
