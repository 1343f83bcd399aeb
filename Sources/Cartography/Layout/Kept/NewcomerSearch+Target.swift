import GraphvizKit

extension NewcomerSearch {
  /// Where distances along lines would have a box: near its neighbours, and as far from the others as they are apart.
  func target(of node: Int, _ neighbours: [Point]) -> Point {
    guard !neighbours.isEmpty else {
      // Those without a line gather where others without one are, or at the edge.
      let tied = Set(lines.flatMap { [$0.0, $0.1] })
      let alike = boxes.indices.compactMap { other in
        other != node && !tied.contains(other) && frameOf[other] == frameOf[node]
          ? boxes[other]?.middle : nil
      }
      guard !alike.isEmpty else {
        return frameOf[node].flatMap { frames[$0]?.middle }
          ?? Point(x: area.x + area.width, y: area.y + area.height)
      }
      return Self.mean(alike)
    }
    var place = Self.mean(neighbours)
    let near = Set(
      lines.flatMap { $0.0 == node ? [$0.1] : $0.1 == node ? [$0.0] : [] })
    let usual = usualLength
    for _ in 0..<20 {
      var sum = (x: 0.0, y: 0.0, weight: 0.0)
      for (other, box) in boxes.enumerated() where other != node {
        guard let box else { continue }
        let isNear = near.contains(other)
        let wanted = isNear ? usual : 2 * usual
        let (dx, dy) = (place.x - box.middle.x, place.y - box.middle.y)
        let distance = max((dx * dx + dy * dy).squareRoot(), 1)
        // Who is not linked pushes where it is too near.
        guard isNear || distance < wanted else { continue }
        let weight = isNear ? 1 : 0.1
        sum.x += weight * (box.middle.x + dx / distance * wanted)
        sum.y += weight * (box.middle.y + dy / distance * wanted)
        sum.weight += weight
      }
      guard sum.weight > 0 else { break }
      place = Point(x: sum.x / sum.weight, y: sum.y / sum.weight)
    }
    return place
  }

  private static func mean(_ points: [Point]) -> Point {
    let count = Double(max(points.count, 1))
    return Point(
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  }

  /// The middle of the lengths of all lines between boxes that stand.
  private var usualLength: Double {
    let lengths = lines.compactMap { ends -> Double? in
      guard ends.0 != ends.1, let from = boxes[ends.0], let to = boxes[ends.1] else { return nil }
      return Segment(from: from.middle, to: to.middle).length
    }.sorted()
    return lengths.isEmpty ? 150 : lengths[lengths.count / 2]
  }
}
