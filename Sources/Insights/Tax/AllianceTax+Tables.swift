import EcosystemModel

extension AllianceTax {
  /// What was asked, as a title.
  package var title: String { "What decisions cost" }

  /// The costs of a decision and of a month, what could be settled below, and the figure on which most hangs.
  package var summary: [String] {
    [perDecision, perMonth, avoidable, hanging].compactMap { $0 }
  }

  private var perDecision: String {
    let parts = [
      days.map { Escalation.days($0) },
      personHours.map { Self.effort($0) },
    ].compactMap { $0 }
    guard !parts.isEmpty else {
      return
        "What a decision costs cannot be told: fill the columns cadence, hours and approval_rate of the committees."
    }
    let over = ways.count == 1 ? "by the only way there is" : "on average over \(ways.count) ways"
    return "A decision takes \(parts.joined(separator: " and ")) \(over)."
  }

  private var perMonth: String? {
    personHoursPerMonth.map { hours in
      let known = committees.count { $0.personHoursPerMonth != nil }
      let of = known == committees.count ? "\(known)" : "\(known) of \(committees.count)"
      return
        "Meetings of \(of) committee\(committees.count == 1 ? "" : "s") take \(Self.effort(hours)) a month, preparation included."
    }
  }

  private var avoidable: String? {
    guard let avoidableHours, avoidableHours > 0 else { return nil }
    let most = committees.max { ($0.avoidableHours ?? 0) < ($1.avoidableHours ?? 0) }
    let share = most.flatMap { most in
      most.avoidableHours.map { ", most of it at \(most.name) (\(Self.hours($0)))" }
    }
    return
      "\(Self.hours(avoidableHours)) of that go to matters that committees below could settle\(share ?? "")."
  }

  private var hanging: String? {
    guard let first = sensitivities.first else { return nil }
    guard first.weight >= 0.05 else {
      let most = NumberText.percent((first.weight * 100).rounded(.up) / 100, decimals: 0)
      return "No single figure changes what a decision takes by more than \(most)."
    }
    let isRate = first.isRate
    func value(_ value: Double) -> String {
      isRate ? NumberText.percent(value, decimals: 0) : NumberText.short(value)
    }
    let kind = first.isStated ? "" : ", a figure that no source states"
    let others = sensitivities.dropFirst().prefix { first.weight - $0.weight < 1e-9 }
    let alike =
      others.first.map { other in
        others.count == 1
          ? " and as much on the \(other.figure) of \(other.committee)"
          : " and as much on \(others.count) other figures"
      } ?? ""
    let texts =
      first.days.allSatisfy { $0 != nil } && first.days.first != first.days.last
      ? first.days.compactMap { $0.map(Escalation.days) }
      : first.personHours.compactMap { $0.map(Self.effort) }
    guard texts.count == 2 else { return nil }
    return
      "Most hangs on the \(first.figure) of \(first.committee) (\(value(first.value))\(kind))\(alike): at \(value(first.values[0])) a decision would take \(texts[0]), at \(value(first.values[1])) \(texts[1])."
  }

  /// `about 61 hours`.
  static func hours(_ hours: Double) -> String {
    let number = NumberText.short(hours, limit: hours < 10 ? 1 : 0)
    return "\(number) \(number == "1" ? "hour" : "hours")"
  }

  /// `61 person-hours`.
  private static func effort(_ hours: Double) -> String {
    Self.hours(hours).replacing(" ", with: " person-")
  }

  /// Committee by committee, way by way, and figure by figure.
  package var tables: [FindingsTable] { [committeesTable, waysTable, sensitivityTable] }

  private var committeesTable: FindingsTable {
    var table = FindingsTable(
      id: "committees", title: "What committees cost",
      method:
        "\(dateText); person-hours: attendees × (hours + prep_hours) × meetings; attendees: everybody but alternates",
      columns: [
        .init("committee"), .init("attendees", .integer), .init("hours", .hours),
        .init("preparation", .hours), .init("meetings a month", .number, decimals: 1),
        .init("a meeting", .hours), .init("a month", .hours),
        .init("settles itself", .percent, decimals: 0),
        .init("could be settled below", .percent, decimals: 0),
        .init("hours on that", .hours),
      ])
    table.append(firstOf: committees, limit: limit) { committee in
      [
        .text(committee.name), .integer(committee.attendees), .number(committee.hours),
        .number(committee.preparation), .number(committee.meetingsPerMonth),
        .number(committee.personHoursPerMeeting), .number(committee.personHoursPerMonth),
        .number(committee.settledShare), .number(committee.avoidableShare),
        .number(committee.avoidableHours),
      ]
    }
    table.conventions.append(
      "What could be settled below: the largest share that each committee below settled on any day or is to settle, less what it settles, of what it passes on; averaged over the committees below, as if all matters came from them."
    )
    return table
  }

  private var waysTable: FindingsTable {
    var table = FindingsTable(
      id: "ways", title: "What a decision costs",
      method:
        "\(dateText); days until settled, as in escalation; person-hours: meetings until it passes (1 ÷ approval rate) × hours of a meeting, over the committees that it reaches",
      columns: [
        .init("way"), .init("levels", .integer), .init("days", .number, decimals: 1),
        .init("person-hours", .hours),
      ])
    table.append(firstOf: ways, limit: limit) { way in
      [.text(way.way), .integer(way.levels), .number(way.days), .number(way.personHours)]
    }
    table.notes.append(
      mattersPerMeeting == 1
        ? "as if each meeting dealt with one matter"
        : "each meeting deals with \(NumberText.short(mattersPerMeeting)) matters")
    return table
  }

  private var sensitivityTable: FindingsTable {
    var table = FindingsTable(
      id: "sensitivity", title: "What the result hangs on",
      method:
        "average days and person-hours for a decision if one figure were \(NumberText.percent(swing, decimals: 0)) lower or higher and all else as it is",
      columns: [
        .init("committee"), .init("figure"), .init("stated"), .init("value", .number, decimals: 2),
        .init("lower", .number, decimals: 2), .init("days", .number, decimals: 1),
        .init("hours", .hours), .init("higher", .number, decimals: 2),
        .init("days", .number, decimals: 1), .init("hours", .hours),
        .init("span", .percent, decimals: 0),
      ])
    table.append(firstOf: sensitivities, limit: limit) { one in
      [
        .text(one.committee), .text(one.figure), .text(one.isStated ? "yes" : "no"),
        .number(one.value), .number(one.values[0]), .number(one.days[0]),
        .number(one.personHours[0]), .number(one.values[1]), .number(one.days[1]),
        .number(one.personHours[1]), .number(one.weight),
      ]
    }
    table.conventions.append(
      "span: the larger of both differences, of days and of hours, as a share of the average as it is."
    )
    return table
  }
}
