import EcosystemModel

extension DiagramStyler {
  /// What the looks of the map mean, for those in use.
  var legend: [LegendSection] {
    var sections: [LegendSection] = []
    var explained: Set<String> = []
    /// Adds a section, and once what a high value of its metric means.
    func add(_ section: LegendSection, of column: String?) {
      var section = section
      if let column, explained.insert(column).inserted {
        if let reading = values.reading(of: column) {
          section.entries += LegendSection.note("High: \(reading)")
        }
        let isSum = colours?.isShaded == true || column != colourColumn
        for note in values.notes(on: column, for: isSum ? content.nodes : []) {
          section.entries += LegendSection.note(note)
        }
      }
      sections.append(section)
    }
    if let difference = content.view.difference {
      return [differenceSection(difference)] + [chipSection].compactMap { $0 }
        + [shapeSection].filter { !$0.entries.isEmpty }
    }
    if let emphasis { sections.append(highlightSection(emphasis)) }
    if let colours, !isSaidByFrames {
      let coloured = content.nodes.first { colourValue(of: $0) != nil }
      let shape = coloured.map { self.shape(of: $0.reference.kind) } ?? .roundedRectangle
      let fills = content.nodes.compactMap { colours.fill(of: colourValue(of: $0)) }
      let small = content.nodes.flatMap { fields(of: $0).map(\.fill) }
      var section = colours.legend(
        shape: shape, fills: Set(fills), fields: Set(small),
        outlined: Set(content.nodes.compactMap(colourValue(of:))))
      section.title = "Colour: \(colours.title)"
      if tellsKindsByColour {
        section.title = "Kinds"
        section.entries = section.entries.map { entry in
          guard case .box(_, let fill, let border, let width, let stroke) = entry.sample,
            let kind = EntityReference.Kind(rawValue: entry.text)
          else { return entry }
          return .init(
            sample: .box(
              shape: self.shape(of: kind), fill: fill, border: border, borderWidth: width,
              stroke: stroke),
            text: entry.text)
        }
      }
      if let missing = wordsForNoColour {
        section.entries.append(
          .init(
            sample: .box(shape: shape, fill: theme.fill, border: theme.border), text: missing))
      }
      section.entries += fieldNotes.flatMap(LegendSection.note)
      add(section, of: colourColumn)
    }
    if let method = content.method {
      sections.append(LegendSection(title: "Groups", entries: LegendSection.note(method)))
    }
    if let chipSection { sections.append(chipSection) }
    if let sizes {
      add(
        content.view.kind == .landscape ? sizes.legendOfBars : sizes.legend, of: style.size)
    }
    if let borders {
      let section = borders.legend("Outline") { width in
        .box(
          shape: .roundedRectangle, fill: theme.fill, border: theme.border, borderWidth: width)
      }
      add(section, of: style.border)
    }
    let shapes = shapeSection
    // A community's box has the shape of its hub, which says nothing of the others in it.
    if !shapes.entries.isEmpty, content.view.rollUp != .communities { sections.append(shapes) }
    if let widths {
      var section = widths.legend("Line width") { width in
        .line(width: width, colour: theme.line, stroke: .solid, arrow: .none)
      }
      if style.width.flatMap({ values.reading(of: $0) }) != nil {
        section.entries += LegendSection.note("The lower value of a line's two ends.")
      }
      add(section, of: style.width)
    }
    if let words = shortWords { sections.append(words) }
    if let links = linksBetweenFrames { sections.append(links) }
    let lines = lineSection
    if !lines.entries.isEmpty { sections.append(lines) }
    return sections.map(\.inLines)
  }

  /// Whether each colour stands in a frame with its name, so that a legend would say it once more.
  private var isSaidByFrames: Bool {
    let coloured = content.nodes.filter { colourValue(of: $0) != nil || hasOwnFields($0) }
    return style.colour == nil && !coloured.isEmpty
      && coloured.allSatisfy { $0.group != nil && $0.group == colourValue(of: $0) }
  }

  /// The short forms of words that stand in names.
  private var shortWords: LegendSection? {
    let names = content.nodes.filter { $0.members.isEmpty && !$0.isCentre }.map(\.name)
    guard let entries = content.abbreviations?.entries(in: names), !entries.isEmpty else {
      return nil
    }
    return LegendSection(
      title: "Short forms",
      entries: entries.flatMap { LegendSection.note("\($0.short) = \($0.word)") })
  }

  /// The frames of a landscape that most links join, and how many join companies of one frame.
  private var linksBetweenFrames: LegendSection? {
    // Where not everybody can be named, that makes room for names.
    guard content.view.kind == .landscape, content.view.reduction.mostLeaves == nil else {
      return nil
    }
    let frames = Dictionary(
      content.nodes.map { ($0.reference, $0.group) }, uniquingKeysWith: { first, _ in first })
    var counts: [[String]: Int] = [:]
    var inside = 0
    for tie in content.ties where !tie.isRivalry {
      guard let from = frames[tie.from] ?? nil, let to = frames[tie.to] ?? nil else { continue }
      if from == to {
        inside += tie.count
      } else {
        counts[[from, to].sorted(), default: 0] += tie.count
      }
    }
    let ranked = counts.sorted {
      (-$0.value, $0.key[0], $0.key[1]) < (-$1.value, $1.key[0], $1.key[1])
    }
    guard !ranked.isEmpty else { return nil }
    var section = LegendSection(title: "Most links between frames", entries: [])
    for (pair, count) in ranked.prefix(Self.mostPairs) {
      section.entries += LegendSection.note("\(pair[0]) – \(pair[1]): \(count)")
    }
    if inside > 0 { section.entries += LegendSection.note("inside one frame: \(inside)") }
    return section
  }

