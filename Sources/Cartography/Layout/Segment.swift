import GraphvizKit

/// A straight piece of a line, for counting crossings fast.
struct Segment {
  typealias Point = LaidOutDiagram.Point

  let start: Point
  let end: Point

  init(from start: Point, to end: Point) {
    self.start = start
    self.end = end
  }

  /// How long it is.
  var length: Double {
    ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
  }

  /// How much another that follows turns away: 0 straight on, 1 by a right angle, 2 back.
  func turn(to next: Segment) -> Double {
    let lengths = length * next.length
    guard lengths > 0 else { return 0 }
    return 1
      - ((end.x - start.x) * (next.end.x - next.start.x)
        + (end.y - start.y) * (next.end.y - next.start.y)) / lengths
  }

  /// Whether so much of it lies so near to another that the two look like one line.
  func runs(along other: Segment) -> Bool {
    let (own, its) = (length, other.length)
    guard min(own, its) > Self.together,
      max(start.x, end.x) + Self.near > min(other.start.x, other.end.x),
      max(other.start.x, other.end.x) + Self.near > min(start.x, end.x),
      max(start.y, end.y) + Self.near > min(other.start.y, other.end.y),
      max(other.start.y, other.end.y) + Self.near > min(start.y, end.y)
    else { return false }
    let (x, y) = ((other.end.x - other.start.x) / its, (other.end.y - other.start.y) / its)
    func place(_ point: Point) -> (along: Double, aside: Double) {
      let (dx, dy) = (point.x - other.start.x, point.y - other.start.y)
      return (dx * x + dy * y, dy * x - dx * y)
    }
    // The part that lies beside the other, and of that what is near enough.
    let (a, b) = (place(start), place(end))
    var (low, high) = (0.0, 1.0)
    guard Self.clip(a.along, b.along - a.along, 0, its, &low, &high),
      Self.clip(a.aside, b.aside - a.aside, -Self.near, Self.near, &low, &high)
    else { return false }
    return (high - low) * own > Self.together
  }

  /// Nearer than this for longer than that, two lines look like one.
  static let (near, together) = (3.0, 34.0)

  /// Whether the two cross or touch.
  func crosses(_ other: Segment) -> Bool {
    Polyline.segmentsCross(start, end, other.start, other.end)
  }

  /// Whether a part of it lies in the box around a middle (Liang–Barsky).
  func runsOver(_ centre: Point, _ half: Point) -> Bool {
    let (left, right) = (centre.x - half.x, centre.x + half.x)
    let (top, bottom) = (centre.y - half.y, centre.y + half.y)
    if max(start.x, end.x) < left || min(start.x, end.x) > right || max(start.y, end.y) < top
      || min(start.y, end.y) > bottom
    {
      return false
    }
    var (low, high) = (0.0, 1.0)
    return Self.clip(start.x, end.x - start.x, left, right, &low, &high)
      && Self.clip(start.y, end.y - start.y, top, bottom, &low, &high)
  }

  /// Narrows the part of a segment, `low` to `high`, to what lies between two bounds; says whether anything is left.
  private static func clip(
    _ start: Double, _ delta: Double, _ minimum: Double, _ maximum: Double, _ low: inout Double,
    _ high: inout Double
  ) -> Bool {
    guard delta != 0 else { return start >= minimum && start <= maximum }
    let (first, second) = ((minimum - start) / delta, (maximum - start) / delta)
    low = max(low, min(first, second))
    high = min(high, max(first, second))
    return low <= high
  }
}
