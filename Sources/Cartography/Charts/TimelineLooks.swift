import EcosystemModel
import Insights

/// How bars and marks of a timeline look, and what they mean.
struct TimelineLooks {
  let findings: TimelineFindings
  let theme: Theme
  let colours: MarkColours?
  /// The letter of each event.
  let letters: [String: String]

  init(_ findings: TimelineFindings, theme: Theme) {
    self.findings = findings
    self.theme = theme
    colours = findings.colour.map {
      MarkColours(of: $0, drawn: findings.entries.map(\.colour), theme: theme)
    }
    letters = Self.letters(of: findings.eventNames)
  }

  /// The first letter of each word that no other has, or else a number.
  private static func letters(of names: [String]) -> [String: String] {
    var taken: Set<String> = []
    var letters: [String: String] = [:]
    for (number, name) in names.enumerated() {
      let free = name.uppercased().filter(\.isLetter).map(String.init).first {
        $0.count == 1 && TextMetrics.width(of: $0, size: ChartSheet.small, isBold: true) <= 10
          && !taken.contains($0)
      }
      let letter = free ?? "\((number + 1) % 10)"
      taken.insert(letter)
      letters[name] = letter
    }
    return letters
  }

  func look(of entry: TimelineFindings.Entry) -> MarkColours.Look {
    colours?.look(of: entry.colour)
      ?? MarkColours.Look(
        fill: theme.shade(entry.isAlliance ? 0.5 : 0.2), border: theme.border)
  }

  /// The field of a mark: letters can be read on it, and bars of any colour are not as it is.
  var markFill: Colour { theme.background }

  func member(_ entry: TimelineFindings.Entry, shown: Bool) -> Diagram.Member {
    .init(key: entry.subject.description, name: entry.name, shown: shown)
  }

  func tooltip(of entry: TimelineFindings.Entry) -> String {
    var lines = [entry.name]
    if let start = entry.start { lines.append("from \(start)") }
    if let end = entry.end { lines.append("until \(end)") }
    lines += entry.events.map { "\($0.name) \($0.date)" }
    if entry.endsSoon { lines.append("ends within twelve months") }
    return lines.joined(separator: "\n")
  }

  /// What rows of some entries use, where `hasRest` says whether others have no row.
  func legend(of drawn: [TimelineFindings.Entry], hasRest: Bool) -> [LegendSection] {
    var bars: [LegendSection.Entry] = []
    func box(_ fill: Colour, _ text: String) -> LegendSection.Entry {
      .init(
        sample: .box(shape: .rectangle, fill: fill, border: theme.border), text: text)
    }
    let hasPrograms = drawn.contains { !$0.isAlliance }
    if colours == nil {
      bars.append(box(theme.shade(0.5), "alliance"))
      if hasPrograms { bars.append(box(theme.shade(0.2), "program")) }
    }
    if drawn.contains(where: { $0.start != nil && $0.end == nil }) {
      bars.append(
        .init(
          sample: .line(width: 1.4, colour: theme.border, stroke: .solid, arrow: .forward),
          text: "no end is known"))
    }
    if drawn.contains(where: { $0.start == nil && $0.end != nil }) {
      bars.append(
        .init(
          sample: .line(width: 1.4, colour: theme.border, stroke: .dotted, arrow: .none),
          text: "no beginning is known"))
    }
    if hasRest {
      bars.append(
        .init(
          sample: .box(
            shape: .roundedRectangle, fill: theme.fill, border: theme.clusterBorder),
          text: "those without a row, together"))
    }
    if drawn.contains(where: \.endsSoon) {
      bars.append(.init(sample: .none, text: "▲ ends within twelve months"))
    }
    var sections = [LegendSection(title: "From beginning to end", entries: bars)]
    if let colours, let field = findings.colour {
      let hasUnknown = findings.entries.contains { $0.colour == nil }
      sections.insert(
        colours.legend(of: field, shape: .rectangle, hasUnknown: hasUnknown), at: 0)
    }
    let used = Set(drawn.flatMap { $0.events.map(\.name) })
    if !used.isEmpty {
      sections.append(
        LegendSection(
          title: "Marks",
          entries: findings.eventNames.filter(used.contains).map { name in
            .init(
              sample: .none,
              text:
                "\(letters[name] ?? "") \(PictureText.clipped(name, to: 140, size: ChartSheet.text))"
            )
          }))
    }
    return sections.filter { !$0.entries.isEmpty }
  }
}
