public import Insights

extension CentralityFindings.Row {
  /// The value of a metric; `nil` where it was not asked for, or makes no sense.
  public func value(of metric: String) -> Double? {
    values.first { $0.metric == metric }?.value
  }
}

extension PairOverlap {
  /// The names of the two committees, or kinds of committees.
  public var names: (first: String, second: String) { (first.name, second.name) }
  /// The people on both, ordered by name.
  public var people: [String] { sharers.map(\.name) }
}

extension FirewallPair {
  /// Those who are on both sides, now or within the cooling-off time; nobody where the firewall holds.
  public var breachedBy: [String] { breaches.map(\.name) }
}

extension HandoffPath {
  /// Everybody on the way, both ends included.
  public var parties: [String] { steps.prefix(1).map(\.fromName) + steps.map(\.toName) }
}

extension Navigator {
  /// The best introductions, each with everybody on the way, both ends included.
  public var ways: [[String]] {
    introductions.map { way in way.prefix(1).map(\.fromName) + way.map(\.toName) }
  }
}

extension PeerMatrix {
  /// The functions that face nobody at another partner.
  public var unmatched: [String] { gaps.map(\.function.name) }
}
