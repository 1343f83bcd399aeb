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
}
