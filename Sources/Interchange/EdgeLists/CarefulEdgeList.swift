import EcosystemModel

/// Reads a list of ties through the ordinary reader, which understands quotes and reports every fault.
enum CarefulEdgeList {
  static func read(_ bytes: [UInt8], named name: String) throws(ReadError) -> EdgeList {
    var list = EdgeList()
    guard let table = CSVTable.read(bytes, file: name, diagnostics: &list.diagnostics) else {
      return list
    }
    let headers = table.headers.map { ColumnName.normalized($0.text) }
    guard let source = headers.firstIndex(where: { $0 == "source" || $0 == "from" }),
      let target = headers.firstIndex(where: { $0 == "target" || $0 == "to" })
    else {
      throw ReadError(
        .notADataset,
        "\"\(name)\" is no list of links; its first row must name the columns source and target.")
    }
    var decoding = Decoding()
    decoding.begin(table)
    let weight = headers.firstIndex(of: "weight")
    var positions: [String: Int32] = [:]
    func position(of name: String) -> Int32 {
      if let known = positions[name] { return known }
      let next = Int32(list.names.count)
      positions[name] = next
      list.names.append(name)
      return next
    }
    if weight != nil { list.weights = [] }
    let limits = Relationship.limits(\.weight)
    for row in table.rows.indices {
      decoding.row = row
      let ends = [source, target].map { table.text(row: row, column: $0) }
      if let empty = ends.firstIndex(of: "") {
        decoding.column = empty == 0 ? source : target
        decoding.report(
          .error, "cell.missing",
          "this row has no \(empty == 0 ? "source" : "target"); fill the cell")
        continue
      }
      list.sources.append(position(of: ends[0]))
      list.targets.append(position(of: ends[1]))
      guard let weight else { continue }
      decoding.column = weight
      let text = table.text(row: row, column: weight)
      list.weights?.append(text.isEmpty ? 1 : decoding.number(text, limits) ?? 1)
    }
    list.diagnostics = (list.diagnostics + decoding.diagnostics).sorted()
    return list
  }
}
