import GraphvizKit

/// Boxes on an area, the straight lines between them, and what these cost.
///
/// The price of a step is asked for millions of times: it counts only what the step changes, and stops counting when
/// the step has become too dear.
struct PlacementState {
  typealias Point = LaidOutDiagram.Point

  /// One box, or a frame with its boxes, which moves as a whole.
  struct Block {
    /// The boxes.
    var members: [Int]
    /// The middles of the boxes, from the block's own middle.
    var offsets: [Point]
    /// How large a box may be that stands at each of them; none where any may.
    var cells: [Point] = []
    /// The extent.
    var size: Point
    /// The middle.
    var centre: Point
  }

  /// How near a line may come to a foreign box.
  static let clearance = 7.0

  /// The lines, by the positions of the boxes at their ends.
  let lines: [(Int, Int)]
  /// How much room is wanted between the boxes of each line, for its label: beside or above each other; 0 where it has none.
  let wanted: [Point]
  /// The lines at each box.
  let linesAt: [[Int]]
  /// The block of each box.
  let blockOf: [Int]
  /// The lower right corner of the area; the other is at the origin.
  let room: Point
  /// The blocks at their places.
  private(set) var blocks: [Block]
  /// The middles of the boxes.
  private(set) var places: [Point]
  /// Half the extents of the boxes, with the clearance around them.
  let halves: [Point]
  private let gap: Point
  var meetings: Meetings
  /// The lines of the boxes that the next step moves, and which lines are among them.
  var changed: [Int] = []
  private var isChanged: [Bool]
  /// The boxes that the next step moves.
  var moving: [Int] = []
  /// The position of each box among the members of its block.
  private var slotOf: [Int]

  /// - Parameters:
  ///   - sizes: The extents of the boxes.
  ///   - lines: The lines, by the positions of their ends.
  ///   - blocks: The boxes and frames at places where none overlap.
  ///   - room: The lower right corner of the area; the other is at the origin.
  ///   - gap: Room that is kept free between blocks.
  ///   - labels: The extents of the lines' labels, 0 for a line without one.
  init(
    sizes: [Point], lines: [(Int, Int)], blocks: [Block], room: Point, gap: Point,
    labels: [Point] = []
  ) {
    self.lines = lines.filter { $0.0 != $0.1 }
    var wanted: [Point] = []
    for (ends, label) in zip(lines, labels) where ends.0 != ends.1 {
      // A label leaves more than 40 % of its line to be seen, and its head.
      let isLabelled = label.x > 0
      wanted.append(
        isLabelled
          ? Point(x: max(label.x / 0.55, label.x + 24), y: max(label.y / 0.55, label.y + 24))
          : label)
    }
    self.wanted = wanted
    self.room = room
    self.gap = gap
    self.blocks = blocks
    halves = sizes.map { Point(x: $0.x / 2 + Self.clearance, y: $0.y / 2 + Self.clearance) }
    var linesAt = [[Int]](repeating: [], count: sizes.count)
    for (line, ends) in self.lines.enumerated() {
      linesAt[ends.0].append(line)
      linesAt[ends.1].append(line)
    }
    self.linesAt = linesAt
    var places = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var (blockOf, slotOf) = ([Int](repeating: 0, count: sizes.count), sizes.indices.map { _ in 0 })
    for (number, block) in blocks.enumerated() {
      for (slot, (member, offset)) in zip(block.members, block.offsets).enumerated() {
        places[member] = Point(x: block.centre.x + offset.x, y: block.centre.y + offset.y)
        (blockOf[member], slotOf[member]) = (number, slot)
      }
    }
    (self.places, self.blockOf, self.slotOf) = (places, blockOf, slotOf)
    meetings = Meetings(
      Collisions(
        lines: self.lines.map { .init(from: places[$0.0], to: places[$0.1], boxes: $0) },
        boxes: zip(places, halves).map { .init(around: $0, half: $1) }))
    isChanged = self.lines.map { _ in false }
  }

