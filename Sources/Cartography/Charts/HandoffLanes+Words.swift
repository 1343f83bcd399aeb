import EcosystemModel
import GraphvizKit
import Insights

// Title, legend and footer.
extension HandoffLanes {
  /// What is shown; without plans what it will be about.
  func title(for plans: [LanePlan]?) -> String {
    let (count, ownerless) = (findings.handoffCount, findings.ownerless.count)
    let shown = plans?.reduce(0) { $0 + $1.shownRows } ?? count / 2
    let all = Phrase.count(count, "handoff", "handoffs")
    let part = shown == count ? all : "\(shown) of \(all)"
    let shownOwnerless = plans?.reduce(0) { $0 + $1.shownOwnerless } ?? ownerless
    let owners =
      switch (ownerless, shownOwnerless) {
      case (0, _): "each with an owner"
      case (_, ownerless) where shown == count: "\(ownerless) without an owner"
      case (_, ownerless): "all \(ownerless) without an owner among them"
      default: "\(shownOwnerless) of the \(ownerless) without an owner among them"
      }
    return "Who hands what to whom: \(part), \(owners)"
  }

  func legend(_ bundles: [LaneBundle], _ theme: Theme) -> [LegendSection] {
    let owned = LegendSection.Entry(
      sample: .line(width: 1.8, colour: theme.border, stroke: .solid, arrow: .forward),
      text: "somebody owns it")
    let ownerless = LegendSection.Entry(
      sample: .line(width: 2.2, colour: theme.warning, stroke: .dashed, arrow: .forward),
      text: "▲ nobody owns it")
    // Each mark is explained by one that is drawn.
    let several = bundles.filter { $0.rowCount > 1 }
    func sample(_ isWanted: (LaneBundle) -> Bool) -> [String] {
      several.first(where: isWanted).map { bundle in
        let often =
          bundle.perYear == nil ? "\(bundle.rowCount) handoffs" : "how often they happen"
        return ["\(bundle.time): \(often)" + (bundle.times.count > 1 ? ", usual time" : "")]
      } ?? []
    }
    let marks =
      sample { $0.perYear != nil } + sample { $0.perYear == nil }
      + (bundles.contains { $0.targets.count > 1 } ? ["a fan: to each of them"] : [])
      + (bundles.contains { $0.sources.count > 1 } ? ["a funnel: from each of them"] : [])
    return [
      LegendSection(
        title: "Arrows, beside them what, owner, time",
        entries: (bundles.contains(where: \.isOwned) ? [owned] : [])
          + (bundles.contains { !$0.isOwned } ? [ownerless] : []))
    ]
      + (marks.isEmpty
        ? []
        : [LegendSection(title: "Marks", entries: marks.flatMap(LegendSection.note))])
  }

  func footer(_ plans: [LanePlan]) -> [String] {
    let all = Phrase.count(findings.handoffCount, "handoff", "handoffs")
    let shown = plans.reduce(0) { $0 + $1.shownRows }
    let isByCompany = plans.contains(where: \.isByCompany)
    let lanes = Set(plans.flatMap(\.lanes)).count
    let (one, many) = isByCompany ? ("company", "companies") : ("party", "parties")
    var parts = [
      (shown == findings.handoffCount ? all : "\(shown) of \(all)")
        + ", \(lanes) of \(Phrase.count(plans.first?.laneCount ?? 0, one, many)) as lanes"
    ]
    let inside = plans.first?.insideRows ?? 0
    if inside > 0 { parts.append("\(inside) within one company left out") }
    if findings.selfCount > 0 { parts.append("\(findings.selfCount) to oneself left out") }
    let rest = findings.handoffCount - shown - inside - findings.selfCount
    if rest > 0 {
      let order =
        (findings.ownerless.isEmpty ? [] : ["those without an owner"])
        + (plans.contains { $0.columns.count > 1 } ? ["one of each stage"] : [])
        + ["those that need fewest lanes"]
      parts.append("\(rest) left out: first come \(order.joined(separator: ", then "))")
    }
    if !context.showsAll, let missing = plans.first?.missingStages, !missing.isEmpty {
      parts.append("stages not shown: \(missing.prefix(4).listed)")
    }
    return parts
  }
}
