import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// Joiners, leavers and tenure, against sets of rows.
@Suite("Turnover")
struct TurnoverTests {
  private func made() -> Ecosystem {
    var made = Ecosystem()
    let one = made.addCompany("One")
    let two = made.addCompany("Two")
    let ada = made.addPerson("Ada", at: one) { $0.title = "Head of development" }
    let ben = made.addPerson("Ben", at: two)
    let cleo = made.addPerson("Cleo", at: two) { $0.manager = ben }
    let dan = made.addPerson("Dan", at: one)
    let pact = made.addAlliance("Pact", of: [one, two]) {
      $0.manager = dan
      $0.validity = .from("2018")
    }
    let board = made.addCommittee("Board", of: pact) { $0.decides = "budget" }
    let team = made.addCommittee("Team", under: board)
    made.seat(ada, on: board, as: .member, .from("2018", until: "2019-07"))
    made.seat(ada, on: board, as: .chair, .from("2019-07"))
    made.seat(ben, on: board, .from("2018", until: "2020"))
    made.seat(cleo, on: board, .from("2020-02"))
    made.seat(ben, on: team, .from("2020-03"))
    made.seat(dan, on: team, as: .observer)
    return made
  }

  private func answer(
    _ ecosystem: Ecosystem, _ from: String = "2019", _ to: String = "2020-06"
  ) throws -> Turnover {
    try ecosystem.on(nil).answer(TurnoverQuestion(from: .on(from), to: .on(to)))
  }

