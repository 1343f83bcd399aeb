import EcosystemModel

extension Column {
  /// Puts the text of a cell that is not empty into the row, or reports why not and returns false.
  func decode(_ text: String, into row: inout Row, _ decoding: inout Decoding) -> Bool {
    switch form {
    case .id, .derived: return true
    case .name(let path): row[keyPath: path] = text
    case .text(let path): row[keyPath: path] = text
    case .list(let path): row[keyPath: path] = ListText.elements(of: text)
    case .number(let path, let limits):
      guard let number = decoding.number(text, limits) else { return false }
      return put(number, at: path, of: &row, &decoding)
    case .share(let path, let limits):
      guard let number = decoding.number(text, limits, isShare: true) else { return false }
      row[keyPath: path] = number
    case .measured(let path):
      guard let number = decoding.number(text, .any) else { return false }
      row[keyPath: path] = number
    case .integer(let path, let range):
      guard let number = decoding.integer(text, in: range) else { return false }
      row[keyPath: path] = number
    case .date(let path):
      guard let date = decoding.date(text) else { return false }
      row[keyPath: path] = date
    case .answer(let path):
      guard let flag = decoding.flag(text) else { return false }
      row[keyPath: path] = flag
    case .parsed(let cell):
      guard cell.write(&row, text) else {
        decoding.report(
          .error, "value.\(cell.noun)", "\"\(text)\" is not understood; write \(cell.notation)")
        return false
      }
    case .choice(let cell):
      guard let place = decoding.choice(text, of: cell.words) else { return false }
      cell.write(&row, place)
    case .reference(let cell):
      return cell.isList
        ? decodeList(text, cell, into: &row, &decoding) : decode(text, cell, into: &row, &decoding)
    }
    return true
  }

  /// Puts a number into the row, unless it says in another unit something else than the row says already.
  private func put(
    _ number: Double, at path: ColumnForm<Row>.Path<Double?>, of row: inout Row,
    _ decoding: inout Decoding
  ) -> Bool {
    if isOtherUnit, let known = row[keyPath: path] {
      guard abs(known - number) > 0.01 * max(abs(known), abs(number)) else { return true }
      decoding.report(
        .warning, "value.unit",
        "\(NumberText.text(of: number)) \(name) is not what the row says in its other unit (\(NumberText.text(of: known)) \(name)), which counts; keep one of the two"
      )
      return true
    }
    row[keyPath: path] = number
    return true
  }

  private func decode(
    _ text: String, _ cell: ReferenceCell<Row>, into row: inout Row, _ decoding: inout Decoding
  ) -> Bool {
    guard let kind = cell.kind else {
      guard let end = decoding.end(named: text, among: cell.groups, implied: cell.implied) else {
        return false
      }
      cell.write(&row, end)
      return true
    }
    let company = cell.company?(row).flatMap { $0.rawValue.isEmpty ? nil : $0.rawValue }
    guard let id = decoding.reference(to: kind, named: text, within: company) else { return false }
    cell.write(&row, EntityReference(kind, id))
    return true
  }

  /// Of a list with an unknown name the others stay.
  private func decodeList(
    _ text: String, _ cell: ReferenceCell<Row>, into row: inout Row, _ decoding: inout Decoding
  ) -> Bool {
    guard let kind = cell.kind else { return false }
    for element in ListText.elements(of: text) {
      guard let id = decoding.reference(to: kind, named: element) else { continue }
      let reference = EntityReference(kind, id)
      if cell.read(row).contains(reference) {
        decoding.report(.warning, "list.repeated", "\"\(element)\" is listed twice; remove one")
      } else {
        cell.write(&row, reference)
      }
    }
    return !cell.read(row).isEmpty
  }
}
