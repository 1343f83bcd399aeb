import EcosystemModel
import GraphvizKit
import Insights

/// An upright arrow of swimlanes, with what is handed over, owner and time to its right.
struct LaneArrow {
  let placed: LanePlan.PlacedBundle
  /// The top of the first lane.
  let top: Double
  let laneHeight: Double

  private var bundle: LaneBundle { placed.bundle }

  private func middle(_ lane: Int) -> Double { top + laneHeight * (Double(lane) + 0.5) }

  /// Draws dots where it begins, tips where it ends, and the texts.
  func draw(x: Double, textWidth: Double, on sheet: inout ChartSheet) {
    let colour = bundle.isOwned ? sheet.theme.category(0) : sheet.theme.warning
    let dots = placed.sources.map { lane in
      sheet.box(
        "\(title) \(lane)", .init(x: x - 4, y: middle(lane) - 4, width: 8, height: 8), fill: colour,
        shape: .ellipse, tooltip: tooltip, class: "from")
    }
    let tips = placed.targets.map { lane in
      sheet.box(
        "\(title) \(lane), end", .init(x: x - 1.5, y: middle(lane) - 1.5, width: 3, height: 3),
        fill: colour, tooltip: tooltip, class: "to")
    }
    for chain in chains(dots: dots, tips: tips) {
      for (one, other) in zip(chain, chain.dropFirst()) {
        let (start, end) = (middle(one.lane), middle(other.lane))
        let direction = end > start ? 1.0 : -1
        sheet.line(
          from: one.key, to: other.key,
          over: [
            .init(x: x, y: start + direction * (one.isDot ? 4 : 1.5)),
            .init(x: x, y: end - direction * (other.isDot ? 4 : 1)),
          ], colour: colour, width: bundle.isOwned ? 1.8 : 2.2,
          stroke: bundle.isOwned ? .solid : .dashed, arrow: other.isDot ? .none : .forward,
          tooltip: tooltip, class: bundle.isOwned ? "handoff" : "ownerless")
      }
    }
    let room = laneHeight * Double(placed.span.upperBound - placed.span.lowerBound) - 3
    let lines = texts(width: textWidth, limit: max(1, Int(room / 11.5)))
    let centre = (middle(placed.span.lowerBound) + middle(placed.span.upperBound)) / 2
    for (row, line) in lines.enumerated() {
      let y = centre + 3.5 + 11.5 * (Double(row) - Double(lines.count - 1) / 2)
      sheet.write(
        line.text, x: x + 7, y: y, size: ChartSheet.small, isBold: line.isWarning,
        colour: line.isWarning ? sheet.theme.warning : sheet.theme.text, on: sheet.theme.background)
    }
  }

  /// One dot or tip of an arrow.
  private struct Stop {
    var key: String
    var lane: Int
    var isDot: Bool
  }

  /// From the end with one lane up and down along those of the other, turned so that each runs to the tips.
  private func chains(dots: [String], tips: [String]) -> [[Stop]] {
    let starts = zip(dots, placed.sources).map { Stop(key: $0, lane: $1, isDot: true) }
    let ends = zip(tips, placed.targets).map { Stop(key: $0, lane: $1, isDot: false) }
    let isFan = starts.count == 1
    guard let hub = (isFan ? starts : ends).first else { return [] }
    let others = isFan ? ends : starts
    let chains = [
      [hub] + others.filter { $0.lane > hub.lane },
      [hub] + others.reversed().filter { $0.lane < hub.lane },
    ]
    return chains.filter { $0.count > 1 }.map { isFan ? $0 : $0.reversed() }
  }

  private struct Text {
    var text: String
    var isWarning = false
  }

  /// What is written beside the arrow: what, then owner, then hours, as many lines as there is room for.
  private func texts(width: Double, limit: Int) -> [Text] {
    let size = ChartSheet.small
    func lines(_ text: String, _ limit: Int) -> [String] {
      PictureText.lines(text, width: width, size: size, limit: limit)
    }
    let last = time.isEmpty ? [] : [Text(text: PictureText.clipped(time, to: width, size: size))]
    let rest = limit - last.count
    guard rest > 0 else {
      return [
        Text(
          text: PictureText.clipped(bundle.isOwned ? time : "▲ \(time)", to: width, size: size),
          isWarning: !bundle.isOwned)
      ]
    }
    // The owner's company goes before anything is cut, then the owners' names, then the end of what is handed over.
    let what = bundle.what.joined(separator: ", ")
    let wanted = min(lines(what, 3).count, rest)
    let owner =
      owners.map { lines($0, 100) }.first { $0.count <= 3 && $0.count + wanted <= rest }
      ?? lines(owners.last ?? "", max(1, rest - wanted))
    let left = rest - owner.count
    return (left > 0 ? lines(what, min(left, 3)) : []).map { Text(text: $0) }
      + owner.map { Text(text: $0, isWarning: !bundle.isOwned) } + last
  }

  /// The owners, in full, without their companies, as `London lead, Intl SOS` names one, and as a number.
  private var owners: [String] {
    guard bundle.isOwned else { return ["▲ no owner"] }
    let owners = bundle.owners.map(PictureText.initialed)
    let number = owners.count > 1 ? ["\(owners.count) owners"] : []
    if owners.count > 2 { return number }
    let short = owners.map { String($0.prefix { $0 != "," }) }
    let isTold = Set(short).count == short.count
    return [owners.joined(separator: ", ")] + (isTold ? [short.joined(separator: ", ")] : [])
      + number
  }

  /// How many handoffs, and their hours.
  private var time: String {
    let hours = bundle.hours.map { hours -> String in
      let (least, most) = (
        PictureText.duration(hours: hours.least), PictureText.duration(hours: hours.most)
      )
      if least == most { return least }
      // The unit once: `9–12 min`.
      let parts = [least, most].map { $0.split(separator: "\u{A0}") }
      return parts[0].last == parts[1].last && parts[0].count == 2
        ? "\(parts[0][0])–\(most)" : "\(least)–\(most)"
    }
    let count = bundle.rowCount > 1 ? "\(bundle.rowCount) ×" : nil
    return [count, hours].compactMap { $0 }.joined(separator: " ")
  }

  private var title: String {
    guard let first = bundle.flows.first else { return "" }
    return "\(first.from.name) to \(first.to.name)"
  }

  private var tooltip: String {
    let owners =
      bundle.owners.isEmpty ? "no owner" : "owner: " + bundle.owners.joined(separator: ", ")
    let missing =
      !bundle.isOwned && !bundle.owners.isEmpty
      ? ", \(bundle.ownerlessCount) of \(bundle.rowCount) without" : ""
    let ways = bundle.flows.prefix(20).map { "\($0.from.name) → \($0.to.name)" }
    let further = bundle.flows.count - ways.count
    return
      (ways + (further > 0 ? ["and \(further) more"] : []) + [
        (bundle.stage.map { ["stage: \($0)"] } ?? []).joined(),
        bundle.what.joined(separator: ", "), owners + missing,
        bundle.hours == nil ? "hours unknown" : time,
      ]).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
