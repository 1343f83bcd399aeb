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
  /// The rooms of which the sheet leaves one to the map, beside the legend and above it, in points of the slide.
  var rooms: [Point] = []

  /// Room between the boxes of a frame.
  static let innerGap = Point(x: 22, y: 20)
  /// Room between the boxes and their frame.
  static let padding = 14.0
  /// By how much the area may be longer and wider than the boxes need.
  private static let slack = 1.35
  /// By how much the area may be longer than the largest on which letters can be read before the search is not worth
  /// its time.
  private static let tolerance = 1.07
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
  struct Block {
    var members: [Int]
    var frame: Int?
    /// The middles of the members, from the block's upper left corner.
    var offsets: [Point]
    /// How large a box may be that stands where a member does; none for a box alone.
    var cells: [Point] = []
    var size: Point
  }

  /// Blocks as near to each other as they can stand.
  struct Start {
    var blocks: [Block]
    /// How the boxes of frames stand.
    fileprivate var shape: Shape
    fileprivate var centres: [Point]
    /// The room between blocks.
    fileprivate var gap: Point
  }

  /// How the boxes of a frame stand.
  struct Shape: Hashable {
    enum Grid: Hashable {
      /// About as wide as a slide for their height.
      case slide
      case rows(Int)
      case columns(Int)
    }

    var grid = Grid.slide
    /// Whether those that are much larger than most stand in rows of their own.
    var partsLarge = false

    /// The number of columns for so many cells of an extent.
    func columns(_ count: Int, cell: Point) -> Int {
      switch grid {
      case .slide: max(1, Int((Double(count) * cell.y / cell.x * 1.6).squareRoot().rounded()))
      case .rows(let rows): (count + rows - 1) / rows
      case .columns(let columns): min(columns, count)
      }
    }
  }

  /// Brings the blocks together; what a search goes on from.
  ///
  /// Where letters would be too small, frames become equally high or wide, so that they fill rows or columns of the slide, and
  /// what is much larger than most stands apart from it.
  ///
  /// - Parameters:
  ///   - places: The middles of the boxes that an engine found.
  ///   - other: A start from other places; frames are made as they are there.
  /// - Returns: The blocks.
  func start(from places: [Point], like other: Start? = nil) -> Start {
    if let other { return start(from: places, shape: other.shape, gaps: Self.gaps) }
    let best = start(from: places, shape: Shape(), gaps: Self.gaps)
    guard !titleWidths.isEmpty, excess(of: best) > 1 else { return best }
    let hasLarge = titleWidths.indices.contains { frame in
      !large(of: frames.indices.filter { frames[$0] == frame }).isEmpty
    }
    var tightest = best
    let grids = [Shape.Grid.slide] + (1...8).flatMap { [.rows($0), .columns($0)] }
    for grid in grids where excess(of: tightest) > 1 {
      let shape = Shape(grid: grid, partsLarge: hasLarge)
      let other = start(from: places, shape: shape, gaps: Self.gaps.suffix(1))
      if excess(of: other) < excess(of: tightest) - 0.01 { tightest = other }
    }
    return excess(of: tightest) > 1
      ? tightest : start(from: places, shape: tightest.shape, gaps: Self.gaps)
  }

  /// How many times larger than it may be the area is that blocks need.
  private func excess(of start: Start) -> Double {
    let tight = extent(of: start)
    return largest.x <= 0 ? 0 : max(tight.x / largest.x, tight.y / max(largest.y, 1))
  }

  private func start(from places: [Point], shape: Shape, gaps: some Sequence<Point>) -> Start {
    let blocks = makeBlocks(places, shape)
    var blockOf = [Int](repeating: 0, count: sizes.count)
    for (number, block) in blocks.enumerated() {
      for member in block.members { blockOf[member] = number }
    }
    let between = lines.map { (blockOf[$0.0], blockOf[$0.1]) }.filter { $0.0 != $0.1 }
    let centres = blocks.map { block in mean(block.members.map { places[$0] }) }
    // Less room between blocks where more would make letters too small.
    var start = Start(blocks: blocks, shape: shape, centres: centres, gap: Self.gaps[0])
    for gap in gaps {
      start.gap = gap
      start.centres = SlidePlacement(
        sizes: blocks.map(\.size), lines: between, gap: gap,
        aspect: largest.y > 0 ? largest.x / largest.y : 1.95
      ).places(from: centres)
      if excess(of: start) <= 1 { break }
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
  ///   - longer: How many times longer it lasts.
  /// - Returns: The places it found, and what they cost.
  func result(
    from start: Start, effort: LayoutEffort, seed: UInt64 = 1, longer: Double = 1
  ) -> Result {
    let search = searched(start, effort, seed: seed, longer: longer)
    return spread(search.state.blocks, titles: titleWidths.count, cost: search.cost, of: start)
  }

  /// Searches for better places on an area that is larger than the blocks need, as far as letters stay legible.
  private func searched(
    _ start: Start, _ effort: LayoutEffort, seed: UInt64, longer: Double
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
          cells: block.cells, size: block.size,
          centre: Point(x: centre.x * room.x / tight.x, y: centre.y * room.y / tight.y))
      }, room: room, gap: Point(x: min(start.gap.x, 16), y: min(start.gap.y, 16)),
      labels: labels)
    var search = PlacementSearch(from: state, seed: seed)
    // Where letters are too small whatever the search finds, the map will be drawn again with less on it.
    let isTooFull = excess(of: start) > Self.tolerance
    search.improve(effort: isTooFull ? .quick : effort, longer: longer)
    return search
  }

  func mean(_ points: [Point]) -> Point {
    let count = Double(max(points.count, 1))
    return Point(
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  }
}
