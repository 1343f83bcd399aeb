import EcosystemModel
import Insights

// Title, legend and footer.
extension FirewallSides {
  var title: String {
    let pairs = findings.pairs
    let unknown = pairs.count { $0.status == .unknown }
    if unknown == pairs.count {
      return unknown == 1
        ? "Firewall: cannot be judged, as nobody is known on a side"
        : "Firewalls: none of \(unknown) can be judged, as nobody is known on a side"
    }
    // Firewalls with contacts, breached ones included, as dashed lines are drawn of both.
    let near = pairs.count { !$0.contacts.isEmpty }
    let breached = pairs.count { $0.status == .breached }
    return
      "Firewalls: \(breached) of \(pairs.count) breached"
      + (near > 0 ? ", \(near) with people one step away" : "")
      + (unknown > 0 ? ", \(unknown) cannot be judged" : "")
  }

  func legend(_ theme: Theme) -> [LegendSection] {
    func entry(
      _ isUsed: Bool, _ width: Double, _ colour: Colour, _ stroke: Diagram.Stroke, _ text: String
    ) -> [LegendSection.Entry] {
      isUsed
        ? [
          .init(
            sample: .line(width: width, colour: colour, stroke: stroke, arrow: .none), text: text)
        ] : []
    }
    let pairs = findings.pairs
    let kinds = Set(pairs.flatMap { $0.breaches.map(\.kind) })
    let breach =
      switch (kinds.contains(.direct), kinds.contains(.coolingOff)) {
      case (true, true): "▲ on both sides, or moved too soon"
      case (false, true): "▲ breach: changed sides too soon"
      default: "▲ breach: a person on both sides"
      }
    return [
      LegendSection(
        title: "Between the sides",
        entries: entry(!kinds.isEmpty, 2.4, theme.warning, .solid, breach)
          + entry(
            pairs.contains { !$0.contacts.isEmpty }, 1.2, theme.line, .dashed,
            "one step away: they meet elsewhere")
          + entry(
            pairs.contains { $0.status == .holds }, 4, theme.border, .solid,
            "firewall that nobody crosses")
          + entry(
            pairs.contains { $0.status == .unknown }, 1.4, theme.warning, .dotted,
            "▲ nobody is known on a side"))
    ]
  }

  func footer(_ pairs: Int, _ shown: Int, _ all: Int) -> [String] {
    let overdue = findings.pairs.count { $0.isOverdue == true }
    return [
      "\(pairs) of \(Phrase.count(findings.pairs.count, "firewall", "firewalls"))\(findings.pairs.count > 1 ? ", breached ones first" : "")",
      all > 0 ? "\(shown) of \(all) connections" : "no connections",
      overdue > 0 ? "\(Phrase.count(overdue, "review", "reviews")) overdue" : "",
    ]
  }
}
