import EcosystemModel

/// One row of a contract's table on its way out of a sheet.
struct MappedRow {
  /// A cell with where it stands in the sheet.
  struct Cell {
    let column: String
    var text: String
    /// Where its text stands; `nil` for what no cell holds.
    var row: Int?
    var position: Int?
    /// Whether it is a column of the user's own.
    var isOwn = false
    /// What numbers of its column are counted in, where the mapping says so.
    var unit: String?
    /// The sheet in which it stands, where that is not the row's.
    var sheet: Int?
  }

  let table: TableName
  /// The position of the sheet in the book, and of the row in the sheet.
  let sheet: Int
  var row: Int
  var cells: [Cell] = []
  /// Whether its name is made of another's, so that it is there only if something else names it.
  var isMade = false

  subscript(column: String) -> String? {
    get { cells.first { !$0.isOwn && $0.column == column }?.text }
    set {
      guard let newValue else { return cells.removeAll { !$0.isOwn && $0.column == column } }
      if let place = cells.firstIndex(where: { !$0.isOwn && $0.column == column }) {
        cells[place].text = newValue
      } else {
        cells.append(Cell(column: column, text: newValue, row: nil, position: nil))
      }
    }
  }

  /// A row of a person without the company that stands in parentheses beside the name; it is in the company's column then.
  var plain: MappedRow {
    guard table == .people, let text = self[Person.nameColumn], text.hasSuffix(")"),
      let place = cells.firstIndex(where: { $0.column == Person.nameColumn && !$0.isOwn })
    else { return self }
    let person = PersonText(text)
    let company = self[Person.column(\.company)]
    guard let remark = person.remark, NameLexicon.isPersonLike(person.name),
      company.map({ $0 == remark }) ?? NameLexicon.isCompanyLike(remark)
    else { return self }
    var result = self
    result.cells[place].text = person.name
    if company == nil {
      let cell = cells[place]
      result.cells.append(
        Cell(
          column: Person.column(\.company), text: remark, row: cell.row, position: cell.position))
    }
    return result
  }

  /// The row as that of a sheet whose rows and columns were exchanged.
  var turned: MappedRow {
    var result = self
    for place in cells.indices {
      (result.cells[place].row, result.cells[place].position) = (
        cells[place].position, cells[place].row
      )
    }
    result.row = result.cells.compactMap(\.row).min() ?? 0
    return result
  }
}
