import Containers
import Ecomap
import EcosystemModel

@testable import Interchange

extension Reader {
  /// Puts messages and a column of answers into a copy of a workbook, which has to be one too and to say the same.
  func annotated(_ archive: [UInt8]) -> Outcome {
    do {
      let cells = try Self.cells(of: archive)
      let marked = try Self.kept(cells, "annotated") { () throws(ReadError) in
        try WorkbookAnnotation(Self.messages).copy(of: archive, file: Self.file)
      }
      if let marked {
        let again = try Self.kept(cells, "annotated twice") { () throws(ReadError) in
          try WorkbookAnnotation(Self.messages).copy(of: marked, file: Self.file)
        }
        require(again != nil, "An annotated copy cannot be annotated.")
      }
      let answered = try Self.answered(archive)
      require(
        Set(cells).isSubset(of: try Self.cells(of: answered)), "A column of answers changes others."
      )
      return Outcome(isUnusual: cells.contains { $0.contains(Outcome.trap) })
    } catch {
      return Outcome(messages: [(error as? ReadError)?.message ?? "\(error)"])
    }
  }

  private static let file = "w.xlsx"

  private static let messages = [1, 2, 3, 40].map { line in
    Diagnostic(
      severity: line == 1 ? .note : .error, rule: "r", message: "m <&>",
      location: Location(
        file: file, sheet: line == 2 ? "companies" : "people", line: line, column: 2))
  }

  /// A copy that holds the same cells; `nil` if it was refused.
  private static func kept(
    _ cells: [String], _ what: String, _ copy: () throws(ReadError) -> [UInt8]
  ) throws -> [UInt8]? {
    guard let bytes = try? copy() else { return nil }
    do {
      require(try Self.cells(of: bytes) == cells, "A workbook that is \(what) says something else.")
    } catch let error as ReadError {
      fatalError("A workbook that is \(what) is none: \(error.message)")
    }
    return bytes
  }

  private static func answered(_ bytes: [UInt8]) throws -> [UInt8] {
    var workbook = try WorkbookFile.open(bytes, file: file)
    var book = try WorkbookPatch.open(bytes, file: file)
    var styles = try book.styles()
    let entries = workbook.entries
    for entry in entries where !MessageSheet.isOurs(entry.name) {
      let values: [Int: Workbook.Value] = [2: .number(1.5), 3: .text("two"), 9: .empty]
      let place = AnswerPlace(
        of: "ecomap: x", in: try workbook.sheet(entry), headers: 1, rows: values.keys)
      try book.change(entry.part, place.changes("ecomap: x", values), &styles)
      try RemarkPatch.add(
        [place.header: [place.column: "how"]], to: entry.part, &book, keepingOurs: true)
    }
    try book.set(styles)
    return try book.finished()
  }

  /// What the cells of a workbook show, with their places, but for the messages.
  private static func cells(of bytes: [UInt8]) throws -> [String] {
    var workbook = try WorkbookFile.open(bytes, file: file)
    var texts: [String] = []
    let entries = workbook.entries
    for entry in entries where !MessageSheet.isOurs(entry.name) {
      let sheet = try workbook.sheet(entry)
      for row in sheet.rows {
        for cell in sheet.cells[row.cells] {
          let text = sheet.text(of: cell.value)
          guard !text.isEmpty, text != "ecomap: x" else { continue }
          texts.append("\(entry.name)!\(row.number):\(cell.column) \(text)")
        }
      }
    }
    return texts
  }

  /// Recognises sheets of somebody's own, and reads them through what was recognised.
  func imported(_ files: [(name: String, bytes: [UInt8])]) -> Outcome {
    let raw = Self.book(files)
    let mapping = BookRecognition(raw).mapping
    do {
      let again = try WorkbookMapping(reading: Array(mapping.text().utf8), file: "x.mapping.yaml")
      require(again == mapping, "A mapping that was written is read as another:\n\(mapping.text())")
    } catch {
      fatalError("A mapping that was written cannot be read: \(error.message)\n\(mapping.text())")
    }
    return read(raw, through: mapping)
  }

  /// Reads sheets through a mapping that somebody wrote.
  func mapped(_ files: [(name: String, bytes: [UInt8])]) -> Outcome {
    do {
      let text = files.first { $0.name == "mapping.yaml" }?.bytes ?? []
      let mapping = try WorkbookMapping(reading: text, file: "x.mapping.yaml")
      return read(Self.book(files.filter { $0.name != "mapping.yaml" }), through: mapping)
    } catch {
      return Outcome(messages: [error.message])
    }
  }

  private static func book(_ files: [(name: String, bytes: [UInt8])]) -> RawBook {
    var raw = RawBook(path: "x")
    for file in files { raw.add(csv: file.bytes, file: file.name) }
    return raw
  }

  private func read(_ raw: RawBook, through mapping: WorkbookMapping) -> Outcome {
    let book = MappedBook(raw, mapping)
    let counts = book.ledger.counts
    require(
      counts.used + counts.ignored + counts.asked == counts.all, "Cells are lost: \(counts).")
    return Outcome(dataset: Dataset(book, path: "x", options: .init(), mapping: nil))
  }
}
