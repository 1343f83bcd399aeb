import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Interchange

/// Small workbooks in the habits of people, each with the truth beside it in the contract's form.
@Suite(.timeLimit(.minutes(60)))
struct OwnWorkbookTests {
  static let habits = [
    "beside", "blocks", "bodies", "calendar", "columns", "crm", "crmkeys", "decisions", "eventlog",
    "forms",
    "french", "german", "indented", "keys", "levels", "long", "mandates", "matrix", "numbered",
    "orgchart", "outline", "pairs", "process", "prose", "raci", "rights", "sideways", "stacked",
    "tracked", "tracker",
    "turned", "twoheads",
  ]

  private static func path(_ habit: String) -> String {
    PackageRoot.path("Tests/InterchangeTests/Fixtures/OwnWorkbooks/\(habit)")
  }

  /// Every entity, seat and relationship is found, and every cell says what the truth says.
  @Test(arguments: habits)
  func habitIsRead(habit: String) throws {
    let book = try ImportedBook(at: Self.path(habit))
    let truth = try Dataset.read(at: Self.path(habit) + "/truth.yaml")
    #expect(!truth.hasErrors)
    let comparison = Comparison(of: book.dataset.ecosystem, with: truth.ecosystem)
    #expect(comparison.differences == [])
    #expect(!book.dataset.hasErrors, "\(book.dataset.diagnostics)")
    #expect(book.questions == [])
    #expect(book.dataset.diagnostics.count <= 12)
  }

  /// Cells used, left out with a reason and asked about are all cells that show something.
  @Test(arguments: habits)
  func everyCellIsAccountedFor(habit: String) throws {
    let counts = try ImportedBook(at: Self.path(habit)).ledger.counts
    #expect(counts.all > 0)
    #expect(counts.used + counts.ignored + counts.asked == counts.all)
  }

  /// What is written down and read again is the same mapping, and reads the same.
  @Test(arguments: habits)
  func mappingSurvivesItsFile(habit: String) throws {
    let raw = try RawBook(at: Self.path(habit))
    let mapping = BookRecognition(raw).mapping
    let again = try WorkbookMapping(reading: Array(mapping.text().utf8), file: "x.mapping.yaml")
    #expect(again == mapping)
  }

  /// The order of rows below the headers says nothing where no cell stands for those below it.
  @Test(arguments: ["crm", "matrix", "orgchart", "tracker"], [1, 2] as [UInt64])
  func rowsMayStandInAnyOrder(habit: String, seed: UInt64) throws {
    var raw = try RawBook(at: Self.path(habit))
    var generator = SplitMix64(state: seed)
    for place in raw.sheets.indices {
      let sheet = raw.sheets[place]
      let header = HeaderSearch.headers(of: sheet).first ?? 0
      let last = sheet.rows.indices.last { !WordReading.isTotal(sheet.text($0, 0)) } ?? 0
      // The rows of a square stand in the order of its columns.
      guard header + 1 < last, !sheet.text(header, 0).isEmpty else { continue }
      var rows = Array(sheet.rows[(header + 1)...last])
      rows.shuffle(using: &generator)
      raw.sheets[place].rows.replaceSubrange((header + 1)...last, with: rows)
    }
    try expectTruth(raw, habit)
  }

  /// The names of sheets help, and are not needed.
  @Test(arguments: [
    "beside", "blocks", "columns", "crm", "eventlog", "forms", "french", "keys", "long",
    "numbered", "orgchart", "pairs", "tracker", "twoheads",
  ])
  func sheetsMayBeCalledAnything(habit: String) throws {
    var raw = try RawBook(at: Self.path(habit))
    for place in raw.sheets.indices { raw.sheets[place].name = "Sheet\(place + 1)" }
    try expectTruth(raw, habit)
  }

  /// A grid under companies in merged cells says whose people its headers name, those without a seat too.
  @Test func peopleOfAGridBelongToTheCompanyAbove() throws {
    var sheet = RawSheet(name: "Bodies", file: "x.xlsx", sheet: "Bodies")
    sheet.rows = [
      [nil, "Aurora Pharma", nil, "Vireo", nil, "Solis Bio"],
      ["Committee", "Anna Lee", "Björn Ray", "Carla Fox", "Daniel Moss", "Eva Lund"],
      ["North JSC", "X", nil, "X", nil, nil], ["South JSC", nil, nil, "X", "X", nil],
    ].map { row in row.map { text in text.map { RawCell(text: $0) } } }
    sheet.lines = [1, 2, 3, 4]
    sheet.spreadsheetRows = [0, 0, 0, 0]
    sheet.spans = [(0, 1...2), (0, 3...4)]
    var raw = RawBook(path: "x.xlsx")
    raw.sheets = [sheet]
    let mapped = MappedBook(raw, BookRecognition(raw).mapping)
    let ecosystem = Dataset(mapped, path: "x", options: .init(), mapping: nil).ecosystem
    #expect(
      ecosystem.people.map {
        "\($0.name) \($0.company.flatMap { ecosystem.companies[$0]?.name } ?? "")"
      }
        == [
          "Anna Lee Aurora Pharma", "Björn Ray Aurora Pharma", "Carla Fox Vireo",
          "Daniel Moss Vireo", "Eva Lund Solis Bio",
        ])
    #expect(ecosystem.memberships.count == 4)
    let counts = mapped.ledger.counts
    #expect(counts.used == counts.all)
  }

  /// Names that differ in an abbreviation or a number are two; a slip of the pen is one, and asked about.
  @Test(arguments: [
    ("Delphi JSC", "Delphi JDC", false), ("Phase 2 Board", "Phase 3 Board", false),
    ("Northgate Pharma", "Nortgate Pharma", true), ("Delphi Steering", "Delphi Stering", true),
  ])
  func abbreviationsAreNoSlips(name: String, other: String, isSlip: Bool) {
    var book = NameBook(of: .committee)
    book.add(name)
    #expect((book.near(other) != nil) == isSlip)
  }

  @Test func aNameIsNoCount() {
    var sheet = RawSheet(name: "Cuentas", file: "x", sheet: nil)
    sheet.rows = [["Nombre de la cuenta"], ["Solis Bio"]].map { $0.map { RawCell(text: $0) } }
    #expect(PassedOver.reason(for: sheet) != "a pivot table, which counts what other sheets say")
    sheet.rows = [["Nombre de cuenta"], ["12"]].map { $0.map { RawCell(text: $0) } }
    #expect(PassedOver.reason(for: sheet) == "a pivot table, which counts what other sheets say")
  }

  private func expectTruth(_ raw: RawBook, _ habit: String) throws {
    let mapped = MappedBook(raw, BookRecognition(raw).mapping)
    let dataset = Dataset(mapped, path: habit, options: .init(), mapping: nil)
    let truth = try Dataset.read(at: Self.path(habit) + "/truth.yaml")
    #expect(Comparison(of: dataset.ecosystem, with: truth.ecosystem).differences == [])
  }
}
