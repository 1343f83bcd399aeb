import EcosystemModel

// What stands for several of different values has a field for each value, as wide as its share.
extension DiagramStyler {
  /// The widest row of fields of a box, in points.
  private static let row = 132.0
  /// The narrowest field.
  private static let narrowest = 14.0
  /// The most values of a box that get a field of their own.
  private static let fields = 8

  /// The values that fields of a box stand for: of those whom it stands for, or else of those counted in it.
  func fieldShares(of node: MapContent.Node) -> Shares? {
    // What kinds are listed is said by the list.
    guard let column = colourColumn, column != Self.kindOfEntity, let colours, !colours.isShaded,
      node.balance.isEmpty,
      colourTable == nil || node.reference.kind == colourTable
    else { return nil }
    let own = values.shares(of: column, for: node)
    if own.counts.count + (own.silent > 0 ? 1 : 0) > 1, !own.counts.isEmpty { return own }
    let folded = values.foldedShares(of: column, in: node, colourTable)
    // Of a single one there is nothing to count.
    guard folded.counts.reduce(0, { $0 + $1.count }) > 1 else { return nil }
    let isSame = folded.only != nil && folded.only == own.only
    return isSame || folded.counts.isEmpty ? nil : folded
  }

  /// The fields of a box.
  func fields(of node: MapContent.Node) -> [Diagram.Chip] {
    guard let shares = fieldShares(of: node) else { return [] }
    let shown = shares.counts.count > Self.fields ? Self.fields - 1 : shares.counts.count
    // Whose alliance speaks for them is not counted among alliances.
    let silent = shares.speaker == node.reference.kind ? shares.silent : 0
    let rest = shares.counts.dropFirst(shown).reduce(silent) { $0 + $1.count }
    let total = Double(max(1, shares.counts.reduce(silent) { $0 + $1.count }))
    func chip(_ fill: Colour, _ count: Int, isPlain: Bool) -> Diagram.Chip {
      let width = max(Self.narrowest, Self.row * Double(count) / total)
      let text = "\(count)"
      let fits = TextMetrics.width(of: text, size: Diagram.Chip.letters) + 3 <= width
      return Diagram.Chip(
        text: fits ? text : "", fill: fill, textColour: isPlain ? theme.text : fill.readableText,
        width: width.rounded(), border: isPlain || theme.name == .print ? theme.text : nil)
    }
    return shares.counts.prefix(shown).map { share in
      chip(colours?.colour(of: share.value) ?? theme.fill, share.count, isPlain: false)
    } + (rest > 0 ? [chip(theme.fill, rest, isPlain: true)] : [])
  }

  /// What the fields mean, where there are any.
  var fieldNotes: [String] {
    // Chips have bars there.
    if content.view.kind == .landscape { return [] }
    let shared = content.nodes.filter { fieldShares(of: $0) != nil }
    guard !shared.isEmpty else { return [] }
    let counted = shared.contains { node in
      colourColumn.map { values.shares(of: $0, for: node).counts.count < 2 } ?? false
        && !node.folded.isEmpty
    }
    let speakers = Set(shared.map { fieldShares(of: $0)?.speaker })
    let noun = speakers.count == 1 ? speakers.first??.plural : nil
    let many = noun ?? "of them"
    var notes = [
      counted
        ? "Small fields: how many \(many) have each value, of those listed below a name."
        : "Small fields: how many \(many) have each value."
    ]
    if shared.contains(where: { fields(of: $0).last?.fill == theme.fill }) {
      notes.append("A plain field: all others, or no value.")
    }
    return notes
  }
}
