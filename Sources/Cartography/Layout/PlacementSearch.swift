/// Moves boxes about until lines cross little, run over no foreign box and are short.
///
/// Simulated annealing with straight lines: boxes move a little, jump next to their neighbours, or change places, and a step
/// for the worse is taken the less often the longer the search lasts. Boxes never overlap on the way, so that every state
/// can be drawn. The steps depend on nothing but the input.
///
/// After R. Davidson, D. Harel, “Drawing graphs nicely using simulated annealing”, *ACM Transactions on Graphics* 15(4), 1996,
/// [doi:10.1145/234535.234538](https://doi.org/10.1145/234535.234538), with boxes in place of points.
struct PlacementSearch {
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
  }

  /// How near a line may come to a foreign box.
  private static let clearance = 7.0

  private let lines: [(Int, Int)]
  private let linesAt: [[Int]]
  /// Half the extents of the boxes, with the clearance around them.
  private let halves: [Point]
  private let blockOf: [Int]
  private let room: Point
  private let gap: Point
  private var collisions: Collisions
  private var random: SplitMix
  /// The blocks at their places.
  private(set) var blocks: [Block]
  /// The middles of the boxes.
  private(set) var places: [Point]
  /// What the state costs.
  private(set) var cost = 0.0
  /// Lines that a step changes, marked by its number.
  private var lineMarks: [Int]
  private var step = 0

  /// - Parameters:
  ///   - sizes: The extents of the boxes.
  ///   - lines: The lines, by the positions of their ends.
  ///   - blocks: The boxes and frames at places where none overlap.
  ///   - room: The lower right corner of the area; the other is at the origin.
  ///   - gap: Room that is kept free between blocks.
  ///   - seed: Where the random steps begin.
  init(
    sizes: [Point], lines: [(Int, Int)], blocks: [Block], room: Point, gap: Point, seed: UInt64
  ) {
    self.lines = lines.filter { $0.0 != $0.1 }
    self.room = room
    self.gap = gap
    self.blocks = blocks
    random = SplitMix(state: seed)
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
    lineMarks = [Int](repeating: -1, count: self.lines.count)
    cost = price(of: Array(blocks.indices))
  }

  /// Searches with as many steps for each block as the effort says, as far as its comparisons allow.
  ///
  /// - Complexity: O(*s*·*n*·*d*·(*e* + *n*)) for *s* steps for each of *n* blocks, with *d* lines at a block.
  mutating func improve(effort: LayoutEffort) {
    guard blocks.count > 1, !lines.isEmpty else { return }
    let perStep =
      Double(4 * lines.count) / Double(blocks.count) * Double(lines.count + places.count)
    let steps = min(
      effort.stepsForEachBox * blocks.count, Int(effort.mostComparisons / max(perStep, 1)))
    var best = (cost, blocks, places)
    let (hot, cold) = (400.0, 3.0)
    for number in 0..<max(steps, 0) {
      let progress = Double(number) / Double(steps)
      let temperature = hot * Self.power(cold / hot, progress)
      let change = attempt(temperature: temperature, reach: 1 - progress)
      cost += change
      if cost < best.0 - 0.01 { best = (cost, blocks, places) }
    }
    (cost, blocks, places) = best
  }

  /// Tries one step; returns by how much the cost changed, 0 where the step was not taken.
  private mutating func attempt(temperature: Double, reach: Double) -> Double {
    let first = random.next(below: blocks.count)
    var second: Int?
    var target = blocks[first].centre
    var swapped: (Int, Int)?
    switch random.next(below: 20) {
    case 0..<5:
      let other = random.next(below: blocks.count)
      guard other != first else { return 0 }
      second = other
    case 5..<9:
      guard let place = placeAtNeighbours(of: first, reach: reach) else { return 0 }
      target = place
    case 9..<11 where blocks[first].members.count > 1:
      let count = blocks[first].members.count
      swapped = (random.next(below: count), random.next(below: count))
    default:
      let (wide, high) = (room.x * (0.02 + 0.3 * reach), room.y * (0.02 + 0.3 * reach))
      target.x += (random.unit() - 0.5) * wide
      target.y += (random.unit() - 0.5) * high
    }
    let moved = second.map { [first, $0] } ?? [first]
    let before = moved.map { blocks[$0] }
    let priceBefore = price(of: moved)
    if let swapped {
      blocks[first].members.swapAt(swapped.0, swapped.1)
    } else if let second {
      blocks[first].centre = clamped(before[1].centre, blocks[first].size)
      blocks[second].centre = clamped(before[0].centre, blocks[second].size)
    } else {
      blocks[first].centre = clamped(target, blocks[first].size)
    }
    guard swapped != nil || moved.allSatisfy(isFree) else {
      for (number, block) in zip(moved, before) { blocks[number] = block }
      return 0
    }
    place(moved)
    let change = price(of: moved) - priceBefore
    if change <= 0 || random.unit() < Self.exponential(-change / temperature) { return change }
    for (number, block) in zip(moved, before) { blocks[number] = block }
    place(moved)
    return 0
  }

  /// A place near the middle of what a block is tied to.
  private mutating func placeAtNeighbours(of block: Int, reach: Double) -> Point? {
    var (x, y, count) = (0.0, 0.0, 0.0)
    for member in blocks[block].members {
      for line in linesAt[member] {
        let other = lines[line].0 == member ? lines[line].1 : lines[line].0
        guard blockOf[other] != block else { continue }
        x += places[other].x
        y += places[other].y
        count += 1
      }
    }
    guard count > 0 else { return nil }
    return Point(
      x: x / count + (random.unit() - 0.5) * room.x * 0.4,
      y: y / count + (random.unit() - 0.5) * room.y * 0.4)
  }

  private func clamped(_ point: Point, _ size: Point) -> Point {
    Point(
      x: min(max(point.x, size.x / 2), max(room.x - size.x / 2, size.x / 2)),
      y: min(max(point.y, size.y / 2), max(room.y - size.y / 2, size.y / 2)))
  }

  /// Whether a block keeps its distance from all others.
  private func isFree(_ block: Int) -> Bool {
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
  private mutating func place(_ moved: [Int]) {
    for number in moved {
      for (slot, member) in blocks[number].members.enumerated() {
        let offset = blocks[number].offsets[slot]
        places[member] = Point(
          x: blocks[number].centre.x + offset.x, y: blocks[number].centre.y + offset.y)
        collisions.boxes[member] = .init(around: places[member], half: halves[member])
      }
    }
    for number in moved {
      for member in blocks[number].members {
        for line in linesAt[member] {
          let ends = lines[line]
          collisions.lines[line] = .init(from: places[ends.0], to: places[ends.1], boxes: ends)
        }
      }
    }
  }

  /// What is paid for the boxes of some blocks and their lines.
  private mutating func price(of moved: [Int]) -> Double {
    step += 1
    var changed: [Int] = []
    for number in moved {
      for member in blocks[number].members {
        for line in linesAt[member] where lineMarks[line] != step {
          lineMarks[line] = step
          changed.append(line)
        }
      }
    }
    var (length, crossings, overruns) = (0.0, 0.0, 0)
    for line in changed {
      let state = collisions.lines[line]
      let (dx, dy) = (state.bx - state.ax, state.by - state.ay)
      length += (dx * dx + dy * dy).squareRoot()
      // Two lines that both change meet twice here.
      crossings += collisions.crossings(of: state, marks: lineMarks, halved: step)
      overruns += collisions.overruns(of: state)
    }
    for number in moved {
      for member in blocks[number].members {
        overruns += collisions.overruns(over: member, except: lineMarks, marked: step)
      }
    }
    return Price.length * length + Price.crossing * crossings + Price.overrun * Double(overruns)
  }

  /// *base* to the power of a share, with nothing but multiplications, so that every machine gets the same steps.
  private static func power(_ base: Double, _ share: Double) -> Double {
    var (result, root, rest) = (1.0, base, share)
    for _ in 0..<20 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }

  /// *e* to the power of a number not above 0.
  private static func exponential(_ number: Double) -> Double {
    guard number > -20 else { return 0 }
    // (1 + x/1024)^1024, near enough to decide by.
    var result = 1 + number / 1024
    for _ in 0..<10 { result *= result }
    return result
  }
}

/// Random numbers that are the same in every run.
///
/// After G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, *OOPSLA 2014*,
/// [doi:10.1145/2660193.2660195](https://doi.org/10.1145/2660193.2660195).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including `bound`.
  mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: (next() >> 33) % UInt64(bound))
  }

  /// A number from 0 up to but not including 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
