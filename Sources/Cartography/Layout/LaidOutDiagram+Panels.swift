import GraphvizKit

extension LaidOutDiagram {
  /// The map once for each of several states, every box and line at its one place in each picture.
  ///
  /// - Parameter panels: What each state shows, with the boxes and lines of this map in their order.
  /// - Returns: The pictures on one sheet, and which box of this map each of their boxes is.
  /// - Complexity: O(boxes and lines of all states).
  package func repeated(showing panels: [Diagram]) -> (map: LaidOutDiagram, origins: [Int]) {
    guard let grid = diagram.panels, let pitch = sheet.pitch else {
      return (self, Array(boxes.indices))
    }
    var map = self
    (map.diagram.nodes, map.diagram.edges, map.diagram.clusters) = ([], [], [])
    (map.boxes, map.routes, map.frames, map.frameLabels) = ([], [], [], [])
    // A later map stands at places of its own.
    map.recipe = nil
    var origins: [Int] = []
    for (number, panel) in panels.enumerated() {
      let shift = grid.shift(of: number, pitch: pitch)
      func key(_ key: String) -> String { "\(key)--\(number + 1)" }
      let present = panel.nodes.indices.filter {
        !panel.nodes[$0].classes.contains(Diagram.absent)
      }
      let frames = Set(present.compactMap { diagram.nodes[$0].cluster })
      for (position, var cluster) in diagram.clusters.enumerated()
      where frames.contains(cluster.key) {
        cluster.key = key(cluster.key)
        map.diagram.clusters.append(cluster)
        map.frames.append(self.frames[position]?.moved(by: shift))
        map.frameLabels.append(frameLabels[position]?.moved(by: shift))
      }
      for position in present {
        var node = panel.nodes[position]
        node.key = key(node.key)
        node.cluster = diagram.nodes[position].cluster.map(key)
        node.extent = diagram.nodes[position].extent
        node.tooltip = "\(grid.captions[number])\n\(node.tooltip)"
        map.diagram.nodes.append(node)
        map.boxes.append(boxes[position].moved(by: shift))
        origins.append(position)
      }
      for (position, var edge) in panel.edges.enumerated()
      where !edge.classes.contains(Diagram.absent) {
        let route = routes[position].moved(by: shift)
        (edge.key, edge.from, edge.to) = (key(edge.key), key(edge.from), key(edge.to))
        if route.label == nil { edge.label = nil }
        map.diagram.edges.append(edge)
        map.routes.append(edge.label == nil ? route.withoutLabel : route)
      }
    }
    return (map, origins)
  }
}

extension LaidOutDiagram.Route {
  fileprivate func moved(by shift: LaidOutDiagram.Point) -> Self {
    Self(
      curves: curves.map { $0.moved(by: shift) }, label: label?.moved(by: shift),
      labelSize: labelSize, corners: corners?.map { $0.moved(by: shift) })
  }

  fileprivate var withoutLabel: Self { Self(curves: curves, corners: corners) }
}
