import Testing

@testable import EcosystemModel

@Suite struct SymbolTests {
  @Test func equalTextsAreOne() {
    #expect(Symbol("p1") == Symbol("p" + "1"))
    #expect(Symbol("p1") != Symbol("P1"))
    #expect(Set(["a", "b", "a"].map { Symbol($0) }).count == 2)
    #expect(
      ["b", "", "a", "é", "z"].map { Symbol($0) }.sorted().map(\.text)
        == ["", "a", "b", "é", "z"].sorted())
  }

  @Test func otherSpellingsAreEqualAndKeepTheirOwn() {
    let (composed, split) = ("caf\u{E9}-x", "cafe\u{301}-x")
    let (one, other) = (Symbol(composed), Symbol(split))
    #expect(one == other && one.hashValue == other.hashValue)
    #expect(!(one < other) && !(other < one))
    #expect(Array(one.text.utf8) == Array(composed.utf8))
    #expect(Array(other.text.utf8) == Array(split.utf8))
    #expect(Symbol(split) == one && Array(Symbol(split).text.utf8) == Array(split.utf8))
    var roster = Roster<Person>()
    roster.append(Person(id: .init(composed), name: "A"))
    #expect(roster[Person.ID(split)] != nil)
    roster.append(Person(id: .init(split), name: "B"))
    #expect(roster.count == 1)
  }

  @Test func manyThreadsAgree() async {
    let texts = (0..<2000).map { "thread-\($0 % 500)" }
    let codes = await withTaskGroup(of: [Symbol].self) { group in
      for _ in 0..<4 { group.addTask { texts.map { Symbol($0) } } }
      var all: [[Symbol]] = []
      for await codes in group { all.append(codes) }
      return all
    }
    #expect(Set(codes).count == 1)
    #expect(codes[0].map(\.text) == texts)
  }
}
