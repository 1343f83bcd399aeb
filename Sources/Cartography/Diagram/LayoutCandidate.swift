package import GraphvizKit

/// One way to lay out a diagram: an engine and its settings.
///
/// A plain value, so that a laid-out diagram says how it was laid out.
package struct LayoutCandidate: Hashable, Sendable, Codable {
  /// Which way layers follow each other.
  package enum Direction: String, Hashable, Sendable, Codable {
    case topToBottom = "TB"
    case leftToRight = "LR"
  }

  /// How boxes get their places.
  package enum Method: Hashable, Sendable, Codable {
    /// In layers.
    case layers(Direction)
    /// By distances like those along the lines, begun from one of several starts.
    case stress(seed: Int)
    /// By springs.
    case springs
    /// By springs between ever finer groups, begun from one of several starts.
    case multilevel(seed: Int)
    /// On rings around the box of a key.
    case rings(around: String)
    /// As some other engine does by itself.
    case engine(LayoutEngine)
    /// On levels, those of one depth in rows, stacks or columns.
    case tiers
    /// In frames that fill the sheet.
    case chips
    /// At places of their own, under a name such as `heatmap`.
    case toScale(String)
  }

  /// How boxes get their places.
  package var method: Method
  /// Whether lines lead around boxes rather than straight on, which takes longer.
  package var isRouted = true
  /// Whether the engine's places are only the start, and boxes are then placed to fill a slide.
  package var fillsSlide = false
  /// Whether layers, and the boxes of one, stand closer together.
  package var isCloser = false
  /// Whether the engine gets frames and boxes in reverse order, which it takes as where to begin.
  package var startsReversed = false

  /// What the user reads, such as `dot, left to right`.
  package var name: String {
    let base =
      switch method {
      case .layers(.topToBottom): "dot, top to bottom"
      case .layers(.leftToRight): "dot, left to right"
      case .stress(let seed): "neato, start \(seed)"
      case .springs: "fdp"
      case .multilevel(let seed): seed == 1 ? "sfdp" : "sfdp, start \(seed)"
      case .rings: "twopi"
      case .engine(let engine): engine.rawValue
      case .tiers: "tiers"
      case .chips: "chips"
      case .toScale(let name): name
      }
    let more = [
      (fillsSlide, "fitted to the slide"), (isCloser, "closer"), (startsReversed, "reversed"),
    ]
    return ([base] + more.filter(\.0).map(\.1)).joined(separator: ", ")
  }

  /// The engine.
  package var engine: LayoutEngine {
    switch method {
    case .layers: .dot
    case .stress: .neato
    case .springs: .fdp
    case .multilevel: .sfdp
    case .rings: .twopi
    case .engine(let engine): engine
    case .tiers, .chips, .toScale: .positioned
    }
  }
}
