import EcosystemModel

/// Which kinds of relationships have a look of their own: the same on every map, and of the usual kinds in every dataset.
///
/// A kind's look follows from its word: the usual ones have one each from a list, any other that of the sum of its letters; where
/// one is taken already, the next. Of more kinds than looks the rarest share one, and the legend names them. Alliances, and
/// what belongs together anyway (seats, functions, reporting lines), are plain lines.
struct LineKinds {
  private let places: [String: Int]
  private let ranks: [String: Int]

  /// Gives the kinds of a dataset their looks, those of more rows first.
  ///
  /// - Complexity: O(number of relationships).
  init(of whole: Ecosystem) {
    var counts: [String: Int] = [:]
    for row in whole.relationships where !row.isRivalry {
      counts[RelationshipKind.key(of: row.kind ?? RelationshipKind.unnamed), default: 0] += 1
    }
    if !whole.handoffs.isEmpty { counts[Self.usual[0]] = whole.handoffs.count }
    let ranked = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    ranks = Dictionary(
      ranked.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    // A single kind need not be told from others.
    guard counts.count > 1 || !whole.alliances.isEmpty || !whole.memberships.isEmpty else {
      places = [:]
      return
    }
    let told = ranked.prefix(Theme.lineKindCount)
    let known = Self.usual.filter(told.contains)
    var places: [String: Int] = [:]
    var free = Set(0..<Theme.lineKindCount)
    for kind in known + told.filter({ !known.contains($0) }) {
      let start = Self.usual.firstIndex(of: kind) ?? kind.utf8.reduce(0) { $0 + Int($1) }
      let candidates = (0..<Theme.lineKindCount).lazy.map { (start + $0) % Theme.lineKindCount }
      guard let place = candidates.first(where: free.contains) else { continue }
      free.remove(place)
      places[kind] = place
    }
    for kind in ranked.dropFirst(Theme.lineKindCount) { places[kind] = Theme.lineKindCount }
    self.places = places
  }

  /// Kinds with a look of their own in every dataset, in the order of the looks.
  private static let usual = [
    "handoff", "supplies", "works with", "co develops", "licenses to", "funds", "advises",
    "shares data",
  ]

  /// What a line of some kinds is drawn as.
  func sort(of kinds: [String: Int], in theme: Theme) -> LineLook.Sort {
    let looks = theme.lineKinds.count
    let places = Set(
      kinds.keys.map { kind -> Int in
        let key = RelationshipKind.key(of: kind)
        guard let place = self.places[key] else { return -1 }
        // Where looks are few, the most frequent kinds have them.
        return looks < Theme.lineKindCount ? ranks[key] ?? place : place
      })
    guard places.count == 1, let place = places.first else {
      // Kinds that share a look are one look beside each other, too.
      return places.allSatisfy { $0 >= looks } ? .other : .several
    }
    return place < 0 ? .plain : place < looks ? .kind(place) : .other
  }
}

/// How lines of kinds are drawn: neighbours differ by colour and by stroke, for any colour vision and on paper.
extension Theme {
  /// A colour and a stroke.
  struct LineInk {
    let colour: Colour
    let stroke: Diagram.Stroke
  }

  /// How many looks kinds have on a screen.
  static let lineKindCount = 8

  /// The looks of kinds, each colour with two strokes; on paper there is one look, since greys are few.
  var lineKinds: [LineInk] {
    let colours: [UInt32] =
      switch name {
      case .light: [0x1D5C96, 0x00755E, 0x8A5A00, 0x7A3E8E]
      case .dark: [0x6DB3F2, 0x4CC9A0, 0xE0B040, 0xCFA6E6]
      case .print: []
      }
    guard !colours.isEmpty else { return [LineInk(colour: text, stroke: .dashed)] }
    return (0..<Self.lineKindCount).map { place in
      let isSolid = place.isMultiple(of: 2) == (place < colours.count)
      return LineInk(
        colour: Colour(colours[place % colours.count]), stroke: isSolid ? .solid : .dashed)
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
