import EcosystemModel
import TestSupport
import Testing

@testable import Insights

// Davis, Gardner and Gardner, “Deep South”, Chicago 1941: 18 women at 14 events.
private let southernWomen: [(String, [Int])] = [
  ("Evelyn Jefferson", [1, 2, 3, 4, 5, 6, 8, 9]), ("Laura Mandeville", [1, 2, 3, 5, 6, 7, 8]),
  ("Theresa Anderson", [2, 3, 4, 5, 6, 7, 8, 9]), ("Brenda Rogers", [1, 3, 4, 5, 6, 7, 8]),
  ("Charlotte McDowd", [3, 4, 5, 7]), ("Frances Anderson", [3, 5, 6, 8]),
  ("Eleanor Nye", [5, 6, 7, 8]), ("Pearl Oglethorpe", [6, 8, 9]), ("Ruth DeSand", [5, 7, 8, 9]),
  ("Verne Sanderson", [7, 8, 9, 12]), ("Myra Liddel", [8, 9, 10, 12]),
  ("Katherina Rogers", [8, 9, 10, 12, 13, 14]), ("Sylvia Avondale", [7, 8, 9, 10, 12, 13, 14]),
  ("Nora Fayette", [6, 7, 9, 10, 11, 12, 13, 14]), ("Helen Lloyd", [7, 8, 10, 11, 12]),
  ("Dorothy Murchison", [8, 9]), ("Olivia Carleton", [9, 11]), ("Flora Price", [9, 11]),
]

@Suite struct OverlapTests {
  private static let davis: Ecosystem = {
    var ecosystem = Ecosystem()
    let events = (1...14).map { ecosystem.addCommittee("E\($0)") }
    for (woman, attended) in southernWomen {
      let person = ecosystem.addPerson(woman)
      for event in attended { ecosystem.seat(person, on: events[event - 1]) }
    }
    return ecosystem
  }()

  /// Two committees of a population with so many members and so many on both.
  private func pair(_ population: Int, _ first: Int, _ second: Int, _ shared: Int) -> Ecosystem {
    var ecosystem = Ecosystem()
    let people = (0..<population).map { ecosystem.addPerson("P \($0)") }
    let a = ecosystem.addCommittee("A")
    let b = ecosystem.addCommittee("B")
    for person in people[..<first] { ecosystem.seat(person, on: a) }
    for person in people[(first - shared)..<(first - shared + second)] {
      ecosystem.seat(person, on: b)
    }
    return ecosystem
  }

  @Test(arguments: [(30, 6, 0.0072348), (120, 6, 1.514e-6), (30, 3, 0.5480)])
  func figuresOfAPair(population: Int, shared: Int, p: Double) throws {
    let ecosystem = pair(population, 8, 10, shared)
    let found = try #require(try ecosystem.on(nil).answer(OverlapQuestion("A", "B")).pair)
    #expect(found.shared == shared && found.population == population)
    #expect(abs(found.pValue.value - p) < 6e-5 * p + 5e-5 * (p > 0.5 ? 1 : 0))
    #expect(found.adjustedPValue == found.pValue)
    guard shared == 6, population == 30 else { return }
    #expect(found.overlapCoefficient == 0.75 && found.jaccard == 0.5)
    #expect(found.shareOfFirst == 0.75 && found.shareOfSecond == 0.6)
    #expect(abs(found.expected - 2.6666667) < 1e-6 && found.lift == 2.25)
  }

  @Test(arguments: [
    ("E8", "E9", 9, 0.75, 0.5294118, 0.838235), ("E3", "E5", 6, 1.0, 0.75, 0.001508),
    ("E8", "E5", 7, 0.875, 0.4666667, 0.382353), ("E1", "E14", 0, 0, 0, 1),
  ])
  func davisAgrees(
    a: String, b: String, shared: Int, coefficient: Double, jaccard: Double, p: Double
  ) throws {
    let found = try #require(try Self.davis.on(nil).answer(OverlapQuestion(a, b)).pair)
    #expect(found.first.name == a && found.second.name == b)
    #expect(found.shared == shared && found.population == 18)
    #expect(abs(found.overlapCoefficient - coefficient) < 1e-6)
    #expect(abs(found.jaccard - jaccard) < 1e-6)
    #expect(abs(found.pValue.value - p) < 1e-6)
    #expect(found.adjustedPValue.value >= found.pValue.value)
  }

