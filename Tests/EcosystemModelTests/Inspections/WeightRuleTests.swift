import EcosystemModel
import TestSupport
import Testing

@Suite struct WeightRuleTests {
  private func findings(_ weights: [Double?]) throws -> [Finding] {
    var made = Ecosystem()
    let one = made.addCompany("One")
    for (position, weight) in weights.enumerated() {
      let other = made.addCompany("Other \(position)")
      made.addRelationship(from: .company(one), to: .company(other)) { $0.weight = weight }
    }
    let rule = try #require(
      InspectionCatalog.all.first { type(of: $0).rule == "value.unusable-weight" })
    return rule.findings(in: made.on(nil))
  }

  @Test func zeroAndEmptyWeightsAreNamedWithTheirCells() throws {
    let found = try findings([2, 0, nil])
    #expect(found.map(\.severity) == [.warning, .note])
    #expect(found.map(\.row) == [.init(.relationships, 1), .init(.relationships, 2)])
    #expect(found.allSatisfy { $0.column == "weight" })
  }

  @Test func nothingIsSaidWhereNothingIsWeighed() throws {
    #expect(try findings([nil, nil]) == [])
    #expect(try findings([1, 2]) == [])
  }
}
