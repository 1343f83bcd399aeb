extension Legibility {
  /// The same without what is no fault of the new data: crossings and overlaps among what stands as people left it.
  package func besides(_ inherited: Legibility?) -> Legibility {
    guard let inherited else { return self }
    var measures = self
    let parts: [WritableKeyPath<Legibility, Int>] = [
      \.crossings, \.linesThroughBoxes, \.boxOverlaps, \.labelOverlaps, \.struckLabels,
    ]
    for part in parts {
      measures[keyPath: part] = max(0, measures[keyPath: part] - inherited[keyPath: part])
    }
    return measures
  }
}

extension LaidOutDiagram {
  /// How well a part of a map can be read by itself.
  ///
  /// - Parameters:
  ///   - standing: The positions of its boxes.
  ///   - new: Which lines are none of its own.
  /// - Returns: What can be measured of it.
  func legibility(among standing: Set<Int>, without new: [Bool]) -> Legibility {
    var part = self
    let nodes = boxes.indices.filter(standing.contains)
    part.diagram.nodes = nodes.map { diagram.nodes[$0] }
    part.boxes = nodes.map { boxes[$0] }
    let keys = Set(part.diagram.nodes.map(\.key))
    let lines = diagram.edges.indices.filter {
      !new[$0] && keys.contains(diagram.edges[$0].from) && keys.contains(diagram.edges[$0].to)
    }
    part.diagram.edges = lines.map { diagram.edges[$0] }
    part.routes = lines.map { routes[$0] }
    return part.legibility()
  }
}
