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
    // Without a day those that have ended are none to choose from, unless all have.
    let all = Array(snapshot.ecosystem.alliances)
    let lasting = snapshot.date == nil ? all.filter { $0.validity.until == nil } : all
    let open = lasting.isEmpty ? all : lasting
    guard open.count == 1, let only = open.first else {
      throw InsightError(
        .badOption,
        open.isEmpty
          ? "There is no alliance whose partners could be peers."
          : "There are several alliances (\(open.prefix(4).map(\.name).listed)\(open.count > 4 ? " …" : "")); peers are those of one."
      )
    }
    return try snapshot.answer(PeerQuestion(of: only.id))
  }

  let findings: PeerMatrix
  let context: PictureContext

  init?(_ answer: PeerMatrix, context: PictureContext) {
    (findings, self.context) = (answer, context)
  }

  /// The height of a row where there is room, and the least in which a name can be read.
  private static let (rowHeight, leastRow) = (46.0, 16.5)
  /// The height that a body takes.
  private static let bodyPitch = 19.0
  /// The width between the two sides in which every text about a pair fits.
  private static let between = 290.0

  /// Whether bodies with more votes on one side are marked: where they are exceptions.
  private var marksUneven: Bool {
    let (left, right) = sides
    let uneven = findings.committees.count { $0.voters[left] != $0.voters[right] }
    return uneven * 3 <= findings.committees.count
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let bodies = findings.committees
    let all = rows
    let alarms = alarms(of: all)
    let wanted = Self.bodyPitch * Double(bodies.count) + Self.leastRow * 1.2 * Double(all.count)
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(all, alarms, theme), context: context,
      preference: wanted > 330 ? .tall : .large, enlarged: wanted < 170 ? 1.3 : 1)
    let bodyRows = min(bodies.count, max(3, Int(sheet.room.y * 0.42 / Self.bodyPitch)))
    let top = drawBodies(Self.largest(bodyRows, of: bodies), on: &sheet)
    let limit = max(1, Int((sheet.room.y - top) / Self.leastRow))
    let shown = Array(all.prefix(limit))
    let height = min(Self.rowHeight, (sheet.room.y - top) / Double(max(shown.count, 1)))
    for (number, row) in shown.enumerated() {
      draw(
        row, marking: alarms, hidesSingle: hidesSingle(all, alarms),
        middle: top + height * (Double(number) + 0.5), height: height - min(4, height * 0.12),
        on: &sheet)
    }
    return sheet.finished(
      "side by side",
      footer: context.footer(footer(bodyRows, shown.count, all.count), of: findings),
      summary: title + ". " + findings.summary.joined(separator: " "))
  }

  /// The bodies with most votes, in the order of the table.
  private static func largest(
    _ count: Int, of bodies: [PeerMatrix.CommitteeSkew]
  ) -> [PeerMatrix.CommitteeSkew] {
    func votes(_ position: Int) -> Int { bodies[position].voters.reduce(0, +) }
    return bodies.indices.sorted { (-votes($0), $0) < (-votes($1), $1) }.prefix(count).sorted()
      .map { bodies[$0] }
  }

  /// Draws the names of both partners and the bodies between them, and returns where the functions begin.
  private func drawBodies(
    _ bodies: [PeerMatrix.CommitteeSkew], on sheet: inout ChartSheet
  ) -> Double {
    let theme = sheet.theme
    let (left, right) = sides
    let (pitch, marksUneven) = (Self.bodyPitch, marksUneven)
    let height = max(40, pitch * Double(bodies.count) - 3)
    let boxWidth = Self.boxWidth(on: sheet)
    let x = sheet.room.x - boxWidth
    let keys = [(left, 0.0), (right, x)].map { position, x in
      let name = findings.companyNames[position]
      let (fill, border) = context.look(ofCompany: name)
      return sheet.box(
        name, .init(x: x, y: 0, width: boxWidth, height: height), fill: fill,
        border: border, width: 1.4, shape: .roundedRectangle,
        lines: PictureText.lines(
          name, width: boxWidth - 12, size: 14, isBold: true, limit: 2
        ).map { sheet.label($0, size: 14, isBold: true, on: fill) }
          + [sheet.label(staff(of: position), on: fill)], tooltip: name,
        class: "company")
    }
    let width = min(330, x - boxWidth - 60)
    for (number, body) in bodies.enumerated() {
      let middle = pitch * (Double(number) + 0.5) - 1.5 + max(0, (40 - height) / 2)
      let voters = (body.voters[left], body.voters[right])
      let text = "\(body.committee)   \(voters.0) : \(voters.1)"
      let isEven = voters.0 == voters.1 || !marksUneven
      let frame = ChartSheet.Rectangle(
        x: sheet.room.x / 2 - width / 2, y: middle - 8, width: width, height: 16)
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
          side == 0 ? (boxWidth, frame.x) : (x, frame.x + frame.width)
        sheet.line(
          from: keys[side], to: key,
          over: [.init(x: ends.0, y: middle), .init(x: ends.1, y: middle)],
          tooltip: "\(count) voting members", class: "seats")
      }
    }
    return height + 12
  }

  /// The width of what stands on a side.
  private static func boxWidth(on sheet: ChartSheet) -> Double {
    min(250, (sheet.room.x - between) / 2)
  }

  private func staff(of position: Int) -> String {
    let own = findings.functions.filter { $0.company == findings.companies[position] }
    let people = own.reduce(0) { $0 + $1.people.count }
    return
      "\(Phrase.count(own.count, "function", "functions")), \(Phrase.count(people, "person", "people"))"
  }

  private func draw(
    _ row: Row, marking alarms: Set<Alarm>, hidesSingle: Bool, middle: Double, height: Double,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let boxWidth = Self.boxWidth(on: sheet)
    let right = sheet.room.x - boxWidth
    let isMarked = alarms.contains { $0.concerns(row) }
    let keys = [(row.left, 0.0), (row.right, right)].map { function, x in
      box(
        function, isMarked: isMarked,
        in: .init(x: x, y: middle - height / 2, width: boxWidth, height: height), on: &sheet)
    }
    guard let pair = row.pair else { return }
    let isThin = isMarked && pair.isSingleThreaded
    let isTied = pair.contacts > 0
    let text = text(pair, isMarked: isThin, hidesSingle: hidesSingle)
    let width = TextMetrics.width(of: text, size: ChartSheet.small, isBold: isThin) + 12
    let frame = ChartSheet.Rectangle(
      x: sheet.room.x / 2 - width / 2, y: middle - 8, width: width, height: 16)
    let key = sheet.box(
      "\(pair.a.name) and \(pair.b.name)", frame, fill: theme.background,
      lines: [sheet.label(text, isBold: isThin, on: theme.background)], tooltip: tooltip(pair),
      class: "pair")
    for (side, ends) in [(boxWidth, frame.x), (right, frame.x + width)].enumerated() {
      sheet.line(
        from: keys[side], to: key,
        over: [.init(x: ends.0, y: middle), .init(x: ends.1, y: middle)],
        colour: isMarked ? theme.warning : theme.line,
        width: isTied ? min(5, 1 + 0.6 * Double(pair.contacts)) : 1.2,
        stroke: isTied ? .solid : .dotted, tooltip: tooltip(pair), class: "pair")
    }
  }

  private func box(
    _ function: PeerFunction?, isMarked: Bool, in frame: ChartSheet.Rectangle,
    on sheet: inout ChartSheet
  ) -> String {
    let theme = sheet.theme
    guard let function else {
      return sheet.box(
        "nobody", frame, fill: theme.background, border: isMarked ? theme.warning : theme.border,
        width: isMarked ? 1.4 : 0.8,
        lines: [
          sheet.label("\(isMarked ? "▲ " : "")no counterpart", on: theme.background)
        ],
        tooltip: "no counterpart", class: "gap")
    }
    let people = function.people.isEmpty ? "no people known" : "\(function.people.count)"
    let text = "\(function.name) (\(people))"
    let reports = function.leader.map { ["\(text), under \($0)"] } ?? []
    let label = (reports + [text]).first {
      TextMetrics.width(of: $0, size: ChartSheet.small) <= frame.width - 10
    }
    return sheet.box(
      function.name, frame, fill: theme.fill, border: theme.border,
      lines: [
        sheet.label(
          label ?? PictureText.clipped(text, to: frame.width - 10, size: ChartSheet.small),
          on: theme.fill)
      ],
      tooltip:
        "\(function.name)\(function.leader.map { ", reports to \($0)" } ?? "")\n\(function.people.listed)",
      class: "function")
  }

}
