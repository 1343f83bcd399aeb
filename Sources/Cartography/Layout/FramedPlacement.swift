import GraphvizKit

/// Places boxes that stand in frames: each frame is a block of rows, and the blocks are placed like boxes.
///
/// Boxes that no line leads to are such a block as well, without a frame: scattered over the sheet they would look as if
/// their places meant something.
struct FramedPlacement {
  typealias Point = LaidOutDiagram.Point

  /// The extents of the boxes.
  let sizes: [Point]
  /// The lines, by the positions of their ends.
  let lines: [(Int, Int)]
  /// The frame of each box, counted from 0, or `nil`.
  let frames: [Int?]
  /// The least width of each frame, for its title.
  let titleWidths: [Double]
  /// The extents of the lines' labels, 0 for a line without one.
  var labels: [Point] = []
  /// The largest area on which letters can still be read on a slide.
  var largest = Point(x: 0, y: 0)

  /// Room between the boxes of a frame.
  static let innerGap = Point(x: 22, y: 20)
  /// Room between the boxes and their frame.
  static let padding = 14.0
  /// By how much the area may be longer and wider than the boxes need.
  private static let slack = 1.35
  /// By how much the area may be longer than the largest on which letters can be read before the search is not worth
  /// its time.
  private static let tolerance = 1.07
  /// Fewer boxes without a line than this may stand anywhere.
  private static let fewestUntied = 3
  /// Height of the frame's title.
  static let titleHeight = 24.0

  /// The middles of the boxes, and the frames' rectangles.
  struct Result {
    var places: [Point]
    /// What crossings, lines over boxes and length come to; less is better.
    var cost: Double
    var frames: [LaidOutDiagram.Rectangle]
  }

  /// One frame, or one box without a frame.
  fileprivate struct Block {
    var members: [Int]
    var frame: Int?
    /// The middles of the members, from the block's upper left corner.
    var offsets: [Point]
    var size: Point
  }

  /// Blocks as near to each other as they can stand.
  struct Start {
    fileprivate var blocks: [Block]
    fileprivate var centres: [Point]
    /// The room between blocks.
    fileprivate var gap: Point
  }

  /// Brings the blocks together; what a search goes on from.
  func start(from places: [Point]) -> Start {
    let blocks = makeBlocks(places)
    var blockOf = [Int](repeating: 0, count: sizes.count)
    for (number, block) in blocks.enumerated() {
      for member in block.members { blockOf[member] = number }
    }
    let between = lines.map { (blockOf[$0.0], blockOf[$0.1]) }.filter { $0.0 != $0.1 }
    let centres = blocks.map { block in mean(block.members.map { places[$0] }) }
    // Less room between blocks where more would make letters too small.
    var start = Start(blocks: blocks, centres: centres, gap: Self.gaps[0])
    for gap in Self.gaps {
      start.gap = gap
      start.centres = SlidePlacement(
        sizes: blocks.map(\.size), lines: between, gap: gap,
        aspect: largest.y > 0 ? largest.x / largest.y : 1.95
      ).places(from: centres)
      let tight = extent(of: start)
      if largest.x <= 0 || tight.x <= largest.x && tight.y <= largest.y { break }
    }
    return start
  }

  private static let gaps = [Point(x: 34, y: 28), Point(x: 24, y: 20), Point(x: 16, y: 14)]

  /// The lower right corner of the blocks.
  private func extent(of start: Start) -> Point {
    Point(
      x: zip(start.blocks, start.centres).map { $1.x + $0.size.x / 2 }.max() ?? 1,
      y: zip(start.blocks, start.centres).map { $1.y + $0.size.y / 2 }.max() ?? 1)
  }

  /// Searches for places with few crossings.
  ///
  /// - Parameters:
  ///   - start: Where the search begins.
  ///   - effort: How long it lasts.
  ///   - seed: Where its random steps begin.
  /// - Returns: The places it found, and what they cost.
  func result(from start: Start, effort: LayoutEffort, seed: UInt64 = 1) -> Result {
    let blocks = start.blocks
    let search = searched(start, effort, seed: seed)
    var rectangles = [LaidOutDiagram.Rectangle](
      repeating: .init(x: 0, y: 0, width: 0, height: 0), count: titleWidths.count)
    for (block, found) in zip(blocks, search.state.blocks) {
      guard let frame = block.frame else { continue }
      rectangles[frame] = .init(
        x: found.centre.x - block.size.x / 2, y: found.centre.y - block.size.y / 2,
        width: block.size.x, height: block.size.y)
    }
    return Result(places: search.state.places, cost: search.cost, frames: rectangles)
  }

