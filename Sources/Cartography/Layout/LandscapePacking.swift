import GraphvizKit

/// Frames of chips in rows that fill a room: of each row all frames are equally high, small ones stand above each other.
struct LandscapePacking {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// A frame to be placed.
  struct Frame {
    /// How many chips it holds.
    var count: Int
    /// The width of its title; 0 for chips without a frame.
    var title: Double
  }

  /// Room in and between frames.
  enum Room {
    static let gap = 4.0
    static let padding = 5.0
    static let title = 20.0
    static let between = 6.0
  }

  /// Where a frame stands.
  struct Place {
    var columns: Int
    var frame: Rectangle
    /// The row that it stands in, and the upper edge of that.
    var row = 0
    var rowTop = 0.0
  }

  let frames: [Frame]
  /// The extent of a chip.
  let chip: Point
  private(set) var places: [Place] = []
  private(set) var size = Point(x: 0, y: 0)

  /// A stack of frames, from above, in a row.
  private struct Stack {
    var frames: [(number: Int, columns: Int)]
    var width: Double
    var height: Double
  }

  /// Packs frames in their order into rows of at most a width, so that they are as low as can be.
  ///
  /// - Complexity: O(*f*²·*k*) for *f* frames and *k* rows of chips in the tallest.
  init?(_ frames: [Frame], chip: Point, width: Double) {
    (self.frames, self.chip) = (frames, chip)
    let most = frames.map(\.count).max() ?? 0
    let columns = max(1, Int((width - 2 * Room.padding + Room.gap) / (chip.x + Room.gap)))
    let least = (most + columns - 1) / columns
    let total = frames.reduce(0) { $0 + $1.count }
    let tallest = max(least, min(most, 2 * total / columns + 3))
    var heights: [(height: Double, rows: Int)] = []
    for rows in 1...max(1, tallest) { heights.append((extent(rows: rows), rows)) }
    // From the last frame on: the lowest way to place it and all behind.
    var best = [(height: Double, next: Int, row: [Stack])?](repeating: nil, count: frames.count + 1)
    best[frames.count] = (0, frames.count, [])
    for first in frames.indices.reversed() {
      for (height, rows) in heights {
        let (row, next) = row(from: first, height: height, rows: rows, width: width)
        guard next > first, let rest = best[next] else { continue }
        let used = row.map(\.height).max() ?? height
        let sum = used + (rest.height > 0 ? Room.between + rest.height : 0)
        if sum < (best[first]?.height ?? .infinity) - 0.01 { best[first] = (sum, next, row) }
      }
    }
    guard best[0] != nil else { return nil }
    var rows: [[Stack]] = []
    var next = 0
    while next < frames.count, let step = best[next] {
      rows.append(step.row)
      next = step.next
    }
    self.rows = rows
    size = Point(
      x: rows.map(Self.width).max() ?? 0,
      y: rows.reduce(-Room.between) { $0 + Self.height($1) + Room.between })
  }

  private var rows: [[Stack]] = []

  private static func width(_ row: [Stack]) -> Double {
    row.reduce(-Room.between) { $0 + $1.width + Room.between }
  }

  private static func height(_ row: [Stack]) -> Double { row.map(\.height).max() ?? 0 }

  private var hasFrames: Bool { frames.contains { $0.title > 0 } }

  private func extent(rows: Int) -> Double {
    Double(rows) * (chip.y + Room.gap) - Room.gap
      + (hasFrames ? Room.title + Room.padding : 0)
  }

  private func extent(columns: Int, title: Double) -> Double {
    max(Double(columns) * (chip.x + Room.gap) - Room.gap, title)
      + (hasFrames ? 2 * Room.padding : 0)
  }

