import EcosystemModel

/// Reads the data of a DL file: the cells of matrices, or lists of ties.
///
/// Two modes become people and committees. Of one mode, equal values both ways are one undirected tie.
struct DLCells {
  private var graph = ExchangeGraph()
  /// The ids of the nodes of each mode, by label in lower case.
  private var ids: [[String: String]] = [[:], [:]]
  private var ordered: [[String]] = [[], []]
  private var hasTwoModes: Bool

  /// Starts with what the header says.
  init(_ header: DLHeader) { hasTwoModes = header.hasTwoModes }

  /// Reads matrices, one for each relation.
  mutating func matrices(_ header: inout DLHeader) throws(DocumentError) -> ExchangeGraph {
    var rows = header.lines
    if header.isEmbedded[1], let head = rows.first {
      header.labels[1] = head.map(\.text)
      rows.removeFirst()
      // The labels of the columns stand above each matrix.
      let size = max(1, header.counts[0] == 0 ? rows.count : header.counts[0])
      rows = rows.enumerated().filter { $0.offset % (size + 1) != size }.map(\.element)
    }
    if header.isEmbedded[0] {
      header.labels[0] = rows.prefix(header.counts[0] == 0 ? rows.count : header.counts[0])
        .compactMap { $0.first?.text }
      rows = rows.map { Array($0.dropFirst()) }
    }
    hasTwoModes = header.hasTwoModes
    let first = header.counts[0] > 0 ? header.counts[0] : max(header.labels[0].count, rows.count)
    let sizes = [first, header.counts[1] > 0 ? header.counts[1] : first]
    addNodes(header, sizes)
    let places = Self.places(header, sizes)
    let values = rows.joined()
    let wanted = places.count * header.relationCount
    guard values.count <= wanted else {
      let surplus = values.dropFirst(wanted).first
      throw DLHeader.fault(
        "\"\(surplus?.text ?? "")\" is no cell of \(header.relationCount == 1 ? "a matrix" : "\(header.relationCount) matrices") of \(sizes[0]) by \(sizes[1])",
        surplus?.line)
    }
    var ties: [ExchangeGraph.Edge] = []
    for (index, cell) in values.enumerated() {
      let (relation, position) = index.quotientAndRemainder(dividingBy: max(1, places.count))
      guard let weight = NumberText.number(in: cell.text) else {
        throw DLHeader.fault(
          "\"\(cell.text)\" is no cell of a matrix of \(sizes[0]) by \(sizes[1])", cell.line)
      }
      guard weight != 0 else { continue }
      let (row, column) = places[position]
      ties.append(
        tie(
          ordered[0][row], ordered[hasTwoModes ? 1 : 0][column], weight, cell.line, relation, header
        ))
    }
    return finished(ties, isSymmetric: header.format != .fullMatrix)
  }

  /// The row and column of each cell, in the order in which they are written.
  private static func places(_ header: DLHeader, _ sizes: [Int]) -> [(Int, Int)] {
    var places: [(Int, Int)] = []
    for row in 0..<sizes[0] {
      let columns: Range<Int> =
        switch header.format {
        case .lowerHalf: 0..<min(row + 1, sizes[1])
        case .upperHalf: row..<max(row, sizes[1])
        default: 0..<sizes[1]
        }
      for column in columns where header.hasDiagonal || header.hasTwoModes || row != column {
        places.append((row, column))
      }
    }
    return places
  }