  @Test func allPairsRankByChanceNotByCount() throws {
    let found = try Self.davis.on(nil).answer(OverlapQuestion(limit: nil))
    #expect(found.testCount == 91 && found.overlappingPairCount == found.pairs.count)
    let best = try #require(found.pairs.first)
    let count = try #require(found.pairs.map(\.shared).max())
    #expect(best.shared < count, "E8 and E9 share most, and chance explains it.")
    for (one, next) in zip(found.pairs, found.pairs.dropFirst()) {
      #expect(one.pValue.decimalLogarithm <= next.pValue.decimalLogarithm)
    }
    for pair in found.pairs { #expect(pair.sharers.count == pair.shared) }
    #expect(found.bridgeCount == 18)
  }

  @Test func sharesTurnAroundWithTheNames() throws {
    let one = try #require(try Self.davis.on(nil).answer(OverlapQuestion("E3", "E8")).pair)
    let other = try #require(try Self.davis.on(nil).answer(OverlapQuestion("E8", "E3")).pair)
    #expect(one.shareOfFirst == other.shareOfSecond && one.shareOfSecond == other.shareOfFirst)
    #expect(one.first == other.second && one.pValue == other.pValue)
    #expect(one.sharers.map(\.person) == other.sharers.map(\.person))
  }

  @Test func oneBodyIsComparedWithAll() throws {
    let found = try Self.davis.on(nil).answer(OverlapQuestion("E8", limit: nil))
    #expect(found.pair == nil && found.pairs.allSatisfy { $0.first.name == "E8" })
    // Thirteen pairs were asked about, and no others are corrected for.
    #expect(found.testCount == 13)
  }

  @Test func aKindStandsForAllItsCommittees() throws {
    var ecosystem = Ecosystem()
    let people = (0..<6).map { ecosystem.addPerson("P \($0)") }
    func committee(_ name: String, _ kind: String, _ members: [Int]) {
      let id = ecosystem.addCommittee(name) { $0.kind = kind }
      for member in members { ecosystem.seat(people[member], on: id) }
    }
    committee("Team North", "JLT", [0, 1])
    committee("Team South", "jlt", [1, 2])
    committee("Board", "JDC", [1, 2, 3, 4])
    let found = try #require(try ecosystem.on(nil).answer(OverlapQuestion("JLT", "Board")).pair)
    #expect(found.first.committees.count == 2 && found.first.size == 3)
    #expect(found.sharers.map(\.name) == ["P 1", "P 2"])
    #expect(found.either == 5)
    let alone = try ecosystem.on(nil).answer(OverlapQuestion("JLT"))
    #expect(alone.pairs.map(\.second.name) == ["Board"])
  }

  @Test func eligibilityNarrowsTheUniverse() throws {
    var ecosystem = Ecosystem()
    let companies = ["Ours", "Ann", "Bee"].map { ecosystem.addCompany($0) }
    var staff: [[Person.ID]] = []
    for (position, company) in companies.enumerated() {
      staff.append((0..<6).map { ecosystem.addPerson("P \(position) \($0)", at: company) })
    }
    for (partner, name) in [(1, "With Ann"), (2, "With Bee")] {
      let alliance = ecosystem.addAlliance(name, of: [companies[0], companies[partner]])
      let committee = ecosystem.addCommittee("JSC \(name)", of: alliance)
      for person in staff[0].prefix(3) + staff[partner].prefix(2) {
        ecosystem.seat(person, on: committee)
      }
    }
    ecosystem.addCommittee("Empty", of: ecosystem.alliances[0].id)
    func pair(_ universe: OverlapQuestion.Universe?) throws -> PairOverlap {
      let question = OverlapQuestion("JSC With Ann", "JSC With Bee", universe: universe)
      return try #require(try ecosystem.on(nil).answer(question).pair)
    }
    #expect(try pair(.everyone).population == 18)
    #expect(try pair(.alliance).population == 7)
    #expect(try pair(nil).population == 7)
    // Only our own staff may sit on both: 3 of the 6, and the same 3.
    #expect(try pair(.eligible).population == 6)
    #expect(abs(try pair(.eligible).pValue.value - 1.0 / 20) < 1e-12)
    let model = try ecosystem.on(nil).answer(OverlapQuestion()).degreeModel
    #expect(model.hasPrefix("SDSM-EC"))
  }

  @Test func votingOnlyLeavesObserversOut() throws {
    var ecosystem = pair(10, 3, 3, 2)
    ecosystem.memberships[2].role = .observer
    let found = try ecosystem.on(nil).answer(OverlapQuestion("A", "B", isVotingOnly: true))
    #expect(found.pair?.shared == 1)
    #expect(found.leftOut == ["1 seat of observers or alternates"])
  }

  @Test func committeesThatMightBeOneAreNamed() throws {
    var ecosystem = pair(20, 4, 6, 3)
    let lone = ecosystem.addCommittee("C")
    ecosystem.seat(ecosystem.people[0].id, on: lone)
    let found = try ecosystem.on(nil).answer(OverlapQuestion())
    let candidate = try #require(found.mergeCandidates.first)
    #expect(found.mergeCandidates.count == 1)
    #expect(candidate.smaller.name == "A" && candidate.larger.name == "B" && candidate.toMove == 1)
    // Of A's six pairs, the three among the three shared members meet on B too.
    #expect(candidate.redundancy == 0.5)
    #expect(found.bridges.first?.solePairs == 1)
  }

  @Test func questionsThatHaveNoAnswerSayWhy() {
    func code(
      _ ecosystem: Ecosystem, _ question: OverlapQuestion, on day: CalendarDate? = nil
    ) -> InsightError.Code? {
      do throws(InsightError) {
        _ = try ecosystem.on(day).answer(question)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(Ecosystem(), OverlapQuestion()) == .missingData)
    #expect(code(Self.davis, OverlapQuestion("E1", "E1")) == .badOption)
    #expect(code(Self.davis, OverlapQuestion("E99")) == .unknownName)
    #expect(code(.sample, OverlapQuestion(), on: .on("1990")) == .missingData)
  }

  @Test(arguments: 0..<8)
  func anyEcosystemIsAnswered(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    guard !ecosystem.memberships.isEmpty else { return }
    for universe in OverlapQuestion.Universe.allCases {
      let found = try ecosystem.on(nil).answer(OverlapQuestion(universe: universe, limit: nil))
      for pair in found.pairs {
        #expect((0...1).contains(pair.jaccard) && pair.jaccard <= pair.overlapCoefficient)
        #expect(pair.shared <= pair.population)
        #expect(pair.adjustedPValue.decimalLogarithm >= pair.pValue.decimalLogarithm)
      }
      #expect(try found.text(.json) == ecosystem.on(nil).answer(found.question).text(.json))
    }
  }
}
