import EcosystemModel

/// How workbooks of one shape are read as tables of the contract.
///
/// It is written by recognition, edited by people, and applied to every workbook that its pattern fits.
package struct WorkbookMapping: Hashable, Sendable {
  /// The pattern of file names that it is for, such as `roster*.xlsx`.
  package var pattern: String
  /// Which of two numbers of a date is the day, where nothing else tells.
  var dateOrder: DateOrder?
  /// Whether a lone comma stands before decimals; `nil` where each column tells.
  var hasDecimalComma: Bool?
  /// What each sheet is; of several about one sheet, each has a part of it.
  var sheets: [SheetMapping] = []
  /// Other spellings of names, by the kind of what they name.
  var names: [EntityReference.Kind: [String: String]] = [:]
  /// Titles that people on committees have, and the roles that they mean.
  var roles: [String: MembershipRole] = [:]

  init(pattern: String) { self.pattern = pattern }

  /// The mapping of a sheet's parts, by its name; the only sheet of a file may be called anything, as a CSV file of next month is.
  func parts(of sheet: RawSheet, isOnly: Bool = false) -> [SheetMapping] {
    if isOnly, let first = sheets.first, sheets.allSatisfy({ $0.sheet == first.sheet }) {
      return sheets
    }
    let exact = sheets.filter { $0.sheet == sheet.name }
    return exact.isEmpty ? sheets.filter { NamePattern($0.sheet).matches(sheet.name) } : exact
  }
}

/// How one sheet, or a part of it, is read.
struct SheetMapping: Hashable, Sendable {
  /// How its cells are laid out.
  enum Layout: String, CaseIterable, Hashable, Sendable {
    /// A row of headers with rows below it.
    case list
    /// The same below each of several titles, which the rows belong to.
    case blocks
    /// A list whose headers stand in the first column.
    case sideways
    /// One thing, as a form tells of it: what is meant before what is so, line by line.
    case form
    /// Cases, activities, resources and times: who hands a case to whom.
    case eventLog = "event log"
    /// Tasks by people, with R, A, C and I.
    case responsibilities = "raci"
  }

  /// The sheet's name, or a pattern such as `JSC*`.
  var sheet: String
  /// Why nothing of it is read; `nil` where it is.
  var ignored: String?
  var layout = Layout.list
  /// The tables that its rows are rows of; the first takes its own columns.
  var tables: [TableMapping] = []
  /// Headers of columns that are kept as columns of the user's own.
  var ownColumns: [String] = []
  /// Headers of columns that are not read, with the reason.
  var ignoredColumns: [String: String] = [:]
  /// Headers of the columns of levels, of which each row fills one, or of the one whose indents tell the level.
  var levels: [String] = []
  /// Headers of columns in which an empty cell repeats the one above.
  var fillDown: [String] = []
  /// Headers of columns whose names have the last name first, as in `Smith, Ann`.
  var lastNameFirst: [String] = []
  /// What numbers under a header are counted in, such as `USD m` or `days`.
  var units: [String: String] = [:]
  /// Texts of first cells whose rows are left out, such as `Total`.
  var skippedRows: [String] = []

  init(sheet: String) { self.sheet = sheet }

  init(sheet: String, ignored reason: String) {
    self.sheet = sheet
    ignored = reason
  }

  /// Whether rows and columns are exchanged.
  var isTurned: Bool { layout == .sideways || layout == .form }

  /// All headers that it names.
  var headers: [String] {
    var found: [String] = []
    for table in tables {
      found += table.columns.flatMap(\.source.headers) + table.across
    }
    found += levels + ownColumns + ignoredColumns.keys.sorted()
    var seen: Set<String> = []
    return found.filter { seen.insert(SheetHeaders.key($0)).inserted }
  }
}

/// One table that the rows of a sheet are read as.
struct TableMapping: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    /// The contract's column.
    var name: String
    var source: CellSource
  }

  var table: TableName
  var columns: [Column] = []
  /// Headers over cells of a grid: each row of the sheet gives a row of the table for each of these with a mark.
  var across: [String] = []
  /// Whether a grid of the same names both ways says each pair twice.
  var isSymmetric = false

  init(_ table: TableName) { self.table = table }

  /// Whether its rows are what the headers of a grid name, whatever stands in the cells.
  var isOfHeaders: Bool {
    !across.isEmpty
      && columns.flatMap(\.source.pieces).allSatisfy { [.column, .lower, .upper].contains($0) }
  }

  /// Where the cells of a column come from.
  func source(of column: String) -> CellSource? {
    columns.first { $0.name == column }?.source
  }
}
