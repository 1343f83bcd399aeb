internal import EcosystemModel
package import GraphvizKit

extension Diagram {
  /// The diagram as a graph for the layout engine, with its title and footer as the graph's label.
  ///
  /// Lines that point upwards are turned around for the engine, which puts tails above heads, and drawn backwards.
  package func dotGraph(_ candidate: LayoutCandidate) -> DOTGraph {
    var graph = DOTGraph(
      name: "map", direction: .directed, attributes: sheetAttributes(),
      nodeDefaults: Self.nodeDefaults(), edgeDefaults: Self.edgeDefaults())
    graph.attributes["layout"] = .escaped(candidate.engine.rawValue)
    graph.attributes = graph.attributes.merging(candidate.attributes)
    if let root = candidate.root { graph.attributes["root"] = .literal(root) }
    let nodes = candidate.startsReversed ? nodes.reversed() : nodes
    let free = nodes.filter { $0.cluster == nil }
    graph.nodes = free.map { DOTGraph.Node($0.key, attributes(of: $0)) }
    graph.subgraphs = (candidate.startsReversed ? clusters.reversed() : clusters).map { cluster in
      var frame = DOTGraph.Subgraph(
        cluster.key, role: .cluster, attributes: attributes(of: cluster))
      frame.nodes = nodes.filter { $0.cluster == cluster.key }
        .map { DOTGraph.Node($0.key, attributes(of: $0)) }
      return frame
    }
    graph.edges = edges.map { edge in
      var attributes = attributes(of: edge)
      if edge.pointsUp, edge.arrow == .forward { attributes["dir"] = "back" }
      return edge.pointsUp
        ? DOTGraph.Edge(edge.to, edge.from, key: edge.key, attributes)
        : DOTGraph.Edge(edge.from, edge.to, key: edge.key, attributes)
    }
    return graph
  }

  /// The boxes alone, all at one point, for an engine to say how large they are.
  func dotGraphOfSizes() -> DOTGraph {
    DOTGraph(
      name: "map", direction: .directed, attributes: sheetAttributes(),
      nodeDefaults: Self.nodeDefaults(), edgeDefaults: Self.edgeDefaults(),
      nodes: nodes.map { node in
        var attributes = attributes(of: node)
        attributes["pos"] = .position(x: 0, y: 0)
        return DOTGraph.Node(node.key, attributes)
      })
  }

  /// What holds for the whole sheet, whether it is yet to be laid out or not.
  package func sheetAttributes(_ letters: Lettering = .measured) -> DOTAttributes {
    [
      "bgcolor": .literal(theme.background.description), "fontname": .literal(letters.font),
      "tooltip": .text(title), "outputorder": "edgesfirst",
    ]
  }

  package static func nodeDefaults(_ letters: Lettering = .measured) -> DOTAttributes {
    [
      "fontname": .literal(letters.font), "fontsize": 12, "margin": "0.11,0.06",
      "height": .number(0.3), "width": .number(0.5),
    ]
  }

  package static func edgeDefaults(_ letters: Lettering = .measured) -> DOTAttributes {
    ["fontname": .literal(letters.font), "fontsize": 10, "arrowsize": .number(0.7)]
  }

  package func attributes(of node: Node, _ letters: Lettering = .measured) -> DOTAttributes {
    var attributes: DOTAttributes = [
      "id": .literal(node.key), "class": .literal(classText(node.classes)),
      "label": node.label(letters), "shape": .escaped(node.shape.dotShape),
      "style": .escaped(node.style),
      "fillcolor": .literal(node.fill.description), "color": .literal(node.border.description),
      "penwidth": .number(node.borderWidth), "tooltip": .text(node.tooltip),
    ]
    if node.shape == .ellipse { attributes["margin"] = "0.02,0.03" }
    if let first = node.lines.first {
      attributes["fontcolor"] = .literal(first.colour.description)
      attributes["fontsize"] = .number(first.size * letters.scale)
    }
    if let extent = node.extent {
      attributes["width"] = .number(extent.width / 72)
      attributes["height"] = .number(extent.height / 72)
      // The shape alone: a text that is a hair too wide is no reason for a warning.
      attributes["fixedsize"] = "shape"
      attributes["margin"] = 0
      if node.isEvenlyBold { attributes["fontname"] = .literal(letters.boldFont) }
    }
    if let url = node.url {
      attributes["URL"] = .literal(url)
      attributes["target"] = "_blank"
    }
    return attributes
  }

