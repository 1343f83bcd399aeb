import EcosystemModel
import GraphvizKit
import Insights

/// Who has which right in which matter: a row for each matter, a column for each body, and what the way to the decision takes.
struct DecisionMatrix: Chart {
  static let kind = ChartKind(rawValue: "decisions")
  static let name = "matrix"
  static let meaning =
    "who decides each matter, who must approve first, is consulted or informed, and the days"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "matters by the bodies with a part in them", tables: DecisionQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(DecisionQuestion(limit: nil))
  }

  let findings: DecisionFindings
  let context: PictureContext

  init?(_ answer: DecisionFindings, context: PictureContext) {
    guard !answer.matters.isEmpty, !answer.bodies.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let nameWidth = 190.0
  private static let wayWidth = 128.0
  /// The height of the heads, where companies take one line.
  private static let headHeight = 56.0
  private static let (leastWidth, mostWidth) = (62.0, 112.0)
  private static let (leastHeight, mostHeight) = (26.0, 36.0)

  func laidOut() -> LaidOutDiagram {
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(context.theme), context: context,
      preference: .wide(
        Self.nameWidth + Self.wayWidth + 74 * Double(min(findings.bodies.count, 8))))
    let room = sheet.room.x - Self.nameWidth - Self.wayWidth
    let bodies = chosenBodies(max(1, Int(room / Self.leastWidth)))
    let width = min(Self.mostWidth, room / Double(bodies.count))
    let bands = Self.bands(over: bodies, width: width)
    let header = Self.headHeight + 11.5 * Double((bands.map(\.lines.count).max() ?? 1) - 1)
    let matters = chosenMatters(max(1, Int((sheet.room.y - header) / Self.leastHeight)))
    let height = min(Self.mostHeight, (sheet.room.y - header) / Double(matters.count))
    drawHeads(of: bodies, under: bands, width: width, height: header, on: &sheet)
    for (row, matter) in matters.enumerated() {
      let top = header + Double(row) * height
      sheet.rule(
        from: .init(x: 0, y: top),
        to: .init(x: Self.nameWidth + width * Double(bodies.count) + Self.wayWidth, y: top))
      drawName(of: matter, top: top, height: height, on: &sheet)
      for (column, body) in bodies.enumerated() {
        let frame = ChartSheet.Rectangle(
          x: Self.nameWidth + Double(column) * width, y: top, width: width, height: height)
        draw(matter, body, in: frame.inset(by: 2), on: &sheet)
      }
      let x = Self.nameWidth + width * Double(bodies.count) + 8
      drawWay(of: matter, beside: bodies, x: x, top: top, height: height, on: &sheet)
    }
    return sheet.finished(
      Self.name,
      footer: context.footer(footer(matters.count, bodies.count), of: findings),
      summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  private var title: String {
    if let matter = findings.matters.first, findings.matters.count == 1, matter.isSettled,
      let decider = matter.bodies(.decides).first
    {
      return "\(decider.name) decides on \(matter.name)"
    }
    let open = findings.matters(with: .undecided).count
    let twice = findings.matters(with: .decidedTwice).count
    let all = Phrase.count(findings.matters.count, "matter")
    let parts = [
      open > 0 ? "nobody decides \(open) of \(all)" : "",
      twice > 0 ? "several bodies decide \(twice)\(open > 0 ? "" : " of \(all)")" : "",
    ].filter { !$0.isEmpty }
    return
      "\(findings.title): \(parts.isEmpty ? "one body decides each of \(all)" : parts.joined(separator: ", "))"
  }

  /// The bodies that decide, then those with a part in most matters, in their order.
  private func chosenBodies(_ limit: Int) -> [DecisionFindings.Body] {
    let deciding = Set(findings.matters.flatMap { $0.bodies(.decides).map(\.body) })
    func rank(_ body: DecisionFindings.Body) -> Int { deciding.contains(body.reference) ? 0 : 1 }
    let chosen = findings.bodies.enumerated().sorted { left, right in
      (rank(left.element), -left.element.matterCount, left.offset)
        < (rank(right.element), -right.element.matterCount, right.offset)
    }.prefix(limit)
    return chosen.sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// Matters with a fault before others where not all have room, in their order.
  private func chosenMatters(_ limit: Int) -> [DecidedMatter] {
    let chosen = findings.matters.enumerated().sorted { left, right in
      (left.element.isSettled ? 1 : 0, left.offset) < (
        right.element.isSettled ? 1 : 0, right.offset
      )
    }.prefix(limit)
    return chosen.sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// The columns of one company, by the first of them, with its name in up to two lines.
  private static func bands(
    over bodies: [DecisionFindings.Body], width: Double
  ) -> [(column: Int, lines: [String])] {
    bodies.indices.filter { $0 == 0 || bodies[$0 - 1].company != bodies[$0].company }.map { first in
      let span = bodies[first...].prefix { $0.company == bodies[first].company }.count
      return (
        first,
        PictureText.lines(
          bodies[first].company ?? "joint bodies", width: width * Double(span) - 8,
          size: ChartSheet.small, isBold: true, limit: 2)
      )
    }
  }

  private func drawHeads(
    of bodies: [DecisionFindings.Body], under bands: [(column: Int, lines: [String])],
    width: Double, height: Double, on sheet: inout ChartSheet
  ) {
    let size = ChartSheet.small
    for band in bands {
      let left = Self.nameWidth + Double(band.column) * width
      for (row, line) in band.lines.enumerated() {
        sheet.write(
          line, x: left + 3, y: 10 + 11.5 * Double(row), size: size, isBold: true,
          colour: sheet.theme.mutedText)
      }
      if band.column > 0 {
        sheet.rule(from: .init(x: left, y: 0), to: .init(x: left, y: height - 2))
      }
    }
    for (column, body) in bodies.enumerated() {
      let left = Self.nameWidth + Double(column) * width
      // The band above says the company.
      let title = body.company.map { body.name.replacing(" (\($0))", with: "") } ?? body.name
      let lines = PictureText.lines(title, width: width - 8, size: size, limit: 3)
      for (row, line) in lines.enumerated() {
        sheet.write(
          line, x: left + width / 2,
          y: height - 6 - 12 * Double(lines.count - 1 - row), size: size, .middle)
      }
    }
    sheet.write(
      "days to the decision", x: Self.nameWidth + width * Double(bodies.count) + 8,
      y: height - 6, size: size, colour: sheet.theme.mutedText)
  }

  private func drawName(
    of matter: DecidedMatter, top: Double, height: Double, on sheet: inout ChartSheet
  ) {
    let rest = [matter.stage, findings.alliances.count > 1 ? matter.alliance : nil]
      .compactMap { $0 }.joined(separator: ", ")
    let middle = top + height / 2
    sheet.write(
      PictureText.clipped(
        matter.name, to: Self.nameWidth - 12, size: ChartSheet.text, isBold: !matter.isSettled),
      x: 2, y: rest.isEmpty ? middle + 3.5 : middle - 1, isBold: !matter.isSettled)
    guard !rest.isEmpty else { return }
    sheet.write(
      PictureText.clipped(rest, to: Self.nameWidth - 12, size: ChartSheet.small), x: 2,
      y: middle + 10.5, size: ChartSheet.small, colour: sheet.theme.mutedText)
  }

  private func draw(
    _ matter: DecidedMatter, _ body: DecisionFindings.Body, in frame: ChartSheet.Rectangle,
    on sheet: inout ChartSheet
  ) {
    let parts = matter.parts.filter { $0.body == body.reference }
    guard let first = parts.min(by: { $0.right.weight < $1.right.weight }) else { return }
    let fill = Self.fill(first.right, sheet.theme)
    let isDoubled = first.right == .decides && matter.faults.contains(.decidedTwice)
    let days = first.days.map { "\nabout \(PictureText.number($0)) days" } ?? ""
    sheet.box(
      "\(body.name): \(matter.name)", frame, fill: fill,
      border: isDoubled ? sheet.theme.warning : sheet.theme.border, width: isDoubled ? 2.5 : 0.8,
      lines: [
        sheet.label(
          (isDoubled ? "▲ " : "") + parts.map(\.right.letter).joined(separator: "/"),
          size: ChartSheet.text, isBold: first.right == .decides, on: fill)
      ],
      tooltip:
        "\(body.name) \(parts.map(\.right.meaning).joined(separator: " and ")): \(findings.called(matter))\(days)",
      class: first.right.rawValue)
  }

  private func drawWay(
    of matter: DecidedMatter, beside shown: [DecisionFindings.Body], x: Double, top: Double,
    height: Double, on sheet: inout ChartSheet
  ) {
    let y = top + height / 2 + 3.5
    if matter.faults.contains(.undecided) {
      sheet.write(
        "▲ nobody decides", x: x, y: y, size: ChartSheet.small, isBold: true,
        colour: sheet.theme.warning)
      return
    }
    let columns = Set(shown.map(\.reference))
    let elsewhere = matter.bodies(.decides).first { !columns.contains($0.body) }
    let text =
      matter.days.map { days in
        let inside = matter.internalDays
        let own = inside < days ? "\(PictureText.number(inside.rounded()))" : "all"
        return "\(matter.areDaysKnown ? "" : "at least ")\(PictureText.number(days.rounded())) d"
          + (inside > 0 ? ", \(own) internal" : "")
      } ?? "unknown"
    sheet.write(
      PictureText.clipped(
        text + (elsewhere.map { ", by \($0.name)" } ?? ""), to: Self.wayWidth - 8,
        size: ChartSheet.small), x: x, y: y, size: ChartSheet.small)
  }

  private static func fill(_ right: DecisionRight, _ theme: Theme) -> Colour {
    switch right {
    case .decides: theme.background.mixed(with: theme.ink, share: 0.92)
    case .approves: theme.background.mixed(with: theme.ink, share: 0.5)
    case .consulted: theme.background.mixed(with: theme.ink, share: 0.18)
    case .informed: theme.background
    }
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    let used = Set(findings.matters.flatMap { $0.parts.map(\.right) })
    var entries = DecisionRight.allCases.filter(used.contains).map { right in
      LegendSection.Entry(
        sample: .box(shape: .rectangle, fill: Self.fill(right, theme), border: theme.border),
        text: "\(right.letter): \(right.meaning)")
    }
    if findings.matters.contains(where: { !$0.isSettled }) {
      entries.append(.init(sample: .none, text: "▲ nobody or several decide"))
    }
    return [LegendSection(title: "Part in the decision", entries: entries)]
  }

  private func footer(_ matters: Int, _ bodies: Int) -> [String] {
    [
      "\(matters) of \(Phrase.count(findings.matters.count, "matter"))",
      bodies < findings.bodies.count
        ? "\(findings.bodies.count - bodies) of \(findings.bodies.count) bodies left out" : "",
      findings.matters.contains { $0.internalDays > 0 }
        ? "internal: days spent in bodies of single companies" : "",
      "days: as stated, or from cadence and approval rate",
    ]
  }
}
