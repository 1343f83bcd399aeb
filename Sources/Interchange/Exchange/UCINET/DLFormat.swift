import EcosystemModel

extension NetworkFormat {
  /// UCINET's DL: names and weights alone.
  package static let dl = NetworkFormat(
    "dl", "UCINET DL", for: "UCINET", endings: ["dl"], reading: .text(DLFormat.graph),
    write: { graph in
      let (text, losses) = DLFormat.text(of: graph)
      return .text(text, losses: graph.valueLosses(ofNodes: [], ofEdges: ["weight"]) + losses)
    })
}

/// UCINET's DL: names and weights of one relation, as a list of ties or a full matrix.
enum DLFormat {
  /// The text as an edge list with embedded labels, and what it cannot hold.
  static func text(of graph: ExchangeGraph) -> (text: String, losses: [String]) {
    var labels: [String: String] = [:]
    var taken: Set<String> = []
    for node in graph.nodes {
      // Labels are read without regard to case.
      let wanted = (node.label.isEmpty ? node.id : node.label).map {
        $0 == "\"" ? "'" : $0.isNewline ? " " : String($0)
      }.joined()
      var label = wanted
      var number = 1
      while !taken.insert(label.lowercased()).inserted {
        number += 1
        label = "\(wanted) (\(number))"
      }
      labels[node.id] = label
    }
    var lines = [
      "dl n=\(graph.nodes.count) format=edgelist1", "labels:",
    ]
    lines += graph.nodes.map { "\"\(labels[$0.id] ?? $0.id)\"" }
    lines.append("data:")
    let numbers = Dictionary(
      graph.nodes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var lost = 0
    for edge in graph.edges {
      guard let source = numbers[edge.source], let target = numbers[edge.target] else {
        lost += 1
        continue
      }
      let weight = edge.fields["weight"]
      let strength = NumberText.number(in: weight.cellText) == nil ? "1" : weight.cellText
      lines.append("\(source) \(target) \(strength)")
      if !edge.isDirected { lines.append("\(target) \(source) \(strength)") }
    }
    var losses: [String] = []
    if lost > 0 { losses.append("\(lost) links whose ends are no nodes") }
    let undirected = graph.edges.count { !$0.isDirected }
    if undirected > 0 {
      losses.append("that \(undirected) links are undirected: they stand there in both directions")
    }
    let weightless = graph.edges.count { $0.fields["weight"] == .none }
    if weightless > 0 {
      losses.append("that \(weightless) links have no weight: they get the strength 1")
    }
    return ((lines + [""]).joined(separator: "\n"), losses)
  }

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    var reader = DLReader(bytes)
    return try reader.graph()
  }
}

/// Reads the three forms of DL that programs write: `edgelist1`, `nodelist1` and `fullmatrix`.
private struct DLReader {
  private var words: ArraySlice<(word: String, line: Int)>
  private var format = "fullmatrix"
  private var labels: [String] = []
  private var isEmbedded = false
  private var count = 0

  init(_ bytes: [UInt8]) {
    var lines = UCINETLines(bytes)
    var words: [(word: String, line: Int)] = []
    while let (line, cells) = lines.next() {
      for cell in cells {
        // `n=5` and `n = 5` are the same, and so are `labels:` and `labels :`.
        var piece = ""
        for character in cell {
          if "=:".contains(character), Self.isKey(piece) || piece.isEmpty {
            if !piece.isEmpty { words.append((piece, line)) }
            words.append((String(character), line))
            piece = ""
          } else {
            piece.append(character)
          }
        }
        if !piece.isEmpty { words.append((piece, line)) }
      }
      words.append(("\n", line))
    }
    self.words = words[...]
  }

  private static func isKey(_ word: String) -> Bool {
    ["n", "nr", "nc", "nm", "format", "labels", "data", "embedded", "dl"].contains(
      word.lowercased())
  }

  private func fault(_ message: String, _ line: Int?) -> DocumentError {
    DocumentError(rule: "exchange.dl", message: message, line: line ?? 1, column: 1)
  }