  /// So many pairs of frames are named in a legend.
  private static let mostPairs = 5

  /// What boxes without a colour are, where others of their kind have one; those of other kinds are explained by their shape.
  private var wordsForNoColour: String? {
    let plain = content.nodes.filter { colourValue(of: $0) == nil && !hasOwnFields($0) }
    let valued = Set(content.nodes.filter { colourValue(of: $0) != nil }.map(\.reference.kind))
    let isOneKind = Set(content.nodes.map(\.reference.kind)).count == 1
    let unexplained = plain.filter { isOneKind || valued.contains($0.reference.kind) }
    return unexplained.isEmpty ? nil : "no value"
  }

  /// Whether the fields of a box say what its colour cannot.
  private func hasOwnFields(_ node: MapContent.Node) -> Bool {
    fieldShares(of: node) != nil
      && colourColumn.map { !values.shares(of: $0, for: node).counts.isEmpty } ?? false
  }

  private var chipSection: LegendSection? {
    guard let chipColours else { return nil }
    var section = chipColours.legend(shape: .rectangle)
    section.title = "Voting seats held by"
    section.entries = section.entries.map { entry in
      guard case .box(_, _, let border, _, _) = entry.sample else { return entry }
      return .init(
        sample: .box(
          shape: .rectangle, fill: border, border: theme.name == .print ? theme.text : border),
        text: entry.text)
    }
    let standing = content.nodes.flatMap { SeatScale.split($0.balance).shown.map(\.name) }
    let places = Dictionary(zip(standing, 0...), uniquingKeysWith: { first, _ in first })
    section.entries.sort {
      (places[$0.text] ?? .max, $0.text) < (places[$1.text] ?? .max, $1.text)
    }
    let fields = Set(content.nodes.flatMap { seats.texts(for: $0.balance) })
    for row in section.entries.indices {
      section.entries[row].text = seats.explained(section.entries[row].text, on: fields)
    }
    if content.nodes.contains(where: { SeatScale.split($0.balance).rest > 0 }) {
      section.entries.append(
        .init(
          sample: .box(shape: .rectangle, fill: theme.fill, border: theme.border),
          text: "further companies"))
    }
    return section
  }

  private func highlightSection(_ emphasis: Emphasis) -> LegendSection {
    let names = highlightedNames(emphasis)
    let isOne = names.count == 1
    func sample(_ fill: Colour, _ border: Colour, _ width: Double) -> LegendSection.Sample {
      .box(shape: .roundedRectangle, fill: fill, border: border, borderWidth: width)
    }
    let levels = Set(content.nodes.map { emphasis.level(of: $0.reference) })
    var section = LegendSection(
      title: "Highlighted",
      entries: [
        .init(
          sample: sample(theme.fill, theme.text, Emphasis.border),
          text: isOne ? names[0] : MapContent.counted(highlighted(emphasis)))
      ])
    if levels.contains(.tied) {
      section.entries.append(
        .init(
          sample: sample(theme.fill, theme.border, 1),
          text: isOne ? "linked to it" : "linked to them"))
    }
    if levels.contains(.faded) {
      section.entries.append(
        .init(
          sample: sample(
            theme.faded(theme.fill), theme.faded(theme.border), Emphasis.fadedBorder),
          text: "all others"))
    }
    return section
  }

  private func highlighted(_ emphasis: Emphasis) -> [EntityReference] {
    content.nodes.flatMap(\.everyone).map(\.reference)
      .filter { emphasis.highlighted.contains($0) }
  }

  /// The names of what is highlighted, with where it is drawn if that has another one.
  func highlightedNames(_ emphasis: Emphasis) -> [String] {
    content.nodes.filter { emphasis.highlighted.contains($0.reference) }.map { node in
      guard node.members.count > 1 || !node.folded.isEmpty else { return node.name }
      let names = node.everyone.filter { content.view.highlights.contains($0.reference) }
        .map(\.name)
      return names == [node.name]
        ? node.name : "\(names.spokenList(last: "and")), in “\(node.name)”"
    }
  }

  /// Whether each kind of entity has a colour, beside which its shape says nothing new.
  private var tellsKindsByColour: Bool { colourColumn == Self.kindOfEntity }

  /// What the shapes of the boxes mean where there are several kinds, and what the bold outline of a focus does.
  private var shapeSection: LegendSection {
    let present = EntityReference.Kind.allCases.filter { kind in
      content.nodes.contains { $0.reference.kind == kind }
    }
    var section = LegendSection(title: "Shapes", entries: [])
    var shapes: [Diagram.Shape] = []
    for kind in present where present.count > 1 && !tellsKindsByColour {
      let shape = self.shape(of: kind)
      if let position = shapes.firstIndex(of: shape) {
        section.entries[position].text += " or \(kind.rawValue)"
      } else {
        shapes.append(shape)
        section.entries.append(
          .init(
            sample: .box(shape: shape, fill: theme.fill, border: theme.border), text: kind.rawValue)
        )
      }
    }
    if borders == nil, let focus = content.nodes.first(where: isFocus) {
      section.entries.append(
        .init(
          sample: .box(
            shape: shape(of: focus.reference.kind), fill: theme.fill, border: theme.border,
            borderWidth: Self.focusBorder), text: "what the map is about"))
    }
    return section
  }
}
