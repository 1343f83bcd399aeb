import EcosystemModel
import TestSupport
import Testing

@testable import Insights

struct DecisionTests {
  private static func ecosystem(_ change: (inout Ecosystem) -> Void) -> Ecosystem {
    var ecosystem = Ecosystem()
    change(&ecosystem)
    return ecosystem
  }

  /// An alliance with a board above a team, and internal bodies of both partners.
  private func made(_ change: (inout Ecosystem) -> Void) -> Ecosystem {
    Self.ecosystem { made in
      let north = made.addCompany("North")
      let south = made.addCompany("South")
      let pact = made.addAlliance("Pact", of: [north, south])
      let board = made.addCommittee("Board", of: pact) { $0.cadence = Cadence("quarterly") }
      made.addCommittee("Team", of: pact, under: board)
      let inner = made.addCommittee("Inner")
      made.seat(made.addPerson("Ann", at: north), on: inner)
      made.addFunction("Finance", of: south)
      change(&made)
    }
  }

  private let board = Committee.ID("board")
  private let team = Committee.ID("team")
  private let inner = Committee.ID("inner")

  private func answer(_ ecosystem: Ecosystem, _ matter: String? = nil) throws -> DecisionFindings {
    try ecosystem.on(nil).answer(DecisionQuestion(matter: matter, limit: nil))
  }

