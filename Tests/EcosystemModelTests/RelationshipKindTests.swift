import EcosystemModel
import Testing

@Suite struct RelationshipKindTests {
  private func tie(_ kind: String?, directed: Bool? = nil) -> Relationship {
    var tie = Relationship(from: .company(.init("a")), to: .company(.init("b")))
    tie.kind = kind
    tie.directed = directed
    return tie
  }

  @Test(arguments: [
    "supplies", "Supplies", "licenses to", "distributes for", "invests in", "funds", "reports to",
    "reports_to", "supplies wafers to", "refers patients to", "provides data for", "learns from",
    "feeds_into",
  ])
  func kindsThatLeadOneWay(kind: String) {
    #expect(tie(kind).isDirected)
    #expect(!tie(kind, directed: false).isDirected)
  }

  @Test(arguments: [
    "works with", "shares samples with", "linked to", "is related", "to", "co-develops",
    "supplier day", "fundamental research", "", nil,
  ])
  func kindsThatLeadBothWays(kind: String?) {
    #expect(!tie(kind).isDirected)
    #expect(tie(kind, directed: true).isDirected)
  }

  @Test(arguments: ["competes with", "Competitor", "rival of", "competes-with"])
  func rivalries(kind: String) { #expect(tie(kind).isRivalry) }

  @Test(arguments: ["competence centre for", "works with", "arrival handling", nil])
  func noRivalries(kind: String?) { #expect(!tie(kind).isRivalry) }
}
