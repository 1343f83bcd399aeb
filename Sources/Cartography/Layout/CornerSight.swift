import GraphvizKit

/// The corners of rectangles and their middles, and what stands between any two of them; found out once, and remembered.
struct CornerSight {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// What stands between two places.
  enum View {
    case free
    /// Only what the way begins or ends at.
    case own
    case blocked
  }

  /// The corners, and then the middles of the rectangles.
  let places: [Point]
  /// The rectangle of each corner.
  let owners: [Int]
  private let walls: Collisions
  /// For each pair of places the two rectangles between them; 0 where nobody has asked yet.
  private var between: [Int32]

  /// For more places than this nothing is remembered: so many pairs would take more memory than they save time.
  private static let mostRemembered = 2_500
  private static let (nothing, many): (Int32, Int32) = (1, -1)

  init(_ rectangles: [Rectangle]) {
    walls = Collisions(
      lines: [],
      boxes: rectangles.map { .init(around: $0.middle, half: $0.half(grownBy: 0)) })
    var (places, owners): ([Point], [Int]) = ([], [])
    for (number, rectangle) in rectangles.enumerated() {
      // Some corners behind each other, so that several lines may pass without touching.
      for margin in [2.0, 9.0, 16.0] {
        let box = rectangle.grown(by: margin)
        for y in [box.y, box.y + box.height] {
          for x in [box.x, box.x + box.width] {
            let place = Point(x: x, y: y)
            guard !walls.hold(place) else { continue }
            places.append(place)
            owners.append(number)
          }
        }
      }
    }
    self.owners = owners
    self.places = places + rectangles.map(\.middle)
    let count = self.places.count
    between = count > Self.mostRemembered ? [] : [Int32](repeating: 0, count: count * count)
  }

  /// The place in the middle of a rectangle.
  func middle(of rectangle: Int) -> Int { owners.count + rectangle }

  /// What stands between two places for a way that may pass some of the rectangles.
  mutating func view(from: Int, to: Int, passing isPassable: [Bool]) -> View {
    var code = between.isEmpty ? 0 : between[from * places.count + to]
    if code == 0 {
      code = look(from: from, to: to)
      if !between.isEmpty {
        between[from * places.count + to] = code
        between[to * places.count + from] = code
      }
    }
    if code == Self.nothing { return .free }
    if code == Self.many { return .blocked }
    let (first, second) = (Int(code & 0x7fff) - 2, Int(code >> 15) - 2)
    return isPassable[first] && (second < 0 || isPassable[second]) ? .own : .blocked
  }

  /// The first two rectangles between two places, apart from those in whose middle they lie.
  private func look(from: Int, to: Int) -> Int32 {
    let line = Collisions.Line(
      from: places[from], to: places[to], boxes: (from - owners.count, to - owners.count))
    var found: Int32 = 0
    var next = 0
    while let wall = walls.overrun(by: line, from: next) {
      if found > 0x7fff || wall > 0x7ff0 { return Self.many }
      found = found == 0 ? Int32(wall + 2) : found | Int32(wall + 2) << 15
      next = wall + 1
    }
    return found == 0 ? Self.nothing : found
  }
}
