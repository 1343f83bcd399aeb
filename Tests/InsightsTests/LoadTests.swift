import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite struct LoadTests {
  private func load(_ ecosystem: Ecosystem, _ rules: LoadQuestion.Rules = .init()) throws
    -> LoadFindings
  {
    try ecosystem.on(nil).answer(LoadQuestion(rules: rules, limit: nil))
  }

  /// A chair of a weekly meeting of two hours with one of preparation, who owns, manages and leads.
  private var busy: Ecosystem {
    var ecosystem = Ecosystem()
    let company = ecosystem.addCompany("Works")
    let boss = ecosystem.addPerson("Boss", at: company) { $0.capacityHours = 25 }
    let helper = ecosystem.addPerson("Helper", at: company) { $0.manager = boss }
    let alliance = ecosystem.addAlliance("Union", of: [company]) { $0.manager = boss }
    let weekly = ecosystem.addCommittee("Weekly", of: alliance) {
      $0.cadence = Cadence("weekly")
      $0.hours = 2
      $0.preparationHours = 1
    }
    let monthly = ecosystem.addCommittee("Monthly") {
      $0.cadence = Cadence("monthly")
      $0.hours = 4
    }
    ecosystem.seat(boss, on: weekly, as: .chair)
    ecosystem.seat(helper, on: weekly)
    ecosystem.seat(boss, on: monthly, as: .observer)
    ecosystem.addHandoff(from: .company(company), to: .company(company), owner: boss) {
      $0.perYear = 48
    }
    return ecosystem
  }

  @Test func hoursAddUp() throws {
    let boss = try #require(try load(busy).people.first)
    #expect(abs(boss.seatHours - (52.0 / 12 * 3 * 1.5 + 4 * 0.5)) < 1e-9)
    #expect(boss.handoffHours == 1 && boss.reportHours == 1 && boss.allianceHours == 4)
    #expect(boss.seats.map(\.name) == ["Weekly", "Monthly"])
  }

  @Test func rulesCanBeChanged() throws {
    var rules = LoadQuestion.Rules()
    rules.roleWeights["chair"] = 2
    rules.hoursPerAlliance = 10
    let boss = try #require(try load(busy, rules).people.first)
    #expect(abs(boss.seatHours - (26 + 2)) < 1e-9)
    #expect(boss.allianceHours == 10 && boss.limit == 25)
    #expect(boss.reasons.map(\.kind) == [.capacity])
    #expect(boss.reasons[0].text == "40 h of 25 h a month")
    // The observer's two hours do not suffice, so the chair goes too, which alone would leave 14.
    #expect(boss.relief.map(\.name).contains("Weekly") && boss.unrelievedHours == 0)
  }

  @Test func theSmallestSeatThatSufficesIsGivenUpFirst() throws {
    var ecosystem = Ecosystem()
    let company = ecosystem.addCompany("Works")
    let loaded = ecosystem.addPerson("Loaded", at: company) { $0.capacityHours = 10 }
    let other = ecosystem.addPerson("Other", at: company)
    for (name, hours) in [("Long", 8.0), ("Middle", 3), ("Short", 1)] {
      let committee = ecosystem.addCommittee(name) {
        $0.cadence = Cadence("monthly")
        $0.hours = hours
      }
      ecosystem.seat(loaded, on: committee)
      ecosystem.seat(other, on: committee)
    }
    let person = try #require(try load(ecosystem).people.first)
    #expect(person.relief.map(\.name) == ["Middle"])
    #expect(person.hours == 12 && person.unrelievedHours == 0)
  }

  @Test func anOutlierStandsOutByMedianAndDeviation() throws {
    var ecosystem = Ecosystem()
    // Loads 1…9 and 40: median 5.5, deviation 2.5 · 1.4826, limit 16.62.
    for (position, hours) in [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 40].enumerated() {
      let committee = ecosystem.addCommittee("C \(position)") {
        $0.cadence = Cadence("monthly")
        $0.hours = hours
      }
      ecosystem.seat(ecosystem.addPerson("P \(position)"), on: committee)
    }
    let found = try load(ecosystem)
    let limit = try #require(found.concentration.outlierLimit)
    #expect(abs(limit - (5.5 + 3 * 2.5 * 1.4826)) < 1e-9)
    #expect(found.people.map(\.name) == ["P 9"])
    #expect(found.people[0].reasons.map(\.kind) == [.outlier])
    #expect(found.concentration.topCount == 1)
    #expect(abs(found.concentration.topShare - 40.0 / 85) < 1e-12)
    // Gini by its definition: the mean difference of all pairs over twice the mean.
    let loads = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 40]
    let sum = loads.flatMap { one in loads.map { abs(one - $0) } }.reduce(0, +)
    #expect(abs(found.concentration.gini - sum / (2 * 100 * 8.5)) < 1e-12)
  }

  @Test func tooManySeatsAndLayersAreNamed() throws {
    var ecosystem = Ecosystem()
    let person = ecosystem.addPerson("Everywhere") { $0.capacityHours = 1000 }
    var parent: Committee.ID?
    for level in 0..<6 {
      let committee = ecosystem.addCommittee("L\(level)", under: parent) {
        $0.cadence = Cadence("quarterly")
        $0.hours = 1
      }
      ecosystem.seat(person, on: committee)
      if level == 0 { parent = committee }
    }
    let named = try #require(try load(ecosystem).people.first)
    #expect(named.reasons.map(\.kind) == [.cap, .layers])
    #expect(named.reasons[1].text == "sits on several layers: L1, L2, L3, L4, L5 under L0")
    #expect(named.relief.count == 1)
  }

  @Test func meetingsAcrossTheWorldCollide() throws {
    var ecosystem = Ecosystem.sample
    let found = try load(ecosystem)
    // London and Tokyo share no working hour; all four committees have members in both.
    #expect(found.collisionCount == 4)
    #expect(found.collisions.allSatisfy { $0.memberCount == 2 && $0.outsiders.count == 1 })
    for company in ecosystem.companies {
      ecosystem.companies.update(company.id) { $0.timeZone = "Europe/London" }
    }
    #expect(try load(ecosystem).collisionCount == 0)
  }

  @Test func unknownHoursAreCountedOut() throws {
    var ecosystem = busy
    let silent = ecosystem.addCommittee("Silent")
    ecosystem.seat(ecosystem.people[1].id, on: silent)
    let found = try load(ecosystem)
    #expect(found.leftOut.first == "the hours of 1 committee without cadence or hours (Silent)")
    #expect(found.tables[0].method.contains("Silent"))
  }

  @Test func circlesOfParentsEnd() throws {
    var ecosystem = busy
    let ids = ecosystem.committees.map(\.id)
    ecosystem.committees.update(ids[0]) { $0.parent = ids[1] }
    ecosystem.committees.update(ids[1]) { $0.parent = ids[0] }
    ecosystem.memberships[2].role = .member
    #expect(try load(ecosystem).people.contains { $0.reasons.contains { $0.kind == .layers } })
  }

  @Test func emptyDatasetsSayWhatIsMissing() {
    #expect(throws: InsightError.self) { try load(Ecosystem()) }
    #expect(throws: InsightError.self) {
      var ecosystem = Ecosystem()
      ecosystem.addPerson("Idle")
      _ = try load(ecosystem)
    }
  }

  @Test(arguments: 0..<8)
  func loadsOfAnyEcosystemObeyTheirLaws(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let found: LoadFindings
    do throws(InsightError) {
      found = try ecosystem.on(nil).answer(LoadQuestion(limit: nil))
    } catch {
      #expect(error.code == .missingData)
      return
    }
    #expect((0...1).contains(found.concentration.gini))
    #expect((0...1).contains(found.concentration.topShare))
    for person in found.people {
      #expect(!person.reasons.isEmpty)
      #expect(Set(person.relief.map(\.committee)).isSubset(of: Set(person.seats.map(\.committee))))
      if let limit = person.limit, person.isOverloaded, person.unrelievedHours == 0 {
        let left = person.hours - person.relief.reduce(0) { $0 + ($1.hours ?? 0) }
        #expect(left <= limit + 1e-6)
      }
    }
  }
}
