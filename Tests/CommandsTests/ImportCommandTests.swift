import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct ImportCommandTests {
  private static let members = """
    Committee,Member,Role in committee,Joined
    Orion JSC,Ana Torres,Chairman,31.03.2019
    ,Ben Okoye,Deputy,01.04.2019
    Orion JDC,Clara Weiss,Member,02.04.2020

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.members, to: "roster-2026-01.csv")
    return folder
  }

  @Test func mappingIsWrittenAndUsedByEveryCommand() async throws {
    let folder = try folder()
    let first = try await Ecomap.run("import", "roster-2026-01.csv", in: folder)
    #expect(first.status == 0, "\(first.output)\(first.messages)")
    #expect(first.output.contains("3 memberships"))
    #expect(first.messages.contains("wrote roster-2026-01.mapping.yaml"))
    let check = try await Ecomap.run("check", "roster-2026-01.csv", in: folder)
    #expect(check.status == 0)
    #expect(check.output.contains("3 memberships"))
    #expect(check.messages.contains("is read through roster-2026-01.mapping.yaml"))
    // Next month's file of the same shape fits the pattern.
    try folder.write(
      Self.members.replacing("Ben Okoye", with: "Dev Patel"), to: "roster-2026-02.csv")
    let next = try await Ecomap.run(
      "convert", "roster-2026-02.csv", "-", "--to", "yaml", in: folder)
    #expect(next.output.contains("Dev Patel"))
    #expect(next.messages.contains("roster-2026-01.mapping.yaml"))
    let plain = try await Ecomap.run("check", "roster-2026-01.csv", "--no-mapping", in: folder)
    #expect(plain.status == 1)
    #expect(plain.messages.contains("`ecomap import roster-2026-01.csv`"))
  }

  @Test func mappingThatIsThereIsNeverChanged() async throws {
    let folder = try folder()
    try await Ecomap.run("import", "roster-2026-01.csv", in: folder)
    let mapping = try String(decoding: folder.data("roster-2026-01.mapping.yaml"), as: UTF8.self)
    let edited = mapping.replacing("role: Role in committee", with: "role: =observer")
    try folder.write(edited, to: "roster-2026-01.mapping.yaml")
    let again = try await Ecomap.run("import", "roster-2026-01.csv", in: folder)
    #expect(
      again.messages.contains("roster-2026-01.mapping.new.yaml is what would be written today"))
    #expect(
      try String(decoding: folder.data("roster-2026-01.mapping.yaml"), as: UTF8.self) == edited)
    #expect(
      try String(decoding: folder.data("roster-2026-01.mapping.new.yaml"), as: UTF8.self) == mapping
    )
  }

  @Test func whatNoLongerFitsIsSaid() async throws {
    let folder = try folder()
    try await Ecomap.run("import", "roster-2026-01.csv", in: folder)
    try folder.write(Self.members.replacing("Joined", with: "Entry day"), to: "roster-2026-01.csv")
    let run = try await Ecomap.run("import", "roster-2026-01.csv", in: folder)
    #expect(
      run.output.contains("“Joined” is no header of this sheet any more")
        || run.output.contains("\"Joined\" is no header of this sheet any more"))
  }

  @Test func dataIsWrittenInTheContractsForm() async throws {
    let folder = try folder()
    let run = try await Ecomap.run(
      "import", "roster-2026-01.csv", "--to", "clean", "--dry-run", in: folder)
    #expect(run.status == 0)
    #expect(try folder.names() == ["clean", "roster-2026-01.csv"])
    let check = try await Ecomap.run("check", "clean", in: folder)
    #expect(check.output.contains("3 memberships"))
  }

  @Test func faultsOfAMappingAreNamedWithTheirLine() async throws {
    let folder = try folder()
    try folder.write(
      "mapping: 1\nsheets:\n  - sheet: x\n    tables:\n      - table: persons\n",
      to: "roster-2026-01.mapping.yaml")
    let run = try await Ecomap.run("check", "roster-2026-01.csv", in: folder)
    #expect(run.status == 64)
    #expect(run.messages.contains("roster-2026-01.mapping.yaml:5"))
  }
}
