import EcosystemModel

/// Reads Pajek's networks, alone or several of a project, with the partitions and vectors that tell of their vertices.
///
/// Two modes become people and committees; relations are kinds.
struct PajekReader {
  var networks: [(name: String?, graph: ExchangeGraph)] = []
  var remarks: [ExchangeGraph.Remark] = []
  var section = Section.none
  /// The name of the network, partition or vector that the lines are of.
  var name: String?
  /// The relation that the lines are of.
  var relation: String?
  var size = 0
  /// How many vertices are of the first mode, where there are two.
  var firstMode: Int?
  var drawn = 0
  /// The value that the next vertex has in a partition or vector.
  var next = 0
  var matrix: [(value: Double, line: Int)] = []

  enum Section {
    case none, vertices, arcs, edges, arcsList, edgesList, matrix, values, unread

    var isDirected: Bool { self == .arcs || self == .arcsList }
  }

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    var reader = Self()
    var lines = UCINETLines(bytes)
    while let (line, cells) = lines.next() {
      guard let first = cells.first, !first.hasPrefix("%"), !first.hasPrefix("/*") else { continue }
      if first.hasPrefix("*") {
        try reader.begin(cells, line, mostVertices: max(100_000, bytes.count))
      } else {
        try reader.take(cells, line)
      }
    }
    try reader.endMatrix()
    guard !reader.networks.isEmpty else {
      throw DocumentError(
        rule: "exchange.root", message: "there is no \"*Vertices\" in it; is this another format?",
        line: 1, column: 1)
    }
    var graph = ExchangeGraph(of: reader.networks)
    graph.fillWeights()
    graph.remarks += reader.remarks
    if reader.drawn > 0 { graph.remarks.append(.drawings(reader.drawn)) }
    return graph
  }

  static func fault(_ message: String, _ line: Int) -> DocumentError {
    DocumentError(rule: "exchange.pajek", message: message, line: line, column: 1)
  }

  private mutating func begin(
    _ cells: [String], _ line: Int, mostVertices: Int
  ) throws(DocumentError) {
    try endMatrix()
    let words = Array(cells.dropFirst())
    let isAboutVertices = section == .values
    switch cells[0].lowercased() {
    case "*network":
      name = words.isEmpty ? nil : words.joined(separator: " ")
      section = .none
    case "*vertices":
      guard let count = words.first.flatMap({ Int($0) }), count >= 0, count <= mostVertices else {
        throw Self.fault("say how many vertices there are, as in *Vertices 12", line)
      }
      if isAboutVertices { return try beginValues(count, line) }
      beginNetwork(count, firstMode: words.count > 1 ? Int(words[1]) : nil, line)
    case "*partition", "*vector":
      name =
        words.isEmpty ? String(cells[0].dropFirst()).lowercased() : words.joined(separator: " ")
      section = .values
      next = 0
    default:
      guard let ties = Self.ties[cells[0].lowercased()], !networks.isEmpty else {
        section = .unread
        remarks.append(
          .init(
            severity: .warning, rule: "exchange.unread",
            message: "the part \"\(cells.joined(separator: " "))\" is not read",
            place: .init(line: line, column: 1)))
        return
      }
      section = ties
      let number = words.first.flatMap { $0.hasPrefix(":") ? String($0.dropFirst()) : nil }
      relation = number.map { words.count > 1 ? words[1] : "relation \($0)" }
    }
  }

  private static let ties: [String: Section] = [
    "*arcs": .arcs, "*edges": .edges, "*arcslist": .arcsList, "*edgeslist": .edgesList,
    "*matrix": .matrix,
  ]

  private mutating func beginNetwork(_ count: Int, firstMode: Int?, _ line: Int) {
    section = .vertices
    size = count
    self.firstMode = firstMode.flatMap { (1..<max(count, 1)).contains($0) ? $0 : nil }
    relation = nil
    var graph = ExchangeGraph()
    for number in 0..<count {
      var node = ExchangeGraph.Node(id: String(number + 1), place: .init(line: line, column: 1))
      if let firstMode = self.firstMode {
        node.fields = [
          .init(name: "bipartite", value: .text(number < firstMode ? "0" : "1"))
        ]
      }
      graph.nodes.append(node)
    }
    networks.append((name, graph))
    name = nil
  }

  /// A partition or vector tells of the last network with as many vertices.
  private mutating func beginValues(_ count: Int, _ line: Int) throws(DocumentError) {
    guard let last = networks.lastIndex(where: { $0.graph.nodes.count == count }) else {
      section = .unread
      remarks.append(
        .init(
          severity: .warning, rule: "exchange.unread",
          message:
            "the part \"\(name ?? "")\" tells of \(Phrase.count(count, "vertex", "vertices")), which no network has, and is not read",
          place: .init(line: line, column: 1)))
      return
    }
    networks.append(networks.remove(at: last))
  }
}
