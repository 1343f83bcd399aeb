import EcosystemModel

/// A cell's value on its way into a file.
enum CellValue: Equatable {
  case none
  case text(String)
  case number(Double)
  case flag(Bool)
  case date(CalendarDate)
  case list([String])

  /// The text a CSV cell holds.
  var cellText: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .number(let number): NumberText.text(of: number)
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    case .list(let elements): ListText.cell(of: elements)
    }
  }
}

/// One column of the data contract: its header, how its cells become a part of a row, and back.
struct Column<Row> {
  /// The header in the contract.
  let name: String
  /// Other headers that mean the same.
  var aliases: [String] = []
  /// Whether a row without it is left out.
  var isRequired = false
  /// Whether a cell holds several values.
  var isList = false
  /// The kind of entity that a cell names, where that is always the same.
  var kind: EntityReference.Kind?
  /// Puts the text of a non-empty cell into the row, or reports why not and returns false.
  let decode: (inout Row, String, inout Decoding) -> Bool
  /// The row's value for the column.
  let encode: (Row) -> CellValue

  func required() -> Self {
    var column = self
    column.isRequired = true
    return column
  }

  func alias(_ names: String...) -> Self {
    var column = self
    column.aliases = names
    return column
  }
}

/// What a table of the contract consists of.
struct TableSchema<Row> {
  let table: TableName
  /// The columns in the contract's order; a cell may be read with the help of those before it.
  let columns: [Column<Row>]
  let attributes: WritableKeyPath<Row, Attributes>
}
