import EcosystemModel
import GraphvizKit
import Insights

/// How alliances look on a portfolio, whether in a grid or on axes: their size, their colour, their words.
struct PortfolioLooks {
  let findings: PortfolioFindings
  let theme: Theme
  let colours: MarkColours?

  init(_ findings: PortfolioFindings, theme: Theme) {
    self.findings = findings
    self.theme = theme
    colours = findings.colour.map {
      MarkColours(of: $0, drawn: findings.alliances.map(\.colour), theme: theme)
    }
  }

  func look(of entry: PortfolioFindings.Entry) -> MarkColours.Look {
    colours?.look(of: entry.colour)
      ?? MarkColours.Look(fill: theme.shade(0.45), border: theme.border)
  }

  /// Whether a measure with a target is below it.
  func isBelowTarget(_ entry: PortfolioFindings.Entry) -> Bool {
    guard let target = findings.colour?.target, let value = entry.colour?.number else {
      return false
    }
    return value < target
  }

  /// The diameter of an alliance: its area grows with its size.
  func diameter(of entry: PortfolioFindings.Entry, most: Double) -> Double {
    guard findings.size != nil else { return min(most, Self.plain) }
    guard let size = entry.size, size > 0, let largest = findings.alliances.first?.size,
      largest > 0
    else { return Self.least }
    return max(Self.least, most * (size / largest).squareRoot())
  }

  private static let plain = 12.0
  /// The smallest that can be seen.
  static let least = 4.0

  func tooltip(of entry: PortfolioFindings.Entry) -> String {
    var seen: Set<String> = []
    var lines = [entry.name]
    if !entry.companies.isEmpty { lines.append(entry.companies.listed) }
    func number(_ value: PortfolioValue?) -> String? {
      value.map { $0.number.map(PictureText.ofScale) ?? $0.text }
    }
    for (field, text) in [
      (findings.x, number(entry.x)), (findings.y, number(entry.y)),
      (findings.size, entry.size.map(PictureText.ofScale)),
      (findings.colour, number(entry.colour)),
    ] {
      guard let field, seen.insert(field.column).inserted else { continue }
      lines.append("\(field.label): \(text ?? "not given")")
    }
    if isBelowTarget(entry) { lines.append("below the target") }
    return lines.joined(separator: "\n")
  }

  func member(_ entry: PortfolioFindings.Entry, shown: Bool) -> Diagram.Member {
    .init(
      key: EntityReference.alliance(entry.alliance).description, name: entry.name, shown: shown)
  }

  /// The mark of an alliance below its target, before its name.
  static let mark = "▲ "

  /// Whether heads of rows or columns say what is in them.
  private var isGrid: Bool { ![findings.x, findings.y].contains { $0?.isNumeric == true } }

  var legend: [LegendSection] {
    var sections: [LegendSection] = []
    let shown = findings.alliances
    if let colours, let field = findings.colour {
      let hasUnknown = shown.contains { $0.colour == nil }
      var section = colours.legend(of: field, shape: .ellipse, hasUnknown: hasUnknown)
      // An axis whose heads are the words says them already.
      let isAxis = [findings.x, findings.y].contains {
        $0.map { $0.column == field.column && !$0.isNumeric } ?? false
      }
      if isAxis { section.entries = [] }
      if let target = field.target, shown.contains(where: isBelowTarget) {
        section.entries.append(
          .init(
            sample: .none, text: "▲ below the target of \(PictureText.ofScale(target))"))
      }
      if !section.entries.isEmpty { sections.append(section) }
    }
    if let field = findings.size {
      let known = shown.compactMap(\.size)
      let ends = [known.min(), known.max()].compactMap { $0 }.map(PictureText.ofScale)
      let range = ends.count == 2 && ends[0] != ends[1] ? "\(ends[0]) to \(ends[1])" : ends.first
      sections.append(
        LegendSection(
          title: "Size: \(field.legendTitle)",
          entries: [
            .init(
              sample: .box(
                shape: .ellipse, fill: theme.shade(0.45), border: theme.border),
              text: "area of a dot: \(range ?? "amount")")
          ]
            + (field.missingCount > 0
              ? [.init(sample: .none, text: "smallest: not given, or too small")] : [])
            + (isGrid ? [.init(sample: .none, text: "at the heads: their sum")] : [])))
    }
    return sections
  }

  /// What the footer says of all alliances.
  func footer(named: Int, besides extra: [String] = []) -> [String] {
    let count = findings.allianceCount
    var parts = [
      named == count
        ? Phrase.count(count, "alliance") + (count == 1 ? ", named" : ", all named")
        : "\(named) of \(count) alliances are named"
    ]
    var seen: Set<String> = []
    let missing = [findings.x, findings.y, findings.size, findings.colour].compactMap { $0 }
      .filter { $0.missingCount > 0 && seen.insert($0.column).inserted }
      .map { "\($0.phrase) of \($0.missingCount)" }
    parts += extra
    if !missing.isEmpty { parts.append("not given: \(missing.joined(separator: ", "))") }
    return parts
  }

  /// What is worth saying first: how many alliances, by what, and where most of them stand.
  var title: String {
    let all = Phrase.count(findings.allianceCount, "alliance")
    let axes = [findings.x, findings.y].compactMap { $0 }.map {
      PictureText.clipped($0.phrase, to: 150, size: ChartSheet.text)
    }
    guard !axes.isEmpty else { return all }
    let leading = [(findings.x, \PortfolioFindings.Entry.x), (findings.y, \.y)].compactMap {
      field, path in
      field.flatMap { most(of: $0, at: path) }
    }
    return "\(all) by \(axes.spokenList(last: "and"))"
      + (leading.isEmpty ? "" : ": most in \(leading.spokenList(last: "and"))")
  }

  /// The word that stands out on an axis, with how many have it; `nil` if none does.
  private func most(
    of field: PortfolioField, at path: KeyPath<PortfolioFindings.Entry, PortfolioValue?>
  ) -> String? {
    let counts = field.words.map { word in
      (word, count: findings.alliances.count { $0[keyPath: path]?.text == word })
    }.sorted { $0.count > $1.count }
    guard counts.count > 1, counts[0].count > counts[1].count, findings.allianceCount >= 5,
      counts[0].0.count <= 30
    else { return nil }
    return "\(counts[0].0) (\(counts[0].count))"
  }

  var summary: String { title + ". " + findings.summary.joined(separator: " ") }
}
