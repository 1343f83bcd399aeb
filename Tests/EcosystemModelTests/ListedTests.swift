import EcosystemModel
import Testing

struct ListedTests {
  @Test func namesWithCommasAreKeptApart() {
    #expect(["Ann", "Bo"].listed == "Ann, Bo")
    #expect(["Doe, Jane", "Bo"].listed == "Doe, Jane; Bo")
    #expect(["Doe, Jane", "Bo", "Cy"].spokenList(last: "and") == "Doe, Jane; Bo and Cy")
    #expect(["Doe, Jane", "Bo", "Cy"].prefix(2).listed == "Doe, Jane; Bo")
    #expect(Phrase.list(["A, B", "C", "D"], joint: nil) == "A, B; C; D")
    #expect([String]().listed.isEmpty)
  }

  @Test func numbersAndNounsAgree() {
    #expect(Phrase.count(1, "seat") == "1 seat")
    #expect(Phrase.count(0, "person", "people") == "0 people")
    #expect(Phrase.count("0.5", "hour") == "0.5 hours")
    #expect(Phrase.count("1", "hour") == "1 hour")
  }
}
