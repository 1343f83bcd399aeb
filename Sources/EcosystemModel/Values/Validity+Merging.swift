extension Validity {
  /// The days on which at least one of some validities holds, in stretches without a gap, the earliest first.
  ///
  /// Those that are reversed or empty hold on no day. Complexity: O(*n*·log *n*).
  package static func merged(_ periods: [Validity]) -> [Validity] {
    let ordered = periods.filter(\.isOrdered).sorted {
      ($0.since?.dayNumber ?? .min) < ($1.since?.dayNumber ?? .min)
    }
    var merged: [Validity] = []
    for period in ordered {
      guard let last = merged.last else {
        merged.append(period)
        continue
      }
      guard let end = last.until else { break }
      if period.since.map({ $0 <= end }) ?? true {
        if period.until.map({ $0 > end }) ?? true { merged[merged.count - 1].until = period.until }
      } else {
        merged.append(period)
      }
    }
    return merged
  }

  /// The time during which both hold; reversed where there is none.
  package func during(_ other: Validity) -> Validity {
    let starts = [since, other.since].compactMap { $0 }
    let ends = [until, other.until].compactMap { $0 }
    return Validity(since: starts.max(), until: ends.min())
  }
}
