import EcosystemModel

/// A link on which something waits.
package struct SlowLink: Hashable, Sendable, Codable {
  /// Why it stands out.
  package enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
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
    // Each thing that states hours: the places of its link and in it, its median and its stage.
    var timed: [(link: Int, item: Int, median: Double, stage: String?)] = []
    for (place, link) in links.enumerated() {
      for (number, item) in link.items.enumerated() {
        guard let hours = item.hours else { continue }
        let stage = item.stages.first.map(ColumnName.normalized)
        timed.append((place, number, hours.median, stage))
      }
    }
    let fences = Dictionary(grouping: timed.filter { $0.stage != nil }, by: \.stage)
      .mapValues { Fence($0.map(\.median)) }
    let overall = Fence(timed.map(\.median))
    var slow: [SlowLink] = []
    var uneven: [SlowLink] = []
    for (place, number, median, stage) in timed {
      let own = stage == nil ? nil : fences[stage] ?? nil
      let fence = own ?? overall
      func found(_ reason: Reason) -> SlowLink {
        let item = links[place].items[number]
        return SlowLink(
          link: links[place], item: item, reason: reason,
          group: own == nil ? "all links" : item.stages[0], fence: fence?.upper,
          groupMedian: fence?.median)
      }
      if let fence, median > fence.upper {
        slow.append(found(.slow))
      } else if let hours = links[place].items[number].hours, hours.count > 2,
        hours.most >= 2 * hours.median, hours.most > hours.least
      {
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
