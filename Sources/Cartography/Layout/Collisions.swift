import GraphvizKit

/// Counts which straight lines cross each other and run over boxes, for searches that ask millions of times.
///
/// The loops call nothing, so that they are fast without an optimizing compiler, too.
struct Collisions {
  typealias Point = LaidOutDiagram.Point

  /// A straight line with its bounds.
  struct Line {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// The boxes at its ends, by their positions; lines that share one do not cross.
    let from: Int
    let to: Int

    init(from a: Point, to b: Point, boxes: (Int, Int) = (-1, -2)) {
      (ax, ay, bx, by) = (a.x, a.y, b.x, b.y)
      (left, right) = a.x < b.x ? (a.x, b.x) : (b.x, a.x)
      (top, bottom) = a.y < b.y ? (a.y, b.y) : (b.y, a.y)
      (from, to) = boxes
    }
  }

  /// An upright rectangle.
  struct Box {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    init(around middle: Point, half: Point) {
      (left, right) = (middle.x - half.x, middle.x + half.x)
      (top, bottom) = (middle.y - half.y, middle.y + half.y)
    }
  }

  var lines: [Line]
  var boxes: [Box]

  /// How many lines a line crosses; those whose mark is `halved` count half.
  func crossings(of line: Line, marks: [Int] = [], halved: Int = 0) -> Double {
    let count = lines.count
    let hasMarks = marks.count == count
    var crossings = 0.0
    unsafe lines.withUnsafeBufferPointer { buffer in
      guard let others = buffer.baseAddress else { return }
      let (ax, ay, bx, by) = (line.ax, line.ay, line.bx, line.by)
      let (left, right, top, bottom) = (line.left, line.right, line.top, line.bottom)
      let (from, to) = (line.from, line.to)
      let (dx, dy) = (bx - ax, by - ay)
      var other = 0
      while other < count {
        let position = other
        other += 1
        if unsafe others[position].right < left { continue }
        if unsafe others[position].left > right { continue }
        if unsafe others[position].bottom < top { continue }
        if unsafe others[position].top > bottom { continue }
        let second = unsafe others[position]
        if second.from == from || second.from == to || second.to == from || second.to == to {
          continue
        }
        let c = dx * (second.ay - ay) - dy * (second.ax - ax)
        let d = dx * (second.by - ay) - dy * (second.bx - ax)
        if (c > 0) == (d > 0) { continue }
        let (ex, ey) = (second.bx - second.ax, second.by - second.ay)
        let a = ex * (ay - second.ay) - ey * (ax - second.ax)
        let b = ex * (by - second.ay) - ey * (bx - second.ax)
        if (a > 0) == (b > 0) { continue }
        crossings += hasMarks && marks[position] == halved ? 0.5 : 1
      }
    }
    return crossings
  }

  /// How many boxes a line runs over, besides those at its ends; stops counting at `limit`.
  func overruns(of line: Line, limit: Int = .max) -> Int {
    let count = boxes.count
    var overruns = 0
    unsafe boxes.withUnsafeBufferPointer { buffer in
      guard let boxes = buffer.baseAddress else { return }
      let (left, right, top, bottom) = (line.left, line.right, line.top, line.bottom)
      let (ax, ay, from, to) = (line.ax, line.ay, line.from, line.to)
      let (dx, dy) = (line.bx - ax, line.by - ay)
      let (width, height) = (dx < 0 ? -dx : dx, dy < 0 ? -dy : dy)
      var box = 0
      while box < count, overruns < limit {
        let position = box
        box += 1
        if unsafe boxes[position].right < left { continue }
        if unsafe boxes[position].left > right { continue }
        if unsafe boxes[position].bottom < top { continue }
        if unsafe boxes[position].top > bottom { continue }
        if position == from || position == to { continue }
        let hit = unsafe boxes[position]
        // The line misses the box if the box lies on one side of it.
        let (halfX, halfY) = ((hit.right - hit.left) / 2, (hit.bottom - hit.top) / 2)
        let side = dx * (hit.top + halfY - ay) - dy * (hit.left + halfX - ax)
        let reach = width * halfY + height * halfX
        if side > reach || side < -reach { continue }
        overruns += 1
      }
    }
    return overruns
  }

  /// How many lines run over a box, besides those that end at it and those with a mark.
  func overruns(over number: Int, except marks: [Int], marked: Int) -> Int {
    let count = lines.count
    let box = boxes[number]
    var overruns = 0
    unsafe lines.withUnsafeBufferPointer { buffer in
      guard let lines = buffer.baseAddress else { return }
      let (left, right, top, bottom) = (box.left, box.right, box.top, box.bottom)
      let (halfX, halfY) = ((right - left) / 2, (bottom - top) / 2)
      let (x, y) = (left + halfX, top + halfY)
      var line = 0
      while line < count {
        let position = line
        line += 1
        if unsafe lines[position].right < left { continue }
        if unsafe lines[position].left > right { continue }
        if unsafe lines[position].bottom < top { continue }
        if unsafe lines[position].top > bottom { continue }
        if marks[position] == marked { continue }
        let hit = unsafe lines[position]
        if hit.from == number || hit.to == number { continue }
        let (dx, dy) = (hit.bx - hit.ax, hit.by - hit.ay)
        let (width, height) = (dx < 0 ? -dx : dx, dy < 0 ? -dy : dy)
        let side = dx * (y - hit.ay) - dy * (x - hit.ax)
        let reach = width * halfY + height * halfX
        if side > reach || side < -reach { continue }
        overruns += 1
      }
    }
    return overruns
  }
}
