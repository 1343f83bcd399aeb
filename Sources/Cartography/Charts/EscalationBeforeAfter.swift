import EcosystemModel
import GraphvizKit
import Insights

/// The ways up on two days beside each other: the days to a decision before a change and after it.
struct EscalationBeforeAfter: Chart {
  static let kind = EscalationDays.kind
  static let name = "days"
  static let meaning =
    "days on each way up, on two days"

  let findings: EscalationComparison
  let context: PictureContext

  init?(_ answer: EscalationComparison, context: PictureContext) {
    guard !answer.pairs.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(
      Self.kind, title: title, legend: twoDays.legend("Average days to a decision", theme),
      context: context)
    let all = Group.groups(of: Array(findings.pairs.prefix(200)))
    let heads = all.prefix(8).map { Self.heads(of: $0, width: sheet.room.x - 30).count }
    let more = Self.linePitch * Double((heads.max() ?? 1) - 1)
    let groups = Array(all.prefix(Int((sheet.room.y - 18) / (51 + more))))
    let rowHeight = min(62 + more, (sheet.room.y - 18) / Double(max(groups.count, 1)))
    let days = groups.flatMap { [$0.before?.path, $0.after?.path] }.compactMap {
      $0?.daysToDecision
    }
    let axis = DayAxis(most: days.max() ?? 1, width: sheet.room.x - 110)
    axis.draw(left: 0, bottom: rowHeight * Double(groups.count), on: &sheet)
    for (row, group) in groups.enumerated() {
      draw(group, top: rowHeight * Double(row), axis: axis, on: &sheet)
    }
    let shown = groups.reduce(0) { $0 + $1.count }
    return sheet.finished(
      "before and after", footer: context.footer(footer(shown), of: findings),
      summary: findings.title + ", as pairs of bars. " + findings.summary.joined(separator: " "))
  }

  /// Ways that changed alike.
  private struct Group {
    var before: EscalationGroup?
    var after: EscalationGroup?
    /// How many days longer the way takes after the change, as the answer says.
    var change: Double?
    var count = 1

    static func groups(of pairs: [EscalationComparison.Pair]) -> [Group] {
      var groups: [Group] = []
      for pair in pairs {
        let place = groups.firstIndex { group in
          isAlike(group.before, pair.before) && isAlike(group.after, pair.after)
        }
        guard let place else {
          groups.append(
            Group(
              before: pair.before.map { EscalationGroup($0) },
              after: pair.after.map { EscalationGroup($0) }, change: pair.change))
          continue
        }
        if let path = pair.before { groups[place].before?.add(path) }
        if let path = pair.after { groups[place].after?.add(path) }
        groups[place].count += 1
      }
      return groups
    }

    private static func isAlike(_ group: EscalationGroup?, _ path: EscalationPath?) -> Bool {
      guard let group, let path else { return group == nil && path == nil }
      return group.holds(path)
    }
  }

  private static let linePitch = 12.0

  /// The way, or the one before and the one after, each in lines of its own.
  private static func heads(of group: Group, width: Double) -> [String] {
    let names = [group.before, group.after].map { $0?.title(isNumbered: false) }
    let texts =
      names[0] == names[1]
      ? [names[0] ?? ""]
      : zip(["before: ", "after: "], names).compactMap { word, name in name.map { word + $0 } }
    return texts.flatMap {
      PictureText.lines($0, width: width, size: ChartSheet.text, limit: 2)
    }
  }

  private func draw(
    _ group: Group, top: Double, axis: DayAxis, on sheet: inout ChartSheet
  ) {
    let lines = Self.heads(of: group, width: sheet.room.x - 30)
    for (row, line) in lines.enumerated() {
      sheet.write(
        line, x: 2, y: top + 11 + Self.linePitch * Double(row), on: sheet.theme.background)
    }
    let top = top + Self.linePitch * Double(lines.count - 1)
    let paths = [group.before?.path, group.after?.path]
    for (position, path) in paths.enumerated() {
      let y = top + 16 + 18 * Double(position)
      guard let path else {
        sheet.write(
          position == 0 ? "\(findings.first): not there yet" : "\(findings.second): gone", x: 4,
          y: y + 11, size: ChartSheet.small, colour: sheet.theme.mutedText)
        continue
      }
      guard let average = path.daysToDecision else {
        sheet.write(
          "days unknown", x: 4, y: y + 11, size: ChartSheet.small, colour: sheet.theme.warning)
        continue
      }
      let width = max(average * axis.scale, 1)
      let day = position == 0 ? findings.first : findings.second
      let change =
        position == 1
        ? group.change.map { "  (\($0 > 0 ? "+" : "−")\(Escalation.figure(ofDays: abs($0))) d)" }
          ?? ""
        : ""
      twoDays.draw(
        position, key: "\(position == 0 ? "before" : "after") \(path.way)", y: y, width: width,
        figure: "\(Escalation.figure(ofDays: average)) d\(change)",
        tooltip:
          "\(day): \(path.way)\n\(Escalation.figure(ofDays: average)) days to a decision on average",
        on: &sheet)
    }
  }

  private var title: String {
    guard let (before, after) = findings.averages else { return findings.title }
    return
      "Until a decision on average: \(Escalation.days(before)) on \(findings.first), \(Escalation.days(after)) on \(findings.second)"
  }

  private var twoDays: TwoDays { TwoDays(findings.first, findings.second) }

  private func footer(_ shown: Int) -> [String] {
    [
      "\(shown) of \(Phrase.count(findings.pairs.count, "way", "ways"))",
      "averages from cadence, lead time, approval rate and the share settled on the way",
    ]
  }
}
