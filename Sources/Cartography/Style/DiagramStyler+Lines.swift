import EcosystemModel

extension DiagramStyler {
  /// The lines of the map, one for each tie.
  func lines() -> [Diagram.Edge] {
    var edgeKeys = UniqueKeys()
    let labelLimit = 24
    // A word that stands on every line says nothing.
    let labelsDiffer = content.ties.count < 2 || Set(content.ties.map(\.label)).count > 1
    return content.ties.compactMap { tie in
      guard let from = keys[tie.from], let to = keys[tie.to] else { return nil }
      let look = look(of: tie)
      var edge = Diagram.Edge(
        key: edgeKeys.key("tie-\(from)-\(to)"), from: from, to: to, pointsUp: tie.pointsUp,
        arrow: look.arrow, width: width(for: tie), colour: look.colour(in: theme),
        stroke: look.stroke,
        tooltip: tie.details.isEmpty ? tie.kind : tie.details.joined(separator: "\n"))
      edge.classes = [tie.kind] + (look.sort == .unowned ? ["unowned"] : [])
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

  private func look(of tie: MapContent.Tie) -> LineLook {
    LineLook(of: tie, hasOwners: values.hasOwners)
  }

  /// As the style says; else by the number of ties.
  private func width(for tie: MapContent.Tie) -> Double {
    widths.map { $0.width(for: lineValues.value(of: tie)) } ?? look(of: tie).width(for: tie.count)
  }

  /// Explains every look of the lines, and what makes them wide and writes a number on them.
  var lineSection: LegendSection {
    var section = LegendSection(title: "Lines", entries: [])
    let drawn = Dictionary(grouping: content.ties, by: look(of:))
    func sample(_ look: LineLook, width: Double) -> LegendSection.Sample {
      .line(width: width, colour: look.colour(in: theme), stroke: look.stroke, arrow: look.arrow)
    }
    let counted = content.ties.filter { $0.count > 1 }
    // The plainest of the widest.
    let widest = counted.max { first, second in
      let (a, b) = (self.look(of: first), self.look(of: second))
      return (width(for: first), -a.sort.rawValue, a.isDirected ? 0 : 1)
        < (width(for: second), -b.sort.rawValue, b.isDirected ? 0 : 1)
    }
    for look in LineLook.all {
      guard let ties = drawn[look], let width = ties.map(width(for:)).min() else { continue }
      // What is drawn for several ties only is explained as such.
      let isCount = widths == nil && look.sort == .ordinary && !look.isDirected
      if isCount, let widest, self.look(of: widest) == look, ties.allSatisfy({ $0.count > 1 }) {
        continue
      }
      section.entries.append(.init(sample: sample(look, width: width), text: words(for: look)))
    }
    if let widest, widths == nil {
      // Two lines as they are drawn, so that what lies between can be read.
      let alike = counted.filter { look(of: $0) == look(of: widest) }
      let narrowest = alike.min { ($0.count, width(for: $0)) < ($1.count, width(for: $1)) }
      let ends = [narrowest, widest].compactMap { $0 }
      for tie in ends.first?.count == widest.count ? [widest] : ends {
        section.entries.append(
          .init(
            sample: sample(look(of: widest), width: width(for: tie)),
            text: "\(countedNoun): \(tie.count)"))
      }
    } else if widest != nil {
      section.entries.append(.init(sample: .none, text: "on a line: \(countedNoun)"))
    }
    return section
  }

  /// What a look means on this map.
  private func words(for look: LineLook) -> String {
    let isBothWays = content.view.kind == .ecosystem && content.ties.contains(where: \.isDirected)
    switch look.sort {
    case .chair: return "chair"
    case .observer: return "observer or alternate"
    case .unowned: return look.isDirected ? "directed tie without an owner" : "tie without an owner"
    case .ordinary where content.view.kind == .governance: return "reports and escalates to"
    case .ordinary where look.isDirected: return "directed tie"
    case .ordinary where content.view.kind == .people && content.view.rollUp != .communities:
      return content.ties.contains { $0.kind == "seat" }
        ? "seat" : sharesPeople ? "shared person" : "member"
    case .ordinary where joinsAlliances: return "shared alliance"
    case .ordinary where isBothWays: return "tie both ways, or no direction"
    case .ordinary: return drawsArrows ? "tie without direction" : "tie"
    }
  }

  /// What the numbers on lines count.
  private var countedNoun: String {
    switch content.view.kind {
    case _ where content.view.rollUp == .communities: "number of ties"
    case .people: sharesPeople ? "shared people" : "number of seats"
    case _ where joinsAlliances: "shared alliances"
    default: "number of ties"
    }
  }

  private var drawsArrows: Bool { content.ties.contains(where: \.isDirected) }

  private var sharesPeople: Bool { content.ties.contains { $0.kind == "shares people" } }

  /// Whether all there is between companies is the alliances they share.
  private var joinsAlliances: Bool {
    let isJoined = content.view.reduction.joinsPartners || content.view.reduction.backbone != nil
    return isJoined && content.ties.allSatisfy { $0.kind == "alliance" }
  }
}
