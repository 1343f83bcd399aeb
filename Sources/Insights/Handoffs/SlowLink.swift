import EcosystemModel

/// A link on which work waits.
public struct SlowLink: Hashable, Sendable, Codable {
  /// Why it stands out.
  public enum Reason: String, Hashable, Sendable, Codable {
    /// Its median lies above the fence of its stage, or of all links.
    case slow
    /// Its longest time is at least twice its median, over three rows or more.
    case uneven
  }

  /// The link.
  public let link: HandoffStep
  /// Why it stands out.
  public let reason: Reason
  /// With what it was compared: a stage, or `all links`.
  public let group: String
  /// The hours above which a link of the group counts as slow.
  public let fence: Double?
  /// The median of the group's medians, in hours.
  public let groupMedian: Double?
}

extension SlowLink {
  /// The links that stand out, the slowest first, then the uneven ones.
  ///
  /// A link is slow if its median hours lie above Q3 + 1.5·(Q3 − Q1) of the medians of its group (Tukey's fence). The
  /// group is its first stage if five or more links of that stage state hours, and otherwise all links.
  ///
  /// ## References
  /// J. W. Tukey, *Exploratory Data Analysis*, Addison-Wesley, 1977.
  static func all(among links: [HandoffStep]) -> [SlowLink] {
    let timed = links.filter { $0.hours != nil }
    let byStage = Dictionary(grouping: timed) { ColumnName.normalized($0.stages.first ?? "") }
    let overall = Fence(timed)
    var slow: [SlowLink] = []
    var uneven: [SlowLink] = []
    let fences = byStage.mapValues { $0.count >= 5 ? Fence($0) : nil }
    for link in timed {
      guard let hours = link.hours else { continue }
      let own = link.stages.first.flatMap { fences[ColumnName.normalized($0)] ?? nil }
      let fence = own ?? overall
      func found(_ reason: Reason) -> SlowLink {
        SlowLink(
          link: link, reason: reason,
          group: own == nil ? "all links" : link.stages.first ?? "all links", fence: fence?.upper,
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
        let first = left.element.link.hours.map(hours) ?? 0
        let second = right.element.link.hours.map(hours) ?? 0
        return (-first, left.offset) < (-second, right.offset)
      }.map(\.element)
    }
    return ordered(slow, by: \.median) + ordered(uneven, by: \.most)
  }
}

/// Above what a link of a group is slow.
private struct Fence {
  let median: Double
  let upper: Double

  /// Nothing for fewer than five links, of which no quartiles can be told.
  init?(_ links: [HandoffStep]) {
    let medians = links.compactMap { $0.hours?.median }.sorted()
    guard medians.count >= 5 else { return nil }
    let lower = Spread.quantile(0.25, of: medians)
    let higher = Spread.quantile(0.75, of: medians)
    median = Spread.quantile(0.5, of: medians)
    upper = higher + 1.5 * (higher - lower)
  }
}
