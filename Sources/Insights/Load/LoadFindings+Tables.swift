internal import EcosystemModel

extension LoadFindings {
  /// What was asked.
  package var title: String { overloadedCount > 0 ? "Who carries too much" : "Who carries most" }

  /// The answer in sentences.
  package var summary: [String] { [verdict, spreadText] + (leaversText.map { [$0] } ?? []) }

  /// Who carries too much, or that this cannot be said, and what is said instead.
  private var verdict: String {
    let count = concentration.peopleCount
    let all = "\(Phrase.count(count, "person", "people")) with duties"
    var text =
      unit == .seats
      ? "No committee says how often and how long it meets (columns cadence and hours), so that seats are counted in place of hours. "
      : ""
    if capacityCount > 0 || overloadedCount > 0 {
      text += "\(overloadedCount) of \(all) carr\(overloadedCount == 1 ? "ies" : "y") too much"
      text +=
        capacityCount == 0
        ? " by the caps that were asked for; no capacity is known (column capacity_hours of people)"
        : capacityCount < count ? "; the capacity of \(capacityCount) is known" : ""
    } else {
      text +=
        "No capacity is known (column capacity_hours of people), so that \(all) are ranked and nobody is said to carry too much"
      if let first = people.first, first.amount(in: unit) > 0 {
        text += "; \(first.name) carries most, \(amountText(first.amount(in: unit)))"
      }
    }
    let others = namedCount - overloadedCount
    guard others > 0 else { return "\(text)." }
    let listed = people.count { !$0.isOverloaded && !$0.reasons.isEmpty }
    let more = "\(others)\(overloadedCount > 0 ? " more" : "")"
    return listed == others
      ? "\(text). \(more) \(others == 1 ? "is" : "are") listed for another reason, which the column “why” gives."
      : "\(text). \(more) \(others == 1 ? "has" : "have") another finding (column “why”), \(listed == 0 ? "none" : "\(listed)") of them among the \(people.count) listed."
  }

  private var spreadText: String {
    let spread = concentration
    let rest = spread.topCount - spread.topNames.count
    let names = spread.topNames.joined(separator: "; ") + (rest > 0 ? " and \(rest) more" : "")
    // Of fewer than twenty people 5 % is nobody.
    let most =
      spread.peopleCount < 20
      ? "\(names) carr\(spread.topCount == 1 ? "ies" : "y")"
      : "The top 5 % (\(names)) carr\(spread.topCount == 1 ? "ies" : "y")"
    return """
      \(most) \
      \(NumberText.percent(spread.topShare, decimals: 0)) of \(amountText(spread.total, limit: 0)); Gini \
      \(NumberText.fixed(spread.gini, decimals: 2)); median \(amountText(spread.median)).\
      \(spread.peopleCount < 20 ? "" : " (20 % to 35 % carried by 3 % to 5 % is common: Cross, Rebele and Grant, Harvard Business Review, 2016.)")
      """
  }

  private var leaversText: String? {
    leavers.isEmpty
      ? nil
      : leavers.prefix(3).joined(separator: "; ")
        + (leavers.count > 3 ? "; and \(leavers.count - 3) more." : ".")
  }

  private func amountText(_ value: Double, limit: Int = 1) -> String {
    let number = NumberText.short(value, limit: limit)
    switch unit {
    case .hours: return "\(number) hours a month"
    case .seats: return number == "1" ? "1 seat" : "\(number) seats"
    }
  }

  /// Who carries how much and why; what would help; where the hours come from; who cannot meet.
  package var tables: [FindingsTable] {
    [loads] + (people.contains { !$0.relief.isEmpty } ? [relief] : []) + [hours, meetings]
  }

  private var usedDuties: [PersonLoad.DutyKind] {
    PersonLoad.DutyKind.allCases.filter { kind in people.contains { $0.count(of: kind) > 0 } }
  }

  private var method: String {
    let rules = question.rules
    func weight(_ kind: PersonLoad.DutyKind) -> String {
      switch kind {
      case .handoffs:
        "\(NumberText.short(rules.hoursPerHandoff)) h each time a handoff that they own happens"
      case .reports: "\(NumberText.short(rules.hoursPerReport)) h per direct report"
      case .alliances: "\(NumberText.short(rules.hoursPerAlliance)) h per alliance managed"
      case .sponsorships: "\(NumberText.short(rules.hoursPerSponsorship)) h per alliance sponsored"
      case .programs: "\(NumberText.short(rules.hoursPerProgram)) h per program led"
      case .roles:
        Dictionary(grouping: rules.hoursPerKind, by: \.value).sorted { $0.key > $1.key }.map {
          let kinds = $0.value.map { "“\($0.key)”" }.sorted().joined(separator: " or ")
          return
            "\(NumberText.short($0.key)) h per relationship \(kinds) with an alliance or program"
        }.joined(separator: " + ")
      }
    }
    let roles = MembershipRole.allCases
      .map { "\($0.rawValue) \(NumberText.short(rules.weight(of: $0)))" }.joined(separator: ", ")
    let outlier =
      concentration.outlierLimit.map {
        "; without a capacity one stands out from the median + \(NumberText.short(rules.outlierDeviations)) robust deviations, \(amountText($0))"
      } ?? ""
    let amounts =
      unit == .seats
      ? "Seats on committees, each counted once. Limits: "
      : """
      Hours a month: meetings a year / 12 × (hours + prep_hours) × weight of the role (\(roles))\
      \(usedDuties.map { " + " + weight($0) }.joined()); the weights are ours (options change them). Limits: \

      """
    return """
      \(amounts)\
      capacity_hours of people, times their share in affiliations; \(cap(rules.seatCap, LoadQuestion.Rules.usualSeatCap, "seats")) and \
      \(cap(rules.chairCap, LoadQuestion.Rules.usualChairCap, "chairs"))\(usualCaps)\(outlier); \(dateText); \
      \(leftOut.isEmpty ? "nothing left out" : "left out: " + leftOut.joined(separator: ", ")).
      """
  }