  mutating func graph() throws(DocumentError) -> ExchangeGraph {
    guard words.popFirst()?.word.lowercased() == "dl" else {
      throw fault("a DL file begins with \"dl\"; is this another format?", 1)
    }
    header: while let (word, line) = words.popFirst() {
      switch word.lowercased() {
      case "n": count = Int(try value(line)) ?? 0
      case "format": format = try value(line).lowercased()
      case "labels":
        if words.first?.word.lowercased() == "embedded" {
          words.removeFirst()
          isEmbedded = true
        } else {
          readLabels()
        }
      case "data": break header
      case "nr", "nc", "nm":
        throw fault(
          "two-mode networks and several relations are not read; export one-mode ones", line)
      default: break
      }
    }
    guard count <= 100_000 else { throw fault("\(count) nodes are more than are read", 1) }
    switch format {
    case "fullmatrix", "fm": return try matrix()
    case "edgelist1", "el1", "el": return try lists(isNodeList: false)
    case "nodelist1", "nl1", "nl": return try lists(isNodeList: true)
    default:
      throw fault(
        "the format \"\(format)\" is not read; export fullmatrix, edgelist1 or nodelist1", 1)
    }
  }

  private mutating func value(_ line: Int) throws(DocumentError) -> String {
    if words.first?.word == "=" { words.removeFirst() }
    guard let value = words.popFirst()?.word, value != "\n" else {
      throw fault("a value is missing behind \"=\"", line)
    }
    return value
  }

  private mutating func readLabels() {
    while let word = words.first?.word, word == ":" || word == "\n" { words.removeFirst() }
    while let word = words.first?.word, !["data", "labels"].contains(word.lowercased()) {
      words.removeFirst()
      if word != "\n", word != ":" { labels.append(word) }
    }
  }

  /// The lines of words that follow.
  private mutating func lines() -> [[(word: String, line: Int)]] {
    words.filter { $0.word != ":" }.split { $0.word == "\n" }.map { Array($0) }
  }

  private func node(_ position: Int, _ line: Int) -> ExchangeGraph.Node {
    let id = labels.indices.contains(position) ? labels[position] : String(position + 1)
    return .init(id: id, place: .init(line: line, column: 1))
  }

  private mutating func matrix() throws(DocumentError) -> ExchangeGraph {
    var rows = lines()
    var graph = ExchangeGraph()
    if isEmbedded, let head = rows.first {
      labels = head.map(\.word)
      rows = rows.dropFirst().map { Array($0.dropFirst()) }
    }
    let size = count > 0 ? count : rows.count
    graph.nodes = (0..<size).map { node($0, 1) }
    // The cells may be broken into lines anywhere.
    for (index, cell) in rows.joined().enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: max(1, size))
      guard row < size, let weight = NumberText.number(in: cell.word) else {
        throw fault("\"\(cell.word)\" is no cell of a matrix of \(size) by \(size)", cell.line)
      }
      guard weight != 0 else { continue }
      graph.edges.append(edge(graph.nodes[row].id, graph.nodes[column].id, weight, cell.line))
    }
    return graph
  }

  private mutating func lists(isNodeList: Bool) throws(DocumentError) -> ExchangeGraph {
    var graph = ExchangeGraph()
    var known: Set<String> = []
    if !isEmbedded {
      graph.nodes = (0..<max(count, labels.count)).map { node($0, 1) }
      known = Set(graph.nodes.map(\.id))
    }
    for line in lines() {
      guard let first = line.first, line.count > 1 else {
        if isNodeList { continue }
        throw fault("a link needs two ends", line.first?.line)
      }
      let ends = isNodeList ? line.map(\.word) : line.prefix(2).map(\.word)
      let weight = isNodeList || line.count < 3 ? 1 : NumberText.number(in: line[2].word)
      guard let weight else { throw fault("\"\(line[2].word)\" is no weight", first.line) }
      let ids = ends.map { end in
        if isEmbedded { return end }
        guard let number = Int(end), graph.nodes.indices.contains(number - 1) else { return end }
        return graph.nodes[number - 1].id
      }
      for id in ids where known.insert(id).inserted {
        graph.nodes.append(.init(id: id, place: .init(line: first.line, column: 1)))
      }
      for id in ids.dropFirst() { graph.edges.append(edge(ids[0], id, weight, first.line)) }
    }
    return graph
  }

  private func edge(
    _ source: String, _ target: String, _ weight: Double, _ line: Int
  ) -> ExchangeGraph.Edge {
    var edge = ExchangeGraph.Edge(source: source, target: target)
    edge.isDirected = true
    edge.fields = [.init(name: "weight", value: .number(weight))]
    edge.place = .init(line: line, column: 1)
    return edge
  }
}
