@testable import EcosystemModel
import Testing

@Suite struct ConditionTests {
  @Test(arguments: [
    ("region=Japan,Europe", "region", "=", ["Japan", "Europe"]),
    ("kind != supplier", "kind", "!=", ["supplier"]),
    ("seniority<=2", "seniority", "<=", ["2"]), ("seniority >= 2", "seniority", ">=", ["2"]),
    ("value>3", "value", ">", ["3"]), ("value<3.5", "value", "<", ["3.5"]),
    ("Deal value above 3", "Deal value", ">", ["3"]),
    ("since before 2019-03", "since", "<", ["2019-03"]),
    ("since after 2019", "since", ">", ["2019"]),
    ("quality at least 80 %", "quality", ">=", ["80 %"]),
    ("quality at most 4", "quality", "<=", ["4"]), ("manager=", "manager", "=", []),
    ("manager!=", "manager", "!=", []), ("area is Bone", "area", "=", ["Bone"]),
    ("area is not Bone", "area", "!=", ["Bone"]),
    ("north_star=a>b", "north_star", "=", ["a>b"]),
  ])
  func conditionsAreRead(text: String, column: String, sign: String, values: [String]) throws {
    let condition = try #require(Condition(text))
    #expect(condition.column == column)
    #expect(condition.comparison.rawValue == sign)
    #expect(condition.values == values)
    #expect(Condition(condition.description) == condition)
  }

  @Test(arguments: ["region Japan", "=x", "seniority<", "seniority<=high", "", "above 3"])
  func whatIsNoConditionIsRefused(text: String) { #expect(Condition(text) == nil) }

  @Test(
    "Bounds are read as people write them, to the last digit",
    arguments: [
      ("10m", "10000000"), ("1.13 million", "1130000"), ("1,250.5", "1250.5"), ("7 %", "0.07"),
      ("2K", "2000"), ("0.29bn", "290000000"), ("1,200,000", "1200000"), ("-3k", "-3000"),
    ])
  func boundsAreReadAsWritten(bound: String, plain: String) throws {
    let condition = try #require(Condition("value at least \(bound)"))
    #expect(condition.isMet(by: [plain]))
    #expect(try #require(Condition("value at most \(bound)")).isMet(by: [plain]))
    #expect(try #require(Condition("value is \(bound)")).isMet(by: [plain]))
  }

  @Test(arguments: ["high", "1,5", "10 apples", "m", "12,34,567", "31.04.2026"])
  func aBoundThatIsNoNumberIsNamed(bound: String) {
    let text = "value above \(bound)"
    #expect(Condition(text) == nil)
    #expect(Condition.refusal(of: text).hasPrefix("“\(bound)” in"))
  }
}