  @Test func theWayGoesThroughInternalAndJointBodies() throws {
    let ecosystem = made { made in
      made.decide("budget", board, .decides)
      made.decide("budget", inner, .approves) { $0.days = 30 }
      made.decide("budget", team, .consulted) { $0.days = 5 }
      var part = Decision(matter: "Budget", body: .function(.init("finance")))
      part.right = .approves
      part.days = 12
      made.decisions.append(part)
    }
    let budget = try #require(try answer(ecosystem).matters.first)
    #expect(budget.faults == [] && budget.alliance == "Pact")
    #expect(
      budget.steps.map { $0.parts.map(\.name) } == [["Team"], ["Inner", "Finance"], ["Board"]])
    // Half a quarter until the board meets: 365.25 ÷ 8 days.
    #expect(budget.steps.map(\.days) == [5, 30, 365.25 / 8])
    #expect(budget.days == 35 + 365.25 / 8 && budget.internalDays == 30)
    #expect(budget.bodies(.approves).map(\.company) == ["North", "South"])
    #expect(budget.bodies(.decides).map(\.basis) == [.cadence])
  }

  @Test func whatNobodyOrSeveralDecideIsTold() throws {
    let ecosystem = made { made in
      made.decide("scope", team, .consulted) { $0.owner = .init("ann") }
      made.decide("plan", board, .decides)
      made.decide("plan", inner, .decides)
      made.committees.update(team) { $0.decides = "Plan| Staff" }
    }
    let findings = try answer(ecosystem)
    #expect(findings.matters(with: .undecided).map(\.name) == ["scope"])
    let plan = try #require(findings.matters(with: .decidedTwice).first)
    #expect(plan.bodies(.decides).map(\.name) == ["Board", "Inner", "Team"])
    // Only what stands in the table can have an owner.
    #expect(findings.matters(with: .ownerless).map(\.name) == ["plan"])
    #expect(findings.headlines.count == 2)
    #expect(
      findings.summary.first?.hasPrefix("1 of 3 matters is decided by one body each") ?? false)
  }

  @Test func bodiesThatFollowEachOtherDecideOnce() throws {
    let ecosystem = made { made in
      made.decide("plan", board, .decides) { $0.validity = .from(until: "2020") }
      made.decide("plan", team, .decides) { $0.validity = .from("2020") }
    }
    #expect(try answer(ecosystem).matters[0].faults == [])
    let later = try ecosystem.on(.on("2021-01-01")).answer(DecisionQuestion())
    #expect(later.matters[0].bodies(.decides).map(\.name) == ["Team"])
  }

  @Test func rowsWithoutStageOrAllianceHoldForAll() throws {
    let ecosystem = made { made in
      let other = made.addAlliance("Other", of: [.init("north")])
      let second = made.addCommittee("Second", of: other)
      made.decide("plan", board, .decides) { $0.stage = "launch" }
      made.decide("plan", team, .decides) { $0.stage = "development" }
      made.decide("plan", second, .decides)
      made.decide("plan", inner, .approves)
      var part = Decision(matter: "plan", body: .function(.init("finance")))
      part.right = .informed
      made.decisions.append(part)
    }
    let matters = try answer(ecosystem).matters
    #expect(matters.map(\.stage) == ["development", "launch", nil])
    #expect(matters.map { $0.bodies(.approves).count } == [1, 1, 1])
    // South is no partner of Other.
    #expect(matters.map { $0.bodies(.informed).count } == [1, 1, 0])
  }

  @Test func filtersLeaveWhatBelongsTogether() throws {
    let ecosystem = made { made in
      let other = made.addAlliance("Other", of: [.init("south")])
      let second = made.addCommittee("Second", of: other)
      made.decide("plan", second, .decides)
      made.committees.update(board) { $0.decides = "Staff" }
      made.decide("budget", board, .decides) { $0.stage = "launch" }
      made.decide("budget", inner, .approves)
      for matter in ["plan", "budget"] {
        var part = Decision(matter: matter, body: .function(.init("finance")))
        part.right = .approves
        made.decisions.append(part)
      }
    }
    func asked(_ column: String, _ value: String) throws -> DecisionFindings {
      try ecosystem.on(nil).answer(
        DecisionQuestion(limit: nil), meeting: [Condition(column, .equal, [value])])
    }
    // Finance has its part where the matter comes up, and a stage is none of what committees say of themselves.
    #expect(try asked("alliance", "Pact").matters.map(\.name) == ["budget", "Staff"])
    #expect(try asked("alliance", "Other").matters.map(\.name) == ["plan"])
    // A committee of no alliance is none of this one's.
    #expect(
      try asked("alliance", "Pact").matters[0].bodies(.approves).map(\.name) == ["Finance"])
    #expect(try asked("stage", "launch").matters.map(\.name) == ["budget"])
  }

  @Test func unknownMattersAndEmptyTablesAreErrors() throws {
    let none = made { _ in }
    #expect(throws: InsightError.self) { try answer(none) }
    let some = made { $0.decide("plan", board, .decides) }
    let error = #expect(throws: InsightError.self) { try answer(some, "plans") }
    #expect(error?.message.contains("“plan”") ?? false)
    #expect(try answer(some, " PLAN").matters.count == 1)
  }

  /// The days by a second implementation, written from the definition: each right after the other, in it step after step, of a step
  /// the longest.
  @Test(arguments: UInt64(1)..<12) func daysAreThoseOfTheDefinition(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed, scale: 40)
    let findings = try answer(ecosystem)
    #expect(!findings.matters.isEmpty)
    for matter in findings.matters {
      var total = 0.0
      for right in [DecisionRight.consulted, .approves, .decides] {
        for step in Set(matter.parts.filter { $0.right == right }.map(\.step)) {
          let days = matter.parts.filter { $0.right == right && $0.step == step }.map {
            $0.days ?? 0
          }
          total += days.max() ?? 0
        }
      }
      #expect(abs((matter.days ?? 0) - total) < 1e-9)
      let deciding = matter.parts.filter { $0.right == .decides }
      #expect(matter.faults.contains(.undecided) == deciding.isEmpty)
      if deciding.count < 2 { #expect(!matter.faults.contains(.decidedTwice)) }
    }
    let rows = findings.matters.flatMap { $0.parts }.filter { $0.right == .informed }.count
    #expect(rows >= ecosystem.decisions.count { $0.right == .informed })
  }
}
