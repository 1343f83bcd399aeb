import EcosystemModel
import Testing

@testable import Insights

/// One table with every sort of cell, asked for by nobody.
private struct Census: Findings {
  var title = "Census"
  var date: CalendarDate?
  var filter: [String] = []
  var withheld: Withheld? { nil }
  var grounds: Grounds?
  var summary: [String] { ["Two people."] }
  var share = 0.2917

  var tables: [FindingsTable] {
    var people = FindingsTable(
      id: "people", title: "People", method: "Counted, \(dateText).",
      columns: [
        .init("name"), .init("seats", .integer), .init("load", .hours), .init("share", .percent),
        .init("p", .probability), .init("since", .date),
      ])
    people.append([
      .text("Ada | \"W\""), .integer(12), .number(3.25), .number(share),
      .probability(decimalLogarithm: -109.55459), .date(CalendarDate("2020-03")),
    ])
    people.append([
      .text("=SUM(A1)"), .integer(-3), .number(.infinity), .missing,
      .probability(decimalLogarithm: -2.14057), .missing,
    ])
    return [people, FindingsTable(id: "none", title: "None", method: "", columns: [.init("x")])]
  }
}

@Suite struct FindingsTableTests {
  @Test func terminalAlignsWordsLeftAndNumbersRight() throws {
    let text = try Census().text(.table)
    #expect(
      text == """
        Two people.

        People
          Counted, all dates.

        name       seats  load   share            p       since
        ─────────  ─────  ────  ──────  ───────────  ──────────
        Ada | "W"     12   3.3  29.2 %  2.7888e-110  2020-03-01
        =SUM(A1)      -3     ∞       –    0.0072349           –

        None
          (no rows)

        """)
  }

  @Test func csvKeepsNumbersAndNeutralizesFormulas() throws {
    let text = try Census().text(.csv)
    #expect(
      text == """
        name,seats,load,share,p,since,method
        "Ada | ""W""\",12,3.25,0.2917,2.7888e-110,2020-03-01,"Counted, all dates."
        '=SUM(A1),-3,,,0.0072349,,"Counted, all dates."

        """)
  }

  @Test(arguments: ["=1", "+1", "-1+2", "-a", "@a", "\tx"])
  func everyFormulaSignIsNeutralized(words: String) {
    var table = FindingsTable(id: "t", title: "T", method: "", columns: [.init("x")])
    table.append([.text(words)])
    #expect(table.csv.split(separator: "\n").last?.contains("'" + words) == true)
  }

  @Test(arguments: ["-1", "-3.5", "-1e-5"])
  func negativeNumbersStayAsTheyAre(words: String) {
    var table = FindingsTable(id: "t", title: "T", method: "", columns: [.init("x")])
    table.append([.text(words)])
    #expect(table.csv == "x\n\(words)\n")
  }

  @Test func markdownEscapesPipes() throws {
    let lines = try Census(date: CalendarDate("2020")).text(.markdown).split(separator: "\n")
    #expect(lines.contains("Counted, as of 2020-01-01."))
    #expect(lines.contains("| --- | ---: | ---: | ---: | ---: | ---: |"))
    #expect(
      lines.contains("| Ada \\| \"W\" | 12 | 3.3 | 29.2 % | 2.7888e-110 | 2020-03-01 |"))
  }

  @Test func jsonIsTheFindingsThemselves() throws {
    let text = try Census().text(.json)
    #expect(text.contains("\"share\" : 0.2917"))
    #expect(text.contains("\"people\" : \"Counted, all dates.\""))
  }

  @Test func aTableIsChosenByItsID() throws {
    #expect(try Census().text(.csv, table: "none") == "x\n")
    #expect(throws: InsightError.self) { try Census().text(.csv, table: "others") }
  }

  /// The lines of a text that ends with a line break.
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("東京") == 4)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("🇯🇵👩‍🔬") == 4)
    var table = FindingsTable(
      id: "t", title: "T", method: "", columns: [.init("city"), .init("n", .integer)])
    table.append([.text("東京"), .integer(1)])
    table.append([.text("Rome"), .integer(1)])
    #expect(lines(table.text()).suffix(2) == ["東京  1", "Rome  1"])
  }

  @Test func wordsAreBrokenWhereTheTerminalIsNarrow() {
    var table = FindingsTable(
      id: "t", title: "T", method: "", columns: [.init("who"), .init("n", .integer)])
    table.append([.text("one two three four five six seven eight"), .integer(7)])
    let lines = self.lines(table.text(width: 24))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 24 })
    #expect(lines.suffix(2) == ["one two three four     7", "five six seven eight"])
  }

  @Test func controlCharactersReachNoTerminal() {
    var table = FindingsTable(id: "t", title: "T", method: "", columns: [.init("x")])
    table.append([.text("a\u{1B}[31m\u{202E}b\nc")])
    #expect(lines(table.text()).last == "a·[31m·b c")
  }

  @Test(arguments: [
    (0.375, 2, "0.38"), (-0.001, 2, "0.00"), (1234567.5, 0, "1234568"), (0.05, 1, "0.1"),
    (-2.5, 0, "-3"),
  ])
  func numbersAreRounded(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func probabilitiesKeepFiveDigits() {
    #expect(NumberText.probability(decimalLogarithm: 0) == "1.0000")
    #expect(NumberText.probability(decimalLogarithm: -400) == "1.0000e-400")
    #expect(NumberText.probability(decimalLogarithm: -.infinity) == "0")
  }
}