  /// Searches for better places on an area that is larger than the blocks need, as far as letters stay legible.
  private func searched(
    _ start: Start, _ effort: LayoutEffort, seed: UInt64
  ) -> PlacementSearch {
    let (blocks, centres, tight) = (start.blocks, start.centres, extent(of: start))
    let room = Point(
      x: max(tight.x, min(tight.x * Self.slack, largest.x)),
      y: max(tight.y, min(tight.y * Self.slack, largest.y)))
    let state = PlacementState(
      sizes: sizes, lines: lines,
      blocks: zip(blocks, centres).map { block, centre in
        .init(
          members: block.members,
          offsets: block.offsets.map {
            Point(x: $0.x - block.size.x / 2, y: $0.y - block.size.y / 2)
          },
          size: block.size,
          centre: Point(x: centre.x * room.x / tight.x, y: centre.y * room.y / tight.y))
      }, room: room, gap: Point(x: min(start.gap.x, 16), y: min(start.gap.y, 16)),
      labels: labels)
    var search = PlacementSearch(from: state, seed: seed)
    // Where letters are too small whatever the search finds, the map will be drawn again with less on it.
    let isTooFull =
      largest.x > 0
      && (tight.x > largest.x * Self.tolerance || tight.y > largest.y * Self.tolerance)
    search.improve(effort: isTooFull ? .quick : effort)
    return search
  }

  private func makeBlocks(_ start: [Point]) -> [Block] {
    var blocks: [Block] = []
    for frame in titleWidths.indices {
      let members = frames.indices.filter { frames[$0] == frame }
      if !members.isEmpty { blocks.append(block(of: members, frame: frame, start)) }
    }
    let tied = Set(lines.flatMap { $0.0 == $0.1 ? [] : [$0.0, $0.1] })
    let untied = frames.indices.filter { frames[$0] == nil && !tied.contains($0) }
    let isBlock = untied.count >= Self.fewestUntied
    if isBlock { blocks.append(block(of: untied, frame: nil, start)) }
    for box in frames.indices where frames[box] == nil && !(isBlock && !tied.contains(box)) {
      blocks.append(
        Block(
          members: [box], frame: nil, offsets: [Point(x: sizes[box].x / 2, y: sizes[box].y / 2)],
          size: sizes[box]))
    }
    return blocks
  }

  /// Puts the boxes of a frame into rows of equal cells, in the order of their places from the top left; those without a
  /// frame in the order of the tables.
  private func block(of members: [Int], frame: Int?, _ start: [Point]) -> Block {
    let padding = frame == nil ? 0 : Self.padding
    let title = frame == nil ? 0 : Self.titleHeight
    let cell = Point(
      x: (members.map { sizes[$0].x }.max() ?? 0) + Self.innerGap.x,
      y: (members.map { sizes[$0].y }.max() ?? 0) + Self.innerGap.y)
    let count = Double(members.count)
    // As many columns as give the block about the shape of a slide.
    let columns = max(1, Int((count * cell.y / cell.x * 1.6).squareRoot().rounded()))
    let rows = (members.count + columns - 1) / columns
    let byHeight = members.sorted {
      (start[$0].y, start[$0].x, $0) < (start[$1].y, start[$1].x, $1)
    }
    var ordered: [Int] = frame == nil ? members : []
    for row in 0..<(frame == nil ? 0 : rows) {
      let slice = byHeight.dropFirst(row * columns).prefix(columns)
      ordered += slice.sorted { (start[$0].x, $0) < (start[$1].x, $1) }
    }
    let width = max(
      Double(min(columns, members.count)) * cell.x - Self.innerGap.x + 2 * padding,
      (frame.map { titleWidths[$0] } ?? 0) + 2 * padding)
    let height = Double(rows) * cell.y - Self.innerGap.y + title + 2 * padding
    let offsets = ordered.indices.map { position in
      let (row, column) = (position / columns, position % columns)
      let inRow = min(columns, ordered.count - row * columns)
      let indent = frame == nil ? 0 : (width - Double(inRow) * cell.x + Self.innerGap.x) / 2
      return Point(
        x: indent + Double(column) * cell.x + (cell.x - Self.innerGap.x) / 2,
        y: padding + title + Double(row) * cell.y + (cell.y - Self.innerGap.y) / 2)
    }
    return Block(members: ordered, frame: frame, offsets: offsets, size: Point(x: width, y: height))
  }

  private func mean(_ points: [Point]) -> Point {
    let count = Double(max(points.count, 1))
    return Point(
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  }
}