  /// Reads lists of ties: two ends and a weight in a line, or a node and those it is tied to; `!` starts another relation.
  mutating func lists(_ header: inout DLHeader) throws(DocumentError) -> ExchangeGraph {
    if !header.isEmbedded[0] || !header.labels[0].isEmpty {
      addNodes(header, header.counts.enumerated().map { max($1, header.labels[$0].count) })
    }
    var ties: [ExchangeGraph.Edge] = []
    var relation = 0
    let isNodeList = header.format.isNodeList
    for line in header.lines {
      if line.count == 1, line[0].text == "!" {
        relation += 1
        continue
      }
      guard let first = line.first, line.count > 1 else {
        if isNodeList {
          if let only = line.first { _ = id(of: only, mode: 0) }
          continue
        }
        throw DLHeader.fault("a link needs two ends", line.first?.line)
      }
      let weight = isNodeList || line.count < 3 ? 1 : NumberText.number(in: line[2].text)
      guard let weight else {
        throw DLHeader.fault("\"\(line[2].text)\" is no weight", first.line)
      }
      let source = id(of: first, mode: 0)
      let ends = isNodeList ? line.dropFirst() : line[1...1]
      for end in ends {
        let target = id(of: end, mode: hasTwoModes ? 1 : 0)
        ties.append(tie(source, target, weight, first.line, relation, header))
      }
    }
    return finished(ties, isSymmetric: false)
  }

  private mutating func addNodes(_ header: DLHeader, _ sizes: [Int]) {
    for mode in 0..<(hasTwoModes ? 2 : 1) {
      for position in 0..<sizes[mode] {
        let labels = header.labels[mode]
        let isThere = labels.indices.contains(position)
        let label = isThere ? labels[position] : "\(mode == 1 ? "column " : "")\(position + 1)"
        ordered[mode].append(add(label, mode: mode, line: 1))
      }
    }
  }

  /// Adds a node; one of the second mode that is called like one of the first gets another id.
  private mutating func add(_ label: String, mode: Int, line: Int) -> String {
    let key = label.lowercased()
    if let known = ids[mode][key] { return known }
    let id = mode == 1 && ids[0][key] != nil ? "column \(label)" : label
    ids[mode][key] = id
    var node = ExchangeGraph.Node(id: id, label: label, place: .init(line: line, column: 1))
    if hasTwoModes {
      node.fields = [.init(name: "type", value: .text(mode == 0 ? "person" : "committee"))]
    }
    graph.nodes.append(node)
    return id
  }

  /// The node that a list means by a label or by its number.
  private mutating func id(of word: DLHeader.Word, mode: Int) -> String {
    if let number = Int(word.text), ordered[mode].indices.contains(number - 1) {
      return ordered[mode][number - 1]
    }
    return add(word.text, mode: mode, line: word.line)
  }

  private func tie(
    _ source: String, _ target: String, _ weight: Double, _ line: Int, _ relation: Int,
    _ header: DLHeader
  ) -> ExchangeGraph.Edge {
    var edge = ExchangeGraph.Edge(source: source, target: target)
    edge.isDirected = !hasTwoModes
    edge.place = .init(line: line, column: 1)
    // What marks a seat is no weight.
    if !hasTwoModes || weight != 1 {
      edge.fields = [.init(name: "weight", value: .number(weight))]
    }
    if header.relationCount > 1 || relation > 0 {
      let names = header.relations
      let name = names.indices.contains(relation) ? names[relation] : "relation \(relation + 1)"
      edge.fields.append(.init(name: "kind", value: .text(name)))
    }
    return edge
  }

  private struct Pair: Hashable {
    let source: String
    let target: String
    let fields: [String]

    var reversed: Pair { Pair(source: target, target: source, fields: fields) }

    init(source: String, target: String, fields: [String]) {
      (self.source, self.target, self.fields) = (source, target, fields)
    }

    init(_ edge: ExchangeGraph.Edge) {
      self.init(
        source: edge.source, target: edge.target, fields: edge.fields.map(\.value.cellText))
    }
  }

  /// The network; of ties both ways with the same values one stays, undirected.
  private mutating func finished(
    _ ties: [ExchangeGraph.Edge], isSymmetric: Bool
  ) -> ExchangeGraph {
    guard !hasTwoModes else {
      graph.edges = ties
      return graph
    }
    var open: [Pair: [Int]] = [:]
    for tie in ties {
      let pair = Pair(tie)
      if let other = open[pair.reversed]?.popLast() {
        graph.edges[other].isDirected = false
        continue
      }
      var tie = tie
      if isSymmetric || tie.source == tie.target {
        tie.isDirected = false
      } else {
        open[pair, default: []].append(graph.edges.count)
      }
      graph.edges.append(tie)
    }
    return graph
  }
}
