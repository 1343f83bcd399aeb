import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// Roles, bus factors and successors, against plain counts and all sets of people.
@Suite("Roles")
struct RolesTests {
  private func made() -> Ecosystem {
    var made = Ecosystem()
    let one = made.addCompany("One")
    let two = made.addCompany("Two")
    let labs = made.addFunction("Labs", of: one)
    for (name, seniority) in [("Ada", 3), ("Ben", 3), ("Cleo", 4), ("Dan", 1)] {
      made.addPerson(name, at: one) {
        $0.function = labs
        $0.seniority = seniority
        $0.capacityHours = name == "Ben" ? 3 : 40
      }
    }
    let eve = made.addPerson("Eve", at: two)
    let ada = Person.ID("ada")
    let pact = made.addAlliance("Pact", of: [one, two]) { $0.manager = ada }
    let deal = made.addAlliance("Deal", of: [one, two]) { $0.sponsor = ada }
    var study = Program(id: .init("study"), name: "Study", alliance: pact)
    study.lead = ada
    made.programs.append(study)
    made.addRelationship(from: .person(ada), to: .program(study.id)) { $0.kind = "investigates" }
    let board = made.addCommittee("Board", of: pact) {
      $0.cadence = Cadence("monthly")
      $0.hours = 2
      $0.quorum = 2
    }
    made.seat(ada, on: board, as: .chair)
    made.seat(.init("ben"), on: board)
    made.seat(eve, on: board)
    made.addAffiliation(.init("cleo"), at: two) { $0.share = 0.6 }
    made.addAffiliation(.init("cleo"), at: one) { $0.share = 0.5 }
    made.conflicts.append(Conflict(a: .alliance(pact), b: .alliance(deal)))
    return made
  }

  private func answer(_ ecosystem: Ecosystem) throws -> RolesFindings {
    try ecosystem.on(nil).answer(RolesQuestion(limit: nil))
  }

