import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

struct ConditionTests {
  @Test(arguments: [
    ("region=Japan", "region", Condition.Comparison.equal, ["Japan"]),
    ("region = Japan , Europe ", "region", .equal, ["Japan", "Europe"]),
    ("kind!=CRO", "kind", .notEqual, ["CRO"]),
    ("seniority<=2", "seniority", .atMost, ["2"]),
    ("seniority>=2.5", "seniority", .atLeast, ["2.5"]),
    ("name=a=b", "name", .equal, ["a=b"]),
  ])
  func readsColumnComparisonAndValues(
    text: String, column: String, comparison: Condition.Comparison, values: [String]
  ) throws {
    let condition = try #require(Condition(text))
    #expect(condition.column == column)
    #expect(condition.comparison == comparison)
    #expect(condition.values == values)
  }

  @Test(arguments: ["", "region", "=Japan", "region=", "seniority>=two", "seniority>=1,2"])
  func refusesWhatIsNoCondition(text: String) {
    #expect(Condition(text) == nil)
  }

  @Test func comparesNamesListsNumbersAndMissingCells() {
    var ecosystem = Ecosystem()
    var company = Company(id: .init("acme"), name: "Acme")
    company.region = "Japan"
    company.tags = ["core", "digital"]
    company.attributes["tier"] = "2"
    ecosystem.companies.append(company)
    func isMet(_ text: String) -> Bool? {
      Condition(text)?.isMet(by: .company(.init("acme")), in: ecosystem.on(nil))
    }
    #expect(isMet("region=japan") == true)
    #expect(isMet("region=Europe,Japan") == true)
    #expect(isMet("region!=Japan") == false)
    #expect(isMet("tags=digital") == true)
    #expect(isMet("tier>=2") == true)
    #expect(isMet("tier<=1") == false)
    #expect(isMet("region>=1") == false)
    #expect(isMet("nothing=1") == false)
    #expect(isMet("nothing!=1") == true)
  }
}
