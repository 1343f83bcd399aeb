import EcosystemModel
import Insights

// Title, legend and footer.
extension CoverageClock {
  var title: String { "Around the clock, \(group.group): \(group.answer)" }

  func legend(_ theme: Theme) -> [LegendSection] {
    func box(_ colour: Colour, _ border: Colour, _ text: String) -> LegendSection.Entry {
      .init(sample: .box(shape: .rectangle, fill: colour, border: border), text: text)
    }
    return [
      LegendSection(
        title: "Working hours in UTC, \(review.year)",
        entries: [
          box(
            Self.workFill(.winter, theme), theme.border,
            "15 January, or all year")
        ]
          + (group.sites.contains { $0.hours.winter != $0.hours.summer }
            ? [
              box(
                Self.workFill(.summer, theme), theme.border,
                "15 July, where it differs")
            ] : [])),
      LegendSection(
        title: "Together",
        entries: [
          box(
            theme.strongShade, theme.border,
            "somebody is at work")
        ]
          + (group.isComplete
            ? [] : [box(theme.background, theme.warning, "gap: nobody is at work")]) + [
            box(
              theme.shade(0.6), theme.border,
              "two or more time zones at work")
          ]),
    ]
  }

  /// As many names as so many lines take, with the number of the others; none is cut where one fits.
  static func lines(of names: [String], width: Double, limit: Int) -> [String] {
    for count in stride(from: names.count, through: 1, by: -1) {
      let rest = names.count - count
      let text = names.prefix(count).listed + (rest > 0 ? " + \(rest) more" : "")
      let lines = TextMetrics.wrap(
        text, width: width, size: ChartSheet.small, lineLimit: limit + 1)
      if lines.count <= limit { return lines }
    }
    return PictureText.lines(names.listed, width: width, size: ChartSheet.small, limit: limit)
  }

  func footer(_ shown: Int) -> [String] {
    var parts = [
      "\(shown) of \(Phrase.count(group.sites.count, "site", "sites")), \(Phrase.count(group.members.count, "party", "parties"))"
    ]
    if group.assumedCount > 0 {
      parts.append("\(group.assumedCount) with assumed hours 09:00–17:00")
    }
    let others = review.coverage.filter { $0.group != group.group }
    let complete = others.filter(\.isComplete)
    let gaps = others.filter { !$0.isComplete }.prefix(4).map {
      "\($0.group) \(PictureText.number(Double($0.mostUncoveredMinutes) / 60)) h"
    }
    if !gaps.isEmpty {
      parts.append("hours with nobody at work elsewhere: " + gaps.joined(separator: ", "))
    }
    if !complete.isEmpty {
      parts.append(
        "covered at any time: " + complete.prefix(4).map(\.group).joined(separator: ", "))
    }
    return parts
  }

  var summary: String {
    func list(_ spans: [ClockSpan]) -> String {
      spans.isEmpty ? "none" : spans.map(\.description).joined(separator: ", ")
    }
    return
      "\(title). Several clocks at work in winter: \(list(group.overlaps.winter)); in summer: \(list(group.overlaps.summer))."
  }
}
