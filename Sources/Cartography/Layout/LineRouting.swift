import GraphvizKit

/// Leads lines from box to box: straight where nothing is in the way, else around foreign boxes in a smooth bend.
///
/// A bent line is the cheapest way along the corners of the boxes that it has to pass, where length, bends, crossings
/// with other lines and corners that others use cost something.
struct LineRouting {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// One line to be led.
  struct Line {
    /// The box it starts at, by its position.
    var from: Int
    /// The box it ends at.
    var to: Int
    /// Whether it has an arrow head at its end.
    var hasArrow: Bool
  }

  /// How near a line comes to a foreign box.
  private static let clearance = 5.0

  private let boxes: [Rectangle]
  private let shapes: [Diagram.Shape]
  private let lines: [Line]
  /// Rectangles that foreign lines go around, besides the boxes; `owner` is the line that may pass.
  private let plates: [(frame: Rectangle, owner: Int)]
  /// The corners of lines that are led already and stay as they are; `nil` for the others, none at all where all are led.
  private let known: [[Point]?]
  /// Whether the others may go far around those that stay.
  private let looksFar: Bool

  init(
    boxes: [Rectangle], shapes: [Diagram.Shape], lines: [Line],
    plates: [(frame: Rectangle, owner: Int)] = [], known: [[Point]?] = [], looksFar: Bool = false
  ) {
    self.boxes = boxes
    self.shapes = shapes
    self.lines = lines
    self.plates = plates
    self.looksFar = looksFar
    self.known = known.isEmpty ? lines.map { _ in nil } : known
  }

  /// The corners of every line, from the middle of its first box to the middle of its last.
  ///
  /// - Complexity: O(*e*·*n*) for *e* lines and *n* boxes if all are straight, and O(*n*²·(*e* + *n*)) more for each bent one, at worst.
  func paths() -> [[Point]] {
    let siblings = siblings()
    let middles = boxes.map(\.middle)
    var paths = lines.indices.map { number -> [Point] in
      let line = lines[number]
      if let known = known[number] { return known }
      guard line.from != line.to else { return [] }
      return spread(
        [middles[line.from], middles[line.to]], by: siblings[number],
        isReversed: line.from > line.to)
    }
    let blocked = lines.indices.filter {
      known[$0] == nil && !paths[$0].isEmpty && !isFree(paths[$0], number: $0)
    }
    for number in blocked { paths[number] = [] }
    var ways = RoutedWays(ends: lines.map { ($0.from, $0.to) })
    for (number, path) in paths.enumerated() where !path.isEmpty {
      ways.add(path, of: number, middles: middles)
    }
    var search = DetourSearch(
      obstacles: boxes.map { $0.grown(by: Self.clearance) }
        + plates.map { $0.frame.grown(by: 1) })
    // Short ways first: they have the fewest other ways to go.
    let order = blocked.sorted { (distance($0), $0) < (distance($1), $1) }
    for number in order {
      paths[number] =
        detour(number, &search, ways, isLed: false)
        ?? [middles[lines[number].from], middles[lines[number].to]]
      ways.add(paths[number], of: number, middles: middles)
    }
    // With all ways known, each may find one that crosses fewer of them.
    let open = lines.indices.filter {
      known[$0] == nil && paths[$0].count > 1 && siblings[$0] == 0
    }
    for _ in 0..<(lines.count > Self.mostLines ? 0 : Self.rounds) {
      for number in open where ways.isTangled(paths[number], of: number) {
        ways.remove(number)
        paths[number] = detour(number, &search, ways, isLed: true) ?? paths[number]
        ways.add(paths[number], of: number, middles: middles)
      }
    }
    if looksFar, lines.count <= Self.mostLines { lookFarther(open, &paths, &search, &ways) }
    return paths
  }

  /// Leads lines that cross several others far around these, where most lines stay as they are and only few have to find a way.
  private func lookFarther(
    _ open: [Int], _ paths: inout [[Point]], _ search: inout DetourSearch, _ ways: inout RoutedWays
  ) {
    for number in open {
      let crossed = ways.crossings(of: paths[number], of: number)
      guard crossed >= Self.manyCrossings else { continue }
      ways.remove(number)
      let way = detour(number, &search, ways, isLed: true, corners: Self.farCorners)
      if let way, ways.crossings(of: way, of: number) < crossed { paths[number] = way }
      ways.add(paths[number], of: number, middles: boxes.map(\.middle))
    }
  }

