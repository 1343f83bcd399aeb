import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// What decisions cost, against sums written from the formulas.
@Suite("Tax")
struct TaxTests {
  /// A board above two teams: one settles nothing, though it once settled 60 %.
  private func made() -> Ecosystem {
    var made = Ecosystem()
    let one = made.addCompany("One")
    let pact = made.addAlliance("Pact", of: [one])
    let board = made.addCommittee("Board", of: pact) {
      $0.cadence = Cadence("monthly")
      $0.hours = 2
      $0.preparationHours = 1
      $0.approvalRate = 0.5
    }
    let team = made.addCommittee("Team", under: board) {
      $0.cadence = Cadence("weekly")
      $0.hours = 1
      $0.settles = 0.2
    }
    _ = made.addCommittee("Other", under: board)
    for name in ["Ada", "Ben", "Cleo", "Dan"] {
      let person = made.addPerson(name, at: one)
      made.seat(person, on: board, as: name == "Dan" ? .alternate : .member)
      if name == "Ada" { made.seat(person, on: board, as: .chair) }
      if name < "C" { made.seat(person, on: team) }
    }
    var score = Score(subject: .committee(team), measure: "settles", value: 0.6)
    score.date = .on("2019")
    made.scores.append(score)
    score.value = 0.2
    score.date = .on("2020")
    score.tags = ["illustrative"]
    made.scores.append(score)
    return made
  }

  @Test("by hand")
  func byHand() throws {
    let tax = try made().on(.on("2021")).answer(TaxQuestion())
    let board = try #require(tax.committees.first { $0.name == "Board" })
    // Three attend, Ada once, Dan stands in: 3 × (2 + 1) = 9 hours a meeting, twelve a year.
    #expect(board.attendees == 3 && board.personHoursPerMeeting == 9)
    #expect(board.personHoursPerMonth == 9)
    // The team leaves 80 % where it could leave 40 %; the other body is silent: (0.5 + 0) ÷ 2.
    #expect(abs((board.avoidableShare ?? 0) - 0.25) < 1e-12)
    #expect(abs((tax.avoidableHours ?? 0) - 2.25) < 1e-12)
    // Two attend the team for an hour; 80 % go on to the board, twice on average.
    let way = try #require(tax.ways.first { $0.way == "Team → Board" })
    #expect(abs((way.personHours ?? 0) - (2 + 0.8 * 9 / 0.5)) < 1e-9)
    let settled = try #require(tax.sensitivities.first { $0.figure == "share settled" })
    #expect(!settled.isStated && abs(settled.values[1] - 0.24) < 1e-12)
    #expect(tax.grounds?.illustrative == 1)
  }

