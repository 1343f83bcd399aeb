import EcosystemModel

extension DiagramStyler {
  /// What the looks of the map mean, for those in use.
  func legend(for diagram: Diagram) -> [LegendSection] {
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
      let shape = diagram.nodes.first { node in
        content.view.kind != .people || node.shape == .ellipse
      }?.shape
      var section = colours.legend(shape: shape ?? .roundedRectangle)
      section.title = "Colour: \(colours.title)"
      if isMetricMissing(colourColumn) {
        section.entries.append(
          .init(
            sample: .box(
              shape: shape ?? .roundedRectangle, fill: theme.fill, border: theme.border),
            text: "no value"))
      }
      add(section, of: colourColumn)
    }
    if let chipColours {
      var section = chipColours.legend(shape: .rectangle)
      section.title = "Voting seats held by"
      section.entries = section.entries.map { entry in
        guard case .box(_, _, let border, _) = entry.sample else { return entry }
        return .init(
          sample: .box(shape: .rectangle, fill: border, border: border), text: entry.text)
      }
      sections.append(section)
    }
    if let sizes { add(sizes.legend, of: style.size) }
    if let borders {
      let section = borders.legend("Outline") { width in
        .box(
          shape: .roundedRectangle, fill: theme.fill, border: theme.border, borderWidth: width)
      }
      add(section, of: style.border)
    }
    let shapes = shapeSection
    if shapes.entries.count > 1, content.view.kind != .focus, content.view.rollUp != .communities {
      sections.append(shapes)
    }
    if let widths {
      var section = widths.legend("Line width") { width in
        .line(width: width, colour: theme.line, stroke: .solid, arrow: .none)
      }
      if style.width.flatMap({ values.reading(of: $0) }) != nil {
        section.entries += LegendSection.note("The lower value of a line's two ends.")
      }
      add(section, of: style.width)
    }
    let lines = lineSection(for: diagram)
    if !lines.entries.isEmpty { sections.append(lines) }
    return sections
  }

  /// Whether some boxes have no value of the metric that the others have.
  private func isMetricMissing(_ column: String?) -> Bool {
    guard let column, values.reading(of: column) != nil else { return false }
    return content.nodes.contains { values.value(of: column, for: $0) == nil }
  }

  private func highlightSection(_ emphasis: Emphasis) -> LegendSection {
    let names = content.nodes.filter { emphasis.highlighted.contains($0.reference) }.map(\.name)
    let isOne = names.count == 1
    func sample(_ fill: Colour, _ border: Colour, _ width: Double) -> LegendSection.Sample {
      .box(shape: .roundedRectangle, fill: fill, border: border, borderWidth: width)
    }
    return LegendSection(
      title: "Highlighted",
      entries: [
        .init(
          sample: sample(theme.fill, theme.text, Emphasis.border),
          text: isOne ? names[0] : "\(names.count) entities"),
        .init(
          sample: sample(theme.fill, theme.border, 1), text: isOne ? "tied to it" : "tied to them"),
        .init(
          sample: sample(
            theme.faded(theme.fill), theme.faded(theme.border), Emphasis.fadedBorder),
          text: "all others"),
      ])
  }

  private var shapeSection: LegendSection {
    let present = EntityReference.Kind.allCases.filter { kind in
      content.nodes.contains { $0.reference.kind == kind }
    }
    return LegendSection(
      title: "Boxes",
      entries: present.map { kind in
        .init(
          sample: .box(shape: Self.shape(of: kind), fill: theme.fill, border: theme.border),
          text: kind.rawValue)
      })
  }
}