  /// Says that the next step moves one or two blocks with all their boxes.
  mutating func take(_ first: Int, _ second: Int?) {
    moving.removeAll(keepingCapacity: true)
    moving += blocks[first].members
    if let second { moving += blocks[second].members }
    markLines()
  }

  /// Says that the next step moves two boxes only.
  mutating func take(box first: Int, and second: Int) {
    moving.removeAll(keepingCapacity: true)
    moving.append(first)
    moving.append(second)
    markLines()
  }

  mutating func markLines() {
    for line in changed { isChanged[line] = false }
    changed.removeAll(keepingCapacity: true)
    for box in moving {
      for line in linesAt[box] where !isChanged[line] {
        isChanged[line] = true
        changed.append(line)
      }
    }
    meetings.change(changed)
  }

  /// Puts a block somewhere else, as far as the area reaches; ``settle()`` brings its boxes along.
  mutating func move(_ block: Int, to centre: Point) {
    let size = blocks[block].size
    blocks[block].centre = Point(
      x: min(max(centre.x, size.x / 2), max(room.x - size.x / 2, size.x / 2)),
      y: min(max(centre.y, size.y / 2), max(room.y - size.y / 2, size.y / 2)))
  }

  /// Whether two boxes of one block may change places.
  func mayExchange(_ first: Int, _ second: Int) -> Bool {
    let cells = blocks[blockOf[first]].cells
    guard !cells.isEmpty else { return true }
    return fits(first, cells[slotOf[second]]) && fits(second, cells[slotOf[first]])
  }

  private func fits(_ box: Int, _ cell: Point) -> Bool {
    let half = halves[box]
    return 2 * (half.x - Self.clearance) <= cell.x + 0.01
      && 2 * (half.y - Self.clearance) <= cell.y + 0.01
  }

  /// Changes the places of two boxes of one block; ``settle()`` takes them there.
  mutating func swap(box first: Int, and second: Int) {
    blocks[blockOf[first]].members.swapAt(slotOf[first], slotOf[second])
    slotOf.swapAt(first, second)
  }

  /// Whether a line leads to any of a block's boxes.
  func hasLines(_ block: Int) -> Bool {
    blocks[block].members.contains { !linesAt[$0].isEmpty }
  }

  /// Puts a block back to a place it had.
  mutating func restore(_ block: Int, to centre: Point) { blocks[block].centre = centre }

  /// Puts everything back to the places it had.
  mutating func restore(_ before: [Block]) {
    blocks = before
    for (number, block) in blocks.enumerated() {
      for (slot, member) in block.members.enumerated() { slotOf[member] = slot }
      take(number, nil)
      settle()
      _ = price(upTo: .infinity)
      take()
    }
  }

  /// Whether a block keeps its distance from all others.
  func isFree(_ block: Int) -> Bool {
    let (centre, size) = (blocks[block].centre, blocks[block].size)
    var other = 0
    while other < blocks.count {
      if other != block {
        let (dx, dy) = (blocks[other].centre.x - centre.x, blocks[other].centre.y - centre.y)
        let wide = (blocks[other].size.x + size.x) / 2 + gap.x
        let high = (blocks[other].size.y + size.y) / 2 + gap.y
        if dx < wide, dx > -wide, dy < high, dy > -high { return false }
      }
      other += 1
    }
    return true
  }

  /// Brings the boxes that move, and their lines, to where their blocks are.
  mutating func settle() {
    var position = 0
    while position < moving.count {
      let box = moving[position]
      position += 1
      let (block, slot) = (blockOf[box], slotOf[box])
      let (centre, offset) = (blocks[block].centre, blocks[block].offsets[slot])
      places[box] = Point(x: centre.x + offset.x, y: centre.y + offset.y)
      meetings.set(box: box, .init(around: places[box], half: halves[box]))
    }
    for line in changed {
      let ends = lines[line]
      meetings.set(line, .init(from: places[ends.0], to: places[ends.1], boxes: ends))
    }
  }
}
