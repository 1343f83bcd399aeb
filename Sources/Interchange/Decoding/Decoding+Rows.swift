import EcosystemModel

extension Decoding {
  /// Which columns of a schema are decoded.
  enum Part { case required, optional, all }

  /// Puts the cells of the row at hand into a value, and returns false where a required one is missing or wrong.
  mutating func decode<Row>(
    _ part: Part, of schema: TableSchema<Row>, _ binding: TableBinding, into value: inout Row
  ) -> Bool {
    let base = row * table.width
    // A row that is left out anyway must not bring entities into being that only it names.
    var isWhole = schema.columns.indices.allSatisfy { index in
      guard schema.columns[index].isRequired, let position = binding.positions[index] else {
        return true
      }
      return !table.cells[base + position].text.isEmpty
    }
    mayImply = isWhole
    for (index, schemaColumn) in schema.columns.enumerated() {
      guard part == .all || schemaColumn.isRequired == (part == .required),
        let position = binding.positions[index]
      else { continue }
      let text = table.cells[base + position].text
      column = position
      if text.isEmpty {
        if schemaColumn.isRequired {
          report(
            .error, "cell.missing",
            "this row of \"\(schema.table.rawValue)\" has no \(schemaColumn.name); fill the cell")
          isWhole = false
        }
        continue
      }
      if !table.listCells.isEmpty, !schemaColumn.isList, table.listCells.contains(base + position) {
        report(
          .error, "value.list", "\"\(schemaColumn.name)\" takes one value, not a list")
        isWhole = isWhole && !schemaColumn.isRequired
        continue
      }
      if !schemaColumn.decode(&value, text, &self), schemaColumn.isRequired {
        isWhole = false
        mayImply = false
      }
    }
    guard part != .required, isWhole else { return isWhole }
    takeAttributes(binding, path: schema.attributes, into: &value)
    return true
  }

  private func takeAttributes<Row>(
    _ binding: TableBinding, path: WritableKeyPath<Row, Attributes>, into value: inout Row
  ) {
    guard !binding.attributes.isEmpty else { return }
    let base = row * table.width
    var entries: [Attributes.Entry] = []
    for attribute in binding.attributes {
      let text = table.cells[base + attribute.position].text
      if !text.isEmpty { entries.append(.init(name: attribute.name, value: text)) }
    }
    if !entries.isEmpty { value[keyPath: path] = Attributes(inOrder: entries) }
  }
}
