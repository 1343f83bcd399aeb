package import EcosystemModel

/// What decisions cost: days until they are made, and hours of the people who make them.
package struct AllianceTax: Findings {
  /// A way up, and what a decision on it costs.
  package struct Way: Hashable, Sendable, Codable {
    /// The committees by name, as `JLT → JDC → JEC`.
    package let way: String
    /// How many committees must pass a matter.
    package let levels: Int
    /// Days until a decision; `nil` if unknown.
    package let days: Double?
    /// Hours of people in the meetings on the way; `nil` if unknown.
    package let personHours: Double?
  }

  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What each committee costs, most hours first.
  package let committees: [CommitteeTax]
  /// The ways up, the dearest first.
  package let ways: [Way]
  /// What hangs on which figure, most first.
  package let sensitivities: [TaxSensitivity]
  /// Average days until a decision, over the ways of which they are known.
  package let days: Double?
  /// Average person-hours for a decision, over the ways of which they are known.
  package let personHours: Double?
  /// Hours of people in committees a month, over those of which they are known.
  package let personHoursPerMonth: Double?
  /// Of these, hours on what committees below could settle; `nil` if no committee says what it settles.
  package let avoidableHours: Double?
  /// How many matters a meeting deals with.
  package let mattersPerMeeting: Double
  /// By which share figures were raised and lowered.
  package let swing: Double
  /// The number of rows wanted in each table; `nil` for all.
  package let limit: Int?

  init(_ question: TaxQuestion, in snapshot: Snapshot) throws(InsightError) {
    guard question.mattersPerMeeting > 0, question.mattersPerMeeting.isFinite else {
      throw InsightError(.badOption, "A meeting deals with more than no matters.")
    }
    guard question.swing > 0, question.swing < 1 else {
      throw InsightError(
        .badOption, "Figures are raised and lowered by more than 0 % and less than 100 %.")
    }
    let escalation = try snapshot.answer(EscalationQuestion())
    let network = EscalationNetwork(snapshot)
    let taxed = TaxWays(escalation.paths, in: network, matters: question.mattersPerMeeting)
    let costs = taxed.ways.map { taxed.cost(of: $0) }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    mattersPerMeeting = question.mattersPerMeeting
    swing = question.swing
    limit = question.limit
    let all = network.taxes
    committees = all.enumerated().sorted { left, right in
      (-(left.element.personHoursPerMonth ?? -1), left.offset)
        < (-(right.element.personHoursPerMonth ?? -1), right.offset)
    }.map(\.element)
    ways = zip(escalation.paths, costs).map { path, cost in
      Way(way: path.way, levels: path.levels, days: cost.days, personHours: cost.personHours)
    }.enumerated().sorted { left, right in
      (-(left.element.personHours ?? -1), left.offset)
        < (-(right.element.personHours ?? -1), right.offset)
    }.map(\.element)
    let average = TaxWays.average(of: costs)
    days = average.days
    personHours = average.personHours
    let hours = all.compactMap(\.personHoursPerMonth)
    personHoursPerMonth = hours.isEmpty ? nil : hours.reduce(0, +)
    let avoidable = all.compactMap(\.avoidableHours)
    avoidableHours = avoidable.isEmpty ? nil : avoidable.reduce(0, +)
    sensitivities = taxed.sensitivities(swing: question.swing, in: network)
  }
}
