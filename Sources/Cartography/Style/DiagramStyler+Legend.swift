import EcosystemModel

extension DiagramStyler {
  /// What the looks of the map mean, for those in use.
  var legend: [LegendSection] {
    var sections: [LegendSection] = []
    var explained: Set<String> = []
    /// Adds a section, and once what a high value of its metric means.
    func add(_ section: LegendSection, of column: String?) {
      var section = section
      if let column, let reading = values.reading(of: column), explained.insert(column).inserted {
        section.entries += LegendSection.note("High: \(reading)")
      }
      sections.append(section)
    }
    if let emphasis { sections.append(highlightSection(emphasis)) }
    if let colours {
      let coloured = content.nodes.first { colourValue(of: $0) != nil }
      let shape = coloured.map { Self.shape(of: $0.reference.kind) } ?? .roundedRectangle
      var section = colours.legend(shape: shape)
      section.title = "Colour: \(colours.title)"
      if let missing = wordsForNoColour {
        section.entries.append(
          .init(
            sample: .box(shape: shape, fill: theme.fill, border: theme.border), text: missing))
      }
      add(section, of: colourColumn)
    }
    if let chipSection { sections.append(chipSection) }
    if let sizes { add(sizes.legend, of: style.size) }
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
    let lines = lineSection
    if !lines.entries.isEmpty { sections.append(lines) }
    return sections
  }

  /// What boxes without a colour are, where others of their kind have one; those of other kinds are explained by their shape.
  private var wordsForNoColour: String? {
    let plain = content.nodes.filter { colourValue(of: $0) == nil }
    let valued = Set(content.nodes.filter { colourValue(of: $0) != nil }.map(\.reference.kind))
    let isOneKind = Set(content.nodes.map(\.reference.kind)).count == 1
    let unexplained = plain.filter { isOneKind || valued.contains($0.reference.kind) }
    guard !unexplained.isEmpty else { return nil }
    let shared = unexplained.count { $0.members.count > 1 }
    return shared == 0
      ? "no value" : shared == unexplained.count ? "several of these" : "several of these, or none"
  }

  private var chipSection: LegendSection? {
    guard let chipColours else { return nil }
    var section = chipColours.legend(shape: .rectangle)
    section.title = "Voting seats held by"
    section.entries = section.entries.map { entry in
      guard case .box(_, _, let border, _) = entry.sample else { return entry }
      return .init(
        sample: .box(
          shape: .rectangle, fill: border, border: theme.name == .print ? theme.text : border),
        text: seats.explained(entry.text))
    }
    return section
  }

  private func highlightSection(_ emphasis: Emphasis) -> LegendSection {
    let names = content.nodes.filter { emphasis.highlighted.contains($0.reference) }.map(\.name)
    let isOne = names.count == 1
    func sample(_ fill: Colour, _ border: Colour, _ width: Double) -> LegendSection.Sample {
      .box(shape: .roundedRectangle, fill: fill, border: border, borderWidth: width)
    }
    let weights = Set(content.nodes.map { emphasis.weight(of: $0.reference) })
    var section = LegendSection(
      title: "Highlighted",
      entries: [
        .init(
          sample: sample(theme.fill, theme.text, Emphasis.border),
          text: isOne ? names[0] : "\(names.count) entities")
      ])
    if weights.contains(.tied) {
      section.entries.append(
        .init(
          sample: sample(theme.fill, theme.border, 1), text: isOne ? "tied to it" : "tied to them"))
    }
    if weights.contains(.faded) {
      section.entries.append(
        .init(
          sample: sample(
            theme.faded(theme.fill), theme.faded(theme.border), Emphasis.fadedBorder),
          text: "all others"))
    }
    return section
  }

  /// What the shapes of the boxes mean where there are several kinds, and what the bold outline of a focus does.
  private var shapeSection: LegendSection {
    let present = EntityReference.Kind.allCases.filter { kind in
      content.nodes.contains { $0.reference.kind == kind }
    }
    var section = LegendSection(title: "Boxes", entries: [])
    var shapes: [Diagram.Shape] = []
    for kind in present where present.count > 1 {
      let shape = Self.shape(of: kind)
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
            shape: Self.shape(of: focus.reference.kind), fill: theme.fill, border: theme.border,
            borderWidth: Self.focusBorder), text: "what the map is about"))
    }
    return section
  }
}
