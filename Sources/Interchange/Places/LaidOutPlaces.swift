import EcosystemModel

/// Reads our own laid-out pictures.
enum LaidOutPlaces {
  static func memory(in json: [UInt8]) throws(DocumentError) -> PictureMemory {
    // Faults of form are told with their places.
    _ = try JSONReader.document(in: json)
    guard let picture = MemoryText.value(Picture.self, in: json) else {
      throw .places("this JSON is no laid-out picture; write one with -o FILE.laid-out.json")
    }
    return picture.memory
  }

  private struct Point: Decodable {
    var x, y: Double
  }

  private struct Rectangle: Decodable {
    var x, y, width, height: Double
    var frame: PictureMemory.Frame { .init(x: x, y: y, width: width, height: height) }
  }

  private struct Curve: Decodable {
    var points: [Point]
    var startTip, endTip: Point?

    var kept: PictureMemory.Line.Curve {
      .init(
        points: points.flatMap { [$0.x, $0.y] }, startTip: startTip.map { [$0.x, $0.y] },
        endTip: endTip.map { [$0.x, $0.y] })
    }
  }

  private struct Route: Decodable {
    var curves: [Curve]
    var corners: [Point]?
  }

  private struct Member: Decodable {
    var key: String
  }

  private struct Node: Decodable {
    var key, title: String
    var members: [Member]?
  }

  private struct Edge: Decodable {
    var from, to: String
  }

  private struct Cluster: Decodable {
    var key: String
  }

  private struct Diagram: Decodable {
    var nodes: [Node]
    var edges: [Edge]
    var clusters: [Cluster]
  }

  private struct Picture: Decodable {
    var diagram: Diagram
    var width, height: Double
    var boxes: [Rectangle]
    var routes: [Route]
    var frames: [Rectangle?]
    var frameLabels: [Point?]
    var recipe: PictureRecipe?

    var memory: PictureMemory {
      PictureMemory(
        width: width, height: height,
        boxes: zip(diagram.nodes, boxes).map { node, box in
          .init(
            key: node.key, name: node.title, frame: box.frame,
            members: (node.members ?? []).map(\.key))
        },
        lines: zip(diagram.edges, routes).map { edge, route in
          .init(
            from: edge.from, to: edge.to, curves: route.curves.map(\.kept),
            corners: route.corners.map { $0.flatMap { [$0.x, $0.y] } })
        },
        groups: zip(diagram.clusters, zip(frames, frameLabels)).compactMap { cluster, place in
          place.0.map {
            .init(key: cluster.key, frame: $0.frame, label: place.1.map { [$0.x, $0.y] })
          }
        }, recipe: recipe)
    }
  }
}
