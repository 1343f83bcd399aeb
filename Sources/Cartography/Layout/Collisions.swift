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

  /// How many lines a line crosses.
  func crossings(of line: Line) -> Int {
    var (count, next) = (0, 0)
    while let other = crossing(of: line, from: next) {
      count += 1
      next = other + 1
    }
    return count
  }

  /// Sets the bits of the lines that one of them crosses, in a row of words, and clears all others.
  func markCrossings(of number: Int, in rows: inout [UInt64], at row: Int) {
    let line = lines[number]
    mark(lines.count, &rows, row) { crossing(of: line, from: $0) }
  }

  /// Sets the bits of the boxes that a line runs over.
  func markOverruns(of number: Int, in rows: inout [UInt64], at row: Int) {
    let line = lines[number]
    mark(boxes.count, &rows, row) { overrun(by: line, from: $0) }
  }

  /// Sets the bits of the lines that run over a box.
  func markOverruns(over box: Int, in rows: inout [UInt64], at row: Int) {
    mark(lines.count, &rows, row) { overrun(over: box, from: $0) }
  }

  /// Sets the bits of what is found one after the other, each from a position on, and clears all others.
  @inline(__always)
  private func mark(
    _ count: Int, _ rows: inout [UInt64], _ row: Int, _ found: (Int) -> Int?
  ) {
    var word = row
    while word < row + (count + 63) / 64 {
      rows[word] = 0
      word += 1
    }
    var next = 0
    while let other = found(next) {
      rows[row + other >> 6] |= 1 << UInt64(other & 63)
      next = other + 1
    }
  }

  /// The first line from a position on that a line crosses; `nil` if there is none.
  private func crossing(of line: Line, from first: Int) -> Int? {
    let count = lines.count
    var found = -1
    unsafe lines.withUnsafeBufferPointer { buffer in
      guard let others = buffer.baseAddress else { return }
      let (ax, ay, bx, by) = (line.ax, line.ay, line.bx, line.by)
      let (left, right, top, bottom) = (line.left, line.right, line.top, line.bottom)
      let (from, to) = (line.from, line.to)
      let (dx, dy) = (bx - ax, by - ay)
      var other = first
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
        found = position
        return
      }
    }
    return found < 0 ? nil : found
  }

  /// How many boxes a line runs over, besides those at its ends.
  func overruns(of line: Line) -> Int {
    var (count, next) = (0, 0)
    while let box = overrun(by: line, from: next) {
      count += 1
      next = box + 1
    }
    return count
  }

  /// The first box from a position on that a line runs over, besides those at its ends; `nil` if there is none.
  func overrun(by line: Line, from first: Int) -> Int? {
    let count = boxes.count
    var found = -1
    unsafe boxes.withUnsafeBufferPointer { buffer in
      guard let boxes = buffer.baseAddress else { return }
      let (left, right, top, bottom) = (line.left, line.right, line.top, line.bottom)
      let (ax, ay, from, to) = (line.ax, line.ay, line.from, line.to)
      let (dx, dy) = (line.bx - ax, line.by - ay)
      let (width, height) = (dx < 0 ? -dx : dx, dy < 0 ? -dy : dy)
      var box = first
      while box < count {
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
        found = position
        return
      }
    }
    return found < 0 ? nil : found
  }

  /// Whether a point lies inside any of the boxes.
  func hold(_ point: Point) -> Bool {
    var box = 0
    while box < boxes.count {
      let other = boxes[box]
      if point.x > other.left && point.x < other.right && point.y > other.top
        && point.y < other.bottom
      {
        return true
      }
      box += 1
    }
    return false
  }

  /// The first line from a position on that runs over a box and does not end at it; `nil` if there is none.
  private func overrun(over number: Int, from first: Int) -> Int? {
    let count = lines.count
    let box = boxes[number]
    var found = -1
    unsafe lines.withUnsafeBufferPointer { buffer in
      guard let lines = buffer.baseAddress else { return }
      let (left, right, top, bottom) = (box.left, box.right, box.top, box.bottom)
      let (halfX, halfY) = ((right - left) / 2, (bottom - top) / 2)
      let (x, y) = (left + halfX, top + halfY)
      var line = first
      while line < count {
        let position = line
        line += 1
        if unsafe lines[position].right < left { continue }
        if unsafe lines[position].left > right { continue }
        if unsafe lines[position].bottom < top { continue }
        if unsafe lines[position].top > bottom { continue }
        let hit = unsafe lines[position]
        if hit.from == number || hit.to == number { continue }
        let (dx, dy) = (hit.bx - hit.ax, hit.by - hit.ay)
        let (width, height) = (dx < 0 ? -dx : dx, dy < 0 ? -dy : dy)
        let side = dx * (y - hit.ay) - dy * (x - hit.ax)
        let reach = width * halfY + height * halfX
        if side > reach || side < -reach { continue }
        found = position
        return
      }
    }
    return found < 0 ? nil : found
  }
}
