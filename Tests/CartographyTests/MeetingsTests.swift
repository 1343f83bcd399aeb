import GraphCore
import Testing

@testable import Cartography
import GraphvizKit

/// What a search keeps up to date is what counting everything anew gives.
@Suite(.timeLimit(.minutes(60)))
struct MeetingsTests {
  typealias Point = LaidOutDiagram.Point

  /// Boxes anywhere, and lines between them.
  private struct Drawing {
    var places: [Point]
    var half = Point(x: 20, y: 9)
    var lines: [(Int, Int)]

    init(_ random: inout SplitMix64) {
      let count = 4 + random.next(below: 30)
      places = (0..<count).map { _ in Self.place(&random) }
      lines = (0..<(1 + random.next(below: 90))).map { _ in
        (random.next(below: count), random.next(below: count))
      }.filter { $0.0 != $0.1 }
    }

    static func place(_ random: inout SplitMix64) -> Point {
      Point(x: 600 * random.unit(), y: 400 * random.unit())
    }

    func line(_ number: Int) -> Collisions.Line {
      let ends = lines[number]
      return .init(from: places[ends.0], to: places[ends.1], boxes: ends)
    }

    func box(_ number: Int) -> Collisions.Box { .init(around: places[number], half: half) }

    var collisions: Collisions {
      Collisions(lines: lines.indices.map(line), boxes: places.indices.map(box))
    }

    /// The lines that a line crosses, one by one.
    func crossings(of line: Int) -> Int {
      let (a, b) = lines[line]
      let own = Segment(from: places[a], to: places[b])
      return lines.count { c, d in
        ![c, d].contains(a) && ![c, d].contains(b)
          && own.crosses(Segment(from: places[c], to: places[d]))
      }
    }

    /// The boxes that a line runs over, one by one.
    func overruns(of line: Int) -> Int {
      let (a, b) = lines[line]
      let own = Segment(from: places[a], to: places[b])
      return places.indices.count { $0 != a && $0 != b && own.runsOver(places[$0], half) }
    }
  }

  @Test(arguments: 0..<24)
  func whatIsKeptUpToDateIsWhatCountingGives(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var drawing = Drawing(&random)
    var meetings = Meetings(drawing.collisions)
    for _ in 0..<30 {
      let moving = Array(
        Set((0..<(1 + random.next(below: 3))).map { _ in random.next(below: drawing.places.count) })
      ).sorted()
      let changed = drawing.lines.indices.filter { line in
        moving.contains(drawing.lines[line].0) || moving.contains(drawing.lines[line].1)
      }
      let before = drawing
      meetings.change(changed)
      for box in moving { drawing.places[box] = Drawing.place(&random) }
      for box in moving { meetings.set(box: box, drawing.box(box)) }
      for line in changed { meetings.set(line, drawing.line(line)) }
      for line in changed {
        _ = (meetings.nextCrossings(of: line), meetings.nextOverruns(of: line))
      }
      for box in moving { _ = meetings.nextOverruns(over: box) }
      if random.next(below: 2) == 0 {
        meetings.take(lines: changed, boxes: moving)
      } else {
        drawing = before
        for box in moving { meetings.set(box: box, drawing.box(box)) }
        for line in changed { meetings.set(line, drawing.line(line)) }
      }
      meetings.change([])
      for line in drawing.lines.indices {
        #expect(meetings.crossings(of: line) == Double(drawing.crossings(of: line)))
        #expect(meetings.overruns(of: line) == drawing.overruns(of: line))
      }
      let over = drawing.places.indices.reduce(0) { $0 + meetings.overruns(over: $1) }
      #expect(over == drawing.lines.indices.reduce(0) { $0 + drawing.overruns(of: $1) })
    }
  }

  /// The price that steps add up to is that of where everything stands in the end, in frames as well.
  @Test(arguments: 0..<8)
  func stepsAddUpToThePrice(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let sizes = (0..<24).map { _ in Point(x: Double(40 + random.next(below: 60)), y: 24) }
    let lines = (0..<40).map { _ in (random.next(below: 24), random.next(below: 24)) }
    let state = PlacementState(
      sizes: sizes, lines: lines,
      blocks: (0..<6).map { block in
        .init(
          members: (0..<4).map { 4 * block + $0 },
          offsets: (0..<4).map {
            Point(x: Double($0 % 2) * 120 - 60, y: Double($0 / 2) * 40 - 20)
          },
          cells: (0..<4).map { _ in Point(x: 110, y: 30) }, size: Point(x: 240, y: 80),
          centre: Point(x: 130 + Double(block % 3) * 270, y: 60 + Double(block / 3) * 120))
      }, room: Point(x: 900, y: 400), gap: Point(x: 10, y: 10))
    var search = PlacementSearch(from: state, seed: seed)
    let before = search.cost
    search.improve(effort: .quick)
    #expect(abs(search.cost - search.state.price) < 1e-3 * search.cost)
    #expect(search.cost < before)
    #expect(Set(search.state.blocks.flatMap(\.members)) == Set(0..<24))
  }
}
