import EcosystemModel
import GraphvizKit

/// Boxes at the places they had, and as far off as others press.
struct KeptBoxes {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// Where the boxes stand; `nil` for newcomers.
  private(set) var boxes: [Rectangle?]
  /// Those that had to give way to one that has grown.
  private(set) var pressed: Set<Int> = []
  /// Those that somebody had laid a little over another one, or another one over them.
  private(set) var freed: Set<Int> = []

  /// Apart enough to be told apart.
  private static let gap = 5.0

  /// Puts boxes where they were.
  ///
  /// A box keeps its size as long as its text has room in it.
  ///
  /// - Parameters:
  ///   - frames: Where they were; `nil` for newcomers.
  ///   - sizes: The room that their texts need.
  ///   - isTiered: Whether levels mean something, so that boxes rather give way to the side.
  ///   - overlaps: How many pairs may lie over each other, since they were drawn like that.
  /// - Complexity: O(*n*²) for *n* boxes, and as often again as they press on.
  init(frames: [Rectangle?], sizes: [Point], isTiered: Bool, overlaps: Int = 0) {
    boxes = zip(frames, sizes).map { frame, size in
      frame.map {
        Rectangle(
          middle: $0.middle, width: size.x <= $0.width + 0.5 ? $0.width : size.x,
          height: size.y <= $0.height + 0.5 ? $0.height : size.y)
      }
    }
    let grown = Set(
      boxes.indices.filter { number in
        guard let box = boxes[number], let frame = frames[number] else { return false }
        return box.width > frame.width + 0.02 || box.height > frame.height + 0.02
      })
    settle(grown, from: frames, isTiered)
    freeOverlapping(isTiered, overlaps)
  }

  /// Pushes apart what overlaps and did not before, along the axis of least overlap.
  private mutating func settle(_ grown: Set<Int>, from frames: [Rectangle?], _ isTiered: Bool) {
    var active = grown
    for _ in 0..<60 where !active.isEmpty {
      var next: Set<Int> = []
      for one in active.sorted() {
        for other in boxes.indices where other != one {
          guard let a = boxes[one], let b = boxes[other], a.grown(by: Self.gap).intersects(b),
            !stoodClose(one, other, frames)
          else { continue }
          let (dx, dy) = (b.middle.x - a.middle.x, b.middle.y - a.middle.y)
          let across = (a.width + b.width) / 2 + Self.gap - abs(dx)
          let down = (a.height + b.height) / 2 + Self.gap - abs(dy)
          // Levels stay levels.
          let isAcross = isTiered ? across < 6 * down : across < down
          let shift = isAcross ? across / 2 : down / 2
          move(one, isAcross, dx, dy, -shift)
          move(other, isAcross, dx, dy, shift)
          next.formUnion([one, other])
          pressed.formUnion([one, other])
        }
      }
      active = next
    }
  }

  /// Lets a box stand where it lies over nothing.
  mutating func move(_ number: Int, to place: Rectangle) {
    boxes[number] = place
    freed.insert(number)
  }

  private mutating func move(
    _ number: Int, _ isAcross: Bool, _ dx: Double, _ dy: Double, _ shift: Double
  ) {
    if isAcross {
      boxes[number]?.x += dx < 0 ? -shift : shift
    } else {
      boxes[number]?.y += dy < 0 ? -shift : shift
    }
  }

  /// Whether two were as near each other before, neither of them larger since.
  private func stoodClose(_ one: Int, _ other: Int, _ frames: [Rectangle?]) -> Bool {
    guard let a = boxes[one], let b = boxes[other] else { return false }
    return a == frames[one] && b == frames[other]
  }
}
