/// Sorts arcs by row by counting, in two rounds that stay within the processor's cache.
///
/// Dropping each arc into its row at once would touch a far place of memory for each. So arcs are first spread over
/// stretches of rows, at their final places but for the order within the stretch, and each stretch is then sorted by itself.
struct RowSort {
  let nodeCount: Int
  let arcCount: Int
  // What is filled.
  let offsets: ArrayView<Int32>
  let neighbors: ArrayView<Int32>
  let edges: ArrayView<Int32>
  /// Stretches have two to the power of this many rows.
  private let shift: Int
  private let stretchCount: Int
  private let partCount: Int

  /// An arc on its way, its row counted from the first of the stretch.
  fileprivate struct Arc: BitwiseCopyable {
    var row: Int32
    var neighbor: Int32
    var edge: Int32
  }

  init(
    nodeCount: Int, arcCount: Int, offsets: ArrayView<Int32>, neighbors: ArrayView<Int32>,
    edges: ArrayView<Int32>
  ) {
    self.nodeCount = nodeCount
    self.arcCount = arcCount
    self.offsets = offsets
    self.neighbors = neighbors
    self.edges = edges
    var shift = 0
    while shift < 16, 1 << shift <= nodeCount, (1 << shift) * arcCount < 16_384 * nodeCount {
      shift += 1
    }
    self.shift = shift
    stretchCount = nodeCount >> shift + 1
    partCount = arcCount < 1 << 16 ? 1 : 8
  }

  func run<Source: ArcSource>(_ source: Source, parallelism: Parallelism) {
    let shift = shift
    // Where the arcs of each part and stretch begin: of a stretch all parts in order.
    let starts = Scratch<Int32>(repeating: 0, count: partCount * stretchCount)
    parallelism.complete(parts: partCount, memory: { Scratch<Int32>(uninitialized: stretchCount) })
    {
      counts, part in
      counts.fill(0)
      source.forEach(part: part, of: partCount) { row, _, _ in counts[Int(row) &>> shift] &+= 1 }
      for stretch in 0..<stretchCount { starts[stretch * partCount + part] = counts[stretch] }
    }
    var total: Int32 = 0
    var longest: Int32 = 0
    for stretch in 0..<stretchCount {
      let first = total
      for part in 0..<partCount {
        let count = starts[stretch * partCount + part]
        starts[stretch * partCount + part] = total
        total &+= count
      }
      longest = max(longest, total - first)
    }
    let rows = Scratch<UInt16>(uninitialized: arcCount)
    let mask = 1 << shift &- 1
    parallelism.complete(parts: partCount, memory: { Scratch<Int32>(uninitialized: stretchCount) })
    {
      next, part in
      for stretch in 0..<stretchCount { next[stretch] = starts[stretch * partCount + part] }
      source.forEach(part: part, of: partCount) { row, neighbor, edge in
        let stretch = Int(row) &>> shift
        let place = next[stretch]
        next[stretch] = place &+ 1
        rows[place] = UInt16(truncatingIfNeeded: Int(row) & mask)
        neighbors[place] = neighbor
        edges[place] = edge
      }
    }
    parallelism.complete(
      parts: stretchCount,
      memory: { StretchSort(self, longest: Int(longest), isAscending: Source.isAscending) }
    ) { sort, stretch in
      let end = stretch + 1 < stretchCount ? starts[(stretch + 1) * partCount] : total
      let first = stretch << shift
      sort.run(
        rows, Int(starts[stretch * partCount])..<Int(end),
        firstRow: first, rowCount: min(1 << shift, nodeCount - first))
    }
    offsets[nodeCount] = total
  }

  /// Sorts the arcs of one stretch.
  private struct StretchSort: ~Copyable {
    private let sort: RowSort
    private let isAscending: Bool
    /// The bits of a neighbour are sorted by in rounds of so many.
    private let digit: Int
    private let rounds: Int
    private let arcs: Scratch<Arc>
    private let other: Scratch<Arc>
    private let counts: Scratch<Int32>

    init(_ sort: RowSort, longest: Int, isAscending: Bool) {
      self.sort = sort
      self.isAscending = isAscending
      let bits = Int.bitWidth - max(1, sort.nodeCount - 1).leadingZeroBitCount
      rounds = isAscending ? 0 : (bits + 10) / 11
      digit = isAscending ? 0 : (bits + rounds - 1) / rounds
      arcs = Scratch(uninitialized: longest)
      other = Scratch(uninitialized: isAscending ? 0 : longest)
      counts = Scratch(repeating: 0, count: max(1 << sort.shift, 1 << digit) + 1)
    }

    func run(
      _ rows: borrowing Scratch<UInt16>, _ range: Range<Int>, firstRow: Int, rowCount: Int
    ) {
      for place in range {
        arcs[place &- range.lowerBound] = Arc(
          row: Int32(rows[place]), neighbor: sort.neighbors[place], edge: sort.edges[place])
      }
      for round in 0..<rounds {
        if round & 1 == 0 {
          pass(range.count, shift: round * digit, from: arcs, to: other)
        } else {
          pass(range.count, shift: round * digit, from: other, to: arcs)
        }
      }
      if rounds & 1 == 0 {
        finish(arcs, range, firstRow: firstRow, rowCount: rowCount)
      } else {
        finish(other, range, firstRow: firstRow, rowCount: rowCount)
      }
    }

    /// Sorts by one digit of the neighbour, keeping the order of equal ones.
    private func pass(
      _ count: Int, shift: Int, from: borrowing Scratch<Arc>, to: borrowing Scratch<Arc>
    ) {
      let mask: Int32 = 1 << Int32(digit) &- 1
      for value in 0...Int(mask) { counts[value] = 0 }
      let shift = Int32(shift)
      for place in 0..<count { counts[from[place].neighbor &>> shift & mask] &+= 1 }
      var total: Int32 = 0
      for value in 0...Int(mask) {
        let count = counts[value]
        counts[value] = total
        total &+= count
      }
      for place in 0..<count {
        let arc = from[place]
        let value = arc.neighbor &>> shift & mask
        let next = counts[value]
        counts[value] = next &+ 1
        to[next] = arc
      }
    }

    private func finish(
      _ arcs: borrowing Scratch<Arc>, _ range: Range<Int>, firstRow: Int, rowCount: Int
    ) {
      guard rowCount > 0 else { return }
      for row in 0..<rowCount { counts[row] = 0 }
      for place in 0..<range.count { counts[arcs[place].row] &+= 1 }
      var total = Int32(truncatingIfNeeded: range.lowerBound)
      for row in 0..<rowCount {
        let count = counts[row]
        counts[row] = total
        sort.offsets[firstRow &+ row] = total
        total &+= count
      }
      for place in 0..<range.count {
        let arc = arcs[place]
        let next = counts[arc.row]
        counts[arc.row] = next &+ 1
        sort.neighbors[next] = arc.neighbor
        sort.edges[next] = arc.edge
      }
    }
  }
}