  private func cap(_ asked: Int?, _ usual: Int, _ noun: String) -> String {
    asked.map { "\($0) \(noun) (asked for)" }
      ?? "\(usual) \(noun) (usual)"
  }

  /// What the usual caps are for where no capacity is known.
  private var usualCaps: String {
    capacityCount == 0 && (question.rules.seatCap == nil || question.rules.chairCap == nil)
      ? " (more than what is usual is named, and called too much only where capacities are known)"
      : ""
  }

  private var notes: [String] {
    let rest = concentration.peopleCount - people.count
    return rest > 0
      ? [
        "\(rest) more \(rest == 1 ? "person has duties and is" : "people have duties and are") not listed."
      ] : []
  }

  private var loads: FindingsTable {
    var table = FindingsTable(
      id: "people", title: title, method: method,
      columns: [
        .init(""), .init("name"), .init("company"), .init("seats", .integer),
        .init("h/month", .hours), .init("limit", .hours), .init("load", .percent, decimals: 0),
        .init("limit from"), .init("why"), .init("what would help"),
      ])
    for person in people {
      table.append([
        .text(person.isOverloaded ? "▲" : ""), .text(person.name), .text(person.company),
        .integer(person.seats.count), .number(person.knownHours), .number(person.capacity),
        .number(person.loadShare), .text(person.capacitySource),
        .text(person.reasons.isEmpty ? nil : person.reasons.map(\.text).joined(separator: "; ")),
        .text(help(for: person)),
      ])
    }
    table.notes =
      (overloadedCount > 0 ? ["▲ carries too much."] : []) + notes
    return table
  }

  private func help(for person: PersonLoad) -> String? {
    guard person.isOverloaded else { return nil }
    let texts = person.relief.map(\.text)
    guard person.unrelievedHours > 1e-9 || texts.isEmpty else {
      return texts.joined(separator: ", ")
    }
    let rest =
      person.unrelievedHours > 1e-9
      ? "\(NumberText.short(person.unrelievedHours, limit: 1)) h over the limit remain: no\(texts.isEmpty ? "" : " other") seat can go without breaking a bridge, a vote or a quorum"
      : "no seat can go without breaking a bridge, a vote or a quorum"
    return (texts + [rest]).joined(separator: "; ")
  }

  private var relief: FindingsTable {
    var table = FindingsTable(
      id: "relief", title: "What would help, and what it does",
      method:
        "Only what makes no finding of check and keeps every bridge between layers; a colleague is of the same company and sits on neither; \(dateText).",
      columns: [
        .init("name"), .init("seat"), .init("h/month", .hours), .init("what to do"),
        .init("people shared with other layers"), .init("votes"), .init("quorum"),
      ])
    for person in people {
      for relief in person.relief {
        table.append([
          .text(person.name), .text("\(relief.seat.role.rawValue) of \(relief.seat.name)"),
          .number(relief.seat.hours),
          .text(relief.successorOf.map { "hand over to a colleague at \($0)" } ?? "give up"),
          .text(relief.overlap.isEmpty ? "no change" : relief.overlap.joined(separator: "; ")),
          .text(relief.votes), .text(relief.quorum),
        ])
      }
    }
    return table
  }

  private var hours: FindingsTable {
    let duties = usedDuties
    var table = FindingsTable(
      id: "hours", title: "Where the hours come from", method: "As above; \(dateText).",
      columns: [.init("name"), .init("seats", .integer), .init("seat h", .hours)]
        + duties.flatMap { kind in
          [.init(kind.rawValue, .integer), .init("h", .hours)] as [FindingsTable.Column]
        } + [.init("all h", .hours)])
    for person in people {
      table.append(
        [.text(person.name), .integer(person.seats.count), .number(person.seatHours)]
          + duties.flatMap { kind in
            [.integer(person.count(of: kind)), .number(person.hours(of: kind))]
              as [FindingsTable.Cell]
          } + [.number(person.hours)])
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
      table.append([
        .text(collision.name), .text("\(collision.bestStart) UTC"), .integer(collision.memberCount),
        .integer(names.count), .number(collision.longestStretch),
        .text(Phrase.list(names, limit: 6, joint: nil)),
      ])
    }
    if collisions.count < collisionCount {
      table.notes = ["\(collisionCount - collisions.count) more committees are not listed."]
    }
    return table
  }
}
