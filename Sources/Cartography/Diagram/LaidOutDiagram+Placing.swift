import GraphvizKit

extension LaidOutDiagram {
  /// Moves a layout to its place on the sheet and puts its parts into the diagram's order.
  init(_ diagram: Diagram, layout: GraphLayout, sheet: SheetComposer.Sheet, layoutName: String) {
    func place(_ point: GraphLayout.Point) -> Point {
      Point(x: point.x + sheet.mapOrigin.x, y: point.y + sheet.mapOrigin.y)
    }
    let nodes = Dictionary(layout.nodes.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let edges = Dictionary(
      layout.edges.map { ($0.key ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    let clusters = Dictionary(
      layout.clusters.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    self.init(
      diagram: diagram, width: sheet.width, height: sheet.height,
      boxes: diagram.nodes.map { node in
        guard let box = nodes[node.key] else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
        let centre = place(box.center)
        return Rectangle(
          x: centre.x - box.width / 2, y: centre.y - box.height / 2, width: box.width,
          height: box.height)
      },
      routes: diagram.edges.map { edge in
        let laidOut = edges[edge.key]
        let curves = (laidOut?.curves ?? []).map { curve in
          Curve(
            points: curve.points.map(place), startTip: curve.startTip.map(place),
            endTip: curve.endTip.map(place))
        }
        return Route(
          curves: edge.pointsUp ? curves.reversed().map(\.reversed) : curves,
          label: laidOut?.label.map { place($0.center) },
          labelSize: laidOut?.label.map { Point(x: $0.width, y: $0.height) })
      },
      frames: diagram.clusters.map { cluster in
        clusters[cluster.key].map { laidOut in
          let corner = place(.init(x: laidOut.frame.x, y: laidOut.frame.y))
          return Rectangle(
            x: corner.x, y: corner.y, width: laidOut.frame.width, height: laidOut.frame.height)
        }
      },
      frameLabels: diagram.clusters.map { cluster in
        clusters[cluster.key].flatMap { $0.label.map { place($0.center) } }
      },
      ornaments: sheet.ornaments, logo: sheet.logo, layoutName: layoutName)
  }
}

extension LaidOutDiagram.Curve {
  /// The same curve from its end to its start.
  var reversed: Self {
    Self(points: points.reversed(), startTip: endTip, endTip: startTip)
  }
}
