package import EcosystemModel

/// One committee on the way up.
package struct EscalationStep: Hashable, Sendable, Codable {
  /// The committee.
  package let committee: Committee.ID
  /// Its name.
  package let name: String
  /// How it delays proposals, where its cadence or longest wait is known.
  package let delay: CommitteeDelay?
  /// Whether no approval rate is stated, so that everything passes.
  package let isApprovalAssumed: Bool
  /// Whether no cadence is stated, so that the longest wait stands for it.
  package let isCadenceAssumed: Bool
  /// The average number of days until a proposal passes; nothing if unknown or if none ever does.
  public let expectedDays: Double?
  /// The days in which nine of ten proposals pass.
  public let ninetiethDays: Double?
  /// The days if a meeting is just missed and rework is as frequent as for 99 of 100 proposals.
  package let worstDays: Double?
  /// The longest that a proposal may wait here by the charter, `max_days`.
  package let promisedDays: Double?
  /// The share of the proposals coming here that this committee settles itself.
  package let settledShare: Double?
  /// The share of all proposals of the way that come this far.
  package let reach: Double
}

/// How a way up ends.
package enum EscalationEnd: String, CaseIterable, Hashable, Sendable, Codable {
  /// With a committee that escalates to none: the final decider.
  case decider
  /// In a loop.
  case cycle
}

/// The way of a proposal from a committee up to the final decider.
public struct EscalationPath: Hashable, Sendable, Codable {
  /// The committees on the way, the one that the proposal comes to first in front.
  package let steps: [EscalationStep]
  /// How the way ends.
  package let end: EscalationEnd
  /// The average number of days until the last committee has passed a proposal that goes all the way.
  public let expectedDays: Double?
  /// Nine of ten such proposals are through after so many days.
  public let ninetiethDays: Double?
  /// The days if every meeting is just missed and each committee reworks as often as for 99 of 100 proposals.
  package let worstDays: Double?
  /// The average number of days until a proposal is settled, where committees settle some themselves.
  package let settledDays: Double?
  /// Whether ``ninetiethDays`` comes from a simulation rather than a closed form.
  package let isSimulated: Bool
  /// The committee that takes the most days.
  package let bottleneck: Committee.ID?

  /// The committees by name, as `JLT → JDC → JEC`.
  public var way: String { steps.map(\.name).joined(separator: " → ") }

  /// How many committees must pass a proposal.
  public var levels: Int { steps.count }

  /// The committees whose days are the most as they are told: several where they read the same; none if no days are known.
  package var bottlenecks: [EscalationStep] {
    guard let most = steps.first(where: { $0.committee == bottleneck })?.expectedDays else {
      return []
    }
    return steps.filter { $0.expectedDays.map(Escalation.days) == Escalation.days(most) }
  }

  /// The share of proposals that come to the last committee.
  package var shareAtTop: Double { steps.last?.reach ?? 0 }
}
