import GraphvizKit

/// Places boxes on an area of a slide's shape, as large as the boxes allow.
///
/// The engines of Graphviz leave the map to its own shape, and space where the slide has none to spare: letters shrink
/// to nothing. Here the shape is given. Starting from the places that an engine found, boxes are spread evenly over the
/// area, drawn together along their lines, pushed apart where they overlap. The area starts too small and grows until everything fits.
///
/// Pushing boxes apart along the axis of least overlap follows T. Dwyer, K. Marriott, P. Stuckey, “Fast node overlap
/// removal”, *Graph Drawing 2005*, [doi:10.1007/11618058_15](https://doi.org/10.1007/11618058_15), without its solver:
/// maps of a slide have few boxes.
struct SlidePlacement {
  typealias Point = LaidOutDiagram.Point

  /// The extents of the boxes.
  let sizes: [Point]
  /// The lines, by the positions of their ends.
  let lines: [(Int, Int)]
  /// Room that is kept free between boxes.
  var gap = Point(x: 26, y: 22)
  /// Width by height of the area.
  var aspect = 1.95

  /// The middles of the boxes, all positive; `start` are the places an engine found.
  ///
  /// - Complexity: O(*n*²·*r*) for *r* rounds, a few hundred.
  func places(from start: [Point]) -> [Point] {
    guard sizes.count > 1 else { return sizes.map { Point(x: $0.x / 2, y: $0.y / 2) } }
    let upright = placed(from: start)
    // A few large blocks, such as frames, may stand on top of each other where they had better stand side by side.
    guard sizes.count <= 12 else { return upright }
    let turned = placed(from: start.map { Point(x: $0.y, y: $0.x) })
    return extent(of: turned) < extent(of: upright) ? turned : upright
  }

  /// The height of the smallest area of the wanted shape that holds the boxes.
  private func extent(of places: [Point]) -> Double {
    func reach(_ axis: KeyPath<Point, Double>) -> Double {
      let low = sizes.indices.map { places[$0][keyPath: axis] - sizes[$0][keyPath: axis] / 2 }.min()
      let high = sizes.indices.map { places[$0][keyPath: axis] + sizes[$0][keyPath: axis] / 2 }
        .max()
      return (high ?? 0) - (low ?? 0)
    }
    return max(reach(\.y), reach(\.x) / aspect)
  }

  private func placed(from start: [Point]) -> [Point] {
    let needed = sizes.reduce(0) { $0 + ($1.x + gap.x) * ($1.y + gap.y) }
    let widest = sizes.map { $0.x + gap.x }.max() ?? 1
    let tallest = sizes.map { $0.y + gap.y }.max() ?? 1
    var room = room(ofArea: needed * 1.1, holding: Point(x: widest, y: tallest))
    var places = spread(start, over: room)
    settle(&places, in: room)
    while !separate(&places, in: room, rounds: 100) {
      let larger = self.room(ofArea: room.x * room.y * 1.03, holding: room)
      places = places.map { Point(x: $0.x * larger.x / room.x, y: $0.y * larger.y / room.y) }
      room = larger
    }
    return places
  }

  /// A room of an area in the wanted shape, but at least as large as what it must hold.
  private func room(ofArea area: Double, holding least: Point) -> Point {
    let height = max((area / aspect).squareRoot(), least.y)
    return Point(x: max(height * aspect, least.x), y: height)
  }

  /// Spreads places over the room: half by their distances, half by their order, which evens out dense and empty parts.
  private func spread(_ start: [Point], over room: Point) -> [Point] {
    func shares(_ values: [Double]) -> [Double] {
      let low = values.min() ?? 0
      let extent = max((values.max() ?? 0) - low, 1e-9)
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      var rank = [Double](repeating: 0, count: values.count)
      for (place, position) in order.enumerated() {
        rank[position] = Double(place) / Double(max(values.count - 1, 1))
      }
      return values.indices.map { 0.4 * (values[$0] - low) / extent + 0.6 * rank[$0] }
    }
    let (xs, ys) = (shares(start.map(\.x)), shares(start.map(\.y)))
    return sizes.indices.map { position in
      clamped(Point(x: xs[position] * room.x, y: ys[position] * room.y), position, room)
    }
  }

  /// Draws the ends of lines together while boxes keep each other at a distance.
  private func settle(_ places: inout [Point], in room: Point) {
    let rounds = 120
    for round in 0..<rounds {
      let pull = 0.04 * (1 - Double(round) / Double(rounds))
      for (a, b) in lines {
        let dx = (places[b].x - places[a].x) * pull
        let dy = (places[b].y - places[a].y) * pull
        places[a] = Point(x: places[a].x + dx, y: places[a].y + dy)
        places[b] = Point(x: places[b].x - dx, y: places[b].y - dy)
      }
      _ = separate(&places, in: room, rounds: 2)
    }
  }

  /// Pushes overlapping boxes apart inside the room; says whether none overlap in the end.
  private func separate(_ places: inout [Point], in room: Point, rounds: Int) -> Bool {
    for _ in 0..<rounds {
      var largest = 0.0
      // Most of the time for a full map goes into asking which pairs overlap; the loop calls nothing.
      var a = 0
      while a < places.count {
        var b = a
        while b + 1 < places.count {
          b += 1
          let dx = places[b].x - places[a].x
          let overlapX = (sizes[a].x + sizes[b].x) / 2 + gap.x - (dx < 0 ? -dx : dx)
          if overlapX <= 0 { continue }
          let dy = places[b].y - places[a].y
          let overlapY = (sizes[a].y + sizes[b].y) / 2 + gap.y - (dy < 0 ? -dy : dy)
          if overlapY <= 0 { continue }
          largest = max(largest, min(overlapX, overlapY))
          // A tie in place is broken by the order of the boxes, so that no two stay on top of each other.
          // The area is wider than high, so that a step aside takes less of it than a step up.
          if overlapX < overlapY * aspect {
            let shift = (overlapX / 2 + 0.05) * (dx > 0 || (dx == 0 && a < b) ? 1 : -1)
            places[a].x -= shift
            places[b].x += shift
          } else {
            let shift = (overlapY / 2 + 0.05) * (dy > 0 || (dy == 0 && a < b) ? 1 : -1)
            places[a].y -= shift
            places[b].y += shift
          }
        }
        a += 1
      }
      for position in places.indices {
        places[position] = clamped(places[position], position, room)
      }
      if largest < 1 { return true }
    }
    return false
  }

  private func clamped(_ point: Point, _ position: Int, _ room: Point) -> Point {
    let (halfWidth, halfHeight) = (sizes[position].x / 2, sizes[position].y / 2)
    return Point(
      x: min(max(point.x, halfWidth), max(room.x - halfWidth, halfWidth)),
      y: min(max(point.y, halfHeight), max(room.y - halfHeight, halfHeight)))
  }
}
