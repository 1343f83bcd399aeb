import Foundation
import TestSupport
import Testing

/// Decks and reports that tell what changed.
@Suite(.timeLimit(.minutes(60)))
struct ChangeDeckTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let committees = "name,parent,kind,cadence\nBoard,,JEC,quarterly\nTrials,Board,JDC,monthly\n"
    let seats = "person,committee,role\nAnn,Board,chair\nBo,Board,member\nCy,Trials,chair\n"
    let people = "name,company\nAnn,Acme\nBo,Bolt\nCy,Acme\n"
    for (name, more, chair) in [("old", "", "Cy"), ("new", "Skin,Trials,JLT,weekly\n", "Bo")] {
      try folder.write(committees + more, to: "\(name)/committees.csv")
      try folder.write(
        seats.replacing("Cy,Trials", with: "\(chair),Trials"), to: "\(name)/memberships.csv")
      try folder.write(people, to: "\(name)/people.csv")
      try folder.write("name\nAcme\nBolt\n", to: "\(name)/companies.csv")
    }
    return folder
  }

  @Test func slidesTellWhatChangedSinceAnotherDataset() async throws {
    let folder = try folder()
    let run = try await Ecomap.run(
      "deck", "new", "--since", "old", "-o", "slides", "--effort", "quick", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder["slides"])
      .filter { $0.hasSuffix(".svg") }.sorted().map { String($0.dropFirst(3).dropLast(4)) }
    #expect(
      Array(names.prefix(5)) == ["title", "summary", "change", "change-figures", "change-changes"],
      "\(names)")
    func text(_ name: String) throws -> String {
      String(decoding: try folder.data("slides/\(name)"), as: UTF8.self)
    }
    let summary = try text("02-summary.svg")
    #expect(summary.contains("What changed"), "\(summary)")
    #expect(summary.contains("New since old: 1 committee"), "\(summary)")
    #expect(try text("03-change.svg").contains(">+ Skin<"))
    #expect(try text("05-change-changes.svg").contains(">Skin<"))
  }

  @Test func aDeckWithoutChangesSaysSo() async throws {
    let folder = try folder()
    let run = try await Ecomap.run(
      "deck", "old", "--since", "old", "-o", "slides", "--effort", "quick", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let summary = String(decoding: try folder.data("slides/02-summary.svg"), as: UTF8.self)
    #expect(summary.contains("Nothing changed since old."), "\(summary)")
  }

  @Test func aReportTellsWhatChangedSinceAnotherDataset() async throws {
    let folder = try folder()
    let run = try await Ecomap.run(
      "report", "new", "--since", "old", "-o", "report.html", "--effort", "quick", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let page = String(decoding: try folder.data("report.html"), as: UTF8.self)
    #expect(page.contains("What changed since old") && page.contains("+ Skin"))
    let one = try await Ecomap.run(
      "report", "new", "--since", "old", "--alliance", "Orion", "-o", "r.html", in: folder)
    #expect(one.status == 64, "\(one.messages)")
  }

  @Test func aDayNeedsTheDayOfAll() async throws {
    let run = try await Ecomap.run(
      "deck", "new", "--since", "2019", "-o", "d.pptx", in: folder())
    #expect(run.status == 64 && run.messages.contains("the one that everything stands for"))
  }
}
