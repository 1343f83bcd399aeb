import GraphCore
import EcosystemModel
import Testing

@testable import Interchange

/// Files that call themselves workbooks and are something else, or mean harm.
struct HostileWorkbookTests {
  private func refusal(_ bytes: [UInt8], named name: String = "x.xlsx") -> ReadError? {
    do throws(ReadError) {
      _ = try Dataset.read(files: [(name, bytes)])
      return nil
    } catch {
      return error
    }
  }

  private var plain: RawWorkbook {
    RawWorkbook(sheets: [
      (
        "people",
        "<x:sheetData>\(RawWorkbook.row(1, "name"))\(RawWorkbook.row(2, "A"))</x:sheetData>"
      )
    ])
  }

  @Test func olderAndEncryptedFilesAreRefusedWithWhatToDo() {
    var old = WorkbookRefusal.compoundFileMark + [UInt8](repeating: 0, count: 1016)
    #expect(refusal(old)?.message.contains("Excel 97 to 2003") == true)
    old += "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(refusal(old)?.message.contains("clear the password") == true)
    #expect(refusal([1, 2, 3], named: "x.xls")?.code == .unsupportedFormat)
  }

  @Test(arguments: [
    ("xl/workbook.bin", "binary workbook"), ("content.xml", "OpenDocument"),
    ("Index/Document.iwa", "Numbers"),
  ])
  func otherKindsOfWorkbooksAreNamed(part: String, kind: String) {
    let bytes = RawWorkbook.archive([(part, [1])])
    #expect(refusal(bytes)?.code == .unsupportedFormat)
    #expect(refusal(bytes)?.message.contains(kind) == true)
  }

  @Test func whatIsNoArchiveIsRefused() throws {
    for bytes in [
      [], Array("PK".utf8), Array("name,company\n".utf8), Array(plain.bytes.dropLast(30)),
    ] {
      #expect(refusal(bytes)?.code == .unreadable)
    }
  }

  @Test func bombsAreRefusedBeforeTheyFillTheMemory() {
    var workbook = plain
    workbook.parts = [
      ("xl/worksheets/sheet1.xml", String(repeating: " ", count: 40 << 20))
    ]
    let error = refusal(workbook.bytes)
    #expect(error?.code == .refused)
    #expect(error?.message.contains("xl/worksheets/sheet1.xml") == true)
  }

  @Test func archivesOfVeryManyPartsAreRefused() {
    let bytes = RawWorkbook.archive((0...10_000).map { ("\($0)", []) })
    #expect(refusal(bytes)?.code == .refused)
  }

  @Test func linksToOtherWorkbooksAreRefused() {
    var workbook = plain
    workbook.parts = [("xl/externalLinks/externalLink1.xml", "<externalLink/>")]
    #expect(refusal(workbook.bytes)?.code == .refused)
    #expect(refusal(workbook.bytes)?.message.contains("Break Link") == true)
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet>&a;</worksheet>",
    "<worksheet>&a;</worksheet>", "<worksheet><sheetData></worksheet>", "<worksheet", "",
    "<worksheet><sheetData><row r='1'><c r='A1'><v>&#0;</v></c></row></sheetData></worksheet>",
  ])
  func brokenAndHostilePartsAreRefused(xml: String) {
    var workbook = plain
    workbook.parts = [("xl/worksheets/sheet1.xml", xml)]
    #expect(refusal(workbook.bytes)?.code == .unreadable)
  }

  @Test func deepNestingAndForeignRowNumbersEnd() {
    var workbook = plain
    for xml in [
      String(repeating: "<a>", count: 100_000),
      "<worksheet><sheetData><row r='99999999'><c r='A99999999'><v>1</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row r='1'><c r='ZZZZZ1'><v>1</v></c></row></sheetData></worksheet>",
    ] {
      workbook.parts = [("xl/worksheets/sheet1.xml", xml)]
      #expect(refusal(workbook.bytes)?.code == .unreadable)
    }
  }

  /// Bytes changed anywhere lead to an ecosystem or a refusal.
  @Test(arguments: 0..<150)
  func damagedWorkbooksNeverCrash(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = plain.bytes
    for _ in 0..<4 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
        in: .min ... .max, using: &generator)
    }
    let dataset = try? Dataset.read(files: [("x.xlsx", bytes)])
    #expect((dataset?.ecosystem.people.count ?? 0) <= 1)
  }
}
