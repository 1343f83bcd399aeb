import EcosystemModel
import Insights

/// Ways up that differ in nothing but the committee where they begin, or in nothing but the names of committees.
struct EscalationGroup {
  /// One of the ways.
  let path: EscalationPath
  /// The names of the committees on each way.
  private(set) var ways: [[String]]

  /// A group of one way.
  init(_ path: EscalationPath) {
    self.path = path
    ways = [path.steps.map(\.name)]
  }

  /// The names of the committees at which the ways begin.
  var starts: [String] {
    var seen: Set<String> = []
    return ways.compactMap(\.first).filter { seen.insert($0).inserted }
  }

  /// Whether all ways go on alike.
  private var sharesTail: Bool { Set(ways.map { $0.dropFirst() }).count == 1 }

  /// The ways, those alike together, in the order of the first of each group.
  static func groups(of paths: [EscalationPath]) -> [EscalationGroup] {
    var groups: [EscalationGroup] = []
    for path in paths {
      if let place = groups.firstIndex(where: { $0.holds(path) || $0.looksLike(path) }) {
        groups[place].add(path)
      } else {
        groups.append(EscalationGroup(path))
      }
    }
    return groups
  }

  /// Whether a way is like those of the group.
  func holds(_ other: EscalationPath) -> Bool {
    path.end == other.end && path.steps.dropFirst() == other.steps.dropFirst()
      && path.steps.first?.expectedDays == other.steps.first?.expectedDays
      && path.expectedDays == other.expectedDays && path.daysToDecision == other.daysToDecision
      && (path.bottleneck == path.steps.first?.committee)
        == (other.bottleneck == other.steps.first?.committee)
  }

  /// Whether a way takes as long at each step as those of the group, whatever its committees.
  private func looksLike(_ other: EscalationPath) -> Bool {
    guard path.expectedDays != nil, path.end == other.end, path.steps.count == other.steps.count
    else { return false }
    func figures(_ path: EscalationPath) -> [[String]] {
      path.steps.map { step in
        [step.expectedDays, step.ninetiethDays, step.worstDays, step.settledShare]
          .map { $0.map(PictureText.number) ?? "" } + ["\(path.bottleneck == step.committee)"]
      } + [
        [path.expectedDays, path.ninetiethDays, path.settledDays, path.daysToDecision]
          .map { $0.map(PictureText.number) ?? "" }
      ]
    }
    return figures(path) == figures(other)
  }

  /// Takes another way that is like those of the group.
  mutating func add(_ other: EscalationPath) {
    let names = other.steps.map(\.name)
    if !ways.contains(names) { ways.append(names) }
  }

  /// The committees in as many lines as their names take; of many ways, those for whom there is room.
  func lines(isNumbered: Bool, width: Double, limit: Int = 4) -> [String] {
    let end = path.end == .cycle ? "  →  ▲ in a circle" : ""
    for count in stride(from: sharesTail ? 1 : ways.count, through: 2, by: -1) {
      let rest = ways.count - count
      let text =
        ways.prefix(count).map { $0.joined(separator: " → ") }.joined(separator: ";  ")
        + (rest > 0 ? ";  and \(Phrase.count(rest, "other way"))" : "") + end
      let lines = PictureText.lines(
        text, width: width, size: ChartSheet.text, limit: limit + 1)
      if lines.count <= limit { return lines }
    }
    return PictureText.lines(
      title(isNumbered: isNumbered) + end, width: width, size: ChartSheet.text, limit: limit)
  }

  /// The committees in a line, those at the beginning side by side; only how many ways there are where they lead elsewhere.
  func title(isNumbered: Bool) -> String {
    guard sharesTail else {
      return "\(ways[0].joined(separator: " → ")) and \(Phrase.count(ways.count - 1, "other way"))"
    }
    let names = [starts.joined(separator: " / ")] + path.steps.dropFirst().map(\.name)
    guard isNumbered, names.count > 1 else { return names.joined(separator: "  →  ") }
    return names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  →  ")
  }
}
