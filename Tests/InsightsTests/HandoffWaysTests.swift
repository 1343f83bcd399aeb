import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

@Suite("Ways of handoffs")
struct HandoffWaysTests {
  private func function(_ name: String) -> EntityReference { .function(.init(name)) }

  private func random(_ seed: UInt64) -> Ecosystem {
    var random = SeededGenerator(seed: seed)
    var made = Ecosystem()
    let companies = (0..<3).map { made.addCompany("company \($0)") }
    for number in 0..<6 { made.addFunction("f\(number)", of: companies[number % 3]) }
    let alliances = (0..<2).map {
      made.addAlliance("pact \($0)", of: [companies[$0], companies[2]])
    }
    let stages = ["intake", "triage", "closing"]
    for row in 0..<20 {
      made.addHandoff(
        from: function("f\(random.below(6))"), to: function("f\(random.below(6))")
      ) {
        $0.what = "thing \(row)"
        $0.hours = random.below(5) == 0 ? nil : Double(1 + random.below(90))
        $0.alliance = random.below(3) == 0 ? nil : alliances[random.below(2)]
        // The first rows fix the order of the stages.
        $0.stage = row < 3 ? stages[row] : random.below(4) == 0 ? nil : stages[random.below(3)]
      }
    }
    return made
  }

  /// All ways by trying every chain of rows.
  private func ways(
    in ecosystem: Ecosystem, from: EntityReference, to: EntityReference, isAnyStage: Bool
  ) -> Set<[EntityReference]> {
    let stages = ["intake", "triage", "closing"]
    var found: Set<[EntityReference]> = []
    func follow(_ way: [EntityReference], _ alliance: Alliance.ID?, _ level: Int) {
      if way.last == to {
        found.insert(way)
        return
      }
      for row in ecosystem.handoffs where row.from == way.last && !way.contains(row.to) {
        let own = row.stage.flatMap { stages.firstIndex(of: $0) }
        guard
          isAnyStage
            || (own ?? level >= level
              && (row.alliance == nil || alliance == nil || row.alliance == alliance))
        else { continue }
        follow(way + [row.to], alliance ?? row.alliance, own ?? level)
      }
    }
    follow([from], nil, 0)
    return found
  }

  @Test(
    "ways keep to one alliance and forward in its stages, unless any stage will do",
    arguments: UInt64(0)..<30, HandoffMeasure.allCases)
  func exhaustive(seed: UInt64, measure: HandoffMeasure) throws {
    let ecosystem = random(seed)
    let (from, to) = (function("f0"), function("f5"))
    for isAnyStage in [false, true] {
      let found = try ecosystem.on(nil).answer(
        HandoffPathsQuestion(
          from: from, to: to, limit: 1000, by: measure, isAnyStage: isAnyStage))
      let parties = found.paths.map { [from] + $0.steps.map(\.to) }
      #expect(Set(parties).count == parties.count)
      #expect(
        Set(parties) == ways(in: ecosystem, from: from, to: to, isAnyStage: isAnyStage),
        "seed \(seed)")
      let figures: [Double] =
        switch measure {
        case .steps: found.paths.map { Double($0.steps.count) }
        case .hours: found.paths.compactMap(\.hours)
        case .crossings: found.paths.map { Double($0.crossings) }
        }
      #expect(figures == figures.sorted() || found.paths.contains { $0.untimedSteps > 0 })
      #expect(
        found.isBlockedByStages
          == (!isAnyStage && parties.isEmpty
            && !ways(in: ecosystem, from: from, to: to, isAnyStage: true).isEmpty))
    }
  }

  @Test("a way that does not exist is an answer, and says why")
  func absent() throws {
    var made = Ecosystem()
    for name in ["Ann", "Bob", "Zoe", "Yan"] { made.addPerson(name) }
    func person(_ name: String) -> EntityReference { .person(.init(name)) }
    made.addHandoff(from: person("ann"), to: person("bob")) { $0.stage = "launch" }
    func answer(_ from: String, _ to: String) throws -> HandoffPaths {
      try made.on(nil).answer(HandoffPathsQuestion(from: person(from), to: person(to)))
    }
    #expect(
      try answer("zoe", "ann").summary
        == ["No chain of handoffs leads from Zoe to Ann: Zoe takes part in none."])
    #expect(try answer("zoe", "yan").summary[0].hasSuffix("neither takes part in any handoff."))
    #expect(
      try answer("bob", "ann").summary == ["No chain of handoffs leads from Bob to Ann."])
    made.addHandoff(from: person("bob"), to: person("zoe")) { $0.stage = "sourcing" }
    let blocked = try answer("ann", "zoe")
    #expect(blocked.isBlockedByStages && blocked.paths.isEmpty)
    #expect(blocked.summary[0].contains("earlier stage"))
  }

  @Test(
    "stages stand in the order of the contract, others where the table has them",
    arguments: [
      (["launch", "sourcing"], ["sourcing", "launch"]),
      (["intake", "triage", "closing"], ["intake", "triage", "closing"]),
      (["research", "development", "launch"], ["research", "development", "launch"]),
      (["launch", "pricing", "sourcing"], ["sourcing", "launch", "pricing"]),
      (["Due Diligence", "audit", "start_up"], ["due diligence", "audit", "start-up"]),
    ])
  func stages(written: [String], expected: [String]) {
    let handoffs = written.map { stage in
      var handoff = Handoff(from: function("a"), to: function("b"))
      handoff.stage = stage
      return handoff
    }
    let lifecycle = Lifecycle(of: handoffs)
    #expect(lifecycle.stages.filter(expected.contains) == expected)
    let stated = Lifecycle(of: handoffs, stated: written.reversed())
    #expect(stated.stages == written.reversed() && stated.unordered.isEmpty)
  }
}
