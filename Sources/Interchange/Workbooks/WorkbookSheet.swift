import EcosystemModel

/// What a cell of a workbook holds.
enum SheetValue: Equatable {
  case text(String)
  case number(Double)
  case flag(Bool)
  /// A day or moment, as the days since the workbook's epoch, shown in a form.
  case moment(Double, MomentForm)
  /// What Excel shows where a formula fails, such as `#REF!`.
  case error(String)
  /// A formula whose result the file does not hold.
  case uncomputed
}

/// How much of a day or moment a cell shows.
enum MomentForm: Equatable {
  case year, month, day, moment, time
}

/// One sheet as the file has it, before any meaning.
struct WorkbookSheet {
  /// A cell that is not empty.
  struct Cell {
    /// The column, counted from 1.
    let column: Int32
    /// The steps by which its style moves the text to the right.
    var indent: UInt8 = 0
    let value: SheetValue
  }

  /// A row that has cells.
  struct Row {
    /// The number, counted from 1.
    let number: Int32
    let isHidden: Bool
    /// Where its cells stand in `cells`.
    let cells: Range<Int>
  }

  /// Cells that are shown as one.
  struct Merge {
    let rows: ClosedRange<Int32>
    let columns: ClosedRange<Int32>
    /// The range as Excel writes it, such as `B2:B4`.
    let text: String
  }

  let name: String
  var isHidden = false
  var rows: [Row] = []
  var cells: [Cell] = []
  var merges: [Merge] = []
  /// Whether days are counted from 1904 instead of 1900.
  var is1904 = false

  /// The text that a value stands for in a table; nothing for errors and results that are not there.
  func text(of value: SheetValue) -> String {
    switch value {
    case .text(let text): text.trimmed
    case .number(let number): NumberText.text(of: number)
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    case .moment(let serial, let form): SerialDate.text(of: serial, form, is1904: is1904)
    case .error, .uncomputed: ""
    }
  }
}
