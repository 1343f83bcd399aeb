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

  /// The width of a side.
  var sideWidth: Double { isShort ? 190 : 160 }
  private static let rowHeight = 23.0
  /// Whether everything is drawn larger.
  private var isShort: Bool {
    let rows = findings.pairs.reduce(0) { $0 + max(Self.links(of: $1).count, 1) }
    return Double(rows) * Self.rowHeight + Double(findings.pairs.count) * Self.space < Self.fewHigh
  }

  /// What is lower than this is drawn larger.
  private static let fewHigh = 170.0

  /// One connection between the sides: up to three boxes in a line.
  struct Link {
    var left: [String] = []
    var middle: String
    var right: [String] = []
    var kind: String
    var isBreach: Bool
    var tooltip: String
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let all = ordered
    let links = all.map(Self.links)
    // One firewall fills the slide.
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(theme), context: context,
      enlarged: isShort ? 1.3 : 1)
    let pairs = Array(all.prefix(max(1, Int(sheet.room.y / (Self.rowHeight + Self.space)))))
    let counts = shares(of: sheet.room.y, for: links.prefix(pairs.count).map { $0 })
    let least = counts.map { Self.rowHeight * Double(max($0, 1)) }
    let taken = least.reduce(0, +) + (Self.space + 12) * Double(pairs.count)
    let spare = max(0, sheet.room.y - taken) / Double(pairs.count)
    var top = 0.0
    for (position, pair) in pairs.enumerated() {
      let shown = Array(links[position].prefix(counts[position]))
      let rest = links[position].count - shown.count
      let height =
        least[position]
        + min(spare, wanted(by: pair, above: least[position], in: sheet.room.y))
        + (rest > 0 ? 12 : 0)
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

  /// How much higher a firewall would like to be than its lines need, to name who stands on either side.
  private func wanted(by pair: FirewallPair, above least: Double, in room: Double) -> Double {
    let lines = [pair.aName, pair.bName].map { people(of: $0, in: pair, lines: .max).count }
    let named = Self.sideHead + Self.personHeight * Double(lines.max() ?? 0) + 8
    let alone = findings.pairs.count == 1 ? 0.6 * room : 0
    return max(40, max(named, 2.4 * least, alone) - least)
  }

  /// The height of a side's name and number, and of a person below.
  static let (sideHead, personHeight) = (46.0, 12.5)

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

  private func draw(
    _ pair: FirewallPair, _ links: [Link], rest: Int, top: Double, height: Double,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let right = sheet.room.x - sideWidth
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
        isUnknown ? "▲ cannot be judged" : "the firewall holds",
        x: middle + 10, y: top + height / 2 + 3, size: ChartSheet.small, isBold: isUnknown,
        colour: isUnknown ? theme.warning : theme.mutedText)
      return
    }
    for (row, link) in links.enumerated() {
      let isLast = row == links.count - 1 && rest > 0
      draw(
        link, of: keys, from: sideWidth, to: right,
        middle: top + height * (Double(row) + 0.5) / Double(links.count),
        pitch: height / Double(links.count), note: isLast ? "and \(rest) more" : nil, on: &sheet)
    }
  }
}
