package import EcosystemModel

/// What decisions cost on two days beside each other: what is saved in days may be paid in person-hours.
package struct TaxComparison: Findings {
  /// One figure on both days.
  package struct Figure: Hashable, Sendable, Codable {
    /// What it is, such as `days until a decision`.
    package let name: String
    /// On the first day; `nil` if unknown.
    package let before: Double?
    /// On the second day; `nil` if unknown.
    package let after: Double?
  }

  /// The first day.
  package let first: CalendarDate
  /// The second day.
  package let second: CalendarDate
  /// The second day, for which the answer stands.
  package var date: CalendarDate? { second }
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The figures side by side, the ways that can be compared counted as in escalation.
  package let figures: [Figure]
  /// The ways side by side, and the figure on which the change in days hangs most.
  package let escalation: EscalationComparison
  /// What decisions cost on the first day.
  package let before: AllianceTax
  /// What they cost on the second.
  package let after: AllianceTax

  init(_ question: TaxComparisonQuestion, in snapshot: Snapshot) throws(InsightError) {
    escalation = try snapshot.answer(EscalationComparisonQuestion(before: question.before))
    let earlier = snapshot.on(question.before)
    let tax = TaxQuestion(mattersPerMeeting: question.mattersPerMeeting, limit: nil)
    before = try earlier.answer(tax)
    after = try snapshot.answer(tax)
    first = escalation.first
    second = escalation.second
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    let pairs = escalation.compared
    func average(_ paths: [EscalationPath], _ day: Snapshot) -> TaxWays.Cost {
      let ways = TaxWays(
        paths, in: EscalationNetwork(day), matters: question.mattersPerMeeting)
      return TaxWays.average(of: ways.ways.map { ways.cost(of: $0) })
    }
    let old = average(pairs.compactMap(\.before), earlier)
    let new = average(pairs.compactMap(\.after), snapshot)
    figures = [
      .init(name: "days until a decision", before: old.days, after: new.days),
      .init(
        name: "person-hours for a decision", before: old.personHours, after: new.personHours),
      .init(
        name: "person-hours in committees a month", before: before.personHoursPerMonth,
        after: after.personHoursPerMonth),
      .init(
        name: "of these, on what could be settled below", before: before.avoidableHours,
        after: after.avoidableHours),
    ]
  }
}

extension TaxComparison {
  /// What was asked, as a title.
  package var title: String { "What decisions cost on \(first) and on \(second)" }

  /// What became of days and of hours, and what the change hangs on.
  package var summary: [String] {
    let told = figures.compactMap { figure -> String? in
      guard let old = figure.before, let new = figure.after else { return nil }
      let change = NumberText.change(from: old, to: new)
      return
        "\(figure.name): from \(NumberText.short(old, limit: 1)) to \(NumberText.short(new, limit: 1)), \(change)"
    }
    guard !told.isEmpty else {
      return ["No costs are known on both days; fill the columns cadence, hours and approval_rate."]
    }
    let words = told.joined(separator: "; ")
    return [words.prefix(1).uppercased() + words.dropFirst() + "."] + [hanging].compactMap { $0 }
  }

  private var hanging: String? {
    guard let pivot = escalation.pivot, let new = figures[0].after,
      let start = pivot.curve.first, let end = pivot.curve.last
    else { return nil }
    func change(_ point: EscalationPivot.Point) -> String {
      "\(NumberText.change(from: point.average, to: new)) at \(point.text)"
    }
    let kind = pivot.isBeforeIllustrative ? ", a figure that no source states" : ""
    return
      "The change in days hangs most on the \(pivot.figure.rawValue) of \(pivot.committee) on \(first)\(kind): \(change(start)), \(change(end))."
  }

  /// The figures, committee by committee, and what the change hangs on.
  package var tables: [FindingsTable] {
    [figuresTable, committeesTable] + escalation.tables.filter { $0.id == "sensitivity" }
  }

  private var figuresTable: FindingsTable {
    .beforeAndAfter(
      id: "figures", title: title,
      method:
        "days and hours for a decision: averages over the ways that can be compared, figures as of each day; person-hours: attendees × (hours + prep_hours) × meetings",
      figures: figures.map { ($0.name, $0.before, $0.after) })
  }

  private var committeesTable: FindingsTable {
    var table = FindingsTable(
      id: "committees", title: "Committee by committee",
      method: "person-hours a month on each day; – where the committee was not there",
      columns: [
        .init("committee"), .init("attendees before", .integer), .init("attendees after", .integer),
        .init("hours before", .hours), .init("hours after", .hours),
        .init("on what could be settled below", .hours), .init("after", .hours),
      ])
    let old = Dictionary(
      before.committees.map { ($0.committee, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      after.committees.map { ($0.committee, $0) }, uniquingKeysWith: { first, _ in first })
    let gone = before.committees.filter { new[$0.committee] == nil }
    for committee in after.committees + gone {
      let (one, other) = (old[committee.committee], new[committee.committee])
      table.append([
        .text(committee.name), .integer(one?.attendees), .integer(other?.attendees),
        .number(one?.personHoursPerMonth), .number(other?.personHoursPerMonth),
        .number(one?.avoidableHours), .number(other?.avoidableHours),
      ])
    }
    return table
  }
}
