import EcosystemModel

/// Which boxes and lines of a map stand out because some entities are highlighted.
///
/// Highlighted boxes get a thick outline and a bold name; what is tied to them stays as it is; everything else fades: paler
/// and thinner, its text still at least 4.5:1 on its box.
struct Emphasis {
  /// What becomes of a box.
  enum Level {
    case highlighted, tied, faded
  }

  /// The boxes of the highlighted entities.
  let highlighted: Set<EntityReference>
  private let tied: Set<EntityReference>
  private let centres: Set<EntityReference>

  /// The outline of a highlighted box, in points.
  static let border = 3.5
  /// The outline of a faded box, in points.
  static let fadedBorder = 0.5

  /// Finds what stands out; `nil` where no highlighted entity is on the map.
  ///
  /// Whoever is in an alliance with a highlighted company is tied to it, through the alliance's box.
  init?(_ content: MapContent) {
    let wanted = Set(content.view.highlights)
    guard !wanted.isEmpty else { return nil }
    let highlighted = Set(
      content.nodes.filter { node in node.everyone.contains { wanted.contains($0.reference) } }
        .map(\.reference))
    guard !highlighted.isEmpty else { return nil }
    func near(_ centres: Set<EntityReference>) -> Set<EntityReference> {
      Set(
        content.ties.flatMap { tie in
          (centres.contains(tie.from) ? [tie.to] : [])
            + (centres.contains(tie.to) ? [tie.from] : [])
        })
    }
    let first = near(highlighted)
    let bodies = first.filter { $0.kind == .alliance }
    self.highlighted = highlighted
    centres = highlighted.union(bodies)
    tied = first.union(near(bodies)).subtracting(highlighted)
  }

  /// What becomes of a box.
  func level(of reference: EntityReference) -> Level {
    highlighted.contains(reference) ? .highlighted : tied.contains(reference) ? .tied : .faded
  }

  /// Whether a line fades: it leads to nothing highlighted, not even through an alliance.
  func fades(_ tie: MapContent.Tie) -> Bool {
    !centres.contains(tie.from) && !centres.contains(tie.to)
  }
}

extension Theme {
  /// A colour that steps back towards the sheet.
  func faded(_ colour: Colour) -> Colour { colour.mixed(with: background, share: 0.72) }

  /// The palest text that can still be read on a fill, at 4.5:1 as WCAG 2.1 asks.
  func fadedText(on fill: Colour) -> Colour {
    let shares = stride(from: 0.6, to: 0, by: -0.05)
    return shares.lazy.map { text.mixed(with: fill, share: $0) }
      .first { $0.contrast(to: fill) >= 4.6 } ?? text
  }
}

extension Diagram.Node {
  /// Steps back behind what is highlighted.
  mutating func fade(in theme: Theme) {
    fill = theme.faded(fill)
    border = theme.faded(border)
    borderWidth = min(borderWidth, Emphasis.fadedBorder)
    let paler = theme.fadedText(on: fill)
    for position in lines.indices { lines[position].colour = paler }
    for position in chips.indices {
      chips[position].fill = theme.faded(chips[position].fill)
      chips[position].border = chips[position].border.map(theme.faded)
      chips[position].textColour = theme.fadedText(on: chips[position].fill)
    }
    classes.append("faded")
  }
}

extension Diagram.Edge {
  /// Steps back behind what is highlighted.
  mutating func fade(in theme: Theme) {
    colour = theme.faded(colour)
    width = max(0.5, width / 2)
    label?.colour = theme.fadedText(on: theme.background)
    classes.append("faded")
  }
}
