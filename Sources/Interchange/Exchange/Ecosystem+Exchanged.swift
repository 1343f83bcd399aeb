internal import Containers
public import EcosystemModel

/// An ecosystem in the format of another tool.
public struct ExchangedNetwork: Sendable {
  /// A file of it; the name matters in a folder only.
  public struct File: Sendable {
    /// The name in the folder.
    public let name: String
    /// The content.
    public let bytes: [UInt8]
  }

  /// The files: one, or those of a folder.
  public let files: [File]
  /// What the format cannot hold, in words that go on from “left out:”.
  public let losses: [String]
}

extension Ecosystem {
  /// The ecosystem as a network in the format of another tool.
  ///
  /// Every entity is a node and every tie an edge; each column is a field, so that reading it back gives the same rows.
  /// References between entities are edges as well, for the picture.
  ///
  /// - Throws: ``WriteError`` where a workbook cannot be made.
  /// - Complexity: O(size of the ecosystem).
  public func exchanged(as format: ExchangeFormat) throws(WriteError) -> ExchangedNetwork {
    let graph = exchangeGraph
    var losses = tableLosses
    var files: [(name: String, bytes: [UInt8])] = []
    func add(_ text: String) { files.append(("", Array(text.utf8))) }
    func add(_ result: (text: String, losses: [String])) {
      add(result.text)
      losses += result.losses
    }
    switch format {
    case .kumuWorkbook:
      let plain = Self.withoutForbidden(graph, &losses)
      files = [("", try SheetDialect.kumu.workbook(of: plain).bytes())]
    case .kumuCSV:
      let plain = Self.withoutForbidden(graph, &losses)
      files = SheetDialect.kumu.csvFiles(of: plain).map { ($0.name, Array($0.text.utf8)) }
    case .kumuJSON: add(NetworkJSONWriter.kumu(Self.withoutForbidden(graph, &losses)))
    case .gephi:
      files = SheetDialect.gephi.csvFiles(of: graph).map { ($0.name, Array($0.text.utf8)) }
    case .nodeXL: files = [("", try SheetDialect.nodeXL.workbook(of: graph).bytes())]
    case .gexf:
      add(GEXFWriter.text(of: graph))
      losses += Self.characterLosses(graph)
    case .graphML, .yEd:
      add(GraphMLWriter.text(of: graph, format == .yEd ? .yed : .plain))
      losses += Self.characterLosses(graph)
    case .networkx: add(NetworkJSONWriter.nodeLink(graph))
    case .polinode: add(NetworkJSONWriter.polinode(graph))
    case .dl:
      losses += graph.valueLosses(ofNodes: [], ofEdges: ["weight"])
      add(DLFormat.text(of: graph))
    case .vna: add(VNAFormat.text(of: graph))
    case .dot: add(NetworkDOTWriter.text(of: graph))
    case .drawIO:
      add(DrawIOWriter.text(of: graph))
      losses += graph.valueLosses(ofNodes: nil, ofEdges: ExchangeGraph.lineWords)
    case .mermaid:
      add(MermaidWriter.text(of: graph))
      losses += graph.valueLosses(
        ofNodes: [ExchangeGraph.marker], ofEdges: ExchangeGraph.lineWords)
    }
    return ExchangedNetwork(
      files: files.map { .init(name: $0.name, bytes: $0.bytes) }, losses: losses)
  }

  /// Tables that are neither nodes nor edges.
  private var tableLosses: [String] {
    [(scores.count, "score", TableName.scores), (views.count, "saved view", .views)]
      .filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s") (the table “\($0.2.rawValue)”)" }
  }

  /// Texts with characters that XML does not allow.
  private static func characterLosses(_ graph: ExchangeGraph) -> [String] {
    func isLossy(_ fields: [ExchangeGraph.Field]) -> Bool {
      fields.contains { !XMLText.holds($0.value.cellText) || !XMLText.holds($0.name) }
    }
    let nodes = graph.nodes.count {
      isLossy($0.fields) || !XMLText.holds($0.label) || !XMLText.holds($0.id)
    }
    let edges = graph.edges.count { isLossy($0.fields) }
    guard nodes + edges > 0 else { return [] }
    return ["control characters in \(nodes + edges) rows, which become U+FFFD"]
  }

  /// The network without fields of names that Kumu does not take.
  private static func withoutForbidden(
    _ graph: ExchangeGraph, _ losses: inout [String]
  ) -> ExchangeGraph {
    var plain = graph
    var names: Set<String> = []
    func clean(_ fields: inout [ExchangeGraph.Field]) {
      fields.removeAll { field in
        let isForbidden = SheetDialect.kumuForbidden.contains(field.name.lowercased())
        if isForbidden { names.insert(field.name) }
        return isForbidden
      }
    }
    for index in plain.nodes.indices { clean(&plain.nodes[index].fields) }
    for index in plain.edges.indices { clean(&plain.edges[index].fields) }
    losses += names.sorted().map { "the column “\($0)”, a name that Kumu does not take" }
    return plain
  }
}
