import EcosystemModel
import GraphvizKit
import Insights

/// Two organisations beside each other: the joint bodies between them above, the functions that face each other below.
struct PeerSides: Chart {
  static let kind = ChartKind(rawValue: "peers")
  static let name = "peers"
  static let meaning =
    "two organisations beside each other, with the bodies between them"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "two organisations beside each other, with the bodies between them",
    subjects: .init(
      counts: [0, 1], meaning: "one alliance, which need not be named where there is no other",
      form: "NAME"),
    tables: PeerQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.require(.alliances, .functions, for: "peers")
    if let name = asked.subjects.first {
      return try snapshot.answer(PeerQuestion(of: name))
    }
    guard snapshot.whole.alliances.count == 1, let only = snapshot.whole.alliances.first else {
      throw InsightError(.badOption, "There are several alliances; peers are those of one.")
    }
    return try snapshot.answer(PeerQuestion(of: only.id))
  }

  let findings: PeerMatrix
  let context: PictureContext

  init?(_ answer: PeerMatrix, context: PictureContext) {
    (findings, self.context) = (answer, context)
  }

  private static let boxWidth = 240.0
  private static let rowHeight = 30.0

  /// The functions that stand in one row.
  private struct Row {
    var left: PeerFunction?
    var right: PeerFunction?
    var pair: PeerPair?
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(Self.kind, title: title, legend: legend(theme), context: context)
    let bodies = findings.committees
    let bodyRows = min(bodies.count, max(3, Int(sheet.room.y * 0.42 / 22)))
    let top = drawBodies(Array(bodies.prefix(bodyRows)), on: &sheet)
    let all = rows
    let limit = max(1, Int((sheet.room.y - top) / 21))
    let shown = Array(all.prefix(limit))
    let height = min(Self.rowHeight, (sheet.room.y - top) / Double(max(shown.count, 1)))
    for (number, row) in shown.enumerated() {
      draw(row, middle: top + height * (Double(number) + 0.5), height: height - 4, on: &sheet)
    }
    return sheet.finished(
      "side by side",
      footer: context.footer(footer(bodyRows, shown.count, all.count), of: findings),
      summary: title + ". " + findings.summary.joined(separator: " "))
  }

  /// The two partners with most pairs between them; those named first of equals.
  private var sides: (left: Int, right: Int) {
    var best = (left: 0, right: min(1, findings.companies.count - 1), count: -1)
    for left in findings.companies.indices {
      for right in findings.companies.indices.dropFirst(left + 1) {
        let count = findings.pairs.count { isBetween($0, left, right) }
        if count > best.count { best = (left, right, count) }
      }
    }
    return (best.left, best.right)
  }

  private func isBetween(_ pair: PeerPair, _ left: Int, _ right: Int) -> Bool {
    Set([pair.a.company, pair.b.company])
      == Set([findings.companies[left], findings.companies[right]])
  }

  /// Each pair, those with most contacts first, then the functions that face nobody.
  private var rows: [Row] {
    let (left, right) = sides
    let company = findings.companies[left]
    let pairs = findings.pairs.enumerated().filter { isBetween($0.element, left, right) }
      .sorted { (-$0.element.contacts, $0.offset) < (-$1.element.contacts, $1.offset) }
      .map { pair -> Row in
        let isTurned = pair.element.a.company != company
        return Row(
          left: isTurned ? pair.element.b : pair.element.a,
          right: isTurned ? pair.element.a : pair.element.b, pair: pair.element)
      }
    let gaps = findings.gaps.compactMap { gap -> Row? in
      if gap.function.company == company, gap.missingAt == findings.companies[right] {
        return Row(left: gap.function)
      }
      if gap.function.company == findings.companies[right], gap.missingAt == company {
        return Row(right: gap.function)
      }
      return nil
    }
    return pairs + gaps
  }

  /// Draws the names of both partners and the bodies between them, and returns where the functions begin.
  private func drawBodies(
    _ bodies: [PeerMatrix.CommitteeSkew], on sheet: inout ChartSheet
  ) -> Double {
    let theme = sheet.theme
    let (left, right) = sides
    let pitch = 22.0
    let height = max(40, pitch * Double(bodies.count) - 4)
    let x = sheet.room.x - Self.boxWidth
    let keys = [(left, 0.0), (right, x)].map { position, x in
      let name = findings.companyNames[position]
      let (fill, border) = context.look(ofCompany: name)
      return sheet.box(
        name, .init(x: x, y: 0, width: Self.boxWidth, height: height), fill: fill,
        border: border, width: 1.4, shape: .roundedRectangle,
        lines: PictureText.lines(
          name, width: Self.boxWidth - 12, size: 14, isBold: true, limit: 2
        ).map { sheet.label($0, size: 14, isBold: true, on: fill) }
          + [sheet.label(staff(of: position), on: fill)], tooltip: name,
        class: "company")
    }
    let width = min(330, x - Self.boxWidth - 120)
    for (number, body) in bodies.enumerated() {
      let middle = pitch * (Double(number) + 0.5) - 2 + max(0, (40 - height) / 2)
      let voters = (body.voters[left], body.voters[right])
      let text = "\(body.committee)   \(voters.0) : \(voters.1)"
      let isEven = voters.0 == voters.1
      let frame = ChartSheet.Rectangle(
        x: sheet.room.x / 2 - width / 2, y: middle - 9, width: width, height: 18)
      let skew =
        body.skew.map { ", seniority \(PictureText.number($0)) apart" } ?? ""
      let key = sheet.box(
        body.committee, frame, fill: theme.fill, border: isEven ? theme.border : theme.warning,
        width: isEven ? 1 : 2, shape: .roundedRectangle,
        lines: [
          sheet.label(
            (isEven ? "" : "▲ ")
              + PictureText.clipped(text, to: width - 20, size: ChartSheet.small), on: theme.fill)
        ],
        tooltip:
          "\(body.committee)\nvoting members: \(voters.0) of \(findings.companyNames[left]), \(voters.1) of \(findings.companyNames[right])\(skew)",
        class: "committee")
      for (side, count) in [voters.0, voters.1].enumerated() where count > 0 {
        let ends =
          side == 0 ? (Self.boxWidth, frame.x) : (x, frame.x + frame.width)
        sheet.line(
          from: keys[side], to: key,
          over: [.init(x: ends.0, y: middle), .init(x: ends.1, y: middle)],
          tooltip: "\(count) voting members", class: "seats")
      }
    }
    return height + 16
  }

  private func staff(of position: Int) -> String {
    let own = findings.functions.filter { $0.company == findings.companies[position] }
    let people = own.reduce(0) { $0 + $1.people.count }
    return
      "\(Phrase.count(own.count, "function", "functions")), \(Phrase.count(people, "person", "people"))"
  }

  private func draw(_ row: Row, middle: Double, height: Double, on sheet: inout ChartSheet) {
    let theme = sheet.theme
    let right = sheet.room.x - Self.boxWidth
    let keys = [(row.left, 0.0), (row.right, right)].map { function, x in
      box(function, x: x, middle: middle, height: height, on: &sheet)
    }
    guard let pair = row.pair else { return }
    let isThin = pair.isSingleThreaded
    let isTied = pair.contacts > 0
    let text = text(pair)
    let width = TextMetrics.width(of: text, size: ChartSheet.small, isBold: isThin) + 12
    let frame = ChartSheet.Rectangle(
      x: sheet.room.x / 2 - width / 2, y: middle - 8, width: width, height: 16)
    let key = sheet.box(
      "\(pair.a.name) and \(pair.b.name)", frame, fill: theme.background,
      lines: [sheet.label(text, isBold: isThin, on: theme.background)], tooltip: tooltip(pair),
      class: "pair")
    for (side, ends) in [(Self.boxWidth, frame.x), (right, frame.x + width)].enumerated() {
      sheet.line(
        from: keys[side], to: key,
        over: [.init(x: ends.0, y: middle), .init(x: ends.1, y: middle)],
        colour: isTied && !isThin ? theme.line : theme.warning,
        width: isTied ? min(5, 1 + 0.6 * Double(pair.contacts)) : 1.2,
        stroke: isTied ? .solid : .dotted, tooltip: tooltip(pair), class: "pair")
    }
  }

  private func box(
    _ function: PeerFunction?, x: Double, middle: Double, height: Double,
    on sheet: inout ChartSheet
  ) -> String {
    let theme = sheet.theme
    let frame = ChartSheet.Rectangle(
      x: x, y: middle - height / 2, width: Self.boxWidth, height: height)
    guard let function else {
      return sheet.box(
        "nobody", frame, fill: theme.background, border: theme.warning, width: 1.4,
        lines: [sheet.label("▲ no counterpart", on: theme.background)],
        tooltip: "no counterpart", class: "gap")
    }
    let people = function.people.isEmpty ? "no people known" : "\(function.people.count)"
    let text = "\(function.name) (\(people))"
    return sheet.box(
      function.name, frame, fill: theme.fill, border: theme.border,
      lines: [
        sheet.label(
          PictureText.clipped(text, to: Self.boxWidth - 10, size: ChartSheet.small), on: theme.fill)
      ], tooltip: "\(function.name)\n\(function.people.listed)", class: "function")
  }

  private func text(_ pair: PeerPair) -> String {
    var parts = [
      pair.contacts == 0
        ? "same name, no link" : Phrase.count(pair.contacts, "contact", "contacts")
    ]
    if pair.isSingleThreaded { parts.append("▲ hangs on one person") }
    if let skew = pair.senioritySkew, abs(skew) > 1 { parts.append("\(abs(skew)) levels apart") }
    if let apart = pair.minutesApart, max(apart.winter, apart.summer) > 0 {
      parts.append("\(PictureText.number(Double(max(apart.winter, apart.summer)) / 60)) h apart")
    }
    return parts.joined(separator: ", ")
  }

  private func tooltip(_ pair: PeerPair) -> String {
    """
    \(pair.a.name) – \(pair.b.name)
    \(text(pair))
    \(pair.owners.isEmpty ? "no owner" : "owned by " + pair.owners.listed)
    """
  }

  private var title: String {
    let (left, right) = sides
    return
      "\(findings.companyNames[left]) and \(findings.companyNames[right]) side by side in \(findings.allianceName)"
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    let (left, right) = sides
    let pairs = findings.pairs.filter { isBetween($0, left, right) }
    func entry(
      _ stroke: Diagram.Stroke, _ width: Double, _ colour: Colour, _ text: String,
      if isUsed: (PeerPair) -> Bool
    ) -> [LegendSection.Entry] {
      guard pairs.contains(where: isUsed) else { return [] }
      return [
        .init(
          sample: .line(width: width, colour: colour, stroke: stroke, arrow: .none), text: text)
      ]
    }
    let entries =
      entry(.solid, 3, theme.line, "the wider, the more contacts") { $0.contacts > 0 }
      + entry(.solid, 1.6, theme.warning, "▲ hangs on one person", if: \.isSingleThreaded)
      + entry(.dotted, 1.2, theme.warning, "same name, nothing links them") { $0.contacts == 0 }
    let bodies = LegendSection(
      title: "Above: joint bodies",
      entries: [.init(sample: .none, text: "4 : 4 voting members of each side")])
    return (findings.committees.isEmpty ? [] : [bodies])
      + (entries.isEmpty ? [] : [LegendSection(title: "Below: who faces whom", entries: entries)])
  }

  private func footer(_ bodies: Int, _ shown: Int, _ all: Int) -> [String] {
    var parts = [
      "\(bodies) of \(findings.committees.count) joint bodies, \(shown) of \(all) rows of functions"
    ]
    let others = findings.companies.count - 2
    if others > 0 { parts.append("\(others) further partners not shown") }
    parts.append("shape of contacts: \(findings.shape.rawValue)")
    return parts
  }
}
