import EcosystemModel

/// Which kinds of relationships have a look of their own, the same on every map of a dataset.
///
/// The most frequent kinds of the whole dataset have one each, however few of them a map shows; the others share a look, and
/// the legend names them. Alliances, and what belongs together anyway (seats, functions, reporting lines), are plain lines.
struct LineKinds {
  private let places: [String: Int]

  /// Ranks the kinds of a dataset by their rows, those of equal number by name.
  ///
  /// - Complexity: O(number of relationships).
  init(of whole: Ecosystem) {
    var counts: [String: Int] = [:]
    for row in whole.relationships where !row.isRivalry {
      counts[RelationshipKind.key(of: row.kind ?? RelationshipKind.unnamed), default: 0] += 1
    }
    if !whole.handoffs.isEmpty { counts[Self.handoff] = whole.handoffs.count }
    // A single kind need not be told from others.
    let isAlone = counts.count == 1 && whole.alliances.isEmpty
    let ranked = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    places = Dictionary(
      uniqueKeysWithValues: ranked.enumerated().map { ($0.element, isAlone ? -1 : $0.offset) })
  }

  private static let handoff = "handoff"

  /// What a line of some kinds is drawn as.
  func sort(of kinds: [String: Int], in theme: Theme) -> LineLook.Sort {
    let places = Set(kinds.keys.map { self.places[RelationshipKind.key(of: $0)] ?? -1 })
    guard places.count == 1, let place = places.first else {
      // Kinds that share a look are one look beside each other, too.
      let isOther = places.allSatisfy { $0 >= theme.lineKinds.count }
      return isOther ? .other : .several
    }
    return place < 0 ? .plain : place < theme.lineKinds.count ? .kind(place) : .other
  }
}

/// How lines of kinds are drawn: neighbours differ by colour and by stroke, for any colour vision and on paper.
extension Theme {
  /// A colour and a stroke.
  struct LineInk {
    let colour: Colour
    let stroke: Diagram.Stroke
  }

  /// The looks of the most frequent kinds; on paper there is one, since greys are few.
  var lineKinds: [LineInk] {
    let colours: [UInt32] =
      switch name {
      case .light: [0x1D5C96, 0x00755E, 0x8A5A00, 0x7A3E8E]
      case .dark: [0x6DB3F2, 0x4CC9A0, 0xE0B040, 0xCFA6E6]
      case .print: []
      }
    guard !colours.isEmpty else { return [LineInk(colour: text, stroke: .dashed)] }
    return colours.enumerated().map { place, colour in
      LineInk(colour: Colour(colour), stroke: place.isMultiple(of: 2) ? .solid : .dashed)
    }
  }

  /// The look of all rarer kinds.
  var otherKinds: LineInk {
    name == .print
      ? LineInk(colour: Colour(0x8C8C8C), stroke: .solid) : LineInk(colour: line, stroke: .dashed)
  }

  /// The look of a line that stands for several kinds.
  var severalKinds: LineInk {
    switch name {
    case .light: LineInk(colour: Colour(0x3F4F60), stroke: .solid)
    case .dark: LineInk(colour: Colour(0xC4D0DB), stroke: .solid)
    case .print: LineInk(colour: Colour(0x8C8C8C), stroke: .dashed)
    }
  }
}
