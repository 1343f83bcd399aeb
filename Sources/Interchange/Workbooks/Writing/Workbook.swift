package import EcosystemModel

/// A workbook to be written: sheets of typed cells, with what makes them pleasant to work in.
///
/// The same value gives the same bytes, whenever it is written.
package struct Workbook: Hashable, Sendable {
  /// The sheets in their order; a workbook without any cannot be opened, so an empty one is written.
  package var sheets: [Sheet]

  /// Makes a workbook of sheets.
  package init(_ sheets: [Sheet] = []) { self.sheets = sheets }

  /// What a cell says.
  package enum Value: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Words, written as they are; they never become a formula.
    case text(String)
    /// A number; what is not finite is written as nothing.
    case number(Double)
    /// A day; one before March 1900, which Excel cannot count, is written as text.
    case date(CalendarDate)
    /// True or false.
    case flag(Bool)
  }

  /// What a cell is there for, which decides its colours and weight.
  package enum Role: Hashable, Sendable {
    /// A value.
    case plain
    /// The name of a column.
    case header
    /// The name of a column that must be filled in.
    case requiredHeader
    /// What a sheet is about.
    case title
    /// How something was computed, or a remark.
    case remark
    /// A value that shows how it is done, to be replaced.
    case example
  }

  /// How a number is shown.
  package enum NumberForm: Hashable, Sendable {
    /// With as many digits as there are.
    case general
    /// With so many digits after the point.
    case decimals(Int)
    /// As a percentage with so many digits after the point.
    case percent(Int)
    /// With a power of ten, such as 2.79E-110.
    case scientific
  }

  /// One cell.
  package struct Cell: Hashable, Sendable {
    /// What it says.
    package var value: Value
    /// What it is there for.
    package var role: Role
    /// How it shows a number.
    package var form: NumberForm
    /// Whether a long text is broken into lines.
    package var isWrapped: Bool

    /// Makes a cell.
    package init(
      _ value: Value, role: Role = .plain, form: NumberForm = .general, isWrapped: Bool = false
    ) {
      self.value = value
      self.role = role
      self.form = form
      self.isWrapped = isWrapped
    }
  }

  /// A remark that opens beside a cell; rows and columns are counted from 0.
  package struct Comment: Hashable, Sendable {
    /// The row.
    package var row: Int
    /// The column.
    package var column: Int
    /// What it says.
    package var text: String

    /// Makes a remark.
    package init(row: Int, column: Int, text: String) {
      self.row = row
      self.column = column
      self.text = text
    }
  }

  /// A list from which the cells of a column are chosen.
  package struct Choice: Hashable, Sendable {
    /// Where the list comes from.
    package enum Source: Hashable, Sendable {
      /// These words.
      case words([String])
      /// The cells of a column of another sheet, rows counted from 0.
      case column(sheet: String, column: Int, rows: ClosedRange<Int>)
    }

    /// The column that is filled in, counted from 0.
    package var column: Int
    /// Its rows, counted from 0.
    package var rows: ClosedRange<Int>
    /// The list.
    package var source: Source
    /// Whether nothing else may be typed; otherwise the list only helps.
    package var isClosed: Bool

    /// Makes a list.
    package init(column: Int, rows: ClosedRange<Int>, source: Source, isClosed: Bool) {
      self.column = column
      self.rows = rows
      self.source = source
      self.isClosed = isClosed
    }
  }

  /// Bars behind the numbers of a column, as long as the numbers are large.
  package struct Bars: Hashable, Sendable {
    /// The column, counted from 0.
    package var column: Int
    /// Its rows, counted from 0.
    package var rows: ClosedRange<Int>

    /// Makes bars.
    package init(column: Int, rows: ClosedRange<Int>) {
      self.column = column
      self.rows = rows
    }
  }

  /// One sheet.
  package struct Sheet: Hashable, Sendable {
    /// The name on its tab; see ``Workbook/sheetName(_:among:)`` for what Excel allows.
    package var name: String
    /// The cells, row after row.
    package var rows: [[Cell]]
    /// The width of each column in letters; columns beyond the list have Excel's own.
    package var widths: [Double] = []
    /// The columns whose empty cells take what is typed as text, so that `1-5` does not become a date.
    package var textColumns: Set<Int> = []
    /// How many rows stay in sight when the sheet is scrolled.
    package var frozenRows = 0
    /// How many columns stay in sight.
    package var frozenColumns = 0
    /// The row of headers that gets buttons for sorting and filtering, counted from 0.
    package var filterRow: Int?
    /// Remarks on cells.
    package var comments: [Comment] = []
    /// Lists to choose from.
    package var choices: [Choice] = []
    /// Bars behind numbers.
    package var bars: [Bars] = []

    /// Makes a sheet of rows.
    package init(name: String, rows: [[Cell]] = []) {
      self.name = name
      self.rows = rows
    }

    /// The number of columns.
    package var width: Int { rows.map(\.count).max() ?? 0 }
  }

  /// A name for a sheet that Excel accepts and that none of the others has.
  ///
  /// At most 31 characters, without `[ ] : * ? / \` and without an apostrophe at either end; case tells no names apart.
  package static func sheetName(_ wanted: String, among others: [String]) -> String {
    var plain = String(
      wanted.unicodeScalars.map { scalar in
        "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20
          ? " " : Character(scalar)
      })
    while plain.hasPrefix("'") { plain.removeFirst() }
    while plain.hasSuffix("'") { plain.removeLast() }
    plain = plain.trimmed
    if plain.isEmpty { plain = "Sheet" }
    let taken = Set(others.map { $0.lowercased() })
    var name = Self.cut(plain, to: 31)
    var number = 1
    while taken.contains(name.lowercased()) || name.lowercased() == "history" {
      number += 1
      name = "\(Self.cut(plain, to: 31 - " \(number)".utf16.count)) \(number)"
    }
    return name
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var result = text
    while result.utf16.count > limit || result.hasSuffix("'") { result.removeLast() }
    return result.trimmed
  }
}
