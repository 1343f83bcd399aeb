import EcosystemModel

/// A sheet with messages beside its rows and colours on the cells they are about.
struct AnnotatedSheet {
  /// The header of the column of messages.
  static let header = "messages"

  private(set) var sheet: Workbook.Sheet
  private let headerRow: Int
  private let messageColumn: Int
  private var messages: [Int: [String]] = [:]
  private var remarks: [Int: [Int: [String]]] = [:]
  private var commentCount = 0

  /// More remarks than this make a file slow to open; the column of messages holds them all.
  private static let commentLimit = 2000

  /// Starts with the cells of a sheet and the row of its headers.
  init(_ sheet: Workbook.Sheet, headerRow: Int, messageColumn: Int? = nil) {
    self.sheet = sheet
    self.headerRow = headerRow
    self.messageColumn = messageColumn ?? sheet.width
    if let messageColumn {
      for row in self.sheet.rows.indices where self.sheet.rows[row].count > messageColumn {
        self.sheet.rows[row][messageColumn] = .init(.empty)
      }
    }
  }

  /// Notes a message at a row, and at a cell of it; both are counted from 0.
  mutating func note(_ diagnostic: Diagnostic, row: Int, column: Int?) {
    let text = Self.text(of: diagnostic)
    messages[row, default: []].append(text)
    guard let column, column != messageColumn else { return }
    fill(row, through: column)
    let role: Workbook.Role = .marked(diagnostic.severity)
    if case .marked(let present) = sheet.rows[row][column].role, present > diagnostic.severity {
    } else {
      sheet.rows[row][column].role = role
    }
    guard commentCount < Self.commentLimit else { return }
    if remarks[row]?[column] == nil { commentCount += 1 }
    remarks[row, default: [:]][column, default: []].append(text)
  }

  /// `error: unknown company … [reference.unknown]`.
  static func text(of diagnostic: Diagnostic) -> String {
    "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.rule)]"
  }

  /// Whether a text is one that this type writes.
  static func isMessage(_ text: String) -> Bool {
    Severity.allCases.contains { text.hasPrefix("\($0.rawValue): ") } && text.hasSuffix("]")
  }

  /// The sheet with everything noted.
  consuming func finished() -> Workbook.Sheet {
    fill(headerRow, through: messageColumn)
    sheet.rows[headerRow][messageColumn] = .init(.text(Self.header), role: .header)
    for (row, texts) in messages where row != headerRow {
      fill(row, through: messageColumn)
      // Excel holds 32767 letters in a cell.
      sheet.rows[row][messageColumn] = .init(
        .text(String(texts.joined(separator: "\n").prefix(30_000))), isWrapped: true)
    }
    for (row, columns) in remarks.sorted(by: { $0.key < $1.key }) {
      for (column, texts) in columns.sorted(by: { $0.key < $1.key }) {
        sheet.comments.append(
          .init(row: row, column: column, text: texts.joined(separator: "\n")))
      }
    }
    sheet.widths = Workbook.widths(of: sheet.rows)
    sheet.widths[messageColumn] = 70
    sheet.frozenRows = headerRow + 1
    sheet.filterRow = headerRow
    return sheet
  }

  private mutating func fill(_ row: Int, through column: Int) {
    while sheet.rows.count <= row { sheet.rows.append([]) }
    let missing = column + 1 - sheet.rows[row].count
    if missing > 0 { sheet.rows[row] += Array(repeating: .init(.empty), count: missing) }
  }
}
