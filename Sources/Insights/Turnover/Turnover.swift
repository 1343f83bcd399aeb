package import EcosystemModel

/// Who came, who left and who changed role between two days, and how long people have been where they are.
package struct Turnover: Findings {
  /// The sorts of body.
  package enum Body: String, CaseIterable, Codable, Hashable, Sendable {
    /// Those who sit on it.
    case committee
    /// Those who sit for it on any committee.
    case company
    /// Those who sit on any of its committees.
    case alliance
  }

  /// What happened to somebody in a body.
  package enum Move: String, CaseIterable, Codable, Hashable, Sendable {
    /// Is in it on the second day only.
    case came
    /// Is in it on the first day only.
    case left
    /// Is in it on both days, with another role.
    case changed = "changed role"
  }

  /// Something that happened to somebody's place on a committee.
  package struct Change: Codable, Hashable, Sendable {
    /// What happened.
    package let move: Move
    /// The person.
    package let person: Person.ID
    /// Their name.
    package let name: String
    /// The company they sit for, on the second day or else on the first.
    package let company: String?
    /// The committee.
    package let committee: String
    /// Its alliance.
    package let alliance: String?
    /// The weightiest role on the first day; `nil` if there was none.
    package let before: MembershipRole?
    /// The weightiest role on the second day; `nil` if there is none.
    package let after: MembershipRole?
    /// The first day of the new state, as far as the rows tell.
    package let day: CalendarDate?
  }

  /// What happened in one body.
  package struct Count: Codable, Hashable, Sendable {
    /// The sort of body.
    package let body: Body
    /// The body.
    package let entity: EntityReference
    /// Its name.
    package let name: String
    /// The number of people on the first day.
    package let before: Int
    /// The number of people on the second day.
    package let after: Int
    /// Who came, by name.
    package let came: [String]
    /// Who left, by name.
    package let left: [String]
    /// Who changed role, by name.
    package let changed: [String]

    /// The number of people who are in it on both days.
    package var stayed: Int { before - left.count }
    /// The share of those of the first day who are still there on the second; `nil` if there was nobody.
    package var retention: Double? { before > 0 ? Double(stayed) / Double(before) : nil }
    /// Whether anything happened.
    package var isStill: Bool { came.isEmpty && left.isEmpty && changed.isEmpty }
  }

  /// What was asked.
  package let question: TurnoverQuestion
  /// The second day.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What happened to whose place on a committee, by committee and name.
  package let changes: [Change]
  /// What happened in every committee, company and alliance, those with most changes first.
  package let counts: [Count]
  /// Who sits somewhere on the second day and nowhere on the first, by name.
  package let newcomers: [String]
  /// Who sits somewhere on the first day and nowhere on the second, by name.
  package let leavers: [String]
  /// The number of people who sit somewhere on both days.
  package let stayedCount: Int
  /// How long members have been on each committee on the second day, by name of the committee.
  package let tenures: [Tenure]
  /// The same over all committees; `nil` if nobody sits anywhere.
  package let tenure: Tenure?
}
