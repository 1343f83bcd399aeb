import EcosystemModel
import GraphvizKit

extension LaidOutDiagram {
  /// Moves a layout to its place on the sheet and puts its parts into the diagram's order.
  init(
    _ diagram: Diagram, _ layout: GraphLayout, on page: ComposedSheet, as candidate: LayoutCandidate
  ) {
    let nodes = Dictionary(layout.nodes.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let edges = Dictionary(
      layout.edges.map { ($0.key ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    let clusters = Dictionary(
      layout.clusters.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    self.init(
      diagram: diagram, width: page.width, height: page.height,
      boxes: diagram.nodes.map { node in
        guard let box = nodes[node.key] else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
        return Rectangle(
          middle: box.center.moved(by: page.mapOrigin), width: box.width, height: box.height)
      },
      routes: diagram.edges.map { edge in
        let laidOut = edges[edge.key]
        let curves = (laidOut?.curves ?? []).map { $0.moved(by: page.mapOrigin) }
        return Route(
          curves: edge.pointsUp ? curves.reversed().map(\.reversed) : curves,
          label: laidOut?.label?.center.moved(by: page.mapOrigin),
          labelSize: laidOut?.label.map { Point(x: $0.width, y: $0.height) })
      },
      frames: diagram.clusters.map { cluster in
        clusters[cluster.key]?.frame.moved(by: page.mapOrigin)
      },
      frameLabels: diagram.clusters.map { cluster in
        clusters[cluster.key]?.label?.center.moved(by: page.mapOrigin)
      },
      sheet: page.sheet, layout: candidate, recipe: page.recipe(candidate))
  }
}

extension ComposedSheet {
  /// What was chosen for a map on the sheet so far: how it is laid out.
  func recipe(_ candidate: LayoutCandidate) -> PictureRecipe {
    var recipe = PictureRecipe()
    (recipe.unit, recipe.isLegendBeside, recipe.layout) = (unit, isBeside, candidate.text)
    return recipe
  }
}
