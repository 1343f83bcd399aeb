import GraphvizKit

// How a hierarchy fills its room.
extension TierPlan {
  /// Which trees begin a new row.
  var rows: [Bool] {
    zip(trees, trees.dropFirst()).map { $1.origin.y > $0.origin.y + 0.5 }
  }

  /// The area of the smallest outline without dents around all boxes.
  var covered: Double {
    let boxes = trees.flatMap { tree, origin in
      tree.places.map { node, place in
        Rectangle(
          middle: place.moved(by: origin), width: tree.sizes[node].x, height: tree.sizes[node].y)
      }
    }
    return Segment.hullArea(
      of: (boxes + frames.values).flatMap { box in
        [0, box.width].flatMap { x in
          [0, box.height].map { y in Point(x: box.x + x, y: box.y + y) }
        }
      })
  }
}
