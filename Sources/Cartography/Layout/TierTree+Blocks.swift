import GraphvizKit

/// A box with everybody below it: the middles from its own, and the outline on each level.
struct TierBlock {
  var places: [(node: Int, x: Double)] = []
  var left: [Double]
  var right: [Double]

  init(levels: Int) {
    left = [Double](repeating: .infinity, count: levels)
    right = [Double](repeating: -.infinity, count: levels)
  }

  mutating func reserve(_ level: Int, _ from: Double, _ to: Double) {
    left[level] = min(left[level], from)
    right[level] = max(right[level], to)
  }

  mutating func add(_ other: TierBlock, at x: Double) {
    places += other.places.map { ($0.node, $0.x + x) }
    for level in left.indices where other.left[level] <= other.right[level] {
      reserve(level, other.left[level] + x, other.right[level] + x)
    }
  }
}

// How subtrees stand beside each other.
extension TierTree {
  mutating func block(of node: Int) -> TierBlock {
    var block = bare(node)
    guard let title = titles[node] else { return block }
    // The line from above passes beside the title.
    let left = min(block.left.min() ?? 0, -title - Spacing.frame) - Spacing.frame
    let right = (block.right.max() ?? 0) + Spacing.frame
    let last = block.left.indices.last { block.left[$0] <= block.right[$0] } ?? 0
    let first = level[node] ?? 0
    for level in first...max(last, first) { block.reserve(level, left, right) }
    frames[node] = Frame(left: left, right: right, firstLevel: first, lastLevel: last)
    return block
  }

  private mutating func bare(_ node: Int) -> TierBlock {
    var block = TierBlock(levels: levels.count)
    let own = level[node] ?? 0
    block.places = [(node, 0)]
    block.reserve(own, -sizes[node].x / 2, sizes[node].x / 2)
    guard let columns = columns[node], let first = columns.first?.first.flatMap({ level[$0] })
    else { return block }
    let isGrid = columns.allSatisfy { $0.count > 1 || columns[0].count > 1 } && columns[0].count > 1
    block.add(isGrid ? grid(columns, of: node) : row(columns, of: node), at: 0)
    for between in own + 1..<max(first, own + 1) { block.reserve(between, -6, 6) }
    return block
  }

  /// Columns side by side with a trunk for every two, under the middle of their box.
  private mutating func grid(_ columns: [[Int]], of node: Int) -> TierBlock {
    var block = TierBlock(levels: levels.count)
    var x = 0.0
    var trunks: [Double?] = []
    var centres: [Double] = []
    let elbow = Spacing.elbow
    let blocks = columns.map { column in column.map { self.block(of: $0) } }
    for (number, column) in blocks.enumerated() {
      let left = column.compactMap { $0.left.min() }.min() ?? 0
      let right = column.compactMap { $0.right.max() }.max() ?? 0
      let isLeftOfTrunk = number % 2 == 0 && number + 1 < columns.count
      if !isLeftOfTrunk {
        if number % 2 == 0 {
          // The last of an odd number has a trunk of its own.
          trunks.append(x)
        } else {
          trunks.append(trunks.last ?? nil)
        }
        x += elbow
      }
      let centre = x - left
      centres.append(centre)
      x = centre + right
      if isLeftOfTrunk {
        x += elbow
        trunks.append(x)
      } else {
        x += Spacing.sibling * spacing.across
      }
      for part in column { block.add(part, at: centre) }
    }
    let width = x - Spacing.sibling * spacing.across
    let middle =
      columns.count == 1 ? centres[0] : columns.count == 2 ? (trunks[0] ?? 0) : width / 2
    // Nothing else stands between the lines of the grid.
    let last = columns.flatMap { $0.compactMap { level[$0] } }.max() ?? 0
    let first = columns.first?.first.flatMap { level[$0] } ?? last
    for level in first...max(last, first) { block.reserve(level, 0, width) }
    self.trunks[node] = trunks.map { $0.map { $0 - middle } }
    return shifted(block, by: -middle)
  }

  /// Columns side by side, as close as their outlines allow, their box above the middle.
  private mutating func row(_ columns: [[Int]], of node: Int) -> TierBlock {
    var hasTrunk: [Bool] = []
    let blocks = columns.map { column -> TierBlock in
      hasTrunk.append(column.count > 1)
      guard column.count > 1 else { return self.block(of: column[0]) }
      var stack = TierBlock(levels: levels.count)
      for part in column { stack.add(self.block(of: part), at: 0) }
      let edge = -(column.map { sizes[$0].x / 2 }.max() ?? 0) - Spacing.elbow
      for child in column { stack.reserve(level[child] ?? 0, edge, edge) }
      return stack
    }
    let centres = apart(blocks)
    var block = TierBlock(levels: levels.count)
    for (part, x) in zip(blocks, centres) { block.add(part, at: x) }
    let trunks = zip(columns, centres).map { column, x -> Double? in
      column.count > 1
        ? x - (column.map { sizes[$0].x / 2 }.max() ?? 0) - Spacing.elbow : nil
    }
    let entries = zip(trunks, centres).map { $0 ?? $1 }
    // A line that is nearly straight is made so.
    let centre = ((entries.min() ?? 0) + (entries.max() ?? 0)) / 2
    let middle =
      entries.min { abs($0 - centre) < abs($1 - centre) }
      .flatMap { abs($0 - centre) < Spacing.cousin ? $0 : nil } ?? centre
    self.trunks[node] = trunks.map { $0.map { $0 - middle } }
    return shifted(block, by: -middle)
  }

  private func shifted(_ block: TierBlock, by x: Double) -> TierBlock {
    var result = TierBlock(levels: levels.count)
    result.add(block, at: x)
    return result
  }

  /// The middles of blocks side by side: as far to the left as they go, and to the right, and then half-way between.
  private func apart(_ blocks: [TierBlock]) -> [Double] {
    var distances = [[Double]](
      repeating: [Double](repeating: 0, count: blocks.count), count: blocks.count)
    for second in blocks.indices {
      for first in 0..<second { distances[first][second] = distance(blocks[first], blocks[second]) }
    }
    var fromLeft = [Double](repeating: 0, count: blocks.count)
    for second in blocks.indices.dropFirst() {
      fromLeft[second] = (0..<second).map { fromLeft[$0] + distances[$0][second] }.max() ?? 0
    }
    var fromRight = fromLeft
    for first in blocks.indices.dropLast().reversed() {
      fromRight[first] =
        (first + 1..<blocks.count).map { fromRight[$0] - distances[first][$0] }.min() ?? 0
    }
    return zip(fromLeft, fromRight).map { ($0 + $1) / 2 }
  }

  /// How far apart the middles of two blocks stand at least.
  private func distance(_ first: TierBlock, _ second: TierBlock) -> Double {
    var distance = -Double.infinity
    let top = first.left.indices.first { first.left[$0] <= first.right[$0] } ?? 0
    for level in first.left.indices
    where first.left[level] <= first.right[level] && second.left[level] <= second.right[level] {
      let gap = (level == top ? Spacing.sibling : Spacing.cousin) * spacing.across
      distance = max(distance, first.right[level] - second.left[level] + gap)
    }
    // Nothing in common: the second still stands to the right.
    return max(distance, Spacing.sibling)
  }
}
