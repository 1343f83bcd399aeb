import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Firewalls")
struct FirewallTests {
  /// Three alliances of one company with rivals; A is kept from B, and B from C, with 180 days of cooling-off.
  private func made() -> Ecosystem {
    var made = Ecosystem()
    let hub = made.addCompany("Hub")
    for name in ["a", "b", "c"] {
      let partner = made.addCompany("Partner \(name)")
      let alliance = made.addAlliance(name, of: [hub, partner])
      made.addCommittee("jsc \(name)", of: alliance)
    }
    for (first, second) in [("a", "b"), ("b", "c")] {
      var wall = Conflict(a: .alliance(.init(first)), b: .alliance(.init(second)))
      wall.coolingOffDays = 180
      made.conflicts.append(wall)
    }
    for name in ["Ada", "Ben", "Cleo"] { made.addPerson(name, at: hub) }
    return made
  }

  private let ada = Person.ID("ada")
  private let ben = Person.ID("ben")
  private let jscA = Committee.ID("jsc-a")
  private let jscB = Committee.ID("jsc-b")
  private let jscC = Committee.ID("jsc-c")

  @Test("whoever is on both sides breaches the pair, and no other")
  func direct() throws {
    var ecosystem = made()
    ecosystem.seat(ada, on: jscA)
    ecosystem.seat(ada, on: jscB, as: .observer)
    // Nobody is known at C, so that nobody could be found to cross.
    #expect(
      try ecosystem.on(nil).answer(FirewallQuestion()).pairs.map(\.status) == [.breached, .unknown])
    ecosystem.seat(Person.ID("cleo"), on: jscC)
    let found = try ecosystem.on(nil).answer(FirewallQuestion())
    #expect(found.pairs.map(\.status) == [.breached, .holds])
    #expect(
      found.pairs[0].breaches.first?.path == "a ← member of jsc a ← Ada → observer of jsc b → b")
    #expect(found.isBreached)
  }

  @Test("a breach dates from the first day on which both sides held, over all roles")
  func earliestDay() throws {
    var ecosystem = made()
    ecosystem.alliances.update(.init("a")) {
      $0.manager = ada
      $0.validity = .from("2018-11")
    }
    ecosystem.seat(ada, on: jscB, .from("2020"))
    ecosystem.seat(ada, on: jscB, as: .observer, .from("2017", until: "2020"))
    let breach = try #require(
      try ecosystem.on(.on("2021")).answer(FirewallQuestion()).pairs[0].breaches.first)
    #expect(breach.since == .on("2018-11") && breach.again == nil)
    // A gap is said, and does not hide the first day.
    ecosystem.memberships[1].validity = .from("2017", until: "2019-06")
    let later = try #require(
      try ecosystem.on(.on("2021")).answer(FirewallQuestion()).pairs[0].breaches.first)
    #expect(later.since == .on("2018-11") && later.again == .on("2020"))
    let past = try #require(
      try ecosystem.on(nil).answer(FirewallQuestion()).pairs[0].breaches.first)
    #expect(past.since == .on("2018-11"))
  }

  @Test("the day of a breach equals a search day by day", arguments: 0..<40 as Range<UInt64>)
  func earliestDayByDay(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let index = ExposureIndex(ecosystem.on(nil))
    for day: CalendarDate? in [nil, .on("2014"), .on("2017-06")] {
      guard let found = try? ecosystem.on(day).answer(FirewallQuestion()) else { continue }
      for pair in found.pairs {
        let a = index.exposures(to: pair.a, against: pair.b).filter(\.validity.isOrdered)
        let b = index.exposures(to: pair.b, against: pair.a).filter(\.validity.isOrdered)
        func holds(_ side: [Exposure], _ person: Person.ID, _ day: CalendarDate) -> Bool {
          side.contains { $0.person == person && $0.validity.contains(day) }
        }
        let always = CalendarDate.on("0001-01-01")
        let days = (a + b).compactMap(\.validity.since) + [always]
        for person in Set(a.map(\.person)).intersection(b.map(\.person)) {
          let first = days.filter { holds(a, person, $0) && holds(b, person, $0) }.min()
          let isNow = day.map { holds(a, person, $0) && holds(b, person, $0) } ?? (first != nil)
          let breach = pair.breaches.first { $0.person == person && $0.kind == .direct }
          #expect((breach != nil) == isNow)
          if let breach { #expect((breach.since ?? always) == first) }
        }
      }
    }
  }

  @Test("pairs are not transitive: A and C may share people")
  func notTransitive() throws {
    var ecosystem = made()
    ecosystem.seat(ada, on: jscA)
    ecosystem.seat(ada, on: jscC)
    #expect(try !ecosystem.on(nil).answer(FirewallQuestion()).isBreached)
  }

  @Test("pairs are symmetric", arguments: 0..<24 as Range<UInt64>)
  func symmetric(seed: UInt64) throws {
    var ecosystem = Ecosystem.random(seed: seed)
    let forth = try ecosystem.on(.on("2016")).answer(FirewallQuestion(coolingOffDays: 90))
    for row in ecosystem.conflicts.indices {
      (ecosystem.conflicts[row].a, ecosystem.conflicts[row].b) = (
        ecosystem.conflicts[row].b, ecosystem.conflicts[row].a
      )
    }
    let back = try ecosystem.on(.on("2016")).answer(FirewallQuestion(coolingOffDays: 90))
    #expect(forth.pairs.map(\.status) == back.pairs.map(\.status))
    #expect(
      forth.pairs.map { Set($0.breaches.map(\.person)) }
        == back.pairs.map { Set($0.breaches.map(\.person)) })
    #expect(
      forth.pairs.map { Set($0.contacts.map(\.through)) }
        == back.pairs.map { Set($0.contacts.map(\.through)) })
  }

  @Test(
    "crossing within the cooling-off time is a breach, until that time is over",
    arguments: [
      ("2020-04-01", "2020-05-01", true), ("2020-04-01", "2020-03-31", false),
      ("2020-06-29", "2020-07-10", false), ("2020-01-01", "2020-06-28", true),
      ("2020-01-01", "2020-06-29", false),
    ])
  func coolingOff(joined: String, day: String, isBreach: Bool) throws {
    var ecosystem = made()
    ecosystem.seat(ada, on: jscA, .from("2018", until: "2020-01-01"))
    ecosystem.seat(ada, on: jscB, .from(joined))
    let found = try ecosystem.on(.on(day)).answer(FirewallQuestion())
    #expect(found.isBreached == isBreach)
    if isBreach { #expect(found.pairs[0].breaches.map(\.kind) == [.coolingOff]) }
  }

  @Test("a third committee and a line manager bring sides one step apart, without a breach")
  func contacts() throws {
    var ecosystem = made()
    ecosystem.seat(ada, on: jscA)
    ecosystem.seat(ben, on: jscB)
    let forum = ecosystem.addCommittee("Forum")
    ecosystem.seat(ada, on: forum)
    ecosystem.seat(ben, on: forum)
    ecosystem.people.update(ada) { $0.manager = .init("cleo") }
    ecosystem.people.update(ben) { $0.manager = .init("cleo") }
    let found = try ecosystem.on(nil).answer(FirewallQuestion())
    #expect(found.pairs[0].status == .near && !found.isBreached)
    #expect(found.pairs[0].contacts.map(\.kind) == [.committee, .manager])
    #expect(found.pairs[0].contacts.last?.path == "a ← Ada – Cleo – Ben → b")
    ecosystem.people.update(ben) { $0.manager = ada }
    #expect(
      try ecosystem.on(nil).answer(FirewallQuestion()).pairs[0].contacts.map(\.kind) == [
        .committee, .line,
      ])
  }

  @Test("a company's side are its employees and those who work with it alone")
  func companies() throws {
    var ecosystem = made()
    ecosystem.conflicts = [
      Conflict(a: .company(.init("partner-a")), b: .company(.init("partner-b")))
    ]
    ecosystem.seat(ada, on: jscA)
    #expect(try !ecosystem.on(nil).answer(FirewallQuestion()).isBreached)
    ecosystem.alliances.update(.init("b")) { $0.manager = ada }
    #expect(try ecosystem.on(nil).answer(FirewallQuestion()).isBreached)
    // An alliance of both is no wall between them.
    ecosystem.alliances.update(.init("b")) { $0.companies.append(.init("partner-a")) }
    #expect(try !ecosystem.on(nil).answer(FirewallQuestion()).isBreached)
  }

  @Test("repeated pairs and pairs of one side are left out and counted")
  func redundant() throws {
    var ecosystem = made()
    ecosystem.conflicts.append(Conflict(a: .alliance(.init("b")), b: .alliance(.init("a"))))
    ecosystem.conflicts.append(Conflict(a: .alliance(.init("a")), b: .alliance(.init("a"))))
    let found = try ecosystem.on(nil).answer(FirewallQuestion())
    #expect(found.pairs.count == 2 && found.redundantCount == 2)
  }

  @Test("the review lists everyone on a side, and who is new there")
  func review() throws {
    var ecosystem = made()
    ecosystem.conflicts[0].reviewed = CalendarDate("2019-06-01")
    ecosystem.seat(ada, on: jscA, .from("2018"))
    ecosystem.seat(ben, on: jscA, .from("2020-01"))
    let pair = try #require(
      try ecosystem.on(.on("2020-05-01")).answer(FirewallQuestion()).pairs.first)
    #expect(pair.people.map(\.isNew) == [false, true])
    #expect(pair.isOverdue == false)
    #expect(
      try ecosystem.on(.on("2020-07-01")).answer(FirewallQuestion()).pairs.first?.isOverdue == true)
  }

  @Test("an ecosystem without conflicts says which table is missing")
  func empty() {
    let error = #expect(throws: InsightError.self) {
      try Ecosystem().on(nil).answer(FirewallQuestion())
    }
    #expect(error?.message.contains("“conflicts”") == true)
  }
}
