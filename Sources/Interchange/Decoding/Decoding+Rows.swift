import EcosystemModel

extension Decoding {
  /// Which columns of a contract are decoded.
  enum Part { case required, optional, all }

  /// Puts the cells of the row at hand into a value, and returns false where a required one is missing or wrong.
  mutating func decode<Row: TableRow>(
    _ part: Part, of contract: Contract<Row>, _ binding: TableBinding, into value: inout Row
  ) -> Bool {
    let base = row * table.width
    // A row that is left out anyway must not bring entities into being that only it names.
    var isWhole = contract.columns.indices.allSatisfy { index in
      guard contract.columns[index].isRequired, let position = binding.positions[index] else {
        return true
      }
      return !table.cells[base + position].text.isEmpty
    }
    mayImply = isWhole
    for (index, contractColumn) in contract.columns.enumerated() {
      guard part == .all || contractColumn.isRequired == (part == .required),
        let position = binding.positions[index]
      else { continue }
      let text = table.cells[base + position].text
      column = position
      if text.isEmpty {
        if contractColumn.isRequired {
          report(
            .error, "cell.missing",
            "this row of \"\(Row.table.rawValue)\" has no \(contractColumn.name); fill the cell")
          isWhole = false
        }
        continue
      }
      if !table.listCells.isEmpty, !contractColumn.isList, table.listCells.contains(base + position)
      {
        report(
          .error, "value.list", "\"\(contractColumn.name)\" takes one value, not a list")
        isWhole = isWhole && !contractColumn.isRequired
        continue
      }
      // A saved view without what one of its cells asks for would be another view.
      let isNeeded = contractColumn.isRequired || Row.table == .views
      if !contractColumn.decode(text, into: &value, &self), isNeeded {
        isWhole = false
        mayImply = false
      }
    }
    guard part != .required, isWhole else { return isWhole }
    takeAttributes(binding, into: &value)
    return true
  }

  private func takeAttributes<Row: TableRow>(
    _ binding: TableBinding, into value: inout Row
  ) {
    guard !binding.attributes.isEmpty else { return }
    let base = row * table.width
    var entries: [Attributes.Entry] = []
    for attribute in binding.attributes {
      let text = table.cells[base + attribute.position].text
      if !text.isEmpty { entries.append(.init(name: attribute.name, value: text)) }
    }
    if !entries.isEmpty { value.attributes = Attributes(inOrder: entries) }
  }
}
