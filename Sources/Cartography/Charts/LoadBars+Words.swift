import EcosystemModel
import GraphvizKit
import Insights

// What stands around the bars.
extension LoadBars {
  /// Colours far apart in lightness too, so that they can be told apart without colour.
  static func colour(of duty: PersonLoad.DutyKind?, _ theme: Theme) -> Colour {
    switch duty {
    case nil: theme.background.mixed(with: theme.category(4), share: 0.75)
    case .handoffs: theme.category(0)
    case .reports: theme.background.mixed(with: theme.category(1), share: 0.55)
    case .alliances: theme.category(2)
    case .sponsorships: theme.background.mixed(with: theme.category(2), share: 0.45)
    case .programs: theme.background.mixed(with: theme.category(3), share: 0.8)
    case .roles: theme.background.mixed(with: theme.category(5), share: 0.7)
    }
  }

  func legend(_ bars: [Bar], _ theme: Theme) -> [LegendSection] {
    let used = Set(bars.flatMap { $0.parts.map(\.duty) })
    let entries = ([nil] + PersonLoad.DutyKind.allCases).filter(used.contains).map { duty in
      let fill = Self.colour(of: duty, theme)
      return LegendSection.Entry(
        sample: .box(shape: .rectangle, fill: fill, border: theme.border),
        text: duty?.rawValue ?? "seats, one field each")
    }
    let meaning = bars.contains { limit($0.person) != nil } ? "what the person can give" : ""
    var marks: [LegendSection.Entry] = []
    if !meaning.isEmpty {
      marks.append(
        .init(
          sample: .box(shape: .rectangle, fill: theme.text, border: theme.text), text: meaning))
    }
    if findings.overloadedCount > 0 {
      marks.append(.init(sample: .none, text: "▲ and bold: too much, and why"))
    }
    return [
      LegendSection(
        title: isHours ? "Hours a month, numbers too" : "Seats, as no hours are known",
        entries: entries)
    ] + (marks.isEmpty ? [] : [LegendSection(title: "Marks", entries: marks)])
  }

  /// What was left out, without the names that the answer lists.
  private var leftOut: [String] {
    findings.leftOut.map { part in
      guard let start = part.firstIndex(of: "("), let end = part.lastIndex(of: ")") else {
        return part
      }
      let rest = part[part.index(after: end)...]
      return part[..<start].split(separator: " ").joined(separator: " ") + rest
    }
  }

  func footer(_ shown: [PersonLoad]) -> [String] {
    let flagged = shown.count(where: \.isOverloaded)
    let hidden = findings.overloadedCount - flagged
    return [
      "\(shown.count) of \(findings.concentration.peopleCount) people with duties",
      findings.capacityCount == 0 && findings.overloadedCount == 0
        ? "no capacity known"
        : "\(findings.overloadedCount) carr\(findings.overloadedCount == 1 ? "ies" : "y") too much"
          + (hidden > 0 ? ", \(hidden) of them not shown" : ""),
      "the top 5 % carry \(PictureText.percent(findings.concentration.topShare)) of all \(isHours ? "hours" : "seats")",
    ] + (leftOut.isEmpty ? [] : ["left out: " + leftOut.joined(separator: ", ")])
  }
}
