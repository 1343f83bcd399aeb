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
    #expect(boss.hours(of: .handoffs) == 1 && boss.hours(of: .reports) == 1)
    #expect(boss.hours(of: .alliances) == 4 && boss.duties.count == 3)
    #expect(boss.seats.map(\.name) == ["Weekly", "Monthly"])
  }

  @Test func rulesCanBeChanged() throws {
    var rules = LoadQuestion.Rules()
    rules.roleWeights["chair"] = 2
    rules.hoursPerAlliance = 10
    let boss = try #require(try load(busy, rules).people.first)
    #expect(abs(boss.seatHours - (26 + 2)) < 1e-9)
    #expect(boss.hours(of: .alliances) == 10 && boss.capacity == 25)
    #expect(boss.reasons.map(\.kind) == [.capacity])
    #expect(boss.reasons[0].text == "40 h of 25 h a month")
    // The observer's two hours do not suffice; the chair, who needs a successor, does alone and leaves 14.
    #expect(boss.relief.map(\.seat.name) == ["Weekly"] && boss.unrelievedHours == 0)
    #expect(boss.relief.map(\.successorOf) == ["Works"])
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
    #expect(person.relief.map(\.seat.name) == ["Middle"])
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
    #expect(found.people.map(\.name) == (0..<10).reversed().map { "P \($0)" })
    #expect(found.people[0].reasons.map(\.kind) == [.outlier] && found.namedCount == 1)
    // Nobody's capacity is known, so that nobody is accused.
    #expect(found.overloadedCount == 0 && found.summary[0].contains("No capacity is known"))
    #expect(found.concentration.topNames == ["P 9"])
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
    let layers = (1...5).map { "L\($0) (1 of 1 sit above)" }.joined(separator: ", ")
    #expect(named.reasons[1].text == "sits on several layers: \(layers) under L0")
    #expect(named.relief.count == 1)
  }

  @Test func aShareOfAnEmploymentScalesTheCapacity() throws {
    var ecosystem = Ecosystem()
    let companies = ["Hospital", "Institute"].map { ecosystem.addCompany($0) }
    let board = ecosystem.addCommittee("Board") {
      $0.cadence = Cadence("monthly")
      $0.hours = 3
    }
    func addPerson(_ name: String, _ shares: [Double?], for company: Company.ID?) {
      let person = ecosystem.addPerson(name, at: companies[0]) { $0.capacityHours = 10 }
      for (company, share) in zip(companies, shares) {
        ecosystem.addAffiliation(person, at: company) { $0.share = share }
      }
      ecosystem.seat(person, on: board, for: company)
    }
    addPerson("A fifth", [0.8, 0.2], for: companies[1])
    addPerson("Four fifths", [0.8, 0.2], for: nil)
    addPerson("The rest", [0.7], for: companies[1])
    addPerson("Whole", [], for: nil)
    let found = try load(ecosystem).people
    let limits = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.capacity ?? -1) })
    #expect(abs((limits["A fifth"] ?? 0) - 2) < 1e-9 && limits["Four fifths"] == 8)
    #expect(abs((limits["The rest"] ?? 0) - 3) < 1e-9 && limits["Whole"] == 10)
    #expect(found[0].name == "A fifth" && found.map(\.isOverloaded) == [true, false, false, false])
    #expect(found[0].capacitySource?.contains("20 % (share for Institute)") == true)
  }

  @Test func withoutHoursSeatsAreRankedAndNotAccused() throws {
    var ecosystem = Ecosystem()
    let boards = (0..<8).map { ecosystem.addCommittee("Board \($0)") }
    for (place, count) in [1, 3, 8, 2, 2, 7].enumerated() {
      let person = ecosystem.addPerson("P\(place)", id: "z\(9 - place)")
      for board in boards.prefix(count) { ecosystem.seat(person, on: board) }
    }
    let found = try load(ecosystem)
    #expect(found.unit == .seats && found.overloadedCount == 0)
    #expect(found.people.map(\.name) == ["P2", "P5", "P1", "P3", "P4", "P0"])
    #expect(found.people[0].reasons.contains { $0.kind == .cap && !$0.isOverload })
    #expect(found.concentration.total == 23 && found.concentration.median == 2.5)
    // A cap that was asked for is a limit.
    var rules = LoadQuestion.Rules()
    rules.seatCap = 7
    let capped = try load(ecosystem, rules)
    #expect(capped.overloadedCount == 1 && capped.people[0].relief.count == 1)
  }

  @Test func programsAndRolesInAlliancesCostHoursAndAreNamedTogether() throws {
    var ecosystem = Ecosystem()
    let company = ecosystem.addCompany("Works")
    let ann = ecosystem.addPerson("Ann", at: company) { $0.capacityHours = 5 }
    let ben = Person.ID("ben")
    let alliance = ecosystem.addAlliance("Union", of: [company]) {
      $0.manager = ann
      $0.sponsor = ben
    }
    ecosystem.addPerson("Ben", at: company)
    var program = Program(id: .init("p"), name: "Probe", alliance: alliance)
    program.lead = ann
    ecosystem.programs.append(program)
    ecosystem.addRelationship(from: .person(ann), to: .alliance(alliance)) {
      $0.kind = "Investigates"
    }
    ecosystem.addRelationship(from: .person(ann), to: .alliance(alliance)) { $0.kind = "admires" }
    let found = try load(ecosystem)
    let loaded = try #require(found.people.first)
    #expect(loaded.hours == 4 + 1 + 4 && loaded.isOverloaded)
    #expect(
      loaded.reasons.first { $0.kind == .hats }?.text
        .contains("project manager and alliance manager at once in Union") == true)
    #expect(found.people.last?.hours(of: .sponsorships) == 1)
    #expect(found.leftOut.contains { $0.contains("admires") })
    var rules = LoadQuestion.Rules()
    rules.hoursPerKind["admires"] = 3
    rules.hoursPerProgram = 10
    #expect(try load(ecosystem, rules).people.first?.hours == 4 + 10 + 4 + 3)
  }

  @Test func whoLeftAndStillManagesIsNamed() throws {
    var ecosystem = busy
    let (boss, board) = (ecosystem.people[0].id, ecosystem.committees[0].id)
    ecosystem.memberships = ecosystem.memberships.filter { $0.person != boss }
    ecosystem.seat(boss, on: board, as: .coChair, .from(until: "2020-05"))
    for (day, isGone) in [("2020-04-30", false), ("2020-05-01", true)] {
      let found = try ecosystem.on(.on(day)).answer(LoadQuestion(limit: 1))
      #expect(!found.leavers.isEmpty == isGone)
      #expect(found.summary.contains { $0.contains("still manages 1 alliance") } == isGone)
    }
    // A committee that ends lets everybody go, and nobody has left.
    ecosystem.committees.update(board) { $0.validity = .from(until: "2020-05") }
    #expect(try ecosystem.on(.on("2021")).answer(LoadQuestion()).leavers.isEmpty)
  }

  /// The hours of everybody, from the rows.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func hoursEqualAPlainSum(seed: UInt64) throws {
    let made = Ecosystem.random(seed: seed)
    guard let found = try? load(made) else { return }
    let rules = LoadQuestion.Rules()
    for person in made.people {
      var hours = 0.0
      for committee in made.committees {
        let roles = made.memberships.filter {
          $0.person == person.id && $0.committee == committee.id
        }.map { rules.weight(of: $0.role) }
        guard let weight = roles.max(), let cadence = committee.cadence else { continue }
        let length = (committee.hours ?? 0) + (committee.preparationHours ?? 0)
        hours += weight * cadence.meetingsPerYear / 12 * length
      }
      for handoff in made.handoffs where handoff.owner == person.id {
        hours += 0.25 * (handoff.perYear ?? 12) / 12
      }
      hours += Double(made.people.count { $0.manager == person.id })
      hours += 4 * Double(made.alliances.count { $0.manager == person.id })
      hours += Double(made.programs.count { $0.lead == person.id })
      let listed = found.people.first { $0.person == person.id }
      #expect(abs((listed?.hours ?? 0) - hours) < 1e-9, "\(person.name)")
      #expect(hours == 0 || listed != nil)
    }
  }

  @Test func lengthsBeyondADayDoNotEndTheProgram() throws {
    for hours in [1e300, 1e6, 24, 0, -5, 1e-300] {
      var ecosystem = Ecosystem.sample
      for committee in ecosystem.committees {
        ecosystem.committees.update(committee.id) { $0.hours = hours }
      }
      _ = try? load(ecosystem).text(.table)
    }
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
    ecosystem.alliances.update(ecosystem.alliances[0].id) { $0.manager = nil }
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
    #expect(found.people.count == found.concentration.peopleCount)
    for person in found.people {
      #expect(
        Set(person.relief.map(\.seat.committee)).isSubset(of: Set(person.seats.map(\.committee))))
      if let limit = person.capacity, person.isOverloaded, person.unrelievedHours == 0 {
        let left = person.hours - person.relief.reduce(0) { $0 + ($1.seat.hours ?? 0) }
        #expect(left <= limit + 1e-6)
      }
    }
  }
}
