import EcosystemModel

/// A link on which something waits.
package struct SlowLink: Hashable, Sendable, Codable {
  /// Why it stands out.
  package enum Reason: String, Hashable, Sendable, Codable {
    /// Its median lies above the fence of its stage, or of all links.
    case slow
    /// Its longest time is at least twice its median, over three rows or more.
    case uneven
  }

  /// The link.
  package let link: HandoffStep
  /// What is handed over so slowly.
  package let item: HandoffItem
  /// Why it stands out.
  package let reason: Reason
  /// With what it was compared: a stage, or `all links`.
  package let group: String
  /// The hours above which something of the group counts as slow.
  package let fence: Double?
  /// The median of the group's medians, in hours.
  package let groupMedian: Double?
}

extension SlowLink {
  /// The links that stand out, the slowest first, then the uneven ones.
  ///
  /// What is handed over is slow if its median hours lie above Q3 + 1.5·(Q3 − Q1) of the medians of its group (Tukey's
  /// fence). The group is its first stage if five or more things of that stage state hours, and otherwise all.
  ///
  /// ## References
  /// J. W. Tukey, *Exploratory Data Analysis*, Addison-Wesley, 1977.
  static func all(among links: [HandoffStep]) -> [SlowLink] {
    let timed = links.flatMap { link in
      link.items.compactMap { item in item.hours.map { (link: link, item: item, hours: $0) } }
    }
    func stage(_ item: HandoffItem) -> String { ColumnName.normalized(item.stages.first ?? "") }
    let fences = Dictionary(grouping: timed) { stage($0.item) }
      .mapValues { Fence($0.map(\.hours.median)) }
    let overall = Fence(timed.map(\.hours.median))
    var slow: [SlowLink] = []
    var uneven: [SlowLink] = []
    for (link, item, hours) in timed {
      let own = item.stages.isEmpty ? nil : fences[stage(item)] ?? nil
      let fence = own ?? overall
      func found(_ reason: Reason) -> SlowLink {
        SlowLink(
          link: link, item: item, reason: reason,
          group: own == nil ? "all links" : item.stages[0], fence: fence?.upper,
          groupMedian: fence?.median)
      }
      if let fence, hours.median > fence.upper {
        slow.append(found(.slow))
      } else if hours.count > 2, hours.most >= 2 * hours.median, hours.most > hours.least {
        uneven.append(found(.uneven))
      }
    }
    func ordered(_ links: [SlowLink], by hours: (Spread) -> Double) -> [SlowLink] {
      links.enumerated().sorted { left, right in
        let first = left.element.item.hours.map(hours) ?? 0
        let second = right.element.item.hours.map(hours) ?? 0
        return (-first, left.offset) < (-second, right.offset)
      }.map(\.element)
    }
    return ordered(slow, by: \.median) + ordered(uneven, by: \.most)
  }
}

/// Above what something of a group is slow.
private struct Fence {
  let median: Double
  let upper: Double

  /// `nil` for fewer than five medians, of which no quartiles can be told.
  init?(_ medians: [Double]) {
    guard medians.count >= 5 else { return nil }
    let medians = medians.sorted()
    let lower = Spread.quantile(0.25, of: medians)
    let higher = Spread.quantile(0.75, of: medians)
    median = Spread.quantile(0.5, of: medians)
    upper = higher + 1.5 * (higher - lower)
  }
}
