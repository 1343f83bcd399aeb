internal import EcosystemModel
internal import GraphCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long a proposal stays with a committee until it passes.
///
/// A proposal comes in at any time, must be there `leadDays` before a meeting, and waits for the next one. There it passes
/// with the committee's approval rate; if not, it is reworked and comes back to the next meeting that it can still reach.
/// So the days are *L* + *U*·*I* + *N*·*R*: lead time, a uniform share of the interval between meetings, and a geometric
/// number of reworks of *R* days each, *R* being the least multiple of *I* that is no less than *L*.
package struct CommitteeDelay: Hashable, Sendable, Codable {
  /// Days from one meeting to the next.
  package let intervalDays: Double
  /// Days before a meeting by which a proposal must be in.
  package let leadDays: Double
  /// The chance to pass at a meeting, 0 to 1.
  package let approvalRate: Double

  /// Takes the three; an approval rate outside 0 to 1 counts as the nearer end.
  package init(intervalDays: Double, leadDays: Double = 0, approvalRate: Double = 1) {
    self.intervalDays = intervalDays
    self.leadDays = max(0, leadDays)
    self.approvalRate = min(1, max(0, approvalRate))
  }

  /// Days that one rework costs.
  package var reworkDays: Double {
    intervalDays * max(1, (leadDays / intervalDays).rounded(.up))
  }

  /// The average number of reworks; infinite if nothing ever passes.
  package var expectedReworks: Double { (1 - approvalRate) / approvalRate }

  /// The average number of days: *L* + *I*/2 + *R*·(1 − *p*)/*p*; infinite if nothing ever passes.
  package var expectedDays: Double {
    guard approvalRate > 0 else { return .infinity }
    return leadDays + intervalDays / 2 + reworkDays * expectedReworks
  }

  /// The days in which a share of the proposals passes, in closed form.
  ///
  /// - Precondition: The share is in `0..<1`.
  package func days(forShare share: Double) -> Double {
    guard approvalRate > 0 else { return .infinity }
    // After n reworks 1 − qⁿ of all proposals are through; within the round to come they pass evenly.
    let rounds = rounds(leaving: 1 - share)
    let open = pow(1 - approvalRate, rounds)
    let withinRound = (share - (1 - open)) / (open * approvalRate)
    return leadDays + rounds * reworkDays + intervalDays * min(1, max(0, withinRound))
  }

  /// The days if a meeting is just missed and the proposal is reworked as often as 99 of 100 are at most.
  package var worstDays: Double {
    guard approvalRate > 0 else { return .infinity }
    var reworks = rounds(leaving: 0.01)
    // Exactly one of a hundred left is few enough.
    if reworks > 0, pow(1 - approvalRate, reworks) <= 0.01 * (1 + 1e-12) {
      reworks -= 1
    }
    return leadDays + intervalDays + reworks * reworkDays
  }

  /// The most rounds after which at least a share of the proposals is still open: the greatest *n* with *q*ⁿ no less.
  private func rounds(leaving share: Double) -> Double {
    let missed = 1 - approvalRate
    guard missed > 0 else { return 0 }
    var rounds = (log(share) / log1p(-approvalRate)).rounded(.down)
    // Logarithms round; powers decide.
    if rounds > 0, pow(missed, rounds) < share { rounds -= 1 }
    if missed < 1, pow(missed, rounds + 1) >= share { rounds += 1 }
    return rounds
  }

  /// Rounds that are drawn one by one; ordinary rates of approval hardly ever need as many.
  private static let drawnRounds = 64

  /// The days of one proposal drawn at random; the approval rate must be above zero.
  ///
  /// - Complexity: O(1), however small the rate.
  func sample(_ random: inout SeededGenerator) -> Double {
    var days = leadDays + random.unit() * intervalDays
    for _ in 0..<Self.drawnRounds {
      if random.unit() < approvalRate { return days }
      days += reworkDays
    }
    // A geometric number has no memory: what is still open has as many rounds to go as at first, drawn at once.
    let further = (log(1 - random.unit()) / log1p(-approvalRate)).rounded(.down)
    return days + further * reworkDays
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