  /// So many crossings are worth a long way.
  private static let manyCrossings = 3
  private static let farCorners = 420

  /// How often each line that crosses others is led anew.
  private static let rounds = 2
  /// With more lines than this nobody can follow them however they are led.
  private static let mostLines = 160

  private func detour(
    _ number: Int, _ search: inout DetourSearch, _ ways: RoutedWays, isLed: Bool,
    corners: Int = DetourSearch.mostCorners
  ) -> [Point]? {
    search.path(
      for: number, from: lines[number].from, to: lines[number].to,
      passing: plates.indices.filter { plates[$0].owner == number }.map { boxes.count + $0 },
      crossing: ways, isLed: isLed, corners: corners)
  }

  /// Lines with their curves, cut at the outlines of their boxes.
  func curves() -> [LaidOutDiagram.Curve] { curves(along: paths()) }

  /// The curves along corners that are known.
  func curves(along paths: [[Point]]) -> [LaidOutDiagram.Curve] {
    let ports = LinePorts(boxes: boxes, shapes: shapes, lines: lines, paths: paths)
    return lines.indices.map { number in
      let line = lines[number]
      guard paths[number].count > 1 else {
        return loop(at: boxes[line.from], hasArrow: line.hasArrow)
      }
      let corners = ports.corners(of: number) { isFree($0, number: number) }
      return RoundedPath(corners).curve(hasArrow: line.hasArrow)
    }
  }

  /// By how much each line stands aside from the middle of those between the same boxes.
  private func siblings() -> [Double] {
    var members: [[Int]: [Int]] = [:]
    for (number, line) in lines.enumerated() {
      members[[min(line.from, line.to), max(line.from, line.to)], default: []].append(number)
    }
    var shifts = [Double](repeating: 0, count: lines.count)
    for group in members.values where group.count > 1 {
      for (rank, number) in group.enumerated() {
        shifts[number] = (Double(rank) - Double(group.count - 1) / 2) * 18
      }
    }
    return shifts
  }

  private func spread(_ ends: [Point], by shift: Double, isReversed: Bool) -> [Point] {
    let (dx, dy) = (ends[1].x - ends[0].x, ends[1].y - ends[0].y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard shift != 0, length > 1 else { return ends }
    let side = (isReversed ? -shift : shift) / length
    let middle = Point(
      x: (ends[0].x + ends[1].x) / 2 - dy * side, y: (ends[0].y + ends[1].y) / 2 + dx * side)
    return [ends[0], middle, ends[1]]
  }

  private func distance(_ number: Int) -> Double {
    Segment(from: boxes[lines[number].from].middle, to: boxes[lines[number].to].middle).length
  }

  private func isFree(_ path: [Point], number: Int) -> Bool {
    let line = lines[number]
    return zip(path, path.dropFirst()).allSatisfy { a, b in
      let segment = Segment(from: a, to: b)
      return !boxes.indices.contains { box in
        box != line.from && box != line.to
          && segment.runsOver(boxes[box].middle, boxes[box].half(grownBy: Self.clearance - 1))
      }
        && !plates.contains { plate in
          plate.owner != number
            && segment.runsOver(plate.frame.middle, plate.frame.half(grownBy: 0))
        }
    }
  }

  /// A line that ends where it starts, at the upper right corner.
  private func loop(at box: Rectangle, hasArrow: Bool) -> LaidOutDiagram.Curve {
    let right = box.x + box.width
    let (start, end) = (
      Point(x: right - min(12, box.width / 3), y: box.y),
      Point(x: right, y: box.y + min(10, box.height / 2))
    )
    return LaidOutDiagram.Curve(
      points: [
        start, Point(x: start.x, y: start.y - 22), Point(x: end.x + 26, y: end.y),
        hasArrow ? Point(x: end.x + RoundedPath.arrow, y: end.y) : end,
      ], endTip: hasArrow ? end : nil)
  }
}

extension LaidOutDiagram.Rectangle {
  /// Half the extent, with a margin.
  func half(grownBy margin: Double) -> LaidOutDiagram.Point {
    .init(x: width / 2 + margin, y: height / 2 + margin)
  }

  /// The rectangle with a margin on every side.
  func grown(by margin: Double) -> Self {
    Self(
      x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}
