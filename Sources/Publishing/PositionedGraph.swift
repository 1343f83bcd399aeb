import Containers
import Cartography
import GraphvizKit

extension LaidOutDiagram {
  /// The sheet as a graph in which everything has its place already, so that every format shows the same picture.
  ///
  /// - Parameter withOrnaments: Whether title, legend, footer and logo are part of it, in the letters that readers see.
  /// - Returns: A graph for the engine that leaves everything where it is.
  func positionedGraph(withOrnaments: Bool) -> DOTGraph {
    // The layout knows the measured font only; a brand's comes in where pictures are drawn.
    let letters = withOrnaments ? diagram.theme.lettering : .measured
    var graph = DOTGraph(
      name: "map", direction: .directed, attributes: diagram.sheetAttributes(letters),
      nodeDefaults: Diagram.nodeDefaults(letters), edgeDefaults: Diagram.edgeDefaults(letters))
    graph.attributes["margin"] = 0
    graph.attributes["pad"] = 0
    if withOrnaments {
      // Letters of a font that stands in for a missing one may be wider than the sheet, which they must not change.
      // Upwards is positive there.
      let extent = [width, height, 1, width / 2, -height / 2].map(XDotDrawing.text)
      graph.attributes["viewport"] = .literal(extent.joined(separator: ","))
      graph.attributes["_background"] = .literal(
        XDotDrawing(sheet.beforeMap + sheet.afterMap, theme: diagram.theme).text)
    }
    let boxed = zip(diagram.nodes, boxes)
    func positioned(_ pair: (Diagram.Node, Rectangle)) -> DOTGraph.Node {
      let (node, box) = pair
      var attributes = diagram.attributes(of: node, letters)
      attributes["pos"] = .position(x: box.x + box.width / 2, y: box.y + box.height / 2)
      if node.extent == nil {
        // A box may be larger than its text, and a brand's letters need less room than those that were measured.
        attributes["width"] = .number(box.width / 72)
        attributes["height"] = .number(box.height / 72)
      }
      return DOTGraph.Node(node.key, attributes)
    }
    graph.nodes =
      DOTGraph.corners(width: width, height: height)
      + boxed.filter { $0.0.cluster == nil }.map(positioned)
    graph.subgraphs = diagram.clusters.indices.compactMap { position in
      guard let frame = frames[position] else { return nil }
      let cluster = diagram.clusters[position]
      var subgraph = DOTGraph.Subgraph(
        cluster.key, role: .cluster, attributes: diagram.attributes(of: cluster, letters))
      subgraph.attributes["bb"] = .box(
        .init(x: frame.x, y: frame.y, width: frame.width, height: frame.height))
      if let label = frameLabels[position] {
        subgraph.attributes["lp"] = .position(x: label.x, y: label.y)
      }
      subgraph.nodes = boxed.filter { $0.0.cluster == cluster.key }.map(positioned)
      return subgraph
    }
    if withOrnaments, let logo = sheet.logo, let picture = diagram.theme.logo {
      graph.nodes.append(picture.node(in: logo))
    }
    // A frame that the engine did not draw still leaves its boxes to be drawn.
    let undrawn = Set(
      diagram.clusters.indices.filter { frames[$0] == nil }.map { diagram.clusters[$0].key })
    graph.nodes += boxed.filter { $0.0.cluster.map(undrawn.contains) ?? false }.map(positioned)
    graph.edges = zip(diagram.edges, routes).map { edge, route in
      var attributes = diagram.attributes(of: edge, letters)
      let runs = route.curves.map(\.splineText).filter { !$0.isEmpty }
      if !runs.isEmpty { attributes["pos"] = .literal(runs.joined(separator: ";")) }
      attributes["label"] = nil
      if let text = edge.label, let place = route.label {
        attributes["label"] = text.plate(on: diagram.theme.background, letters)
        attributes["lp"] = .position(x: place.x, y: place.y)
      }
      return DOTGraph.Edge(edge.from, edge.to, key: edge.key, attributes)
    }
    return graph
  }
}

extension DOTGraph {
  /// Two invisible points that stretch the drawing to the whole sheet.
  static func corners(width: Double, height: Double) -> [DOTGraph.Node] {
    [(0.0, 0.0), (width, height)].enumerated().map { number, corner in
      DOTGraph.Node(
        "sheet-corner-\(number)",
        [
          "shape": "point", "style": "invis", "width": 0, "height": 0, "label": "",
          "pos": .position(x: corner.0, y: corner.1),
        ])
    }
  }
}

extension Logo {
  /// The logo as a node of a graph in which everything has its place.
  func node(in frame: LaidOutDiagram.Rectangle) -> DOTGraph.Node {
    DOTGraph.Node(
      "sheet-logo",
      [
        "shape": "none", "label": "", "margin": 0, "fixedsize": "true", "imagescale": "both",
        "image": .literal(image.name), "width": .number(frame.width / 72),
        "height": .number(frame.height / 72),
        "pos": .position(x: frame.x + frame.width / 2, y: frame.y + frame.height / 2),
      ])
  }

  /// The picture for the drawing.
  var image: LayoutImage {
    // Graphviz keeps what it has read under a name.
    var checksum = Checksum()
    checksum.feed(bytes)
    return LayoutImage(
      name: "logo-\(checksum.digits).\(format.fileExtension)", bytes: bytes)
  }
}

extension Diagram.TextLine {
  /// The text on a plate in the colour of the sheet, so that it can stand on its line.
  fileprivate func plate(on background: Colour, _ letters: Lettering) -> DOTValue {
    let cell =
      "<FONT POINT-SIZE=\"\(XDotDrawing.text(size * letters.scale))\" COLOR=\"\(colour)\">"
      + HTMLLabel.escape(text) + "</FONT>"
    return .html(
      HTMLLabel(
        trusted: "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\""
          + " BGCOLOR=\"\(background)\"><TR><TD>\(cell)</TD></TR></TABLE>"))
  }
}

extension LaidOutDiagram.Curve {
  /// The curve as Graphviz' `pos` of an edge: tips first, then the control points, *y* upwards.
  fileprivate var splineText: String {
    guard !points.isEmpty else { return "" }
    var parts: [String] = []
    if let startTip { parts.append("s,\(text(of: startTip))") }
    if let endTip { parts.append("e,\(text(of: endTip))") }
    return (parts + points.map(text(of:))).joined(separator: " ")
  }

  private func text(of point: LaidOutDiagram.Point) -> String {
    "\(XDotDrawing.text(point.x)),\(XDotDrawing.text(-point.y))"
  }
}