  @Test("more matters in a meeting cost each less")
  func matters() throws {
    let one = try made().on(nil).answer(TaxQuestion())
    let four = try made().on(nil).answer(TaxQuestion(mattersPerMeeting: 4))
    #expect(abs((one.personHours ?? 0) - 4 * (four.personHours ?? 0)) < 1e-9)
    #expect(one.days == four.days && one.personHoursPerMonth == four.personHoursPerMonth)
    #expect(throws: InsightError.self) {
      try made().on(nil).answer(TaxQuestion(mattersPerMeeting: 0))
    }
  }

  /// Hours of people a month and for a decision, row by row, and days by the closed form.
  private struct Plain {
    var month: [String: Double] = [:]
    var days: [String: Double] = [:]
    var hours: [String: Double] = [:]

    init(_ ecosystem: Ecosystem) {
      var meeting: [String: Double] = [:]
      for committee in ecosystem.committees {
        var people: Set<String> = []
        for seat in ecosystem.memberships
        where seat.committee == committee.id && seat.role != .alternate {
          people.insert(seat.person.rawValue)
        }
        guard let hours = committee.hours else { continue }
        let all = Double(people.count) * (hours + (committee.preparationHours ?? 0))
        meeting[committee.id.rawValue] = all
        if let cadence = committee.cadence {
          month[committee.id.rawValue] = all * cadence.meetingsPerYear / 12
        }
      }
      for start in ecosystem.committees
      where !ecosystem.committees.contains(where: { $0.parent == start.id }) {
        var next: Committee? = start
        var (days, hours, reach): (Double?, Double?, Double) = (0, 0, 1)
        while let committee = next {
          let rate = committee.approvalRate ?? 1
          if let interval = committee.cadence.map({ 365.25 / $0.meetingsPerYear }), rate > 0 {
            let lead = committee.leadDays ?? 0
            let rework = interval * max(1, (lead / interval).rounded(.up))
            days = days.map { $0 + reach * (lead + interval / 2 + rework * (1 - rate) / rate) }
          } else {
            days = nil
          }
          hours =
            rate > 0
            ? meeting[committee.id.rawValue].flatMap { all in
              hours.map { $0 + reach * all / rate }
            } : nil
          reach *= 1 - (committee.settles ?? 0)
          next = ecosystem.committees[committee.parent]
        }
        if let days { self.days[start.name] = days }
        if let hours { self.hours[start.name] = hours }
      }
    }
  }

  /// A tree of committees drawn at random, with every figure known or missing.
  private func drawn(_ seed: UInt64) -> Ecosystem {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var made = Ecosystem()
    let company = made.addCompany("One")
    let pact = made.addAlliance("Pact", of: [company])
    let people = (0..<12).map { made.addPerson("P\($0)", at: company) }
    var ids: [Committee.ID] = []
    for number in 0..<9 {
      let parent = ids.isEmpty ? nil : ids[next(ids.count)]
      let change: (inout Committee) -> Void = { committee in
        if next(8) > 0 { committee.cadence = Cadence(meetingsPerYear: Double(1 + next(52))) }
        if next(8) > 0 { committee.hours = Double(next(8)) / 2 }
        if next(2) > 0 { committee.preparationHours = Double(next(5)) }
        if next(2) > 0 { committee.approvalRate = Double(1 + next(10)) / 10 }
        if next(3) > 0 { committee.leadDays = Double(next(40)) }
        if next(3) == 0 { committee.settles = Double(next(10)) / 10 }
      }
      let id =
        parent.map { made.addCommittee("C\(number)", under: $0, change) }
        ?? made.addCommittee("C\(number)", of: pact, change)
      for _ in 0..<next(6) {
        made.seat(people[next(12)], on: id, as: next(4) == 0 ? .alternate : .member)
      }
      ids.append(id)
    }
    return made
  }

  @Test("equal to plain sums on any tree", arguments: UInt64(1)...40)
  func plain(seed: UInt64) throws {
    let ecosystem = drawn(seed)
    let plain = Plain(ecosystem)
    let tax = try ecosystem.on(nil).answer(TaxQuestion(limit: nil))
    for committee in tax.committees {
      let month = plain.month[committee.committee.rawValue]
      #expect(abs((committee.personHoursPerMonth ?? -1) - (month ?? -1)) < 1e-9)
    }
    for way in tax.ways {
      let start = String(way.way.prefix { $0 != " " })
      #expect(abs((way.days ?? -1) - (plain.days[start] ?? -1)) < 1e-6, "\(way)")
      #expect(abs((way.personHours ?? -1) - (plain.hours[start] ?? -1)) < 1e-6, "\(way)")
    }
    for one in tax.sensitivities where one.figure == "hours of a meeting" {
      for (place, value) in one.values.enumerated() {
        var changed = ecosystem
        changed.committees.update(.init(one.committee.lowercased())) { $0.hours = value }
        let hours = Plain(changed).hours.values
        let mean = hours.reduce(0, +) / Double(hours.count)
        #expect(abs((one.personHours[place] ?? 0) - mean) < 1e-6)
      }
    }
  }

  @Test("two days stand beside each other, with what the change hangs on")
  func comparison() throws {
    var ecosystem = made()
    var score = Score(
      subject: .committee(ecosystem.committees[0].id), measure: "approval_rate", value: 0.25)
    score.date = .on("2019")
    ecosystem.scores.append(score)
    score.value = 1
    score.date = .on("2020")
    ecosystem.scores.append(score)
    let found = try ecosystem.on(.on("2020-06")).answer(
      TaxComparisonQuestion(before: .on("2019-06")))
    let hours = found.figures[1]
    // Of the team's matters 40 % went on, four times; now 80 % go on, once. Of the other body nothing is known.
    #expect(abs((hours.before ?? 0) - (2 + 0.4 * 9 * 4)) < 1e-9)
    #expect(abs((hours.after ?? 0) - (2 + 0.8 * 9)) < 1e-9)
    let curve = try #require(found.escalation.pivot?.curve)
    #expect(curve.first?.text == "25 %" && curve.last?.text == "100 %" && curve.count == 9)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.average > $1.average })
    #expect(found.summary.count == 2)
  }
}
