import EcosystemModel
import TestSupport
import Testing

/// Who escalates to whom, from parents and relationships alike.
struct EscalationsTests {
  private static var reformed: Ecosystem {
    var ecosystem = Ecosystem()
    let top = ecosystem.addCommittee("Executive")
    let old = ecosystem.addCommittee("Old Board") {
      $0.parent = top
      $0.validity = .from(until: "2016-01-01")
    }
    let new = ecosystem.addCommittee("New Board") {
      $0.parent = top
      $0.validity = .from("2016-01-01")
    }
    let team = ecosystem.addCommittee("Team") { $0.parent = old }
    var step = Relationship(from: .committee(team), to: .committee(new))
    step.kind = "escalates to"
    step.validity = .from("2016-01-01")
    ecosystem.relationships.append(step)
    return ecosystem
  }

  private func pairs(on day: String) -> [String] {
    Self.reformed.on(.on(day)).ecosystem.escalations.map {
      "\($0.from.rawValue) → \($0.to.rawValue)"
    }
  }

  @Test func aRelationshipLeadsOnWhereTheParentIsGone() {
    #expect(pairs(on: "2015-01-01") == ["old-board → executive", "team → old-board"])
    #expect(pairs(on: "2017-01-01") == ["new-board → executive", "team → new-board"])
  }
}
