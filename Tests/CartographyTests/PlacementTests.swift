import GraphCore
import TestSupport
import Testing

@testable import Cartography
import GraphvizKit

@Suite(.timeLimit(.minutes(60)))
struct PlacementTests {
  typealias Point = LaidOutDiagram.Point

  private func overlaps(_ sizes: [Point], _ places: [Point]) -> Int {
    sizes.indices.reduce(0) { count, a in
      count
        + sizes.indices.dropFirst(a + 1).count { b in
          abs(places[a].x - places[b].x) < (sizes[a].x + sizes[b].x) / 2 - 1
            && abs(places[a].y - places[b].y) < (sizes[a].y + sizes[b].y) / 2 - 1
        }
    }
  }

  @Test(arguments: 0..<16)
  func boxesNeverOverlapAndFillASlide(seed: UInt64) {
    var numbers = SplitMix64(state: seed)
    let count = 1 + numbers.next(below: 40)
    let sizes = (0..<count).map { _ in
      Point(x: Double(40 + numbers.next(below: 120)), y: Double(20 + numbers.next(below: 60)))
    }
    let start = (0..<count).map { _ in
      Point(x: Double(numbers.next(below: 900)), y: Double(numbers.next(below: 900)))
    }
    let lines = (0..<count).map { _ in (numbers.next(below: count), numbers.next(below: count)) }
    let placement = SlidePlacement(sizes: sizes, lines: lines)
    let places = placement.places(from: start)
    #expect(overlaps(sizes, places) == 0)
    #expect(placement.places(from: start) == places, "The same start gives the same places.")
    let boxes = sizes.reduce(0) { $0 + $1.x * $1.y }
    let width = (sizes.indices.map { places[$0].x + sizes[$0].x / 2 }.max() ?? 0)
    let height = (sizes.indices.map { places[$0].y + sizes[$0].y / 2 }.max() ?? 0)
    // Even with the gaps, boxes take a good part of the area; engines of Graphviz use a few hundredths.
    if count > 8 { #expect(boxes / (width * height) > 0.15) }
  }

  @Test func boxesOnTopOfEachOtherComeApart() {
    let sizes = [Point](repeating: Point(x: 80, y: 30), count: 20)
    let start = [Point](repeating: Point(x: 5, y: 5), count: 20)
    let places = SlidePlacement(sizes: sizes, lines: []).places(from: start)
    #expect(overlaps(sizes, places) == 0)
  }

  @Test func framesHoldTheirBoxesAndNoOthers() {
    var numbers = SplitMix64(state: 7)
    let sizes = (0..<24).map { _ in Point(x: Double(60 + numbers.next(below: 60)), y: 30) }
    let frames: [Int?] = sizes.indices.map { $0 % 4 == 3 ? nil : $0 % 4 }
    let start = sizes.indices.map { _ in
      Point(x: Double(numbers.next(below: 900)), y: Double(numbers.next(below: 500)))
    }
    let lines = (0..<30).map { _ in (numbers.next(below: 24), numbers.next(below: 24)) }
    let placement = FramedPlacement(
      sizes: sizes, lines: lines, frames: frames, titleWidths: [80, 80, 80])
    let result = placement.result(from: placement.start(from: start), effort: .normal)
    #expect(overlaps(sizes, result.places) == 0)
    for box in sizes.indices {
      for (number, frame) in result.frames.enumerated() {
        let isInside =
          result.places[box].x > frame.x && result.places[box].x < frame.x + frame.width
          && result.places[box].y > frame.y && result.places[box].y < frame.y + frame.height
        #expect(isInside == (frames[box] == number), "box \(box), frame \(number)")
      }
    }
  }

  @Test func searchUntiesKnots() {
    // A square whose two lines cross.
    let places = [
      Point(x: 20, y: 20), Point(x: 380, y: 20), Point(x: 380, y: 380), Point(x: 20, y: 380),
    ]
    let size = Point(x: 20, y: 20)
    let state = PlacementState(
      sizes: [Point](repeating: size, count: 4), lines: [(0, 2), (1, 3)],
      blocks: places.indices.map {
        .init(members: [$0], offsets: [Point(x: 0, y: 0)], size: size, centre: places[$0])
      }, room: Point(x: 400, y: 400), gap: Point(x: 10, y: 10))
    var search = PlacementSearch(from: state, seed: 1)
    search.improve(effort: .quick)
    let lines = [(0, 2), (1, 3)].map {
      Segment(from: search.state.places[$0.0], to: search.state.places[$0.1])
    }
    #expect(!lines[0].crosses(lines[1]))
  }

  @Test(arguments: 0..<12)
  func searchNeverMakesAPlacementWorse(seed: UInt64) {
    var numbers = SplitMix64(state: seed)
    let count = 4 + numbers.next(below: 20)
    let sizes = (0..<count).map { _ in Point(x: Double(40 + numbers.next(below: 80)), y: 24) }
    let lines = (0..<(2 * count)).map { _ in
      (numbers.next(below: count), numbers.next(below: count))
    }
    let start = SlidePlacement(sizes: sizes, lines: lines).places(
      from: sizes.map { _ in Point(x: Double(numbers.next(below: 900)), y: 10) })
    let room = Point(
      x: (sizes.indices.map { start[$0].x + sizes[$0].x / 2 }.max() ?? 0) * 1.2,
      y: (sizes.indices.map { start[$0].y + sizes[$0].y / 2 }.max() ?? 0) * 1.2)
    func search(_ effort: LayoutEffort?) -> PlacementSearch {
      let state = PlacementState(
        sizes: sizes, lines: lines,
        blocks: sizes.indices.map {
          .init(members: [$0], offsets: [Point(x: 0, y: 0)], size: sizes[$0], centre: start[$0])
        }, room: room, gap: Point(x: 10, y: 10))
      var search = PlacementSearch(from: state, seed: seed)
      if let effort { search.improve(effort: effort) }
      return search
    }
    let (before, after) = (search(nil), search(.quick))
    #expect(after.cost <= before.cost)
    #expect(overlaps(sizes, after.state.places) == 0)
    #expect(
      search(.quick).state.places == after.state.places, "The same start gives the same places.")
  }

  @Test(arguments: 0..<32)
  func wrappedTextKeepsItsWordsAndItsWidth(seed: UInt64) {
    var numbers = SplitMix64(state: seed)
    let words = (0..<(1 + numbers.next(below: 12))).map { _ in
      String(
        (0..<(1 + numbers.next(below: 9))).map { _ in
          "abcdefgHIJKL&é".randomElementBy(&numbers)
        })
    }
    let text = words.joined(separator: " ")
    let lines = TextMetrics.wrap(text, width: 120, size: 12, lineLimit: 99)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 12) <= 120 })
    let few = TextMetrics.wrap(text, width: 120, size: 12, lineLimit: 2)
    #expect(few.count <= 2)
    if lines.count > 2 { #expect(few.last?.hasSuffix("…") == true) }
  }

  @Test func aWordOfTenThousandLettersIsCutInTime() {
    let lines = TextMetrics.wrap(
      String(repeating: "x", count: 10_000), width: 120, size: 12, lineLimit: 3)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 12) <= 130 })
  }
}

extension String {
  fileprivate func randomElementBy(_ numbers: inout SplitMix64) -> Character {
    self[index(startIndex, offsetBy: numbers.next(below: count))]
  }
}
