import EcosystemModel

/// The one figure of the first day on which the change in days hangs most.
package struct EscalationPivot: Hashable, Sendable, Codable {
  /// The figures that a delay is made of.
  package enum Figure: String, Hashable, Sendable, Codable, CaseIterable {
    /// The chance to pass at a meeting.
    case approvalRate = "approval rate"
    /// Days from one meeting to the next.
    case interval = "time between meetings"
    /// Days before a meeting by which a proposal must be in.
    case leadDays = "lead time"
  }

  /// The name of the committee.
  package let committee: String
  /// The figure.
  package let figure: Figure
  /// The figure on the first day, as people write it.
  package let before: String
  /// The figure on the second day.
  package let after: String
  /// Whether the first day's figure stands in a row or a cell that no source states.
  package let isBeforeIllustrative: Bool
  /// Whether the second day's does.
  package let isAfterIllustrative: Bool
  /// The average days on the first day if the figure had been that of the second day already.
  package let averageWithout: Double
  /// The average days on the first day for the figure on its way from the first day's to the second's.
  package internal(set) var curve: [Point] = []

  /// The outcome for one value of the figure.
  package struct Point: Hashable, Sendable, Codable {
    /// The value on the first day: a rate, or a number of days.
    package let value: Double
    /// The value as people write it.
    package let text: String
    /// The average days on the first day.
    package let average: Double
  }
}

extension EscalationComparison {
  /// Finds the figure that, had it been on the first day what it is on the second, would have changed the average most.
  ///
  /// - Complexity: O(committees · ways · levels).
  static func pivot(
    of pairs: [Pair], from average: Double, before: Snapshot, after: Snapshot
  ) -> EscalationPivot? {
    var best: EscalationPivot?
    let sources = (before: FigureSources(before), after: FigureSources(after))
    for committee in before.ecosystem.committees {
      guard let now = after.ecosystem.committees[committee.id],
        let old = CommitteeDelay(committee), let new = CommitteeDelay(now)
      else { continue }
      for figure in EscalationPivot.Figure.allCases where old.text(figure) != new.text(figure) {
        let delay = old.taking(figure, from: new)
        let days = pairs.compactMap { $0.before?.daysToDecision(with: delay, at: committee.id) }
        guard days.count == pairs.count, let without = Spread(days)?.mean,
          abs(average - without) > abs(average - (best?.averageWithout ?? average))
        else { continue }
        best = EscalationPivot(
          committee: committee.name, figure: figure, before: old.text(figure),
          after: new.text(figure),
          isBeforeIllustrative: !sources.before.states(figure.columns, of: committee.id),
          isAfterIllustrative: !sources.after.states(figure.columns, of: committee.id),
          averageWithout: without)
        best?.curve = figure.steps(from: old, to: new).compactMap { step in
          let days = pairs.compactMap { $0.before?.daysToDecision(with: step, at: committee.id) }
          guard days.count == pairs.count, let average = Spread(days)?.mean else { return nil }
          return .init(value: step.value(figure), text: step.text(figure), average: average)
        }
      }
    }
    return best
  }
}

extension EscalationPivot.Figure {
  /// The columns of a committee, and the measures of the same names, from which the figure comes.
  fileprivate var columns: [String] {
    switch self {
    case .approvalRate: [Committee.column(\.approvalRate)]
    case .interval: [Committee.column(\.cadence), Committee.column(\.maxDays)]
    case .leadDays: [Committee.column(\.leadDays)]
    }
  }
}

extension EscalationPivot.Figure {
  /// Delays whose figure goes from one's to another's: rates by tenths, times in quarters of the way.
  fileprivate func steps(from old: CommitteeDelay, to new: CommitteeDelay) -> [CommitteeDelay] {
    let (first, last) = (old.value(self), new.value(self))
    let between =
      self == .approvalRate
      ? (1...10).map { Double($0) / 10 }.filter { $0 > min(first, last) && $0 < max(first, last) }
      : [0.25, 0.5, 0.75].map { first + (last - first) * $0 }
    let values = [first] + (first < last ? between : between.sorted(by: >)) + [last]
    return values.map { old.taking(self, of: $0) }
  }
}

extension CommitteeDelay {
  fileprivate func value(_ figure: EscalationPivot.Figure) -> Double {
    switch figure {
    case .approvalRate: approvalRate
    case .interval: intervalDays
    case .leadDays: leadDays
    }
  }

  fileprivate func text(_ figure: EscalationPivot.Figure) -> String {
    switch figure {
    case .approvalRate: NumberText.percent(approvalRate, decimals: 0)
    case .interval: "\(NumberText.short(intervalDays, limit: 1)) days"
    case .leadDays: "\(NumberText.short(leadDays, limit: 1)) days"
    }
  }

  fileprivate func taking(_ figure: EscalationPivot.Figure, from other: Self) -> Self {
    taking(figure, of: other.value(figure))
  }

  fileprivate func taking(_ figure: EscalationPivot.Figure, of value: Double) -> Self {
    CommitteeDelay(
      intervalDays: figure == .interval ? value : intervalDays,
      leadDays: figure == .leadDays ? value : leadDays,
      approvalRate: figure == .approvalRate ? value : approvalRate)
  }
}

extension EscalationPath {
  /// ``daysToDecision`` if one committee had another delay; `nil` if it is unknown or infinite.
  fileprivate func daysToDecision(with delay: CommitteeDelay, at committee: Committee.ID) -> Double?
  {
    var total = 0.0
    for step in steps {
      let days = step.committee == committee ? delay.expectedDays : step.expectedDays
      guard let days, days.isFinite else { return nil }
      total += days * (settledDays == nil ? 1 : step.reach)
    }
    return total
  }
}
