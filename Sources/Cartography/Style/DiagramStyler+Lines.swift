import EcosystemModel

extension DiagramStyler {
  /// The lines of the map, one for each tie.
  func lines() -> [Diagram.Edge] {
    var edgeKeys = UniqueKeys()
    let labelLimit = 24
    // A word that stands on every line says nothing.
    let labelsDiffer = drawnTies.count < 2 || Set(drawnTies.map(\.label)).count > 1
    return drawnTies.compactMap { tie in
      guard let from = keys[tie.from], let to = keys[tie.to] else { return nil }
      let look = look(of: tie)
      var edge = Diagram.Edge(
        key: edgeKeys.key("link-\(from)-\(to)"), from: from, to: to, pointsUp: tie.pointsUp,
        arrow: look.arrow, width: width(for: tie), colour: look.ink(in: theme).colour,
        stroke: look.ink(in: theme).stroke,
        tooltip: tie.details.isEmpty ? tie.kind : tie.details.joined(separator: "\n"))
      edge.classes = [tie.kind] + (look.sort == .unowned ? ["unowned"] : [])
      let label =
        content.view.kind == .landscape
        ? nil
        : tie.count > 1
          ? "\(tie.count)" : drawnTies.count <= labelLimit && labelsDiffer ? word(on: tie) : nil
      edge.label = label.map { text in
        let short = text.count > 28 ? String(text.prefix(27)) + "…" : text
        return Diagram.TextLine(text: short, size: smallSize, colour: theme.mutedText)
      }
      if emphasis?.fades(tie) ?? false { edge.fade(in: theme) }
      if content.view.difference != nil { mark(&edge, of: tie) }
      return edge
    }
  }

  /// The word on a line; between communities the legend says what the one link there is.
  private func word(on tie: MapContent.Tie) -> String? {
    content.view.rollUp == .communities ? nil : tie.label
  }

  private func look(of tie: MapContent.Tie) -> LineLook {
    LineLook(
      of: tie, kinds: lineKinds, theme: theme, highlightsUnowned: content.view.highlightsUnowned)
  }

  /// As the style says; else by the number of links.
  private func width(for tie: MapContent.Tie) -> Double {
    let width =
      widths.map { $0.width(for: lineValues.value(of: tie)) } ?? look(of: tie).width(for: tie.count)
    // Lines run between chips there, and share what they have in common.
    return content.view.kind == .landscape ? 1.6 : width
  }

  /// Explains every look of the lines, and what makes them wide and writes a number on them.
  var lineSection: LegendSection {
    var section = LegendSection(title: "Lines", entries: [])
    let drawn = Dictionary(grouping: drawnTies, by: look(of:))
    func sample(_ look: LineLook, width: Double) -> LegendSection.Sample {
      let ink = look.ink(in: theme)
      return .line(width: width, colour: ink.colour, stroke: ink.stroke, arrow: look.arrow)
    }
    let looks = LineLook.all(in: theme)
    let places = Dictionary(uniqueKeysWithValues: zip(looks, 0...))
    let counted =
      content.view.kind == .landscape ? [] : drawnTies.filter { $0.count > 1 }
    // The plainest of the widest.
    let widest = counted.max { first, second in
      let ranks = [first, second].map { places[self.look(of: $0)] ?? 0 }
      return (width(for: first), -ranks[0]) < (width(for: second), -ranks[1])
    }
    for look in looks {
      guard let ties = drawn[look], let width = ties.map(width(for:)).min() else { continue }
      let words = words(for: look, of: ties, isBothWays: drawn[look.turned] != nil)
      // What is drawn for several ties only is explained as such.
      let isCount = widths == nil && look.sort == .plain && !look.isDirected && !tellsKinds
      if isCount, let widest, self.look(of: widest) == look, ties.allSatisfy({ $0.count > 1 }) {
        continue
      }
      section.add(sample(look, width: width), words)
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

  /// What a look means on this map; where kinds are told apart, with the number of each.
  private func words(for look: LineLook, of ties: [MapContent.Tie], isBothWays: Bool) -> String {
    if content.view.kind == .landscape { return "linked to \(focusName)" }
    let way = " (no arrow)"
    switch look.sort {
    case .chair: return "chair"
    case .observer: return "observer or alternate"
    case .unowned: return "without an owner" + (isBothWays && !look.isDirected ? way : "")
    case .second: return "second line of reporting"
    case .circle: return "would close a circle"
    case .plain where content.view.kind == .governance: return "reports and escalates to"
    case .plain where content.view.kind == .reporting: return "reports to"
    case .plain where ties.allSatisfy(isSeat) && content.view.rollUp != .communities:
      return drawnTies.contains { $0.kind == "seat" }
        ? "seat" : sharesPeople ? "shared person" : "member"
    case .plain where content.view.rollUp == .communities: return "link"
    case .plain where joinsAlliances: return "shared alliance"
    case .plain where content.view.highlightsUnowned:
      return "has an owner, or needs none" + (isBothWays && !look.isDirected ? way : "")
    case .plain, .kind, .other, .several, .rivalry:
      let kinds = counted(ties.reduce(into: [:]) { $0.merge($1.kinds, uniquingKeysWith: +) })
      let way = isBothWays && !look.isDirected ? way : ""
      switch look.sort {
      case .other: return "other relationships (\(kinds))" + way
      case .several: return "several kinds on one line (\(kinds))" + way
      default: return kinds + way
      }
    }
  }

  /// The most frequent kinds with their numbers, and how many more there are.
  private func counted(_ kinds: [String: Int]) -> String {
    let ranked = kinds.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let shown = ranked.count > Self.mostKinds ? Self.mostKinds - 1 : ranked.count
    let rest = ranked[shown...].reduce(0) { $0 + $1.value }
    return
      (ranked[..<shown].map { "\($0.key) \($0.value)" }
      + (rest > 0 ? ["\(ranked.count - shown) more kinds \(rest)"] : [])).joined(separator: ", ")
  }

  /// So many kinds are named beside one look.
  private static let mostKinds = 5

  /// Whether looks stand for kinds of relationships on this map.
  private var tellsKinds: Bool {
    [.ecosystem, .focus].contains(content.view.kind) && !content.view.highlightsUnowned
      && !joinsAlliances
  }

  /// What the numbers on lines count.
  private var countedNoun: String {
    switch content.view.kind {
    case _ where content.view.rollUp == .communities: "number of links"
    case .people: sharesPeople ? "shared people" : "number of \(content.links.many)"
    case _ where joinsAlliances: "shared alliances"
    default: "number of links"
    }
  }

  /// Whether a line of a map of people says who sits where, or what two committees share.
  private func isSeat(_ tie: MapContent.Tie) -> Bool {
    let ends: Set = [tie.from.kind, tie.to.kind]
    return content.view.kind == .people
      && (["seat", "shares people"].contains(tie.kind)
        || ends == [.person, .committee] && MembershipRole(rawValue: tie.kind) != nil)
  }

  private var sharesPeople: Bool { drawnTies.contains { $0.kind == "shares people" } }

  /// Whether all there is between companies is the alliances they share.
  private var joinsAlliances: Bool {
    let isJoined = content.view.reduction.joinsPartners || content.view.reduction.backbone != nil
    return isJoined && drawnTies.allSatisfy { $0.kind == "alliance" }
  }
}