  @Test("roles of one person in one alliance, with the hours of roles and seats")
  func hats() throws {
    let found = try answer(made())
    let ada = try #require(found.people.first)
    #expect(ada.name == "Ada" && ada.mostAtOnce == 3 && ada.places.count == 2)
    let pact = try #require(ada.places.last)
    #expect(pact.roles == ["alliance manager", "investigator", "project manager"])
    // 4 for the alliance, 4 for the investigation, 1 for the program, 2 · 1.5 for the chair.
    #expect(pact.hours == 12 && pact.seatCount == 1)
    #expect(
      found.combinations.first?.roles.count == 4 && found.combinations.first?.inOneAlliance == 0)
  }

  @Test("two day jobs that are more than one time are told")
  func jobs() throws {
    let job = try #require(try answer(made()).jobs.first)
    #expect(job.name == "Cleo" && job.isOverbooked && job.jobs.map(\.company) == ["Two", "One"])
    #expect(abs((job.share ?? 0) - 1.1) < 1e-12)
  }

  @Test("who leaves leaves vacancies, effects, and colleagues who could take over or not")
  func departure() throws {
    var ecosystem = made()
    let found = try ecosystem.on(nil).answer(DepartureQuestion(of: "Ada"))
    #expect(
      found.rows.map { "\($0.vacancy.sort.rawValue): \($0.vacancy.of)" } == [
        "alliance manager: Pact", "sponsor: Deal", "program lead: Study", "seat: Board",
      ])
    #expect(found.rows.map(\.vacancy.hours) == [4, 1, 1, 3])
    // Dan is two levels away, and Ben, on Pact's board, has 3 − 2 hours free and no business with Deal.
    #expect(
      found.rows.map { $0.successors.map(\.name) } == [
        ["Cleo"], ["Cleo"], ["Ben", "Cleo"], ["Cleo"],
      ])
    #expect(found.rows.last?.effect == "2 votes left, nobody leads it")
    ecosystem.people.update(.init("cleo")) { $0.seniority = 5 }
    let alone = try ecosystem.on(nil).answer(DepartureQuestion(of: "Ada"))
    #expect(
      alone.rows.map(\.hurdle) == [
        "no colleague has the hours free", "colleagues are on the other side of a firewall", nil,
        "colleagues sit there already",
      ])
    #expect(
      try answer(ecosystem).gaps.map { "\($0.vacancy.sort.rawValue): \($0.vacancy.of)" }
        == ["alliance manager: Pact", "sponsor: Deal", "seat: Board"])
  }

  // MARK: All sets of people

  /// Whether a committee stalls without some people: fewer votes than its quorum, or a partner's last vote gone.
  private func stalls(
    _ committee: Committee, without gone: Set<Person.ID>, in snapshot: Snapshot
  ) -> Bool {
    let voting = snapshot.seats(of: committee.id).filter(\.role.isVoting)
    let left = Set(voting.map(\.person)).subtracting(gone)
    if left.count < max(1, committee.quorum ?? 1) { return true }
    let partners =
      snapshot.alliance(of: committee.id)
      .flatMap { snapshot.ecosystem.alliances[$0]?.companies } ?? []
    func partner(_ seat: Membership) -> Company.ID? {
      snapshot.ecosystem.company(of: seat).flatMap { snapshot.partner(owning: $0, among: partners) }
    }
    return partners.contains { company in
      let own = voting.filter { partner($0) == company }
      return !own.isEmpty && own.allSatisfy { gone.contains($0.person) }
    }
  }

  private func sets(of people: [Person.ID]) -> [Set<Person.ID>] {
    (0..<1 << people.count).map { bits in
      Set(people.indices.filter { bits >> $0 & 1 == 1 }.map { people[$0] })
    }.sorted { $0.count < $1.count }
  }

  @Test("no smaller set of people stalls a committee", arguments: 0..<10 as Range<UInt64>)
  func committees(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed).on(nil)
    let found = try snapshot.answer(RolesQuestion(limit: nil)).bodies
    for committee in snapshot.ecosystem.committees {
      let voters = Set(snapshot.seats(of: committee.id).filter(\.role.isVoting).map(\.person))
      let row = found.first { $0.body == .committee(committee.id) }
      guard !voters.isEmpty, voters.count < 9 else {
        #expect(voters.isEmpty == (row == nil))
        continue
      }
      let least = sets(of: voters.sorted()).first {
        stalls(committee, without: $0, in: snapshot)
      }
      #expect((row?.factor ?? 0) == least?.count, "\(committee.name)")
    }
  }

  @Test(
    "no smaller set of people stalls an alliance, where that is said",
    arguments: 0..<10 as Range<UInt64>)
  func alliances(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed, scale: 12).on(nil)
    let ecosystem = snapshot.ecosystem
    let found = try snapshot.answer(RolesQuestion(limit: nil)).bodies
    for alliance in ecosystem.alliances {
      let bodies = snapshot.committees(of: alliance.id).filter {
        snapshot.seats(of: $0.id).contains(where: \.role.isVoting)
      }
      let offices =
        [alliance.manager, alliance.sponsor].compactMap { $0 }
        + ecosystem.programs.filter { $0.alliance == alliance.id }.compactMap(\.lead)
        + ecosystem.handoffs.filter { $0.alliance == alliance.id }.compactMap(\.owner)
      let voters = bodies.flatMap { body in
        snapshot.seats(of: body.id).filter(\.role.isVoting).map(\.person)
      }
      let row = found.first { $0.body == .alliance(alliance.id) }
      #expect((row == nil) == (bodies.isEmpty && offices.isEmpty))
      let holders = Set(voters + offices).sorted()
      guard let row, holders.count < 10 else { continue }
      let least = sets(of: holders).first { gone in
        let stalled =
          bodies.count { stalls($0, without: gone, in: snapshot) }
          + offices.count { gone.contains($0) }
        return 2 * stalled > bodies.count + offices.count
      }
      let size = least?.count ?? 0
      #expect(row.isProven ? row.factor ?? 0 == size : row.factor ?? 0 >= size)
      #expect(row.people.count == row.factor ?? 0)
    }
  }

  @Test("the order of rows changes nothing", arguments: 0..<6 as Range<UInt64>)
  func rowOrder(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    #expect(try answer(ecosystem) == answer(ecosystem.withRowsReversed))
    for person in ecosystem.people.prefix(4) {
      let question = DepartureQuestion(of: person.id.rawValue)
      #expect(
        try ecosystem.on(nil).answer(question)
          == ecosystem.withRowsReversed.on(nil).answer(question))
    }
  }

  @Test("a filter and a day leave what they say; nobody is refused")
  func parts() throws {
    var ecosystem = made()
    ecosystem.conflicts = []
    let part = try ecosystem.on(.on("2020")).answer(
      RolesQuestion(), meeting: [#require(Condition("alliance=deal"))])
    #expect(part.people.map(\.roles) == [["sponsor"]] && part.filter == ["alliance=deal"])
    #expect(throws: InsightError.self) { try answer(Ecosystem()) }
    #expect(throws: InsightError.self) {
      try made().on(nil).answer(DepartureQuestion(of: "Nobody"))
    }
  }
}
