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
    /// The extent.
    var size: Point
    /// The middle.
    var centre: Point
  }

  /// What is paid for, in points of line length.
  ///
  /// A line over a box is cheaper than a crossing, since it will be led around the box.
  private enum Price {
    static let crossing = 400.0
    static let overrun = 300.0
    static let length = 0.35
    static let cramped = 350.0
  }

  /// How near a line may come to a foreign box.
  private static let clearance = 7.0

  /// The lines, by the positions of the boxes at their ends.
  let lines: [(Int, Int)]
  /// How much room is wanted between the boxes of each line, for its label: beside or above each other; 0 where it has none.
  private let wanted: [Point]
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
  private let halves: [Point]
  private let gap: Point
  private var collisions: Collisions
  /// Lines that count as changed, marked by the number of the question.
  private var marks: [Int]
  private var question = 0
  private var changed: [Int] = []

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
    var blockOf = [Int](repeating: 0, count: sizes.count)
    for (number, block) in blocks.enumerated() {
      for (member, offset) in zip(block.members, block.offsets) {
        places[member] = Point(x: block.centre.x + offset.x, y: block.centre.y + offset.y)
        blockOf[member] = number
      }
    }
    self.places = places
    self.blockOf = blockOf
    collisions = Collisions(
      lines: self.lines.map { .init(from: places[$0.0], to: places[$0.1], boxes: $0) },
      boxes: zip(places, halves).map { .init(around: $0, half: $1) })
    marks = [Int](repeating: -1, count: self.lines.count)
  }

  /// Puts a block somewhere else, as far as the area reaches; ``settle(_:_:)`` brings its boxes along.
  mutating func move(_ block: Int, to centre: Point) {
    let size = blocks[block].size
    blocks[block].centre = Point(
      x: min(max(centre.x, size.x / 2), max(room.x - size.x / 2, size.x / 2)),
      y: min(max(centre.y, size.y / 2), max(room.y - size.y / 2, size.y / 2)))
  }

  /// Changes the places of two boxes of a block.
  mutating func swapMembers(of block: Int, _ first: Int, _ second: Int) {
    blocks[block].members.swapAt(first, second)
  }

  /// Whether a line leads to any of a block's boxes.
  func hasLines(_ block: Int) -> Bool {
    blocks[block].members.contains { !linesAt[$0].isEmpty }
  }

  /// Puts a block back to a place it had.
  mutating func restore(_ block: Int, to before: Block) { blocks[block] = before }

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

  /// Brings boxes and lines to where their blocks are.
  mutating func settle(_ first: Int, _ second: Int?) {
    placeBoxes(of: first)
    if let second { placeBoxes(of: second) }
    placeLines(of: first)
    if let second { placeLines(of: second) }
  }

  private mutating func placeBoxes(of number: Int) {
    let centre = blocks[number].centre
    var slot = 0
    while slot < blocks[number].members.count {
      let (member, offset) = (blocks[number].members[slot], blocks[number].offsets[slot])
      slot += 1
      places[member] = Point(x: centre.x + offset.x, y: centre.y + offset.y)
      collisions.boxes[member] = .init(around: places[member], half: halves[member])
    }
  }

  private mutating func placeLines(of number: Int) {
    for member in blocks[number].members {
      for line in linesAt[member] {
        let ends = lines[line]
        collisions.lines[line] = .init(from: places[ends.0], to: places[ends.1], boxes: ends)
      }
    }
  }

  /// What is paid for the boxes of one or two blocks and their lines; a price above the limit may be too low.
  mutating func price(of first: Int, _ second: Int?, upTo limit: Double) -> Double {
    question += 1
    changed.removeAll(keepingCapacity: true)
    markLines(of: first)
    if let second { markLines(of: second) }
    var price = 0.0
    for line in changed {
      let ends = collisions.lines[line]
      let (dx, dy) = (ends.bx - ends.ax, ends.by - ends.ay)
      price += Price.length * (dx * dx + dy * dy).squareRoot() + cramped(line)
    }
    for line in changed {
      if price > limit { return price }
      let ends = collisions.lines[line]
      // Two lines that both change meet twice here.
      price += Price.crossing * collisions.crossings(of: ends, marks: marks, halved: question)
      price += Price.overrun * Double(collisions.overruns(of: ends))
    }
    price += overruns(over: first)
    if let second { price += overruns(over: second) }
    return price
  }

  private mutating func markLines(of number: Int) {
    for member in blocks[number].members {
      for line in linesAt[member] where marks[line] != question {
        marks[line] = question
        changed.append(line)
      }
    }
  }

  /// What is paid for lines over the boxes of a block, besides those that change.
  private func overruns(over number: Int) -> Double {
    var overruns = 0
    for member in blocks[number].members {
      overruns += collisions.overruns(over: member, except: marks, marked: question)
    }
    return Price.overrun * Double(overruns)
  }

  /// What everything costs.
  var price: Double {
    var price = 0.0
    for line in collisions.lines {
      let (dx, dy) = (line.bx - line.ax, line.by - line.ay)
      price +=
        Price.length * (dx * dx + dy * dy).squareRoot()
        + Price.crossing * collisions.crossings(of: line) / 2
        + Price.overrun * Double(collisions.overruns(of: line))
    }
    for line in lines.indices { price += cramped(line) }
    return price
  }

  /// What is paid for a line that is too short for its label.
  private func cramped(_ line: Int) -> Double {
    guard line < wanted.count, wanted[line].x > 0 else { return 0 }
    let (from, to) = lines[line]
    let (dx, dy) = (places[to].x - places[from].x, places[to].y - places[from].y)
    let free = 2 * Self.clearance
    let across = (dx < 0 ? -dx : dx) - halves[from].x - halves[to].x + free
    let down = (dy < 0 ? -dy : dy) - halves[from].y - halves[to].y + free
    let share = max(across / wanted[line].x, down / wanted[line].y)
    return share >= 1 ? 0 : Price.cramped * (1 - max(share, 0))
  }
}
