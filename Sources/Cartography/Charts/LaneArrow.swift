import EcosystemModel
import GraphvizKit
import Insights

/// An upright arrow of swimlanes, with what is handed over, owner and time to its right: from one lane to one, as a fan
/// from one to several, or as a funnel from several to one.
struct LaneArrow {
  let placed: LanePlan.PlacedBundle
  /// The top of the first lane.
  let top: Double
  let laneHeight: Double
  /// The heights over which texts may stand, which no other arrow of the slot touches.
  let textRoom: ClosedRange<Double>

  private var bundle: LaneBundle { placed.bundle }

  private func middle(_ lane: Int) -> Double { top + laneHeight * (Double(lane) + 0.5) }

  /// How far the lanes of a fan, or of a funnel, branch off from the line that they share, in points.
  private static let branch = 12.0

  private var isFan: Bool { placed.targets.count > 1 }
  private var isFunnel: Bool { placed.sources.count > 1 }
  private var spread: Double { isFan || isFunnel ? Self.branch : 0 }

  /// Draws a dot where each line begins, a tip where it ends, and the texts.
  func draw(x: Double, textWidth: Double, on sheet: inout ChartSheet) {
    let colour = bundle.isOwned ? sheet.theme.border : sheet.theme.warning
    let dots = placed.sources.map { lane in
      sheet.box(
        "\(title) \(lane)", .init(x: x - 4, y: middle(lane) - 4, width: 8, height: 8), fill: colour,
        shape: .ellipse, tooltip: tooltip, class: "from")
    }
    let end = x + spread
    let tips = placed.targets.map { lane in
      sheet.box(
        "\(title) \(lane), end",
        .init(x: end - 1.5, y: middle(lane) - 1.5, width: 3, height: 3),
        fill: colour, tooltip: tooltip, class: "to")
    }
    // Each line runs from its dot to its tip, past the lanes between, which pass nothing on.
    for (dot, source) in zip(dots, placed.sources) {
      for (tip, target) in zip(tips, placed.targets) where source != target {
        sheet.line(
          from: dot, to: tip, over: line(from: source, to: target, x: x), colour: colour,
          width: bundle.isOwned ? 1.8 : 2.2, stroke: bundle.isOwned ? .solid : .dashed,
          arrow: .forward, tooltip: tooltip, class: bundle.isOwned ? "handoff" : "ownerless")
      }
    }
    write(x: end + 6, width: textWidth - spread, on: &sheet)
  }

  /// From the edge of a dot to that of a tip: of a fan along what all share and then aside, of a funnel the other way round.
  private func line(from source: Int, to target: Int, x: Double) -> [ChartSheet.Point] {
    let (start, end) = (middle(source), middle(target))
    let down = end > start ? 1.0 : -1
    let diagonal = 0.5.squareRoot()
    if isFan {
      return [
        .init(x: x, y: start + down * 4), .init(x: x, y: end - down * spread),
        .init(x: x + spread - diagonal, y: end - down * diagonal),
      ]
    }
    let middle: [ChartSheet.Point] =
      isFunnel ? [.init(x: x + spread, y: start + down * spread)] : []
    let first =
      isFunnel
      ? ChartSheet.Point(x: x + 4 * diagonal, y: start + down * 4 * diagonal)
      : .init(x: x, y: start + down * 4)
    return [first] + middle + [.init(x: x + spread, y: end - down)]
  }

  private func write(x: Double, width: Double, on sheet: inout ChartSheet) {
    let pitch = 11.5
    let room = textRoom.upperBound - textRoom.lowerBound
    let lines = texts(width: width, limit: max(1, Int(room / pitch)))
    // In the middle of the arrow, unless that is too near to what stands above or below.
    let half = min(Double(lines.count) * pitch, room) / 2
    let wanted = (middle(placed.span.lowerBound) + middle(placed.span.upperBound)) / 2
    let centre = min(max(wanted, textRoom.lowerBound + half), textRoom.upperBound - half)
    for (row, line) in lines.enumerated() {
      let y = centre + 3.5 + pitch * (Double(row) - Double(lines.count - 1) / 2)
      sheet.write(
        line.text, x: x, y: y, size: ChartSheet.small, isBold: line.isWarning,
        colour: line.isWarning ? sheet.theme.warning : sheet.theme.text, on: sheet.theme.background)
    }
  }

  /// The lines that what is handed over takes at most.
  private static let mostLines = 5

  private struct Text {
    var text: String
    var isWarning = false
  }

  /// What is written beside the arrow: what, then owner, then hours, as many lines as there is room for.
  private func texts(width: Double, limit: Int) -> [Text] {
    let size = ChartSheet.small
    func lines(_ text: String, _ limit: Int) -> [String] {
      text.isEmpty ? [] : PictureText.lines(text, width: width, size: size, limit: limit)
    }
    let last = timeLines(width: width, limit: limit).map { Text(text: $0) }
    let rest = limit - last.count
    guard rest > 0 else {
      return [
        Text(
          text: PictureText.clipped(
            bundle.isOwned ? bundle.time : "▲ \(bundle.time)", to: width, size: size),
          isWarning: !bundle.isOwned)
      ]
    }
    // The owner's company goes before anything is cut, then the owners' names, then the end of what is handed over.
    let wanted = min(lines(what, Self.mostLines).count, rest)
    let owner =
      owners.map { lines($0, 100) }.first { $0.count <= 3 && $0.count + wanted <= rest }
      ?? lines(owners.last ?? "", max(1, rest - wanted))
    let left = rest - owner.count
    return (left > 0 ? lines(what, min(left, Self.mostLines)) : []).map { Text(text: $0) }
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
    return [owners.listed] + (isTold ? [short.listed] : [])
      + number
  }

  /// What is handed over; of several things each with its own time.
  private var what: String {
    let things = bundle.things
    guard things.count > 1 else { return bundle.what.listed }
    return things.map { thing in
      (thing.what + [LaneBundle.time(thing.hours)]).filter { !$0.isEmpty }.joined(separator: " ")
    }.joined(separator: ", ")
  }

  /// The same beside the arrow: in one line, or in two where one is too narrow and there is room for what else is said.
  private func timeLines(width: Double, limit: Int) -> [String] {
    let size = ChartSheet.small
    func fits(_ text: String) -> Bool { TextMetrics.width(of: text, size: size) <= width }
    let forms = [[bundle.time]] + (limit > 3 ? [bundle.times] : [])
    let form = forms.first { $0.allSatisfy(fits) } ?? [bundle.time]
    return form.filter { !$0.isEmpty }.map { PictureText.clipped($0, to: width, size: size) }
  }

  private var title: String {
    guard let first = bundle.flows.first else { return "" }
    return "\(first.from.name) to \(first.to.name)"
  }

  private var tooltip: String {
    let owners =
      bundle.owners.isEmpty ? "no owner" : "owner: " + bundle.owners.listed
    let missing =
      !bundle.isOwned && !bundle.owners.isEmpty
      ? ", \(bundle.ownerlessCount) of \(bundle.rowCount) without" : ""
    let ways = bundle.flows.prefix(20).map { "\($0.from.name) → \($0.to.name)" }
    let further = bundle.flows.count - ways.count
    return
      (ways + (further > 0 ? ["and \(further) more"] : []) + [
        (bundle.stage.map { ["stage: \($0)"] } ?? []).joined(),
        what, owners + missing, bundle.mostHours == nil ? "hours unknown" : bundle.time,
      ]).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
