import GraphvizKit

// Boxes stand farther apart where they would leave a part of the sheet empty.
extension FramedPlacement {
  /// What a block takes up along one axis if the middles of its boxes are so many times as far from the origin.
  private struct Reach {
    /// The first and the last middle.
    var first: Double
    var last: Double
    /// From these to the sides of the block.
    var before: Double
    var after: Double

    init(_ block: PlacementState.Block, _ axis: KeyPath<Point, Double>) {
      let middles = block.offsets.map { block.centre[keyPath: axis] + $0[keyPath: axis] }
      (first, last) = (middles.min() ?? 0, middles.max() ?? 0)
      before = first - block.centre[keyPath: axis] + block.size[keyPath: axis] / 2
      after = block.centre[keyPath: axis] + block.size[keyPath: axis] / 2 - last
    }

    func low(_ factor: Double) -> Double { first * factor - before }
    func high(_ factor: Double) -> Double { last * factor + after }
  }

  /// The places that a search found, and frames around them, spread over the room that the map gets, without making letters smaller.
  ///
  /// What is straight stays so, and nothing more crosses.
  func spread(
    _ found: [PlacementState.Block], titles: Int, cost: Double, of start: Start
  ) -> Result {
    let across = found.map { Reach($0, \.x) }
    let down = found.map { Reach($0, \.y) }
    let target = target(Point(x: Self.extent(across, 1), y: Self.extent(down, 1)))
    let factor = Point(
      x: factor(across, reaching: target.x), y: factor(down, reaching: target.y))
    var result = Result(
      places: sizes.map { _ in Point(x: 0, y: 0) }, cost: cost,
      frames: [LaidOutDiagram.Rectangle](
        repeating: .init(x: 0, y: 0, width: 0, height: 0), count: titles))
    for (number, block) in found.enumerated() {
      for (member, offset) in zip(block.members, block.offsets) {
        result.places[member] = Point(
          x: (block.centre.x + offset.x) * factor.x, y: (block.centre.y + offset.y) * factor.y)
      }
      guard let frame = start.blocks[number].frame else { continue }
      let (left, top) = (across[number].low(factor.x), down[number].low(factor.y))
      result.frames[frame] = .init(
        x: left, y: top, width: across[number].high(factor.x) - left,
        height: down[number].high(factor.y) - top)
    }
    return result
  }

  /// What is left for lines around the outermost boxes.
  private static let inner = 0.98

  /// The extent of the map at which it fills the room that it gets, where letters are as large as this one lets them be.
  private func target(_ tight: Point) -> Point {
    let most = SheetComposer.mostEnlarged(sizes.count)
    let scales = rooms.map { min($0.x / max(tight.x, 1), $0.y / max(tight.y, 1), most) }
    guard let first = scales.first, let last = scales.last else { return tight }
    // The same choice as when the sheet is composed.
    let (scale, room) = last > first * 1.05 ? (last, rooms[rooms.count - 1]) : (first, rooms[0])
    return Point(x: room.x / scale * Self.inner, y: room.y / scale * Self.inner)
  }

  private func factor(_ reaches: [Reach], reaching target: Double) -> Double {
    var (low, high) = (1.0, widest)
    for _ in 0..<16 {
      let middle = (low + high) / 2
      if Self.extent(reaches, middle) <= target { low = middle } else { high = middle }
    }
    return low
  }

  private static func extent(_ reaches: [Reach], _ factor: Double) -> Double {
    (reaches.map { $0.high(factor) }.max() ?? 0) - (reaches.map { $0.low(factor) }.min() ?? 0)
  }

  /// Farther apart than this times what a search finds best nothing belongs together any more, unless there is hardly anything else.
  private var widest: Double { max(2.5, 8 - 0.6 * Double(sizes.count)) }
}
