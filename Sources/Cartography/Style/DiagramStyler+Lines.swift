import EcosystemModel

extension DiagramStyler {
  /// The lines of the map, one for each tie.
  func lines() -> [Diagram.Edge] {
    var edgeKeys = UniqueKeys()
    let hasOwners = content.ties.contains { $0.isOwned == true }
    let labelLimit = 24
    // A word that stands on every line says nothing.
    let labelsDiffer = content.ties.count < 2 || Set(content.ties.map(\.label)).count > 1
    return content.ties.compactMap { tie in
      guard let from = keys[tie.from], let to = keys[tie.to] else { return nil }
      let isOrphan = hasOwners && tie.isOwned == false
      var edge = Diagram.Edge(
        key: edgeKeys.key("tie-\(from)-\(to)"), from: from, to: to, pointsUp: tie.pointsUp,
        arrow: tie.isDirected ? .forward : .none, width: width(for: tie),
        colour: isOrphan ? theme.warning : theme.line,
        stroke: isOrphan ? .dashed : Self.stroke(for: tie.kind),
        tooltip: tie.details.isEmpty ? tie.kind : tie.details.joined(separator: "\n"))
      edge.classes = [tie.kind] + (isOrphan ? ["unowned"] : [])
      let label =
        tie.count > 1
        ? "\(tie.count)" : content.ties.count <= labelLimit && labelsDiffer ? tie.label : nil
      edge.label = label.map { text in
        let short = text.count > 28 ? String(text.prefix(27)) + "…" : text
        return Diagram.TextLine(text: short, size: 11, colour: theme.mutedText)
      }
      if emphasis?.fades(tie) ?? false { edge.fade(in: theme) }
      return edge
    }
  }

  /// As the style says; else one point for a single tie, one more for each doubling, and chairs stand out.
  private func width(for tie: MapContent.Tie) -> Double {
    if let widths { return widths.width(for: lineValues.value(of: tie)) }
    if tie.kind == "chair" || tie.kind == "co-chair" { return 2.5 }
    guard tie.count > 1 else { return 1.2 }
    var width = 1.2
    var count = tie.count
    while count > 1 {
      width += 0.8
      count /= 2
    }
    return min(width, 7)
  }

  private static func stroke(for kind: String) -> Diagram.Stroke {
    switch kind {
    case "observer", "alternate": .dotted
    default: .solid
    }
  }

  /// Whether all there is between companies is the alliances they share.
  private var joinsAlliances: Bool {
    let isJoined = content.view.reduction.joinsPartners || content.view.reduction.backbone != nil
    return isJoined && content.ties.allSatisfy { $0.kind == "alliance" }
  }

  /// Explains lines that count.
  private func addCounts(of what: String, to section: inout LegendSection) {
    guard widths == nil else { return }
    guard let most = content.ties.map(\.count).max() else { return }
    section.entries.append(
      .init(
        sample: .line(
          width: most > 1 ? 4 : 1.2, colour: theme.line, stroke: .solid, arrow: .none),
        text: most > 1 ? "\(what), up to \(most)" : what))
  }

  func lineSection(for diagram: Diagram) -> LegendSection {
    var section = LegendSection(title: "Lines", entries: [])
    func add(
      _ text: String, width: Double = 1.2, colour: Colour? = nil,
      stroke: Diagram.Stroke = .solid, arrow: Diagram.Arrow = .none
    ) {
      section.entries.append(
        .init(
          sample: .line(width: width, colour: colour ?? theme.line, stroke: stroke, arrow: arrow),
          text: text))
    }
    switch content.view.kind {
    case .ecosystem where content.view.rollUp == .communities,
      .people where content.view.rollUp == .communities:
      addCounts(of: "ties", to: &section)
    case .governance:
      if !diagram.edges.isEmpty { add("reports and escalates to", arrow: .forward) }
    case .people
    where !content.ties.isEmpty && content.ties.allSatisfy { $0.kind == "shares people" }:
      addCounts(of: "shared people", to: &section)
    case .people:
      let kinds = Set(content.ties.map(\.kind))
      if kinds.contains("seat") {
        addCounts(of: "seats", to: &section)
        break
      }
      if kinds.contains("member") || kinds.isEmpty { add("member") }
      if widths == nil, kinds.contains("chair") || kinds.contains("co-chair") {
        add("chair", width: 2.5)
      }
      if kinds.contains("observer") || kinds.contains("alternate") {
        add("observer or alternate", stroke: .dotted)
      }
    case .ecosystem where joinsAlliances:
      addCounts(of: "shared alliances", to: &section)
    case .ecosystem, .focus:
      let isDirected = diagram.edges.contains { $0.arrow == .forward }
      if diagram.edges.contains(where: { $0.arrow == .forward && $0.stroke == .solid }) {
        add("directed tie", arrow: .forward)
      }
      if diagram.edges.contains(where: { $0.arrow == .none && $0.stroke == .solid }) {
        add(isDirected ? "tie in both directions" : "tie")
      }
      if widths == nil, let widest = content.ties.map(\.count).max(), widest > 1 {
        add("number of ties, up to \(widest)", width: 4)
      }
      if diagram.edges.contains(where: { $0.stroke == .dashed }) {
        add("a tie without an owner", colour: theme.warning, stroke: .dashed)
      }
    case .overlap, .load, .escalation, .handoffs, .coverage, .firewall, .peers, .introductions:
      break
    }
    return section
  }
}
