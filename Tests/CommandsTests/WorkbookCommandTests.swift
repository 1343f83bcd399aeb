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
    #expect(workbook.sheets.map(\.name) == ["guide"] + TableName.byHand.map(\.rawValue))
    for (sheet, table) in zip(workbook.sheets.dropFirst(), TableName.byHand) {
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

  /// Answers go into the workbook that is read; the former one is kept, unless that is not wanted.
  @Test func answersGoIntoTheOwnWorkbook() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Ecomap.run("init", "roster.xlsx", in: folder).status == 0)
    let before = try folder.data("roster.xlsx")
    let fingerprint = try Dataset.read(at: folder["roster.xlsx"]).fingerprint
    for (command, header) in [
      (["load"], "load"), (["centrality", "--of", "people", "--metric", "harmonic"], "harmonic"),
      (["overlap"], "overlap"),
    ] {
      let arguments =
        [command[0], "roster.xlsx"] + command.dropFirst() + ["--into", "roster.xlsx"]
      let former = try folder.data("roster.xlsx")
      let run = try await Ecomap.run(arguments, in: folder)
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains("the column “ecomap: \(header)”"), "\(run.messages)")
      #expect(try folder.data("roster.before.xlsx") == former)
      #expect(try Dataset.read(at: folder["roster.xlsx"]).fingerprint == fingerprint)
    }
    try folder.data("roster.xlsx").write(to: URL(fileURLWithPath: folder["roster.before.xlsx"]))
    let bare = try await Ecomap.run(
      "load", "roster.xlsx", "--into", "roster.xlsx", "--no-backup", in: folder)
    #expect(bare.status == 0 && !bare.messages.contains("before"))
    // Nobody of another workbook is in it.
    try folder.write("name\nAcme\n", to: "other/companies.csv")
    _ = try await Ecomap.run("convert", "other", "other.xlsx", in: folder)
    let other = try await Ecomap.run("load", "roster.xlsx", "--into", "other.xlsx", in: folder)
    #expect(other.status == 1 && other.messages.contains("no row of those"), "\(other.messages)")
    #expect(before != (try folder.data("roster.xlsx")))
  }

  @Test func whatAnotherProgramHasOpenStays() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Ecomap.run("init", "roster.xlsx", in: folder).status == 0)
    let before = try folder.data("roster.xlsx")
    for mark in ["~$roster.xlsx", ".~lock.roster.xlsx#"] {
      try folder.write("x", to: mark)
      let run = try await Ecomap.run("load", "roster.xlsx", "--into", "roster.xlsx", in: folder)
      #expect(run.status == 1 && run.messages.contains("is open in another program"))
      #expect(try folder.data("roster.xlsx") == before)
      try FileManager.default.removeItem(atPath: folder[mark])
    }
    try folder.write("x", to: "~$roster.xlsx")
    let mark = try await Ecomap.run("check", "~$roster.xlsx", in: folder)
    #expect(mark.status == 1 && mark.messages.contains("name \"roster.xlsx\" itself"))
  }

  @Test(arguments: [
    (["map", "-o", "a.ppt"], "a.pptx"), (["deck", "-o", "a.ppt"], "a.pptx"),
    (["load", "-o", "a.xls"], "a.xlsx"), (["load", "-o", "a.doc"], ".md"),
    (["convert", "a.xls"], "a.xlsx"), (["check", "--annotate", "a.xls"], "a.xlsx"),
    (["report", "-o", "a.doc"], "name a folder"), (["map", "-o", "a.docx"], ".pptx"),
  ])
  func formerFormatsAreAnsweredWithWhatWorks(arguments: [String], advice: String) async throws {
    let folder = try TemporaryFolder()
    var command = arguments
    command.insert(Self.enhertu, at: 1)
    let run = try await Ecomap.run(command, in: folder)
    #expect(run.status == 64 && run.messages.contains(advice), "\(run.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func csvFilesHaveTheMarkThatExcelNeeds() async throws {
    let folder = try TemporaryFolder()
    try folder.write("from,to\nÉva,Bo\n", to: "list.csv")
    try folder.write("from,to\nEva,Bo\n", to: "plain.csv")
    func first(_ name: String, _ more: String...) async throws -> [UInt8] {
      _ = try await Ecomap.run(["centrality", name, "-o", "out.csv"] + more, in: folder)
      return Array(try folder.data("out.csv").prefix(3))
    }
    #expect(try await first("list.csv") == [0xEF, 0xBB, 0xBF])
    #expect(try await first("list.csv", "--no-bom") == Array("ran".utf8))
    let piped = try await Ecomap.run("centrality", "list.csv", "--format", "csv", in: folder)
    #expect(piped.output.hasPrefix("rank"))
    try folder.write("name,url\n=A1,@x\n-3.5,-2\n", to: "odd/companies.csv")
    let run = try await Ecomap.run("convert", "odd", "even", in: folder)
    #expect(run.messages.contains("2 cells begin like formulas"), "\(run.messages)")
  }

  @Test(arguments: [
    "people (1).csv", "people-DESKTOP-7F2.csv", "people - Copy.csv", "Copy of people.csv",
    "people (Ann's conflicted copy 2026-01-01).csv", "people.sync-conflict-20260101-1-X.csv",
  ])
  func copiesOfSyncClientsAreNamed(name: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("name\nAnn\n", to: "mine/people.csv")
    try folder.write("name\nAnn\n", to: "mine/\(name)")
    for junk in ["~$people.csv", ".DS_Store", "Thumbs.db", "._people.csv", "desktop.ini"] {
      try folder.write("x", to: "mine/\(junk)")
    }
    let run = try await Ecomap.run("check", "mine", in: folder)
    #expect(
      run.output.contains("\(name): warning: \"\(name)\" seems to be a copy of \"people.csv\""))
    #expect(run.output.contains("1 warning,"), "\(run.output)")
  }

  @Test(arguments: [
    ["overlap", "JLT", "JDC"], ["load"], ["centrality"], ["escalation"], ["firewall"],
    ["handoffs"], ["peers", "enhertu"], ["structure"],
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
      var grounds: Grounds?
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
