import Ecomap
import EcosystemModel
import Foundation
import Insights
import Interchange
import TestSupport
import Testing

@testable import Commands

/// Workbooks in and out of the commands.
@Suite(.timeLimit(.minutes(60)))
struct WorkbookCommandTests {
  private static let enhertu = PackageRoot.path("datasets/enhertu")

  @Test func starterWorkbookIsTheExampleAndHasNoFault() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Ecomap.run("init", "roster.xlsx", in: folder).status == 0)
    #expect(try await Ecomap.run("init", "mine", in: folder).status == 0)
    let check = try await Ecomap.run("check", "roster.xlsx", "--strict", in: folder)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("0 errors, 0 warnings, 0 notes\n"))
    let workbook = try Dataset.read(at: folder["roster.xlsx"])
    let tables = try Dataset.read(at: folder["mine/example"])
    #expect(workbook.ecosystem == tables.ecosystem)
    #expect(workbook.fingerprint == tables.fingerprint)
    let again = try await Ecomap.run("init", "roster", "--xlsx", in: folder)
    #expect(again.status == 1 && again.messages.contains("is there already"))
  }

  @Test func starterWorkbookExplainsEveryColumnAndOffersLists() throws {
    let workbook = TemplateWorkbook.workbook
    #expect(workbook.sheets.map(\.name) == ["guide"] + TableName.allCases.map(\.rawValue))
    for (sheet, table) in zip(workbook.sheets.dropFirst(), TableName.allCases) {
      #expect(sheet.frozenRows == 1 && sheet.rows.count > 1)
      #expect(sheet.comments.count == sheet.rows[0].count)
      for (position, column) in table.columns.enumerated() {
        #expect(sheet.rows[0][position].value == .text(column.name))
      }
    }
    let memberships = try #require(workbook.sheets.first { $0.name == "memberships" })
    #expect(
      memberships.choices.contains {
        $0.isClosed && $0.source == .words(MembershipRole.allCases.map(\.rawValue))
      })
    #expect(
      memberships.choices.contains {
        $0.source == .column(sheet: "people", column: 0, rows: 1...2000)
      })
  }

  @Test func checkWritesAnAnnotatedCopyThatCanBeReadAgain() async throws {
    let folder = try TemporaryFolder()
    try folder.write("name\nAcme\n", to: "bad/companies.csv")
    try folder.write("name,company\nKim,Acne\n", to: "bad/people.csv")
    let run = try await Ecomap.run("check", "bad", "--annotate", "checked.xlsx", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("checked.xlsx"))
    let again = try await Ecomap.run("check", "checked.xlsx", in: folder)
    #expect(again.status == 1)
    #expect(again.output.contains("checked.xlsx!people!B2: error: unknown company \"Acne\""))
    let text = try await Ecomap.run("check", "bad", "--annotate", "checked.csv", in: folder)
    #expect(text.status == 64)
  }

  @Test(arguments: [
    ["overlap", "JLT", "JDC"], ["load"], ["centrality"], ["escalation"], ["firewall"],
    ["handoffs"], ["peers", "enhertu"],
  ])
  func answersAreWorkbooks(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    var command = arguments
    command.insert(Self.enhertu, at: 1)
    let run = try await Ecomap.run(command + ["-o", "answer.xlsx"], in: folder)
    let plain = try await Ecomap.run(command + ["-o", "answer.csv"], in: folder)
    #expect(run.status == plain.status)
    guard plain.status == 0 else { return }
    let first = try folder.data("answer.xlsx")
    _ = try await Ecomap.run(command + ["-o", "again.xlsx"], in: folder)
    #expect(try folder.data("again.xlsx") == first)
    #expect(first.starts(with: [0x50, 0x4B]))
  }

  @Test func numbersOfAnAnswerAreNumbers() throws {
    var table = FindingsTable(
      id: "t", title: "T", method: "M",
      columns: [
        .init("name"), .init("count", .integer), .init("share", .percent), .init("day", .date),
        .init("chance", .probability),
      ])
    let day = try #require(CalendarDate("2020-06-01"))
    table.append([
      .text("=cmd()"), .integer(3), .number(0.25), .date(day), .probability(decimalLogarithm: -2),
    ])
    table.append([
      .text("-3.5"), .missing, .number(0.5), .missing, .probability(decimalLogarithm: -400.5),
    ])
    struct Answer: Findings {
      var title = "T"
      var date: CalendarDate?
      var filter: [String] = []
      var withheld: Withheld? { nil }
      var summary = ["+1 is neutral."]
      var tables: [FindingsTable]
    }
    let workbook = try Answer(tables: [table]).workbook()
    let sheet = workbook.sheets[1]
    #expect(
      sheet.rows[1].map(\.value) == [
        .text("'=cmd()"), .number(3), .number(0.25), .date(day), .number(0.01),
      ])
    #expect(sheet.rows[1][2].form == .percent(1))
    #expect(sheet.rows[2][0].value == .text("-3.5"))
    #expect(sheet.rows[2][4].value == .text("3.1623e-401"))
    #expect(sheet.bars == [.init(column: 2, rows: 1...2)])
    #expect(sheet.frozenRows == 1 && sheet.widths.count == 5)
    #expect(workbook.sheets[0].rows.contains { $0.first?.value == .text("'+1 is neutral.") })
    #expect(throws: InsightError.self) { try Answer(tables: [table]).workbook(table: "x") }
  }

  @Test func terminalsGetNoWorkbook() async throws {
    let folder = try TemporaryFolder()
    let piped = try await Ecomap.run("load", Self.enhertu, "--format", "xlsx", in: folder)
    #expect(piped.status == 0)
    let dotted = try await Ecomap.run("load", Self.enhertu, "-o", "a.docx", in: folder)
    #expect(dotted.status == 64)
  }
}
