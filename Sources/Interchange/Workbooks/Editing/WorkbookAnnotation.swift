import Containers
import EcosystemModel

/// What there is to tell about a workbook, put into a copy of it.
struct WorkbookAnnotation {
  /// A cell or row of a sheet, counted from 1.
  struct Place: Hashable {
    let sheet: String
    /// The row; `nil` where the whole sheet is meant.
    var row: Int?
    /// The column; `nil` where the whole row is meant.
    var column: Int?
  }

  private let diagnostics: [Diagnostic]
  private let places: [Location: Place]?

  /// More remarks than this make a file slow to open; the sheet of messages holds them all.
  private static let remarkLimit = 2000

  /// Takes messages, and where their places are in the workbook if those are not the workbook's own.
  init(_ diagnostics: [Diagnostic], places: [Location: Place]? = nil) {
    self.diagnostics = diagnostics
    self.places = places
  }

  /// The workbook in a file's bytes with the messages in it.
  func copy(of bytes: [UInt8], file: String) throws(ReadError) -> [UInt8] {
    var workbook = try WorkbookFile.open(bytes, file: file)
    var book = try WorkbookPatch.open(bytes, file: file)
    var styles = try book.styles()
    let isMarked = workbook.entries.contains { MessageSheet.isOurs($0.name) }
    var marks: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      if let place = place(of: diagnostic) { marks[place.sheet, default: []].append(diagnostic) }
    }
    let entries = workbook.entries
    for entry in entries where !MessageSheet.isOurs(entry.name) {
      guard let found = marks[entry.name] ?? (isMarked ? [] : nil) else { continue }
      let cells = cells(found, in: try workbook.sheet(entry))
      try book.change(
        entry.part, cells.mapValues { $0.mapValues { .mark($0.severity) } }, &styles,
        unmarking: isMarked)
      var count = 0
      let remarks = cells.sorted { $0.key < $1.key }.reduce(into: [Int: [Int: String]]()) {
        guard count < Self.remarkLimit else { return }
        count += $1.value.count
        $0[$1.key] = $1.value.mapValues { String($0.texts.joined(separator: "\n").prefix(8000)) }
      }
      try RemarkPatch.add(remarks, to: entry.part, &book)
    }
    let names = Set(entries.map(\.name))
    let sheet = MessageSheet { diagnostic in
      guard let place = place(of: diagnostic), names.contains(place.sheet) else { return "" }
      let quoted = place.sheet.replacing("'", with: "''")
      return "'\(quoted)'!\(SheetPatch.reference(row: place.row ?? 1, column: place.column ?? 1))"
    }
    try sheet.put(diagnostics, in: &book, of: &workbook, &styles)
    try book.set(styles)
    return try book.finished()
  }

  private func place(of diagnostic: Diagnostic) -> Place? {
    guard let location = diagnostic.location else { return nil }
    if let places { return places[location] }
    return location.sheet.map { Place(sheet: $0, row: location.line, column: location.column) }
  }

  private struct Mark {
    var severity: Severity
    var texts: [String]
  }

  /// The messages by row and column.
  ///
  /// One about a row stands at its first cell, one about a cell that is merged into another at that one.
  private func cells(_ found: [Diagnostic], in sheet: WorkbookSheet) -> [Int: [Int: Mark]] {
    let firsts = Dictionary(
      sheet.rows.map { (Int($0.number), Int(sheet.cells[$0.cells.lowerBound].column)) },
      uniquingKeysWith: { first, _ in first })
    var marks: [Int: [Int: Mark]] = [:]
    for diagnostic in found {
      guard let place = place(of: diagnostic), var row = place.row else { continue }
      var column = place.column ?? firsts[row] ?? 1
      if let merge = sheet.merges.first(where: {
        $0.rows.contains(Int32(clamping: row)) && $0.columns.contains(Int32(clamping: column))
      }) {
        (row, column) = (Int(merge.rows.lowerBound), Int(merge.columns.lowerBound))
      }
      let text = "\(diagnostic.severity.rawValue): \(diagnostic.message)"
      var mark = marks[row]?[column] ?? Mark(severity: diagnostic.severity, texts: [])
      mark.severity = max(mark.severity, diagnostic.severity)
      if !mark.texts.contains(text) { mark.texts.append(text) }
      marks[row, default: [:]][column] = mark
    }
    return marks
  }
}

extension WorkbookPatch {
  private static let emptyStyles =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"\(Standard.transitional.main)\"></styleSheet>"

  private mutating func stylesPath() throws(ReadError) -> String? {
    try links(of: book).first { $0.type == "styles" }?.part
  }

  /// The workbook's styles, to which others can be added.
  mutating func styles() throws(ReadError) -> StylePatch {
    let bytes = try stylesPath().flatMap { path throws(ReadError) in try text(path) }
    do {
      return try StylePatch(bytes ?? Array(Self.emptyStyles.utf8))
    } catch {
      throw damaged(error)
    }
  }

  /// Writes the styles back, or gives the workbook some where it has none.
  mutating func set(_ styles: StylePatch) throws(ReadError) {
    guard styles.isChanged else { return }
    if let path = try stylesPath() { return set(path, to: styles.document) }
    let path = freePath("xl/styles", ".xml")
    set(path, to: styles.document)
    try declare(
      part: path, as: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
    _ = try link(book, to: path, type: "styles")
  }

  /// Changes cells of a sheet, by row and column counted from 1.
  mutating func change(
    _ sheet: String, _ cells: [Int: [Int: SheetPatch.Change]], _ styles: inout StylePatch,
    unmarking: Bool = false
  ) throws(ReadError) {
    guard let bytes = try text(sheet) else { return }
    do {
      let changed = try SheetPatch.patched(bytes, cells, styles: &styles, unmarking: unmarking)
      if changed != bytes { set(sheet, to: changed) }
    } catch {
      throw damaged(error)
    }
  }
}