  /// As many frames as fit beside and above each other in a row.
  private func row(
    from first: Int, height: Double, rows: Int, width: Double
  ) -> (row: [Stack], next: Int) {
    var (stacks, used, next): ([Stack], Double, Int) = ([], -Room.between, first)
    while next < frames.count {
      let frame = frames[next]
      if let last = stacks.last, let columns = last.frames.last?.columns,
        last.frames.allSatisfy({ $0.columns == columns })
      {
        let own = min(columns, frame.count)
        let high = extent(rows: (frame.count + own - 1) / own)
        if last.height + Room.between + high <= height + 0.01,
          extent(columns: own, title: frame.title) <= last.width + 0.01
        {
          stacks[stacks.count - 1].frames.append((next, columns))
          stacks[stacks.count - 1].height += Room.between + high
          next += 1
          continue
        }
      }
      let columns = (frame.count + rows - 1) / rows
      let wide = extent(columns: columns, title: frame.title)
      guard used + Room.between + wide <= width + 0.01 else { break }
      used += Room.between + wide
      // Where the title is wide, there may be more columns.
      let inner = wide - (hasFrames ? 2 * Room.padding : 0)
      let free = max(columns, Int((inner + Room.gap) / (chip.x + Room.gap)))
      let own = min(free, frame.count)
      stacks.append(
        Stack(
          frames: [(next, own)], width: wide, height: extent(rows: (frame.count + own - 1) / own)))
      next += 1
    }
    return (stacks, next)
  }

  /// Widens everything to fill a room: rows end where the room does, and frames where their row does.
  func filled(_ room: Point) -> LandscapePacking {
    var packing = self
    packing.size = Point(x: max(room.x, size.x), y: max(room.y, size.y))
    packing.places = [Place](
      repeating: .init(columns: 1, frame: .init(x: 0, y: 0, width: 0, height: 0)),
      count: frames.count)
    let chipRows = rows.map { row in
      row.map { stack in stack.frames.reduce(0) { $0 + lines($1) } }.max() ?? 1
    }
    let spare = packing.size.y - size.y
    var y = 0.0
    for (number, (row, weight)) in zip(rows, chipRows).enumerated() {
      let height = Self.height(row) + spare * Double(weight) / Double(max(1, chipRows.reduce(0, +)))
      let more = packing.size.x - Self.width(row)
      let all = row.reduce(0) { $0 + $1.frames[0].columns }
      var x = 0.0
      for stack in row {
        let width = stack.width + more * Double(stack.frames[0].columns) / Double(max(all, 1))
        let lines = stack.frames.reduce(0) { $0 + self.lines($1) }
        let free = height - stack.height
        var top = y
        for frame in stack.frames {
          let own = self.lines(frame)
          let high = extent(rows: own) + free * Double(own) / Double(max(lines, 1))
          packing.places[frame.number] = Place(
            columns: columns(of: frame), frame: .init(x: x, y: top, width: width, height: high),
            row: number, rowTop: y)
          top += high + Room.between
        }
        x += width + Room.between
      }
      y += height + Room.between
    }
    return packing
  }

  private func columns(of frame: (number: Int, columns: Int)) -> Int {
    min(frame.columns, max(1, frames[frame.number].count))
  }

  private func lines(_ frame: (number: Int, columns: Int)) -> Int {
    let columns = columns(of: frame)
    return (frames[frame.number].count + columns - 1) / columns
  }

  /// The chips of a frame, line by line; no wider and higher than they can be without looking empty.
  func chips(of number: Int) -> [Rectangle] {
    let (place, count) = (places[number], frames[number].count)
    let inner = Rectangle(
      x: place.frame.x + (hasFrames ? Room.padding : 0),
      y: place.frame.y + (hasFrames ? Room.title : 0),
      width: place.frame.width - (hasFrames ? 2 * Room.padding : 0),
      height: place.frame.height - (hasFrames ? Room.title + Room.padding : 0))
    let lines = (count + place.columns - 1) / place.columns
    let cell = Point(
      x: (inner.width + Room.gap) / Double(place.columns),
      y: (inner.height + Room.gap) / Double(max(lines, 1)))
    let width = min(cell.x - Room.gap, chip.x * 1.7)
    let height = min(cell.y - Room.gap, chip.y * 1.5)
    return (0..<count).map { item in
      let (line, column) = (item / place.columns, item % place.columns)
      return Rectangle(
        middle: Point(
          x: inner.x + (Double(column) + 0.5) * cell.x - Room.gap / 2,
          y: inner.y + (Double(line) + 0.5) * cell.y - Room.gap / 2), width: width, height: height)
    }
  }
}
