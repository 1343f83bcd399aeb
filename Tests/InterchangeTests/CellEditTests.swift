import Testing

@testable import Interchange

/// A cell that is changed changes, and nothing else does.
@Suite(.timeLimit(.minutes(60)))
struct CellEditTests {
  static func edited(_ text: String, _ cells: [(Int, Int, String)]) throws -> String {
    let edits = cells.map {
      CellEdit(file: "a.csv", sheet: nil, line: $0.0, column: $0.1, text: $0.2)
    }
    return String(
      decoding: try CellEdit.applied(edits, to: Array(text.utf8), file: "a.csv"), as: UTF8.self)
  }

  @Test func onlyTheCellChanges() throws {
    #expect(try Self.edited("a,b\r\n1,2\r\n", [(2, 2, "x")]) == "a,b\r\n1,x\r\n")
    #expect(try Self.edited("a;b\n 1 ;\"2;3\"\n", [(2, 2, "x;y")]) == "a;b\n 1 ;\"x;y\"\n")
    #expect(try Self.edited("\u{FEFF}a,b\n1,2", [(1, 1, "é"), (2, 1, "")]) == "\u{FEFF}é,b\n,2")
    #expect(try Self.edited("a,b\n1\n", [(2, 4, "x")]) == "a,b\n1,,,x\n")
    // A row after a cell of two lines.
    #expect(try Self.edited("a,b\n\"1\n1\",2\n3,4\n", [(4, 1, "x")]) == "a,b\n\"1\n1\",2\nx,4\n")
    #expect(try Self.edited("a\n\"say \"\"so\"\"\"\n", [(2, 1, "\"")]) == "a\n\"\"\"\"\n")
    #expect(try Self.edited("sep=;\na;b\n", [(2, 2, "x")]) == "sep=;\na;x\n")
  }

  @Test func whatIsNotThereIsRefused() {
    for (line, column) in [(9, 1), (0, 1), (1, 0), (-1, -1), (2_000_000, 1), (1, 20_000)] {
      #expect(throws: ReadError.self) { try Self.edited("a,b\n1,2\n", [(line, column, "x")]) }
    }
    #expect(throws: ReadError.self) {
      try CellEdit.applied([], to: [0xFF, 0xFE, 0x61, 0x00], file: "a.csv")
    }
  }

  @Test(arguments: 0..<40)
  func readersSeeTheChangeAndNothingElse(seed: Int) throws {
    let pieces = ["a", "", "b c", "\"q\"", "x,y", "é", "l1\nl2", " p "]
    func text(_ row: Int, _ column: Int) -> String {
      pieces[(seed &* 7 &+ row &* 3 &+ column) % pieces.count]
    }
    func written(_ text: String) -> String {
      text.contains { "\",\n ".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
    let rows = (0..<5).map { row in (0..<4).map { text(row, $0) } }
    let file = rows.map { $0.map(written).joined(separator: ",") }.joined(separator: "\n")
    func cells(_ file: String) -> [[String]] {
      var book = RawBook(path: "a.csv")
      book.add(csv: Array(file.utf8), file: "a.csv")
      return book.sheets.first?.rows.map { $0.map { $0?.text ?? "" } } ?? []
    }
    // The line on which a row begins.
    let target = seed % 5
    let above = rows[..<target].joined().map { text in text.count { $0 == "\n" } }
    let line = 1 + target + above.reduce(0, +)
    let changed = cells(try Self.edited(file, [(line, 2, "new, \"text\"")]))
    var expected = cells(file)
    guard expected.count == 5, changed.count == 5 else { return }
    while expected[target].count < 2 { expected[target].append("") }
    expected[target][1] = "new, \"text\""
    #expect(changed == expected)
  }
}