  package func attributes(of edge: Edge, _ letters: Lettering = .measured) -> DOTAttributes {
    var attributes: DOTAttributes = [
      "id": .literal(edge.key), "class": .literal(classText(edge.classes)),
      "dir": edge.arrow == .forward ? "forward" : "none",
      "color": .literal(edge.colour.description), "penwidth": .number(edge.width),
      "style": .escaped(edge.stroke.rawValue), "tooltip": .text(edge.tooltip),
    ]
    if let label = edge.label {
      attributes["label"] = .text(label.text)
      attributes["fontsize"] = .number(label.size * letters.scale)
      attributes["fontcolor"] = .literal(label.colour.description)
      attributes["labeltooltip"] = .text(edge.tooltip)
    }
    return attributes
  }

  package func attributes(
    of cluster: Cluster, _ letters: Lettering = .measured
  ) -> DOTAttributes {
    [
      "id": .literal(cluster.key), "label": .text(cluster.label.text),
      "fontsize": .number(cluster.label.size * letters.scale),
      "fontcolor": .literal(cluster.label.colour.description), "style": "rounded,filled",
      "fillcolor": .literal(cluster.fill.description),
      "color": .literal(cluster.border.description), "tooltip": .text(cluster.label.text),
      "margin": 12,
    ]
  }

  /// Words for styling with every character that separates or quotes them replaced.
  private func classText(_ classes: [String]) -> String {
    classes.map { word in
      String(word.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }.joined(separator: " ")
  }
}

extension Diagram.Node {
  /// Its corners, its inside and its outline in the engine's words.
  fileprivate var style: String {
    let words = [shape == .roundedRectangle ? "rounded" : nil, "filled", stroke?.rawValue]
    return words.compactMap { $0 }.joined(separator: ",")
  }

  /// Whether a box of fixed size has bold lines of one size only.
  ///
  /// Tables, which hold all other bold text, stand a little too high and round sizes down, which shows in a small box.
  var isEvenlyBold: Bool {
    extent != nil && chips.isEmpty && !lines.isEmpty
      && lines.allSatisfy { $0.isBold && $0.size == lines.first?.size }
  }

  /// The text of the box: plain where one size and weight will do, else a table.
  func label(_ letters: Lettering) -> DOTValue {
    let isPlain = chips.isEmpty && lines.allSatisfy { !$0.isBold && $0.size == lines.first?.size }
    guard !isPlain && !isEvenlyBold else { return .text(lines.map(\.text).joined(separator: "\n")) }
    let rows = lines.map { line in
      let text =
        "<FONT POINT-SIZE=\"\(NumberText.text(of: line.size * letters.scale))\" COLOR=\"\(line.colour)\">"
        + HTMLLabel.escape(line.text.isEmpty ? " " : line.text) + "</FONT>"
      return "<TR><TD>" + (line.isBold ? "<B>\(text)</B>" : text) + "</TD></TR>"
    }
    var table = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">"
    table += rows.joined()
    if !chips.isEmpty {
      table += "<TR><TD>" + chipTable(letters: Diagram.Chip.letters * letters.scale) + "</TD></TR>"
    }
    return .html(HTMLLabel(trusted: table + "</TABLE>"))
  }

  /// The coloured fields in a row, each as wide as it says: fixed, or the engine would widen them to fill the box.
  private func chipTable(letters: Double) -> String {
    let spacing = 3.0
    let height = (letters * 1.2).rounded(.up) + 1
    let widths = chips.map { ($0.width * letters / Diagram.Chip.letters).rounded(.up) }
    func fixed(_ width: Double, _ height: Double) -> String {
      "FIXEDSIZE=\"TRUE\" WIDTH=\"\(NumberText.text(of: width))\" HEIGHT=\"\(NumberText.text(of: height))\""
    }
    let total = widths.reduce(spacing * Double(chips.count + 1), +)
    let fields = zip(chips, widths).map { chip, width in
      let outline = chip.border.map { "BORDER=\"1\" COLOR=\"\($0)\" " } ?? ""
      return "<TD \(outline)\(fixed(width, height)) BGCOLOR=\"\(chip.fill)\"><FONT POINT-SIZE=\""
        + "\(NumberText.text(of: letters))\" COLOR=\"\(chip.textColour)\">"
        + HTMLLabel.escape(chip.text.isEmpty ? " " : chip.text) + "</FONT></TD>"
    }
    return
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"\(NumberText.text(of: spacing))\" CELLPADDING=\"0\" "
      + fixed(total, height + 2 * spacing) + "><TR>" + fields.joined() + "</TR></TABLE>"
  }
}

extension Diagram.Shape {
  /// Graphviz' name of the shape.
  var dotShape: String {
    switch self {
    case .rectangle, .roundedRectangle: "box"
    case .ellipse: "ellipse"
    case .hexagon: "hexagon"
    }
  }
}
