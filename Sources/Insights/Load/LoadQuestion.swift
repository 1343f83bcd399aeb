public import EcosystemModel

/// Who carries too much, by which rules.
public struct LoadQuestion: Question {
  /// What duties cost, and what is too much.
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
    /// More seats than this are too many.
    public var seatCap = 5
    /// More seats as chair or co-chair than this are too many.
    public var chairCap = 3
    /// Without a capacity, a load is too high from so many robust standard deviations above the median.
    public var outlierDeviations = 3.0

    /// Makes the usual rules.
    public init() {}

    /// The weight of a role.
    public func weight(of role: MembershipRole) -> Double { roleWeights[role.rawValue] ?? 1 }
  }

  /// What duties cost.
  public var rules: Rules
  /// The number of rows wanted in each table; `nil` for all.
  public var limit: Int?

  /// Makes a question.
  public init(rules: Rules = .init(), limit: Int? = 20) {
    self.rules = rules
    self.limit = limit
  }
}
