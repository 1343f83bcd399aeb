import EcosystemModel

extension Diagram {
  /// The class of what is on another of several pictures only.
  static let absent = "absent"

  /// What each state of a map shows, with the boxes and lines of the map in their order.
  ///
  /// - Parameters:
  ///   - content: The map of what is in any state.
  ///   - style: What colours, sizes and widths follow.
  ///   - measures: The metrics that the style names.
  ///   - provenance: Where the data comes from.
  /// - Returns: A diagram for each state; what is not there has the class ``absent``.
  package static func panels(
    of content: MapContent, style: MapStyle, measures: MapMeasures?, provenance: Provenance
  ) -> [Diagram] {
    content.stages.indices.map { number in
      make(
        of: content.showing(number), style: style, measures: measures, provenance: provenance)
    }
  }

  /// Is to be drawn once for each of several states: makes room in every box for what it says in any.
  ///
  /// - Parameters:
  ///   - panels: What each state shows, with the boxes of this map in their order; none for one picture.
  ///   - content: The map of what is in any state.
  package mutating func makeRoom(for panels: [Diagram], of content: MapContent) {
    guard !panels.isEmpty else { return }
    self.panels = PanelGrid(content.captions)
    for position in nodes.indices {
      let variants = panels.map { $0.nodes[position] }.filter { !$0.classes.contains(Self.absent) }
      var lines = nodes[position].lines
      for variant in variants {
        for (row, line) in variant.lines.enumerated() {
          guard lines.indices.contains(row) else {
            lines.append(line)
            continue
          }
          let widths = [line, lines[row]].map {
            TextMetrics.width(of: $0.text, size: $0.size, isBold: $0.isBold)
          }
          if widths[0] > widths[1] { lines[row] = line }
        }
      }
      nodes[position].lines = lines
      func width(_ node: Node) -> Double { node.chips.reduce(0) { $0 + $1.width + 3 } }
      let widest = variants.max { width($0) < width($1) }
      if let widest, width(widest) > width(nodes[position]) { nodes[position].chips = widest.chips }
    }
  }
}

extension MapContent {
  /// What stands above each of several pictures.
  var captions: [String] {
    let states = view.difference?.states ?? []
    guard states.count > 2 else {
      return zip(["Before", "After"], states).map { "\($0): \($1.name)" }
    }
    return states.enumerated().map { number, state in
      [state.name, changeSigns(number)].compactMap { $0 }.joined(separator: "   ")
    }
  }
}
