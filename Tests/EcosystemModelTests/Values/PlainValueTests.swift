import GraphCore
import EcosystemModel
import Foundation
import TestSupport
import Testing

@Suite struct CadenceTests {
  @Test(arguments: [
    ("weekly", 52), ("Bi-Weekly", 26), ("monthly", 12), ("bimonthly", 6), ("quarterly", 4),
    ("semi-annually", 2), ("yearly", 1), ("daily", 260), ("10/year", 10), ("0.5 / year", 0.5),
    ("1e-05/year", 1e-5),
  ])
  func words(text: String, meetings: Double) throws {
    let cadence = try #require(Cadence(text))
    #expect(cadence.meetingsPerYear == meetings)
    #expect(Cadence(cadence.description) == cadence)
  }

  @Test(arguments: [
    "", "often", "0/year", "-5/year", "nan/year", "inf/year", "/year", "5", "5/month",
  ])
  func otherTexts(text: String) { #expect(Cadence(text) == nil) }

  @Test(arguments: UInt64(0)..<64) func everyNumberIsWrittenSoThatItIsRead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cadence = try #require(
      Cadence(meetingsPerYear: Double.random(in: 1e-7..<1e7, using: &random)))
    #expect(Cadence(cadence.description) == cadence)
  }
}

@Suite struct WorkHoursTests {
  @Test(arguments: [
    ("09:00-17:00", 540, 1020), ("22:00–06:00", 1320, 360), ("0:00 - 24:00", 0, 1440),
    ("9:30-17:05", 570, 1025),
  ])
  func texts(text: String, start: Int, end: Int) throws {
    let hours = try #require(WorkHours(text))
    #expect(hours.startMinute == start && hours.endMinute == end)
    #expect(WorkHours(hours.description) == hours)
  }

  @Test(arguments: [
    "", "9-17", "09:00", "09:00-09:00", "24:00-08:00", "09:60-17:00", "25:00-26:00", "09:00--17:00",
    "-09:00-17:00", "+9:00-17:00", "09:00-17:00-18:00", "009:00-17:00", ":-:", "09:00-24:01",
  ])
  func otherTexts(text: String) { #expect(WorkHours(text) == nil) }
}

@Suite struct EntityReferenceTests {
  @Test(arguments: EntityReference.Kind.allCases, ["x", "a:b", "", "é ü", "42"])
  func textAndJSONComeBack(kind: EntityReference.Kind, id: String) throws {
    let reference = EntityReference(kind, id)
    #expect(reference.kind == kind && reference.rawID == id)
    #expect(EntityReference(reference.description) == reference)
    let data = try JSONEncoder().encode([reference])
    #expect(try JSONDecoder().decode([EntityReference].self, from: data) == [reference])
  }

  @Test(arguments: ["", "company", "planet:mars", ":x", "Company:x"])
  func otherTexts(text: String) { #expect(EntityReference(text) == nil) }
}

@Suite struct AttributesTests {
  @Test(arguments: UInt64(0)..<32) func orderOfColumnsDoesNotCount(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pairs = ["Zeta", "alpha", "Beta 2", "beta-10", "Ünal"].map { ($0, "v\($0)") }
    #expect(Attributes(pairs.shuffled(using: &random)) == Attributes(pairs))
  }

  @Test func namesAreFoundInAnySpelling() {
    var attributes = Attributes([("Contract Owner", "Ann"), ("contract_owner", "Bob"), ("x", "")])
    #expect(attributes["CONTRACT-OWNER"] == "Bob")
    #expect(attributes.entries.map(\.name) == ["contract_owner"])
    attributes["contractowner"] = nil
    #expect(attributes.isEmpty)
  }

  @Test func anEmptyCellHidesNoOther() {
    #expect(Attributes([("Owner", "Ann"), ("owner", "")])["owner"] == "Ann")
  }

  @Test func jsonComesBack() throws {
    let attributes = Attributes([("B", "1"), ("a", "\"")])
    let data = try JSONEncoder().encode(attributes)
    #expect(try JSONDecoder().decode(Attributes.self, from: data) == attributes)
  }
}

@Suite struct RosterTests {
  private let roster = Roster(
    ["b", "a", "b"].enumerated().map { Company(id: .init($1), name: "\($0)") })

  @Test func theFirstOfTwoWithOneIDStays() {
    #expect(roster.map(\.name) == ["0", "1"])
    #expect(roster[.init("b")]?.name == "0")
    #expect(roster.position(of: .init("a")) == 1)
    #expect(roster[Company.ID?.none] == nil && roster[.init("c")] == nil)
  }

  @Test func appendTellsWhetherTheIDWasFree() {
    var copy = roster
    let isTakenAppended = copy.append(Company(id: .init("a"), name: "other"))
    #expect(!isTakenAppended && copy == roster)
    let isNewAppended = copy.append(Company(id: .init("c"), name: "new"))
    #expect(isNewAppended && copy.count == 3)
  }

  @Test func filterKeepsPositionsTrue() {
    let rest = roster.filter { $0.id.rawValue == "a" }
    #expect(rest.position(of: .init("a")) == 0 && rest[.init("b")] == nil)
  }

  @Test func updateChangesInPlace() {
    var copy = roster
    copy.update(.init("a")) { $0.name = "changed" }
    copy.update(.init("nobody")) { $0.name = "lost" }
    #expect(copy.map(\.name) == ["0", "changed"])
  }

  @Test func orderCounts() { #expect(Roster(roster.reversed()) != roster) }
}
