import EcosystemModel

// What single lines say, and the cells of matrices.

extension PajekReader {
  mutating func take(_ cells: [String], _ line: Int) throws(DocumentError) {
    switch section {
    case .vertices: try takeVertex(cells, line)
    case .arcs, .edges: try takeTie(cells, line)
    case .arcsList, .edgesList:
      for end in cells.dropFirst() { try add(cells[0], end, weight: nil, [], line) }
    case .matrix:
      for cell in cells {
        guard let value = NumberText.number(in: cell) else {
          throw Self.fault("\(Phrase.quoted(cell)) is no cell of a matrix", line)
        }
        matrix.append((value, line))
      }
    case .values:
      guard next < size(ofLast: line) else { return }
      networks[networks.count - 1].graph.nodes[next].fields.append(
        .init(
          name: name ?? "partition", value: .text(cells[0]), place: .init(line: line, column: 1)))
      next += 1
    case .none, .unread: break
    }
  }

  private func size(ofLast line: Int) -> Int { networks.last?.graph.nodes.count ?? 0 }

  private mutating func takeVertex(_ cells: [String], _ line: Int) throws(DocumentError) {
    let index = try vertex(cells[0], line)
    var graph = networks[networks.count - 1].graph
    networks[networks.count - 1].graph = ExchangeGraph()
    graph.nodes[index].place = .init(line: line, column: 1)
    if cells.count > 1 { graph.nodes[index].label = CharacterReferences.resolved(cells[1]) }
    let rest = Array(cells.dropFirst(2))
    if let times = Self.times(in: rest) {
      graph.nodes[index].fields.append(.init(name: "times", value: .text(times)))
    }
    if rest.contains(where: { !$0.hasPrefix("[") }) { drawn += 1 }
    networks[networks.count - 1].graph = graph
  }

  /// Times, such as `[1-5,8]`, whose parts are cells of their own.
  private static func times(in cells: [String]) -> String? {
    guard let start = cells.firstIndex(where: { $0.hasPrefix("[") }),
      let end = cells[start...].firstIndex(where: { $0.hasSuffix("]") })
    else { return nil }
    return String(cells[start...end].joined(separator: ",").dropFirst().dropLast())
  }

  private mutating func takeTie(_ cells: [String], _ line: Int) throws(DocumentError) {
    var cells = cells[...]
    var kind: String?
    // `2: 4 7 1` is of the relation 2.
    if let first = cells.first, first.hasSuffix(":") {
      kind = "relation \(first.dropLast())"
      cells = cells.dropFirst()
    }
    guard cells.count >= 2 else { throw Self.fault("a link needs two ends", line) }
    let ends = (cells.removeFirst(), cells.removeFirst())
    var weight: String?
    if let third = cells.first, NumberText.number(in: third) != nil {
      weight = third
      cells = cells.dropFirst()
    }
    var fields: [ExchangeGraph.Field] = []
    if let kind { fields.append(.init(name: "kind", value: .text(kind))) }
    if let times = Self.times(in: Array(cells)) {
      fields.append(.init(name: "times", value: .text(times)))
    }
    if let place = cells.firstIndex(where: { $0.lowercased() == "l" }), place + 1 < cells.endIndex {
      fields.append(
        .init(name: "label", value: .text(CharacterReferences.resolved(cells[place + 1]))))
    } else if cells.contains(where: { !$0.contains("[") && !$0.contains("]") }) {
      drawn += 1
    }
    try add(ends.0, ends.1, weight: weight, fields, line)
  }

  private func vertex(_ text: String, _ line: Int) throws(DocumentError) -> Int {
    guard let number = Int(text), (1...max(1, size)).contains(number), size > 0 else {
      throw Self.fault(
        "\(Phrase.quoted(text)) is no vertex; they are numbered from 1 to \(size)", line)
    }
    return number - 1
  }

  private mutating func add(
    _ source: String, _ target: String, weight: String?, _ fields: [ExchangeGraph.Field],
    _ line: Int
  ) throws(DocumentError) {
    // Lists of neighbours may mark an end as one against the direction.
    let ends = (try vertex(source, line), try vertex(target, line))
    var edge = ExchangeGraph.Edge(
      source: String(ends.0 + 1), target: String(ends.1 + 1), isDirected: section.isDirected,
      place: .init(line: line, column: 1))
    if let relation, !fields.contains(where: { $0.name == "kind" }) {
      edge.fields.append(.init(name: "kind", value: .text(relation)))
    }
    if let weight { edge.fields.append(.init(name: "weight", value: .text(weight))) }
    edge.fields += fields
    networks[networks.count - 1].graph.edges.append(edge)
  }

  /// The cells of a matrix as links; equal values both ways are one undirected link.
  mutating func endMatrix() throws(DocumentError) {
    guard section == .matrix else { return }
    defer { matrix = [] }
    let rows = firstMode ?? size
    let columns = size - (firstMode ?? 0)
    guard matrix.count == rows * columns else {
      throw Self.fault(
        "there are \(Phrase.count(matrix.count, "cell")) in a matrix of \(rows) by \(columns)",
        matrix.last?.line ?? 1)
    }
    let isSymmetric =
      firstMode != nil
      || (0..<rows).allSatisfy { row in
        (0..<row).allSatisfy {
          matrix[row * columns + $0].value == matrix[$0 * columns + row].value
        }
      }
    section = isSymmetric ? .edges : .arcs
    for (position, cell) in matrix.enumerated() where cell.value != 0 {
      let (row, column) = position.quotientAndRemainder(dividingBy: columns)
      if isSymmetric, firstMode == nil, column < row { continue }
      try add(
        String(row + 1), String(column + 1 + (firstMode ?? 0)),
        weight: NumberText.text(of: cell.value), [], cell.line)
    }
  }
}
