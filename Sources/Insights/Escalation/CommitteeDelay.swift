internal import EcosystemModel
internal import Foundation
internal import GraphCore

/// How long a proposal stays with a committee until it passes.
///
/// A proposal comes in at any time, must be there `leadDays` before a meeting, and waits for the next one. There it passes
/// with the committee's approval rate; if not, it is reworked and comes back to the next meeting that it can still reach.
/// So the days are *L* + *U*·*I* + *N*·*R*: lead time, a uniform share of the interval between meetings, and a geometric
/// number of reworks of *R* days each, *R* being the least multiple of *I* that is no less than *L*.
public struct CommitteeDelay: Hashable, Sendable, Codable {
  /// Days from one meeting to the next.
  public let intervalDays: Double
  /// Days before a meeting by which a proposal must be in.
  public let leadDays: Double
  /// The chance to pass at a meeting, 0 to 1.
  public let approvalRate: Double

  /// Takes the three; an approval rate outside 0 to 1 counts as the nearer end.
  public init(intervalDays: Double, leadDays: Double = 0, approvalRate: Double = 1) {
    self.intervalDays = intervalDays
    self.leadDays = max(0, leadDays)
    self.approvalRate = min(1, max(0, approvalRate))
  }

  /// Days that one rework costs.
  public var reworkDays: Double {
    intervalDays * max(1, (leadDays / intervalDays).rounded(.up))
  }

  /// The average number of reworks; infinite if nothing ever passes.
  public var expectedReworks: Double { (1 - approvalRate) / approvalRate }

  /// The average number of days: *L* + *I*/2 + *R*·(1 − *p*)/*p*; infinite if nothing ever passes.
  public var expectedDays: Double {
    guard approvalRate > 0 else { return .infinity }
    return leadDays + intervalDays / 2 + reworkDays * expectedReworks
  }

  /// The days in which a share of the proposals passes, in closed form.
  ///
  /// - Precondition: The share is in `0..<1`.
  public func days(forShare share: Double) -> Double {
    guard approvalRate > 0 else { return .infinity }
    // After n reworks 1 − qⁿ of all proposals are through; within the round to come they pass evenly.
    let missed = 1 - approvalRate
    var rounds = Self.isRare(approvalRate) ? Self.rounds(leaving: 1 - share, approvalRate) : 0
    var open = pow(missed, rounds)
    while !Self.isRare(approvalRate), 1 - open * missed <= share, missed > 0 {
      open *= missed
      rounds += 1
    }
    let withinRound = (share - (1 - open)) / (open * approvalRate)
    return leadDays + rounds * reworkDays + intervalDays * min(1, max(0, withinRound))
  }

  /// The days if a meeting is just missed and the proposal is reworked as often as 99 of 100 are at most.
  public var worstDays: Double {
    guard approvalRate > 0 else { return .infinity }
    if Self.isRare(approvalRate) {
      return leadDays + intervalDays + Self.rounds(leaving: 0.01, approvalRate) * reworkDays
    }
    var reworks = 0.0
    var open = 1 - approvalRate
    while open > 0.01 {
      open *= 1 - approvalRate
      reworks += 1
    }
    return leadDays + intervalDays + reworks * reworkDays
  }

  /// The days of one proposal drawn at random; the approval rate must be above zero.
  func sample(_ random: inout SeededGenerator) -> Double {
    var days = leadDays + random.unit() * intervalDays
    if Self.isRare(approvalRate) {
      return days + Self.rounds(leaving: max(random.unit(), 1e-300), approvalRate) * reworkDays
    }
    while random.unit() >= approvalRate { days += reworkDays }
    return days
  }

  /// Whether so few proposals pass that rounds are computed and not counted one by one.
  private static func isRare(_ approvalRate: Double) -> Bool { approvalRate < 0.001 }

  /// The number of rounds after which a share of the proposals is still open.
  private static func rounds(leaving share: Double, _ approvalRate: Double) -> Double {
    (log(share) / log1p(-approvalRate)).rounded(.down)
  }
}

extension CommitteeDelay {
  /// The delay at a committee by its cadence, its approval rate and its lead time.
  ///
  /// Where no cadence is stated the longest wait, `max_days`, stands for the interval; with neither, nothing is known.
  /// Without an approval rate everything passes.
  init?(_ committee: Committee) {
    guard let interval = committee.cadence?.intervalInDays ?? committee.maxDays, interval > 0 else {
      return nil
    }
    self.init(
      intervalDays: interval, leadDays: committee.leadDays ?? 0,
      approvalRate: committee.approvalRate ?? 1)
  }
}
