import EcosystemModel
import GraphvizKit
import Insights

/// The two sides of each firewall, with whoever and whatever connects them in between.
struct FirewallSides: Chart {
  static let kind = ChartKind(rawValue: "firewall")
  static let name = "firewalls"
  static let meaning =
    "both sides of each firewall, and whoever stands between them"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "the sides of each firewall, and what connects them",
    tables: FirewallQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(FirewallQuestion())
  }

  let findings: Firewall
  let context: PictureContext

  init?(_ answer: Firewall, context: PictureContext) {
    guard !answer.pairs.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let sideWidth = 160.0
  private static let rowHeight = 23.0
  /// The height of a firewall that nothing crosses, where there are few.
  private static let roomyHeight = 64.0

  /// One connection between the sides: up to three boxes in a line.
  private struct Link {
    var left: [String] = []
    var middle: String
    var right: [String] = []
    var kind: String
    var isBreach: Bool
    var tooltip: String
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(Self.kind, title: title, legend: legend(theme), context: context)
    let all = ordered
    let links = all.map(Self.links)
    let pairs = Array(all.prefix(max(1, Int(sheet.room.y / (Self.rowHeight + Self.space)))))
    let counts = shares(of: sheet.room.y, for: links.prefix(pairs.count).map { $0 })
    var top = 0.0
    for (position, pair) in pairs.enumerated() {
      let shown = Array(links[position].prefix(counts[position]))
      let rest = links[position].count - shown.count
      let height =
        shown.isEmpty && pairs.count < 4
        ? Self.roomyHeight : Self.rowHeight * Double(max(shown.count, 1)) + (rest > 0 ? 12 : 0)
      draw(pair, shown, rest: rest, top: top, height: height, on: &sheet)
      top += height + Self.space - (rest > 0 ? 12 : 0)
    }
    return sheet.finished(
      "two sides",
      footer: context.footer(
        footer(pairs.count, counts.reduce(0, +), links.reduce(0) { $0 + $1.count }), of: findings),
      summary: title + ". " + findings.summary.joined(separator: " "))
  }

  /// Room between two firewalls, which also holds the number of connections left out.
  private static let space = 20.0

  /// How many connections of each firewall are drawn: one each, then all breaches, then the others in turn.
  private func shares(of height: Double, for links: [[Link]]) -> [Int] {
    var counts = links.map { min($0.count, 1) }
    var free = height - Double(links.count) * (Self.rowHeight + Self.space)
    for isBreach in [true, false] {
      var hasGrown = true
      while hasGrown {
        hasGrown = false
        for position in links.indices where free >= Self.rowHeight {
          guard counts[position] < links[position].count,
            !isBreach || links[position][counts[position]].isBreach
          else { continue }
          counts[position] += 1
          free -= Self.rowHeight
          hasGrown = true
        }
      }
    }
    return counts
  }

  /// Breached firewalls first, then those with contacts, those that nobody can judge, and those that hold.
  private var ordered: [FirewallPair] {
    func rank(_ pair: FirewallPair) -> Int {
      switch pair.status {
      case .breached: 0
      case .near: 1
      case .unknown: 2
      case .holds: 3
      }
    }
    return findings.pairs.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private static func links(of pair: FirewallPair) -> [Link] {
    let breaches = pair.breaches.map { breach in
      Link(
        middle: breach.name,
        kind: breach.kind.rawValue
          + (breach.gapInDays.map { ", after \(Phrase.count($0, "day", "days"))" }
            ?? breach.since.map { " since \($0)" }
            ?? ""),
        isBreach: true, tooltip: breach.path)
    }
    let contacts = pair.contacts.map { contact in
      Link(
        left: contact.aPeople, middle: contact.throughName, right: contact.bPeople,
        kind: contact.kind.rawValue, isBreach: false,
        tooltip: contact.path)
    }
    return breaches + contacts
  }

  /// The first name, shortened if need be, and how many there are besides.
  private static func people(_ names: [String], width: Double) -> String {
    let rest = names.count > 1 ? " + \(names.count - 1)" : ""
    let room = width - TextMetrics.width(of: rest, size: ChartSheet.small)
    return PictureText.shortened(names.first ?? "", to: room, size: ChartSheet.small) + rest
  }

  private func draw(
    _ pair: FirewallPair, _ links: [Link], rest: Int, top: Double, height: Double,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let right = sheet.room.x - Self.sideWidth
    let keys = [(pair.aName, 0.0), (pair.bName, right)].map { name, x in
      side(name, of: pair, x: x, top: top, height: height, on: &sheet)
    }
    guard !links.isEmpty else {
      let middle = sheet.room.x / 2
      let isUnknown = pair.status == .unknown
      sheet.rule(
        from: .init(x: middle, y: top), to: .init(x: middle, y: top + height),
        colour: isUnknown ? theme.warning : theme.border, width: isUnknown ? 1.4 : 4,
        stroke: isUnknown ? .dotted : .solid)
      sheet.write(
        isUnknown ? "▲ cannot be judged: nobody is known on a side" : "the firewall holds",
        x: middle + 10, y: top + height / 2 + 3, size: ChartSheet.small, isBold: isUnknown,
        colour: isUnknown ? theme.warning : theme.mutedText)
      return
    }
    for (row, link) in links.enumerated() {
      let isLast = row == links.count - 1 && rest > 0
      draw(
        link, of: keys, from: Self.sideWidth, to: right,
        middle: top + Self.rowHeight * (Double(row) + 0.5),
        note: isLast ? "and \(rest) more" : nil, on: &sheet)
    }
  }

  private func side(
    _ name: String, of pair: FirewallPair, x: Double, top: Double, height: Double,
    on sheet: inout ChartSheet
  ) -> String {
    let theme = sheet.theme
    let count = pair.people.count { $0.side == name }
    let isEmpty = count == 0
    let isCompany = (name == pair.aName ? pair.a : pair.b).kind == .company
    let look = isCompany ? context.look(ofCompany: name) : (fill: theme.fill, border: theme.border)
    let fill = isEmpty ? theme.background : look.fill
    let people = isEmpty ? "▲ nobody is known" : Phrase.count(count, "person", "people")
    let names = PictureText.lines(
      height > 36 ? name : "\(name) (\(isEmpty ? "▲ 0" : "\(count)"))",
      width: Self.sideWidth - 12, size: ChartSheet.text, isBold: true, limit: height > 50 ? 2 : 1)
    return sheet.box(
      name, .init(x: x, y: top, width: Self.sideWidth, height: height), fill: fill,
      border: isEmpty ? theme.warning : look.border, width: isEmpty ? 1.6 : 1,
      shape: .roundedRectangle,
      lines: names.map { sheet.label($0, size: ChartSheet.text, isBold: true, on: fill) }
        + (height > 36 ? [sheet.label(people, isBold: isEmpty, on: fill)] : []),
      tooltip:
        "\(name)\n\(people)\n\(pair.reason ?? "no reason stated")",
      class: "side")
  }

  private func draw(
    _ link: Link, of sides: [String], from left: Double, to right: Double, middle: Double,
    note: String?, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let colour = link.isBreach ? theme.warning : theme.line
    let fill = link.isBreach ? theme.background : theme.fill
    let room = right - left
    let width = link.isBreach ? room * 0.56 : room * 0.28
    func box(_ text: String, centre: Double, width: Double, bold: Bool) -> String {
      sheet.box(
        text, .init(x: centre - width / 2, y: middle - 9.5, width: width, height: 19), fill: fill,
        border: colour, width: link.isBreach ? 2 : 0.8, shape: .roundedRectangle,
        lines: [
          sheet.label(
            PictureText.shortened(text, to: width - 8, size: ChartSheet.small, isBold: bold),
            isBold: bold, on: fill)
        ], tooltip: link.tooltip, class: link.isBreach ? "breach" : "contact")
    }
    let centre = (left + right) / 2
    let text = link.isBreach ? "▲ \(link.middle): \(link.kind)" : link.middle
    var chain: [(key: String, from: Double, to: Double)] = [(sides[0], left, left)]
    let edge = room * 0.29
    if !link.left.isEmpty {
      let width = edge - 16
      let person = Self.people(link.left, width: width - 8)
      chain.append(
        (
          box(person, centre: left + 12 + width / 2, width: width, bold: false), left + 12,
          left + 12 + width
        ))
    }
    chain.append(
      (
        box(text, centre: centre, width: width, bold: link.isBreach), centre - width / 2,
        centre + width / 2
      ))
    if !link.right.isEmpty {
      let width = edge - 16
      let person = Self.people(link.right, width: width - 8)
      chain.append(
        (
          box(person, centre: right - 12 - width / 2, width: width, bold: false),
          right - 12 - width, right - 12
        ))
    }
    chain.append((sides[1], right, right))
    for (one, other) in zip(chain, chain.dropFirst()) {
      sheet.line(
        from: one.key, to: other.key,
        over: [.init(x: one.to, y: middle), .init(x: other.from, y: middle)], colour: colour,
        width: link.isBreach ? 2.4 : 1.2, stroke: link.isBreach ? .solid : .dashed,
        tooltip: link.tooltip, class: link.isBreach ? "breach" : "contact")
    }
    if let note {
      sheet.write(
        note, x: right - 12, y: middle + 20, size: ChartSheet.small, colour: theme.mutedText, .end)
    }
  }
}
