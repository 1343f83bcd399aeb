import EcosystemModel
import Testing

@testable import Interchange

struct CSVReaderTests {
  /// All records of a text, and what was noticed.
  private func records(_ text: String) -> (cells: [[String]], lines: [[Int32]], rules: [String]) {
    var reader = CSVReader(bytes: Array(text.utf8), file: "t.csv")
    var fields: [CSVField] = []
    var cells: [[String]] = []
    var lines: [[Int32]] = []
    while reader.next(&fields) {
      cells.append(fields.map { reader.text(of: $0) })
      lines.append(fields.map(\.line))
    }
    return (cells, lines, reader.diagnostics.map(\.rule))
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "a;b\n1;2", "a\tb\r\n1\t2",
  ])
  func lineEndsAndDelimiters(text: String) {
    #expect(records(text).cells == [["a", "b"], ["1", "2"]])
  }

  @Test func quotedCellsHoldAnything() {
    let read = records("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n")
    #expect(read.cells == [["a", "b"], ["x,y", "say \"hi\""], ["two\nlines", ""]])
    #expect(read.rules.isEmpty)
  }

  @Test func cellsKnowTheirLine() {
    let read = records("a,b\n\"1\r\n2\n3\",x\ny,\"4\n5\"\nz,\n")
    #expect(read.lines == [[1, 1], [2, 4], [5, 5], [7, 7]])
  }

  @Test func paddingIsTrimmedInsideAndOutsideQuotes() {
    let read = records("a , b\n  1,\t2 \n \" 3 \" ,\u{A0}4\u{A0}\n")
    #expect(read.cells == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func emptyRecordsAreSkipped() {
    #expect(records("\n\na,b\n\n,,\n1,2\n,\n  \n").cells == [["a", "b"], ["1", "2"]])
  }

  @Test func unterminatedQuoteCostsItsCellOnly() {
    let read = records("a,b\n\"open,1\n2,3\n")
    #expect(read.cells == [["a", "b"], ["\"open", "1"], ["2", "3"]])
    #expect(read.rules == ["csv.quote.unterminated"])
    #expect(read.lines == [[1, 1], [2, 2], [3, 3]])
  }

  @Test func textAfterAClosingQuoteIsKeptAndReported() {
    let read = records("a,b\n\"x\"y,1\n")
    #expect(read.cells == [["a", "b"], ["xy", "1"]])
    #expect(read.rules == ["csv.quote.stray"])
  }

  @Test func quotesInsidePlainCellsAreKept() {
    let read = records("a,b\nRobert \"Bob\" Smith,5\" pipe\n")
    #expect(read.cells[1] == ["Robert \"Bob\" Smith", "5\" pipe"])
    #expect(read.rules == ["csv.quote.stray", "csv.quote.stray"])
  }

  @Test func delimiterIsSniffedOutsideQuotes() {
    #expect(records("\"a,b,c\";d\n1;2\n").cells == [["a,b,c", "d"], ["1", "2"]])
    #expect(records("sep=;\r\na,x;b\r\n1;2\r\n").cells == [["a,x", "b"], ["1", "2"]])
    #expect(records("sep=;\na;b\n").lines == [[2, 2]])
  }

  @Test func placesNameLineFieldAndSpreadsheetRow() throws {
    let dataset = try read(
      ("companies.csv", "name,parent\n\"Two\nlines\",\nB,Nobody\n"), ("people.csv", "name\nX\n"))
    #expect(
      dataset.lines == [
        "companies.csv:4:2: error: unknown company \"Nobody\"; add it to the table companies "
          + "(row 3 in a spreadsheet) [reference.unknown]"
      ])
  }

  @Test func raggedRows() throws {
    let dataset = try read(("companies.csv", "name,kind,region\nA\nB,x,y,,\nC,x,y,z\n"))
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "B", "C"])
    #expect(dataset.rules == ["csv.row.long"])
    #expect(dataset.diagnostics[0].location == Location(file: "companies.csv", line: 4, column: 4))
  }

  @Test func wideHeadersWithShortRowsAreRefused() throws {
    let header = (0..<8000).map { "c\($0)" }.joined(separator: ",")
    let dataset = try read(
      ("companies.csv", "name,\(header)\n" + String(repeating: "a\n", count: 2000)))
    #expect(dataset.rules == ["table.size"])
  }

  @Test func manyColumnsOfOnesOwnAreReadInTime() throws {
    let header = (0..<1000).map { "c\($0)" }.joined(separator: ",")
    let row = String(repeating: ",x", count: 1000)
    let dataset = try read(("companies.csv", "name,\(header)\na\(row)\nb\(row)\n"))
    #expect(dataset.ecosystem.companies.map(\.attributes.entries.count) == [1000, 1000])
  }
}
