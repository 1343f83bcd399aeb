package import EcosystemModel

/// Who carries too much, by which rules.
public struct LoadQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.people, .memberships]
  /// Everything that gives people duties.
  package static let sources: [TableName] = [
    .people, .alliances, .programs, .committees, .memberships, .relationships, .handoffs,
  ]

  /// What duties cost, and what is too much.
  ///
  /// The weights are ours; no source states them. An answer names those it used.
  public struct Rules: Codable, Hashable, Sendable {
    /// How much of a meeting's hours a seat costs, by the name of its role.
    public var roleWeights: [String: Double] = [
      "chair": 1.5, "co-chair": 1.25, "member": 1, "alternate": 0.25, "observer": 0.5,
    ]
    /// Hours that the owner gives to one handoff; a handoff without frequency happens once a month.
    public var hoursPerHandoff = 0.25
    /// Hours a month for each direct report.
    public var hoursPerReport = 1.0
    /// Hours a month for each alliance managed.
    public var hoursPerAlliance = 4.0
    /// Hours a month for each alliance sponsored.
    public var hoursPerSponsorship = 1.0
    /// Hours a month for each program led.
    public var hoursPerProgram = 1.0
    /// Hours a month for each relationship of a person with an alliance or a program, by its kind; other kinds cost nothing.
    public var hoursPerKind = ["investigates": 4.0, "investigator": 4.0]
    /// More seats than this are too many; `nil` for ``usualSeatCap``, which names people and accuses nobody of whom no
    /// capacity is known.
    public var seatCap: Int?
    /// More seats as chair or co-chair than this are too many; `nil` for ``usualChairCap``, likewise.
    public var chairCap: Int?
    /// Without a capacity, a load stands out from so many robust standard deviations above the median.
    package var outlierDeviations = 3.0

    /// As many seats as one usually has at most.
    package static let usualSeatCap = 5
    /// As many chairs as one usually holds at most.
    package static let usualChairCap = 3

    /// Makes the usual rules.
    public init() {}

    /// The weight of a role.
    package func weight(of role: MembershipRole) -> Double { roleWeights[role.rawValue] ?? 1 }

    /// The hours a month for a relationship of this kind with an alliance or a program; `nil` if it costs nothing.
    func hours(perTieOf kind: String?) -> Double? {
      let kind = ColumnName.normalized(kind ?? "")
      return hoursPerKind.first { ColumnName.normalized($0.key) == kind }?.value
    }
  }

  /// What duties cost.
  package var rules: Rules
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  public init(rules: Rules = .init(), limit: Int? = 20) {
    self.rules = rules
    self.limit = limit
  }
}
