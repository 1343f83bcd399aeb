import Containers
import EcosystemModel
import Foundation
import GraphCore
import TestSupport
import Testing

@testable import Interchange

/// Workbooks that come back with messages or answers in them, and with everything else as it was.
struct WorkbookAnnotationTests {
  /// Made by openpyxl and by libxlsxwriter: charts, conditional formats, tables, notes on cells with faults, lists to choose
  /// from, print areas, protection, hidden and merged cells, names, a text box, a sheet “ecomap messages” of the user's own.
  private static let books = ["openpyxl", "xlsxwriter"]

  private static func path(_ book: String) -> String {
    PackageRoot.path("Tests/InterchangeTests/Fixtures/Workbooks/\(book).xlsx")
  }

  private static func annotated(_ book: String) throws -> (before: [UInt8], after: [UInt8]) {
    let dataset = try Dataset.read(at: path(book))
    return (try FileAccess.bytes(of: path(book)), try dataset.annotated(with: dataset.diagnostics))
  }

  private static func parts(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: try ZipArchive.unpacked(bytes).map { ($0.name, $0.bytes) })
  }

  /// The elements of a document as tags without what marks change: styles, counts and used ranges.
  private static func tags(_ bytes: [UInt8]) throws -> [String: Int] {
    var tags: [String: Int] = [:]
    var scanner = XMLScanner(bytes, names: .written)
    while true {
      switch try scanner.next() {
      case .start:
        let attributes = scanner.attributes.filter {
          !["s", "count", "ref", "spans"].contains($0.name)
        }
        tags["\(scanner.name) \(attributes)", default: 0] += 1
      case .finish: return tags
      case .end, .text: break
      }
    }
  }

  @Test(arguments: books)
  func untouchedPartsStayByteForByteAndElementsStay(book: String) throws {
    let (before, after) = try Self.annotated(book)
    let old = try Self.parts(before)
    let new = try Self.parts(after)
    let names = try ZipArchive.unpacked(before).map(\.name)
    #expect(try ZipArchive.unpacked(after).map(\.name).prefix(names.count) == names[...])
    let changed = names.filter { old[$0] != new[$0] }
    let touchable = [
      "sheet", "comments", "vmlDrawing", "commentsDrawing", "styles", "workbook", "Content_Types",
    ]
    for name in changed {
      #expect(touchable.contains { name.contains($0) }, "\(name)")
      guard name.hasSuffix(".xml") else { continue }
      let kept = try Self.tags(new[name] ?? [])
      for (tag, count) in try Self.tags(old[name] ?? []) {
        #expect(kept[tag] ?? 0 >= count, "\(name): \(tag)")
      }
    }
    #expect(changed.contains { $0.contains("styles") })
    #expect(names.contains { $0.contains("chart") } && !changed.contains { $0.contains("chart") })
  }

  @Test(arguments: books)
  func copiesReadAsTheSameAndAnnotateToTheSame(book: String) throws {
    let dataset = try Dataset.read(at: Self.path(book))
    let copy = try dataset.annotated(with: dataset.diagnostics)
    let again = try Dataset.read(files: [("copy.xlsx", copy)])
    #expect(again.ecosystem == dataset.ecosystem)
    let rules = dataset.diagnostics.map { "\($0.rule) \($0.location?.line ?? 0)" }
    #expect(again.diagnostics.map { "\($0.rule) \($0.location?.line ?? 0)" } == rules)
    #expect(try dataset.annotated(with: dataset.diagnostics) == copy)
    // Marks of an earlier run go with what they were about.
    let clean = try WorkbookAnnotation([]).copy(of: copy, file: "copy.xlsx")
    let parts = try Self.parts(clean)
    let original = try Self.parts(FileAccess.bytes(of: Self.path(book)))
    for (name, bytes) in parts where name.contains("comments") && name.hasSuffix(".xml") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("ecomap: ") && !text.contains("error: "), "\(text)")
      if let first = original[name] {
        #expect(
          try Self.tags(first).filter { $0.key.hasPrefix("comment ") }
            == Self.tags(bytes).filter { $0.key.hasPrefix("comment ") })
      }
    }
  }

  @Test func colouredCellsAndNotesOfTheUserStay() throws {
    let copy = try Self.annotated("openpyxl").after
    let parts = try Self.parts(copy)
    let notes = String(decoding: parts["xl/comments/comment1.xml"] ?? [], as: UTF8.self)
    #expect(notes.contains("Check with Jo&#10;&#10;ecomap: error: unknown company"))
    #expect(notes.contains("keep me</"))
    let styles = try StylePatch(parts["xl/styles.xml"] ?? [])
    let bytes = parts["xl/worksheets/sheet2.xml"] ?? []
    let cells = try XMLSpan.all(in: bytes, depth: 3)
    let patch = XMLPatch(bytes)
    // B4 is amber and stays so; B5 gets our colour.
    let style = { (cell: String) -> Int? in
      cells.first { $0.localName == "c" && patch.value("r", of: $0) == cell }
        .flatMap { patch.value("s", of: $0) }.flatMap { Int($0) }
    }
    var unmarking = styles
    #expect(style("B4").flatMap { unmarking.unmarked($0) } == nil)
    #expect(style("B5").flatMap { unmarking.unmarked($0) } == 0)
    let book = try Dataset.read(files: [("copy.xlsx", copy)])
    #expect(!book.lines.contains { $0.contains("ecomap messages") })
  }

  @Test func messagesAreGroupedByCauseWithLinks() throws {
    var file = try WorkbookFile.open(Self.annotated("openpyxl").after, file: "copy.xlsx")
    let entry = try #require(file.entries.last)
    #expect(entry.name == "ecomap messages 2")
    let sheet = try file.sheet(entry)
    let rows = sheet.rows.map { row in sheet.cells[row.cells].map { sheet.text(of: $0.value) } }
    #expect(rows[0] == ["severity", "cells", "place", "message", "rule"])
    let first = try #require(rows.firstIndex { $0.contains("'people'!B2") })
    #expect(rows[first][1] == "2" && rows[first + 1].contains("'people'!B4"))
    #expect(rows.contains { $0.contains("'O''Brien sums'!A1") })
  }

  @Test func workbooksOfTheOpenXMLSDKKeepTheirPrefixes() throws {
    let source = RawWorkbook(sheets: [
      (
        "people",
        "<x:sheetData>\(RawWorkbook.row(2, "name", "company"))\(RawWorkbook.row(3, "Kim", "Acne"))"
          + "<x:row r='5' spans='1:1'/></x:sheetData><x:tableParts count='0'/>"
      ),
      (
        "companies",
        "<x:sheetData>\(RawWorkbook.row(1, "name"))\(RawWorkbook.row(2, "Acme"))</x:sheetData>"
      ),
    ])
    let diagnostics = [
      Diagnostic(
        severity: .warning, rule: "a", message: "m",
        location: Location(file: "r.xlsx", sheet: "people", line: 5, column: 3)),
      Diagnostic(
        severity: .error, rule: "b", message: "n <&>",
        location: Location(file: "r.xlsx", sheet: "people", line: 9, column: 1)),
    ]
    let copy = try WorkbookAnnotation(diagnostics).copy(of: source.bytes, file: "r.xlsx")
    let parts = try Self.parts(copy)
    let text = String(decoding: parts["xl/worksheets/sheet1.xml"] ?? [], as: UTF8.self)
    #expect(text.contains("<x:row r='5' spans='1:3'><x:c r=\"C5\" s=\"1\"/></x:row>"))
    #expect(text.contains("<x:row r=\"9\"><x:c r=\"A9\" s=\"2\"/></x:row></x:sheetData>"))
    #expect(text.contains("<x:legacyDrawing ") && text.contains("r:id=\"rId2\"/><x:tableParts"))
    for (name, bytes) in parts where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      #expect(throws: Never.self, "\(name)") { try XMLSpan.all(in: bytes, depth: 9) }
    }
  }

  /// Parts with some bytes changed are refused, or the copy is a workbook whose parts are well-formed.
  @Test(arguments: Seeds.upTo(60))
  func damagedWorkbooksAreRefusedOrComeBackWhole(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var entries = try ZipArchive.unpacked(
      FileAccess.bytes(of: Self.path(Self.books[Int(seed % 2)])))
    let texts = entries.indices.filter {
      let name = entries[$0].name
      return name.contains("sheet") || name.contains("omment") || name.contains("styles")
        || name.contains("vml") || name.contains("rels") || name.contains("Types")
    }
    for _ in 0..<3 {
      guard let index = texts.randomElement(using: &generator) else { continue }
      var bytes = entries[index].bytes
      let position = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: 0x20...0x7E, using: &generator)
      case 1: bytes.removeSubrange(position..<min(bytes.count, position + 12))
      default: bytes.insert(contentsOf: bytes[max(0, position - 12)..<position], at: position)
      }
      entries[index].bytes = bytes
    }
    let damaged = try ZipArchive.packed(entries)
    let places = [("people", 2, 2), ("people", 40, 9), ("companies", 1, 1)].map {
      Location(file: "w.xlsx", sheet: $0, line: $1, column: $2)
    }
    let messages = places.map {
      Diagnostic(severity: .error, rule: "r", message: "m", location: $0)
    }
    guard let copy = try? WorkbookAnnotation(messages).copy(of: damaged, file: "w.xlsx") else {
      return
    }
    let before = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.bytes) })
    for (name, bytes) in try Self.parts(copy) where bytes != before[name] && !name.hasSuffix(".vml")
    {
      #expect(throws: Never.self, "\(name)") { try XMLSpan.all(in: bytes, depth: 0) }
    }
    #expect(throws: Never.self) { _ = try WorkbookFile.open(copy, file: "w.xlsx").entries.count }
  }

  @Test func macrosAreRefusedWithAWord() throws {
    var source = RawWorkbook(sheets: [
      ("companies", "<x:sheetData>\(RawWorkbook.row(1, "name"))</x:sheetData>")
    ])
    source.parts = [("xl/vbaProject.bin", "x")]
    let bytes = source.bytes
    let error = #expect(throws: ReadError.self) {
      try WorkbookAnnotation([]).copy(of: bytes, file: "r.xlsm")
    }
    #expect(error?.message.contains("macros") ?? false)
  }

  @Test func threadsOfCommentsStayAsTheyAre() throws {
    var source = RawWorkbook(sheets: [
      ("companies", "<x:sheetData>\(RawWorkbook.row(1, "name"))</x:sheetData>")
    ])
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    source.parts = [
      (
        "xl/comments7.xml",
        "<comments><authors><author>tc={1}</author></authors><commentList><comment ref='A1' authorId='0'><text><t>[Threaded comment]</t></text></comment></commentList></comments>"
      ),
      (
        "xl/threadedComments/threadedComment1.xml",
        "<ThreadedComments><threadedComment ref='A1' id='{1}'><text>Why?</text></threadedComment></ThreadedComments>"
      ),
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<Relationships><Relationship Id='r1' Type='\(office)/comments' Target='../comments7.xml'/><Relationship Id='r2' Type='http://schemas.microsoft.com/office/2017/10/relationships/threadedComment' Target='../threadedComments/threadedComment1.xml'/></Relationships>"
      ),
    ]
    let place = Location(file: "r.xlsx", sheet: "companies", line: 1, column: 1)
    let copy = try WorkbookAnnotation([
      Diagnostic(severity: .error, rule: "a", message: "m", location: place)
    ]).copy(of: source.bytes, file: "r.xlsx")
    let parts = try Self.parts(copy)
    let before = try Self.parts(source.bytes)
    for name in ["xl/comments7.xml", "xl/threadedComments/threadedComment1.xml"] {
      #expect(parts[name] == before[name])
    }
  }

  @Test func tablesOfTextBecomeAMarkedWorkbook() throws {
    let dataset = try read(
      ("companies.csv", "name\nAcme\n"), ("people.csv", "name,note,company\nKim,\"a\nb\",Acne\n"))
    let copy = try dataset.annotated(with: dataset.diagnostics)
    let notes = try Self.parts(copy).filter { $0.key.hasPrefix("xl/comments") }
    #expect(notes.count == 1)
    let text = String(decoding: notes.first?.value ?? [], as: UTF8.self)
    #expect(text.contains("ref=\"C2\"") && text.contains("unknown company"))
  }

  @Test func answersStandBesideTheirRowsAndReplaceEarlierOnes() throws {
    let folder = try TemporaryFolder()
    let path = folder["roster.xlsx"]
    try AtomicFile.write(FileAccess.bytes(of: Self.path("openpyxl")), to: path)
    let dataset = try Dataset.read(at: path)
    let lee = try #require(dataset.ecosystem.people.first { $0.name == "Lee" })
    let kim = try #require(dataset.ecosystem.people.first { $0.name == "Kim" })
    let first = AnswerColumn(
      title: "load", remark: "hours",
      cells: [(EntityReference(lee.id), .number(2.5)), (EntityReference(kim.id), .number(1))])
    let written = try dataset.workbook(adding: first)
    #expect(written.count == 2)
    try AtomicFile.write(written.bytes, to: path)
    let again = try Dataset.read(at: path)
    #expect(again.ecosystem == dataset.ecosystem)
    let second = AnswerColumn(
      title: "load", remark: "hours", cells: [(EntityReference(lee.id), .text("<much>"))])
    let twice = try again.workbook(adding: second).bytes
    var book = try WorkbookFile.open(twice, file: path)
    let sheet = try book.sheet(try #require(book.entries.first { $0.name == "people" }))
    let column = sheet.rows.map { row in
      sheet.cells[row.cells].filter { $0.column == 6 }.map { sheet.text(of: $0.value) }.joined()
    }
    #expect(column == ["ecomap: load", "", "<much>", "", ""])
    let parts = try Self.parts(twice)
    let old = try Self.parts(FileAccess.bytes(of: Self.path("openpyxl")))
    let changed = old.keys.filter { parts[$0] != old[$0] }.sorted()
    #expect(
      changed == [
        "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml", "xl/worksheets/sheet2.xml",
      ])
  }
}
