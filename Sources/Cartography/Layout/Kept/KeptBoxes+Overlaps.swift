import GraphvizKit

// What lies a little over something else moves off it; what lies over it on purpose stays.
extension KeptBoxes {
  /// A box goes no farther than this share of its own extent.
  private static let farthest = 0.6

  /// Moves the smaller one of two that overlap to the nearest free place, unless that is far off.
  ///
  /// - Complexity: O(*n*²) to find pairs, and O(*k*²·*n*) for each with *k* boxes around it.
  mutating func freeOverlapping(_ isTiered: Bool, _ overlaps: Int) {
    let pairs = overlapping
    guard pairs.count > overlaps else { return }
    for (one, other) in pairs {
      guard let a = boxes[one], let b = boxes[other], Self.overlap(a, b) else { continue }
      let isFirstSmaller = a.width * a.height < b.width * b.height
      for node in isFirstSmaller ? [one, other] : [other, one] {
        guard let free = nearestFree(of: node, isTiered) else { continue }
        move(node, to: free)
        break
      }
    }
  }

  /// The pairs that lie over each other.
  private var overlapping: [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for (one, box) in boxes.enumerated() {
      guard let box else { continue }
      for other in boxes.indices.dropFirst(one + 1) {
        if let place = boxes[other], Self.overlap(box, place) { pairs.append((one, other)) }
      }
    }
    return pairs
  }

  /// Whether two share more than their borders, as legibility has it.
  private static func overlap(_ one: Rectangle, _ other: Rectangle) -> Bool {
    one.shrunk(by: 0.02).intersects(other.shrunk(by: 0.02))
  }

  /// The place nearest to a box's own where it lies over nothing; `nil` if there is none nearby.
  private func nearestFree(of node: Int, _ isTiered: Bool) -> Rectangle? {
    guard let box = boxes[node] else { return nil }
    let reach = (x: Self.farthest * box.width, y: Self.farthest * box.height)
    var wide = box
    wide.x -= reach.x + Self.apart
    wide.y -= reach.y + Self.apart
    wide.width += 2 * (reach.x + Self.apart)
    wide.height += 2 * (reach.y + Self.apart)
    let around = boxes.enumerated().compactMap { number, other in
      number == node ? nil : other.flatMap { $0.intersects(wide) ? $0 : nil }
    }
    let columns =
      [box.x]
      + around.flatMap {
        [$0.x - box.width - Self.apart, $0.x + $0.width + Self.apart]
      }
    let rows =
      [box.y]
      + around.flatMap {
        [$0.y - box.height - Self.apart, $0.y + $0.height + Self.apart]
      }
    var best: (far: Double, box: Rectangle)?
    for x in columns where abs(x - box.x) <= reach.x {
      for y in rows where abs(y - box.y) <= reach.y {
        // Levels stay levels.
        let far = abs(x - box.x) + abs(y - box.y) * (isTiered ? 6 : 1)
        var place = box
        (place.x, place.y) = (x, y)
        guard far < best?.far ?? .infinity, !around.contains(where: { $0.intersects(place) })
        else { continue }
        best = (far, place)
      }
    }
    return best?.box
  }

  /// How far it then stands from others.
  private static let apart = 3.0
}
