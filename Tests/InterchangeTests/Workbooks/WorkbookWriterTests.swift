import EcosystemModel
import Foundation
import Testing

@testable import Interchange

struct WorkbookWriterTests {
  private func sheet(_ workbook: Workbook, at index: Int = 0) throws -> WorkbookSheet {
    var file = try WorkbookFile.open(try workbook.bytes(), file: "x.xlsx")
    let entry = file.entries[index]
    return try file.sheet(entry)
  }

  @Test func sameWorkbookSameBytes() throws {
    let workbook = sampleEcosystem.workbook
    #expect(try workbook.bytes() == workbook.bytes())
  }

  @Test(arguments: [
    "=1+2", "@a", "_x0041_", "a_x000D_b", "\u{1}", "\r\n", "\r", "\u{FFFE}", "<&>\"'", "  a",
    "😀", "_x_", "__x0041__",
  ])
  func textsComeBackAsTheyAre(text: String) throws {
    let read = try sheet(Workbook([.init(name: "a", rows: [[.init(.text(text))]])]))
    #expect(read.cells.map(\.value) == [.text(text)])
  }

  @Test(arguments: [0, 1, -1.5, 0.1, 1e300, 2.5e-308, 123_456_789.125, 1e15])
  func numbersComeBackAsTheyAre(number: Double) throws {
    let read = try sheet(Workbook([.init(name: "a", rows: [[.init(.number(number))]])]))
    #expect(read.cells.map(\.value) == [.number(number)])
  }

  @Test func datesAndFlagsKeepTheirKind() throws {
    let date = try #require(CalendarDate("2019-03-29"))
    let early = try #require(CalendarDate("1899-12-31"))
    let read = try sheet(
      Workbook([
        .init(
          name: "a",
          rows: [[.init(.date(date)), .init(.flag(true)), .init(.date(early)), .init(.empty)]])
      ]))
    #expect(
      read.cells.map(\.value) == [.moment(43_553, .day), .flag(true), .text("1899-12-31")])
  }

  @Test func whatExcelCannotHoldIsSaid() {
    let long = String(repeating: "x", count: 40_000)
    let error = #expect(throws: WriteError.self) {
      try Workbook([.init(name: "a", rows: [[], [.init(.empty), .init(.text(long))]])]).bytes()
    }
    #expect(error?.message.contains("a!B2") == true)
    #expect(throws: WriteError.self) { try Workbook([.init(name: "a:b")]).bytes() }
    #expect(throws: WriteError.self) { try Workbook([.init(name: "a"), .init(name: "A")]).bytes() }
  }

  @Test(
    arguments: [
      ("a/b[c]", [], "a b c"), ("", [], "Sheet"), ("'x'", [], "x"), ("pairs", ["Pairs"], "pairs 2"),
      ("History", [], "History 2"),
      (String(repeating: "w", count: 40), [], String(repeating: "w", count: 31)),
    ] as [(String, [String], String)])
  func sheetNamesAreThoseExcelAllows(wanted: String, others: [String], name: String) {
    #expect(Workbook.sheetName(wanted, among: others) == name)
  }

  @Test func annotatedCopyMarksCellsAndCanBeReadAgain() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interchange-\(UUID().uuidString)").path
    try AtomicFile.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = RawWorkbook(sheets: [
      (
        "people",
        "<x:sheetData>\(RawWorkbook.row(2, "name", "company"))\(RawWorkbook.row(3, "Kim", "Acne"))"
          + "\(RawWorkbook.row(4, "Lee", "Acme"))</x:sheetData>"
      ),
      (
        "companies",
        "<x:sheetData>\(RawWorkbook.row(1, "name"))\(RawWorkbook.row(2, "Acme"))</x:sheetData>"
      ),
      ("Sums", "<x:sheetData><x:row r='5'><x:c r='C5'><x:v>7</x:v></x:c></x:row></x:sheetData>"),
    ])
    try AtomicFile.write(source.bytes, to: "\(folder)/roster.xlsx")
    let dataset = try Dataset.read(at: "\(folder)/roster.xlsx")
    let unknown = try #require(dataset.diagnostics.first { $0.rule == "reference.unknown" })
    let copy = try dataset.annotated(with: dataset.diagnostics)
    #expect(copy.sheets.map(\.name) == ["messages (ignore)", "people", "companies", "Sums"])
    #expect(copy.sheets[1].rows[2][1].role == .marked(.error))
    #expect(
      copy.sheets[1].rows[2][2].value == .text(AnnotatedSheet.text(of: unknown)))
    #expect(copy.sheets[1].comments.map(\.row) == [2])
    #expect(copy.sheets[3].rows[4][2].value == .number(7))

    try copy.write(to: "\(folder)/checked.xlsx")
    let again = try Dataset.read(at: "\(folder)/checked.xlsx")
    #expect(again.ecosystem == dataset.ecosystem)
    #expect(
      again.rules.sorted() == (dataset.rules + ["column.messages", "column.messages"]).sorted())
    let twice = try again.annotated(with: dataset.diagnostics)
    #expect(twice.sheets.map { $0.width } == copy.sheets.map { $0.width })
  }

  @Test func annotatedCopyOfTextTablesMarksCells() throws {
    let dataset = try read(
      ("companies.csv", "name\nAcme\n"), ("people.csv", "name,note,company\nKim,\"a\nb\",Acne\n"))
    let copy = try dataset.annotated(with: dataset.diagnostics)
    let people = try #require(copy.sheets.last)
    #expect(people.rows[1].map(\.role) == [.plain, .plain, .marked(.error), .plain])
    #expect(people.rows[1][3].value == .text(AnnotatedSheet.text(of: dataset.diagnostics[0])))
  }
}
