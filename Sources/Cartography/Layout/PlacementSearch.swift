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
  /// The price of each block, and after how many steps it had it.
  private var prices: [(price: Double, steps: Int)]
  /// How many steps were taken.
  private var steps = 0

  /// - Parameters:
  ///   - state: Where the search begins.
  ///   - seed: Where the random steps begin.
  init(from state: PlacementState, seed: UInt64) {
    self.state = state
    random = SplitMix64(state: seed)
    cost = state.price
    prices = state.blocks.map { _ in (0, -1) }
  }

  /// Searches with as many steps for each block as the effort says, as far as its comparisons allow, or so many times longer.
  ///
  /// - Complexity: O(*s*·*n*·*d*·(*e* + *n*)) for *s* steps for each of *n* blocks, with *d* lines at a block.
  mutating func improve(effort: LayoutEffort, longer: Double = 1) {
    guard state.blocks.count > 1, !state.lines.isEmpty else { return }
    let perStep =
      Double(4 * state.lines.count) / Double(state.blocks.count)
      * Double(state.lines.count + state.places.count)
    let steps = min(
      Int(Double(effort.stepsForEachBox * state.blocks.count) * longer),
      Int(effort.mostComparisons * longer / max(perStep, 1)))
    var best = (cost, state)
    let (hot, cold) = (400.0, 3.0)
    for number in 0..<max(steps, 0) {
      let progress = Double(number) / Double(steps)
      let temperature = hot * Self.power(cold / hot, progress)
      let change = attempt(temperature: temperature, reach: 1 - progress)
      cost += change
      if cost < best.0 - 0.01 { best = (cost, state) }
    }
    (cost, state) = best
  }

  /// Tries one step; returns by how much the cost changed, 0 where the step was not taken.
  private mutating func attempt(temperature: Double, reach: Double) -> Double {
    let first = random.next(below: state.blocks.count)
    let before = state.blocks[first]
    var second: (block: Int, before: PlacementState.Block)?
    var target = before.centre
    var swapped: (Int, Int)?
    switch random.next(below: 20) {
    case 0..<5:
      let other = random.next(below: state.blocks.count)
      guard other != first else { return 0 }
      second = (other, state.blocks[other])
    case 5..<9:
      guard let place = placeAtNeighbours(of: first) else { return 0 }
      target = place
    // Those whom no line leads to keep their order.
    case 9..<11 where before.members.count > 1 && state.hasLines(first):
      let count = before.members.count
      swapped = (random.next(below: count), random.next(below: count))
    default:
      let (wide, high) = (
        state.room.x * (0.02 + 0.3 * reach), state.room.y * (0.02 + 0.3 * reach)
      )
      target.x += (random.unit() - 0.5) * wide
      target.y += (random.unit() - 0.5) * high
    }
    let priceBefore = knownPrice(of: first, second?.block)
    if let swapped {
      state.swapMembers(of: first, swapped.0, swapped.1)
    } else {
      state.move(first, to: second?.before.centre ?? target)
      if let second { state.move(second.block, to: before.centre) }
      guard state.isFree(first), second.map({ state.isFree($0.block) }) ?? true else {
        state.restore(first, to: before)
        if let second { state.restore(second.block, to: second.before) }
        return 0
      }
    }
    state.settle(first, second?.block)
    // Drawn before the price is known, so that counting ends as soon as the step has become too dear.
    let allowed = priceBefore + temperature * random.exponential()
    let price = state.price(of: first, second?.block, upTo: allowed)
    if price <= allowed {
      steps += 1
      return price - priceBefore
    }
    state.restore(first, to: before)
    if let second { state.restore(second.block, to: second.before) }
    state.settle(first, second?.block)
    return 0
  }

  /// The price of a block, from memory if no step was taken since it was last asked for.
  private mutating func knownPrice(of first: Int, _ second: Int?) -> Double {
    if second == nil, prices[first].steps == steps { return prices[first].price }
    let price = state.price(of: first, second, upTo: .infinity)
    if second == nil { prices[first] = (price, steps) }
    return price
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
