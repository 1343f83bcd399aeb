import GraphCore
import GraphvizKit

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

  /// The boxes and lines as they stand.
  private(set) var state: PlacementState
  /// What they cost.
  private(set) var cost: Double
  private var random: SplitMix64
  /// The boxes of frames of several; those whom no line leads to keep their order.
  private let exchangeable: [Int]

  /// - Parameters:
  ///   - state: Where the search begins.
  ///   - seed: Where the random steps begin.
  init(from state: PlacementState, seed: UInt64) {
    self.state = state
    random = SplitMix64(state: seed)
    cost = state.price
    exchangeable = state.blocks.indices.flatMap { block in
      let members = state.blocks[block].members
      return members.count > 1 && state.hasLines(block) ? members : []
    }
  }

  /// Searches with as many steps for each box as the effort says, as far as its comparisons allow, or so many times longer.
  ///
  /// - Complexity: O(*s*·*n*·*d*·(*e* + *n*)) for *s* steps for each of *n* boxes, with *d* lines at what a step moves.
  mutating func improve(effort: LayoutEffort, longer: Double = 1) {
    guard state.blocks.count > 1, !state.lines.isEmpty else { return }
    let steps = min(
      Int(Double(effort.stepsForEachBox * state.places.count) * longer),
      Int(effort.mostComparisons * longer / max(comparisonsForEachStep, 1)))
    var best = (cost, state.blocks)
    let (hot, cold) = (400.0, 3.0)
    for number in 0..<max(steps, 0) {
      let progress = Double(number) / Double(steps)
      let temperature = hot * Self.power(cold / hot, progress)
      let change = attempt(temperature: temperature, reach: 1 - progress)
      cost += change
      if cost < best.0 - 0.01 { best = (cost, state.blocks) }
    }
    cost = best.0
    state.restore(best.1)
  }

  /// Of ten steps so many exchange two boxes of a frame, where there are frames.
  private static let exchanges = 6

  /// How many comparisons of two lines or of a line and a box a step takes.
  private var comparisonsForEachStep: Double {
    let boxes = Double(state.places.count)
    let lines = Double(2 * state.lines.count)
    let share = exchangeable.isEmpty ? 0 : Double(Self.exchanges) / 10
    let moved =
      share * 2 * lines / boxes + (1 - share) * 1.25 * lines / Double(state.blocks.count)
    return moved * (Double(state.lines.count) + boxes)
  }

  /// Tries one step; returns by how much the cost changed, 0 where the step was not taken.
  private mutating func attempt(temperature: Double, reach: Double) -> Double {
    if !exchangeable.isEmpty, random.next(below: 10) < Self.exchanges {
      let box = exchangeable[random.next(below: exchangeable.count)]
      return exchange(box, in: state.blockOf[box], temperature)
    }
    let first = random.next(below: state.blocks.count)
    let before = state.blocks[first].centre
    var second: (block: Int, before: Point)?
    var target = before
    switch random.next(below: 18) {
    case 0..<5:
      let other = random.next(below: state.blocks.count)
      guard other != first else { return 0 }
      second = (other, state.blocks[other].centre)
    case 5..<9:
      guard let place = placeAtNeighbours(of: first) else { return 0 }
      target = place
    default:
      let (wide, high) = (
        state.room.x * (0.02 + 0.3 * reach), state.room.y * (0.02 + 0.3 * reach)
      )
      target.x += (random.unit() - 0.5) * wide
      target.y += (random.unit() - 0.5) * high
    }
    state.take(first, second?.block)
    let priceBefore = state.priceBefore
    state.move(first, to: second?.before ?? target)
    if let second { state.move(second.block, to: before) }
    guard state.isFree(first), second.map({ state.isFree($0.block) }) ?? true else {
      state.restore(first, to: before)
      if let second { state.restore(second.block, to: second.before) }
      return 0
    }
    if let change = settled(from: priceBefore, temperature) { return change }
    state.restore(first, to: before)
    if let second { state.restore(second.block, to: second.before) }
    state.settle()
    return 0
  }

  /// Exchanges a box with another of its block, or leaves it.
  private mutating func exchange(_ box: Int, in block: Int, _ temperature: Double) -> Double {
    let members = state.blocks[block].members
    let other = members[random.next(below: members.count)]
    guard other != box, state.mayExchange(box, other) else { return 0 }
    state.take(box: box, and: other)
    let priceBefore = state.priceBefore
    state.swap(box: box, and: other)
    if let change = settled(from: priceBefore, temperature) { return change }
    state.swap(box: box, and: other)
    state.settle()
    return 0
  }

  /// Takes the step that was made, unless it is too dear; by how much the cost changed, or `nil` if it is to be taken back.
  private mutating func settled(from priceBefore: Double, _ temperature: Double) -> Double? {
    state.settle()
    // Drawn before the price is known, so that counting ends as soon as the step has become too dear.
    let allowed = priceBefore + temperature * random.exponential()
    let price = state.price(upTo: allowed)
    guard price <= allowed else { return nil }
    state.take()
    return price - priceBefore
  }

  /// A place near the middle of what a block is tied to.
  private mutating func placeAtNeighbours(of block: Int) -> Point? {
    var (x, y, count) = (0.0, 0.0, 0.0)
    for member in state.blocks[block].members {
      for line in state.linesAt[member] {
        let ends = state.lines[line]
        let other = ends.0 == member ? ends.1 : ends.0
        guard state.blockOf[other] != block else { continue }
        x += state.places[other].x
        y += state.places[other].y
        count += 1
      }
    }
    guard count > 0 else { return nil }
    return Point(
      x: x / count + (random.unit() - 0.5) * state.room.x * 0.4,
      y: y / count + (random.unit() - 0.5) * state.room.y * 0.4)
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
}
