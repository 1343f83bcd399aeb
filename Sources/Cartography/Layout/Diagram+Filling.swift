import GraphvizKit

extension Diagram {
  /// Boxes placed to fill a slide.
  struct Filling {
    /// The graph with every box at its place; only the lines are left to the engine.
    var graph: DOTGraph
    /// The same places with straight lines, for comparing.
    var straight: GraphLayout
  }

  /// Places every box on a slide-shaped area, starting from a layout.
  func filled(_ graph: DOTGraph, from layout: GraphLayout) -> Filling {
    let laidOut = Dictionary(layout.nodes.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { a, _ in a })
    let frameNumbers = Dictionary(
      clusters.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { a, _ in a })
    let sizes = nodes.map { node in
      LaidOutDiagram.Point(x: laidOut[node.key]?.width ?? 1, y: laidOut[node.key]?.height ?? 1)
    }
    let start = nodes.map { node in
      LaidOutDiagram.Point(
        x: laidOut[node.key]?.center.x ?? 0, y: laidOut[node.key]?.center.y ?? 0)
    }
    let lines = edges.compactMap { edge in
      positions[edge.from].flatMap { from in positions[edge.to].map { (from, $0) } }
    }
    let result = FramedPlacement(
      sizes: sizes, lines: lines, frames: nodes.map { $0.cluster.flatMap { frameNumbers[$0] } },
      titleWidths: clusters.map {
        TextMetrics.width(of: $0.label.text, size: $0.label.size, isBold: true)
      }
    ).result(from: start)

    func place(_ node: DOTGraph.Node) -> DOTGraph.Node {
      guard let position = positions[node.id] else { return node }
      var node = node
      node.attributes["pos"] = .position(x: result.places[position].x, y: result.places[position].y)
      return node
    }
    var filled = graph
    filled.attributes["splines"] = edges.count > 300 ? "line" : "true"
    filled.attributes["esep"] = "+3"
    filled.attributes["layout"] = nil
    // Labels find their places on the lines later; here they would only push lines aside.
    filled.edges = graph.edges.map { edge in
      var edge = edge
      edge.attributes["label"] = nil
      return edge
    }
    filled.nodes = graph.nodes.map(place)
    filled.subgraphs = graph.subgraphs.map { subgraph in
      var subgraph = subgraph
      subgraph.nodes = subgraph.nodes.map(place)
      if let number = frameNumbers[subgraph.id] {
        let frame = result.frames[number]
        subgraph.attributes["bb"] = .box(
          .init(x: frame.x, y: frame.y, width: frame.width, height: frame.height))
        subgraph.attributes["lp"] = .position(
          x: frame.x + frame.width / 2, y: frame.y + FramedPlacement.titleHeight / 2 + 4)
      }
      return subgraph
    }
    return Filling(
      graph: filled, straight: straight(places: result.places, sizes: sizes, frames: result.frames))
  }

  private func straight(
    places: [LaidOutDiagram.Point], sizes: [LaidOutDiagram.Point],
    frames: [LaidOutDiagram.Rectangle]
  ) -> GraphLayout {
    let left = places.indices.map { places[$0].x - sizes[$0].x / 2 } + frames.map(\.x)
    let top = places.indices.map { places[$0].y - sizes[$0].y / 2 } + frames.map(\.y)
    let right =
      places.indices.map { places[$0].x + sizes[$0].x / 2 } + frames.map { $0.x + $0.width }
    let bottom =
      places.indices.map { places[$0].y + sizes[$0].y / 2 } + frames.map { $0.y + $0.height }
    let corner = GraphLayout.Point(x: left.min() ?? 0, y: top.min() ?? 0)
    func moved(_ place: LaidOutDiagram.Point) -> GraphLayout.Point {
      .init(x: place.x - corner.x, y: place.y - corner.y)
    }
    let centres = Dictionary(
      zip(nodes.map(\.key), places.map(moved)), uniquingKeysWith: { first, _ in first })
    return GraphLayout(
      width: (right.max() ?? 0) - corner.x, height: (bottom.max() ?? 0) - corner.y,
      origin: .init(x: 0, y: 0),
      nodes: nodes.indices.map { position in
        .init(
          name: nodes[position].key, center: moved(places[position]), width: sizes[position].x,
          height: sizes[position].y)
      },
      edges: edges.map { edge in
        let ends = [centres[edge.from], centres[edge.to]].compactMap { $0 }
        let points = ends.count == 2 ? [ends[0], ends[0], ends[1], ends[1]] : []
        return .init(
          tail: edge.from, head: edge.to, key: edge.key, curves: [.init(points: points)])
      })
  }
}
