import EcosystemModel
import Insights

/// Ways up that differ in nothing but the committee where they begin.
struct EscalationGroup {
  /// One of the ways.
  let path: EscalationPath
  /// The names of the committees at which the ways begin.
  private(set) var starts: [String]

  /// A group of one way.
  init(_ path: EscalationPath) {
    self.path = path
    starts = [path.steps.first?.name ?? ""]
  }

  /// The ways, those alike together, in the order of the first of each group.
  static func groups(of paths: [EscalationPath]) -> [EscalationGroup] {
    var groups: [EscalationGroup] = []
    for path in paths {
      if let place = groups.firstIndex(where: { $0.holds(path) }) {
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

  /// Takes another way that is like those of the group.
  mutating func add(_ other: EscalationPath) {
    let name = other.steps.first?.name ?? ""
    if !starts.contains(name) { starts.append(name) }
  }

  /// The committees in as many lines as their names take, up to four.
  func lines(isNumbered: Bool, width: Double) -> [String] {
    let end = path.end == .cycle ? "  →  ▲ in a circle" : ""
    return PictureText.lines(
      title(isNumbered: isNumbered) + end, width: width, size: ChartSheet.text, limit: 4)
  }

  /// The committees in a line, those at the beginning side by side.
  func title(isNumbered: Bool) -> String {
    let names = [starts.joined(separator: " / ")] + path.steps.dropFirst().map(\.name)
    guard isNumbered, names.count > 1 else { return names.joined(separator: "  →  ") }
    return names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  →  ")
  }
}
