public import EcosystemModel

/// A table of an answer: typed cells under titled columns, with a line that says how they were computed.
public struct FindingsTable: Codable, Hashable, Sendable {
  /// What a cell holds, which decides how it is aligned and written.
  package enum Kind: String, Codable, Hashable, Sendable {
    /// Words.
    case text
    /// A whole number.
    case integer
    /// A number with a fixed number of decimals.
    case number
    /// A share, `0...1` in the cell; people read it as a percentage.
    case percent
    /// A number of hours.
    case hours
    /// A length of time in hours, which people read in minutes, hours or days.
    case duration
    /// A day.
    case date
    /// A probability, which may be far below the smallest `Double`.
    case probability

    fileprivate var usualDecimals: Int {
      switch self {
      case .number: 3
      case .duration: 2
      case .integer: 0
      default: 1
      }
    }
  }

  /// One column.
  package struct Column: Codable, Hashable, Sendable {
    /// The heading.
    public var title: String
    /// What its cells hold.
    package var kind: Kind
    /// Digits after the point that people see; files for programs hold all of them.
    package var decimals: Int

    /// Makes a column.
    package init(_ title: String, _ kind: Kind = .text, decimals: Int? = nil) {
      self.title = title
      self.kind = kind
      self.decimals = decimals ?? kind.usualDecimals
    }

    /// The heading over cells that are plain figures, which names the unit: `median h`.
    package var headingOfFigures: String { kind == .duration ? "\(title) h" : title }
  }

  /// One cell.
  public enum Cell: Codable, Hashable, Sendable {
    /// Words.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number, a share or a number of hours, as the column says.
    case number(Double)
    /// A share, `0...1`, in a column of figures of different sorts.
    case share(Double)
    /// A day.
    case date(CalendarDate)
    /// A probability by its logarithm to base 10, −110 for 1e-110; −∞ for an impossible event.
    case probability(decimalLogarithm: Double)
    /// Nothing is known or nothing makes sense.
    case missing

    /// The number, or a missing cell.
    package static func number(_ value: Double?) -> Cell { value.map(Cell.number) ?? .missing }
    /// The whole number, or a missing cell.
    package static func integer(_ value: Int?) -> Cell { value.map(Cell.integer) ?? .missing }
    /// The words, or a missing cell.
    package static func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .missing }
    /// The day, or a missing cell.
    package static func date(_ value: CalendarDate?) -> Cell { value.map(Cell.date) ?? .missing }
    /// The names as one text.
    package static func list(_ values: [String]) -> Cell {
      values.isEmpty ? .missing : .text(values.listed)
    }
  }

  /// A word by which a user asks for this table alone, such as `pairs`.
  public var id: String
  /// The heading.
  public var title: String
  /// How the numbers were computed, on which date, and what was left out; one line.
  public var method: String
  /// The columns.
  package var columns: [Column]
  /// The rows; each has one cell for each column.
  public private(set) var rows: [[Cell]] = []
  /// Remarks below the table.
  public var notes: [String] = []
  /// By which conventions its figures were computed, beyond ``method``: definitions, normalisation, the reference whose
  /// values they equal.
  package var conventions: [String] = []

  /// Makes a table without rows.
  package init(id: String, title: String, method: String, columns: [Column]) {
    self.id = id
    self.title = title
    self.method = method
    self.columns = columns
  }

  /// The headings of the columns.
  public var headings: [String] { columns.map(\.headingOfFigures) }

  /// How the figures were computed, in one text that goes where they go.
  package var computation: String {
    ([method] + conventions).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Appends a row.
  ///
  /// - Precondition: There is one cell for each column.
  package mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "A row needs one cell for each column.")
    rows.append(cells)
  }

  /// Appends a row for each of the first so many, and says below the table how many more there are.
  ///
  /// - Precondition: There is one cell for each column.
  mutating func append<Row>(
    firstOf all: [Row], limit: Int?, _ cells: (Row) -> [Cell]
  ) {
    let shown = all.prefix(limit ?? .max)
    for row in shown { append(cells(row)) }
    if shown.count < all.count { notes.append("\(all.count - shown.count) more are not shown.") }
  }
}
