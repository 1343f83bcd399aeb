internal import EcosystemModel

extension LoadFindings {
  /// What was asked.
  public var title: String { "Who carries too much" }

  /// The answer in sentences.
  public var summary: [String] {
    let spread = concentration
    return [
      """
      \(overloadedCount) of \(spread.peopleCount) people with duties carry too much; \(namedCount - overloadedCount) more \
      are named for layers or meeting hours.
      """,
      """
      The top 5 % (\(spread.topCount) \(spread.topCount == 1 ? "person" : "people")) carry \
      \(NumberText.percent(spread.topShare)) of \(NumberText.short(spread.hours, limit: 0)) hours a month; Gini \
      \(NumberText.fixed(spread.gini, decimals: 2)); median \(NumberText.short(spread.medianHours, limit: 1)) hours. \
      (20 % to 35 % carried by 3 % to 5 % is common: Cross, Rebele and Grant, Harvard Business Review, 2016.)
      """,
    ]
  }

  /// Who, why and what would help; where the hours come from; who cannot meet.
  public var tables: [FindingsTable] { [reasons, hours, meetings] }

  private var method: String {
    let rules = question.rules
    let weights = MembershipRole.allCases
      .map { "\($0.rawValue) \(NumberText.short(rules.weight(of: $0)))" }.joined(separator: ", ")
    let limit = concentration.outlierLimit.map { "\(NumberText.short($0, limit: 1)) h" } ?? "none"
    return """
      Hours a month: meetings a year / 12 × (hours + prep_hours) × weight of the role (\(weights)) + \
      \(NumberText.short(rules.hoursPerHandoff)) h per handoff owned + \(NumberText.short(rules.hoursPerReport)) h per \
      direct report + \(NumberText.short(rules.hoursPerAlliance)) h per alliance managed; limit: capacity_hours, else \
      median + \(NumberText.short(rules.outlierDeviations)) robust deviations (\(limit)), \(rules.seatCap) seats, \
      \(rules.chairCap) chairs; \(dateText); \
      \(leftOut.isEmpty ? "nothing left out" : "left out: " + leftOut.joined(separator: ", ")).
      """
  }

  private var notes: [String] {
    people.count < namedCount
      ? ["\(namedCount - people.count) more are named; --top shows them."] : []
  }

  private var reasons: FindingsTable {
    var table = FindingsTable(
      id: "people", title: title, method: method,
      columns: [
        .init("name"), .init("company"), .init("h/month", .hours), .init("limit", .hours),
        .init("load", .percent, decimals: 0), .init("why"), .init("seats that would relieve"),
      ])
    for person in people {
      table.append([
        .text(person.name), .text(person.company), .number(person.hours), .number(person.limit),
        .number(person.loadShare), .text(person.reasons.map(\.text).joined(separator: "; ")),
        .text(relief(of: person)),
      ])
    }
    table.notes = notes
    return table
  }

  private func relief(of person: PersonLoad) -> String? {
    guard person.isOverloaded else { return nil }
    let seats = person.relief.map { seat in
      "\(seat.name) (\(seat.hours.map { NumberText.short($0, limit: 1) + " h" } ?? "hours unknown")"
        + (seat.isOnlyVoice ? ", needs a successor)" : ")")
    }.joined(separator: ", ")
    guard person.unrelievedHours > 1e-9 else { return seats.isEmpty ? nil : seats }
    let rest = "\(NumberText.short(person.unrelievedHours, limit: 1)) h over the limit are no seats"
    return seats.isEmpty ? rest : "\(seats); \(rest)"
  }

  private var hours: FindingsTable {
    var table = FindingsTable(
      id: "hours", title: "Where the hours come from", method: "As above; \(dateText).",
      columns: [
        .init("name"), .init("seats", .integer), .init("seat h", .hours),
        .init("handoffs", .integer), .init("handoff h", .hours), .init("reports", .integer),
        .init("report h", .hours), .init("alliances", .integer), .init("alliance h", .hours),
        .init("all h", .hours),
      ])
    for person in people {
      table.append([
        .text(person.name), .integer(person.seats.count), .number(person.seatHours),
        .integer(person.handoffs), .number(person.handoffHours), .integer(person.reports),
        .number(person.reportHours), .integer(person.alliances), .number(person.allianceHours),
        .number(person.hours),
      ])
    }
    table.notes = notes
    return table
  }

  private var meetings: FindingsTable {
    var table = FindingsTable(
      id: "meetings", title: "Committees that cannot meet during everyone's working hours",
      method: """
        The start, in half hours UTC, at which most voting members are at work from beginning to end, in winter and in \
        summer, and of these the one for which the others' days grow least; 09:00–17:00 where no hours are stated; \(dateText).
        """,
      columns: [
        .init("committee"), .init("best start"), .init("members", .integer),
        .init("outside", .integer), .init("day longer by", .hours), .init("who"),
      ])
    for collision in collisions {
      let names = collision.outsiders
      let shown = names.prefix(names.count > 6 ? 5 : 6).joined(separator: ", ")
      table.append([
        .text(collision.name), .text("\(collision.bestStart) UTC"), .integer(collision.memberCount),
        .integer(names.count), .number(collision.longestStretch),
        .text(names.count > 6 ? "\(shown) and \(names.count - 5) more" : shown),
      ])
    }
    if collisions.count < collisionCount {
      table.notes = ["\(collisionCount - collisions.count) more committees; --top shows them."]
    }
    return table
  }
}