  @Test("each change has who, where, roles and its first day")
  func changes() throws {
    let found = try answer(made())
    #expect(
      found.changes.map {
        "\($0.move.rawValue) \($0.name) \($0.committee) \($0.day?.description ?? "")"
      }
        == [
          "changed role Ada Board 2019-07-01", "left Ben Board 2020-01-01",
          "came Cleo Board 2020-02-01", "came Ben Team 2020-03-01",
        ])
    #expect(found.changes.map(\.before) == [.member, .member, nil, nil])
    #expect(found.changes.map(\.after) == [.chair, nil, .member, .member])
    #expect(found.changes.allSatisfy { $0.alliance == "Pact" })
    #expect(found.newcomers == ["Cleo"] && found.leavers.isEmpty && found.stayedCount == 3)
  }

  @Test("who moves within an alliance has not left it")
  func bodies() throws {
    let found = try answer(made()).counts
    let pact = try #require(found.first { $0.body == .alliance })
    #expect(pact.came == ["Cleo"] && pact.left.isEmpty && pact.before == 3 && pact.after == 4)
    let board = try #require(found.first { $0.name == "Board" })
    #expect(board.left == ["Ben"] && board.changed == ["Ada"] && board.retention == 0.5)
    let two = try #require(found.first { $0.name == "Two" })
    #expect(two.came == ["Cleo"] && two.left.isEmpty)
  }

  @Test("tenure begins with the unbroken time, not with the last row")
  func tenure() throws {
    let found = try answer(made())
    let board = try #require(found.tenures.first { $0.committee == "Board" })
    #expect(board.longestDays == 882 && board.longest == ["Ada"] && board.medianDays == 501.5)
    #expect(board.newShare == 0.5)
    // An observer without a first day neither votes nor is new.
    let team = try #require(found.tenures.first { $0.committee == "Team" })
    #expect(team.knownCount == 1 && team.voterCount == 1 && team.newShare == 1)
  }

  /// Everybody on a committee on a day, with the weightiest role, from the rows alone.
  private func seats(_ ecosystem: Ecosystem, _ day: CalendarDate) -> [[String]: MembershipRole] {
    var found: [[String]: MembershipRole] = [:]
    for seat in ecosystem.on(day).ecosystem.memberships {
      let key = [seat.person.rawValue, seat.committee.rawValue]
      let order = MembershipRole.allCases
      let roles = [found[key], seat.role].compactMap { $0 }
      found[key] = order.first { roles.contains($0) }
    }
    return found
  }

  @Test("counts equal those of sets", arguments: 0..<12 as Range<UInt64>)
  func formulas(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let (from, to) = (CalendarDate.on("2013-05-01"), CalendarDate.on("2016-02-29"))
    let (old, new) = (seats(ecosystem, from), seats(ecosystem, to))
    guard !old.isEmpty || !new.isEmpty else { return }
    let found = try ecosystem.on(nil).answer(TurnoverQuestion(from: from, to: to))
    func count(_ move: Turnover.Move) -> Int { found.changes.count { $0.move == move } }
    #expect(count(.came) == new.keys.count { old[$0] == nil })
    #expect(count(.left) == old.keys.count { new[$0] == nil })
    #expect(count(.changed) == new.count { old[$0.key] != nil && old[$0.key] != $0.value })
    let people = [old, new].map { Set($0.keys.map { $0[0] }) }
    #expect(found.newcomers.count == people[1].subtracting(people[0]).count)
    #expect(found.leavers.count == people[0].subtracting(people[1]).count)
    #expect(found.stayedCount == people[0].intersection(people[1]).count)
    for row in found.counts {
      #expect(row.before - row.left.count + row.came.count == row.after)
      guard case .committee(let id) = row.entity else { continue }
      #expect(row.before == old.keys.count { $0[1] == id.rawValue })
    }
    let days = new.keys.compactMap { start(ecosystem, $0, to) }.map { to.dayNumber - $0 }
    #expect(found.tenure?.knownCount ?? 0 == days.count && found.tenure?.longestDays == days.max())
    let half = to.adding(months: -6)?.dayNumber ?? 0
    let fresh = new.count { seat in
      seat.value.isVoting && (start(ecosystem, seat.key, to).map { $0 > half } ?? false)
    }
    #expect(found.tenure?.newVoterCount ?? 0 == fresh)
  }

  /// The first day of the unbroken time up to a day: goes back row by row until none reaches farther.
  private func start(_ ecosystem: Ecosystem, _ seat: [String], _ day: CalendarDate) -> Int? {
    let rows = ecosystem.memberships.filter {
      [$0.person.rawValue, $0.committee.rawValue] == seat && $0.validity.isOrdered
    }.map(\.validity)
    var first = day.dayNumber
    while true {
      let reaching =
        rows.filter { row in
          (row.since?.dayNumber ?? .min) < first && (row.until?.dayNumber ?? .max) >= first
        } + (first == day.dayNumber ? rows.filter { $0.contains(day) && $0.since == day } : [])
      guard let start = reaching.map({ $0.since?.dayNumber ?? .min }).min(), start < first else {
        return first
      }
      guard start > .min else { return nil }
      first = start
    }
  }

  @Test("months are added with the last day of a short month")
  func months() {
    #expect(CalendarDate.on("2020-08-31").adding(months: -6) == .on("2020-02-29"))
    #expect(CalendarDate.on("2019-12-15").adding(months: 1) == .on("2020-01-15"))
    #expect(CalendarDate.on("0001-01-01").adding(months: -1) == nil)
  }

  @Test("the order of rows changes nothing", arguments: 0..<6 as Range<UInt64>)
  func rowOrder(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let question = TurnoverQuestion(from: .on("2013"), to: .on("2016"))
    let answers = [ecosystem, ecosystem.withRowsReversed].map { try? $0.on(nil).answer(question) }
    #expect(answers[0] == answers[1])
    for person in ecosystem.people.prefix(4) {
      let page = NewcomerQuestion(of: person.id.rawValue)
      #expect(
        try ecosystem.on(nil).answer(page) == ecosystem.withRowsReversed.on(nil).answer(page))
    }
  }

  @Test("a filter leaves what it says, and days must be in their order")
  func refused() throws {
    let part = try made().on(nil).answer(
      TurnoverQuestion(from: .on("2019"), to: .on("2020-06")),
      meeting: [#require(Condition("committee=team"))])
    #expect(part.changes.map(\.name) == ["Ben"] && part.filter == ["committee=team"])
    #expect(throws: InsightError.self) { try answer(made(), "2020", "2019") }
    #expect(throws: InsightError.self) { try answer(Ecosystem()) }
  }

  @Test("a newcomer's page has bodies, rights and people with reasons")
  func page() throws {
    var ecosystem = made()
    let three = ecosystem.addCompany("Three")
    let deal = ecosystem.addAlliance("Deal", of: [.init("one"), three])
    ecosystem.conflicts.append(Conflict(a: .alliance(.init("pact")), b: .alliance(deal)))
    let page = try ecosystem.on(.on("2020-06")).answer(NewcomerQuestion(of: "Cleo"))
    #expect(page.places.map(\.name) == ["Board"] && page.places.first?.rights == "votes")
    #expect(page.places.first?.chairs == ["Ada"] && page.places.first?.decides == "budget")
    #expect(page.contacts.map(\.name) == ["Ada", "Ben", "Dan"])
    #expect(
      page.contacts.map(\.reasons) == [
        ["leads Board"], ["their manager"], ["alliance manager of Pact"],
      ])
    #expect(page.limits.map(\.what) == ["Pact from Deal"] && page.isInternal)
    #expect(throws: InsightError.self) {
      try ecosystem.on(nil).answer(NewcomerQuestion(of: "Nobody"))
    }
  }
}
