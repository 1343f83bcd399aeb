/// Sorts edges into rows, each in ascending order of the neighbour, then of the edge.
struct RowBuilder {
  struct SortedRows {
    var offsets: [Int32]
    var neighbors: [Int32]
    var edges: [Int32]
  }

  let nodeCount: Int
  let sources: [Int32]
  let targets: [Int32]
  var parallelism = Parallelism.sequential

  func directed() -> (out: SortedRows, into: SortedRows) {
    let out = sources.withPlaces { sources in
      targets.withPlaces { targets in
        sorted(
          ArcList(ends: sources, others: targets, isTwoWay: false), arcCount: sources.count)
      }
    }
    let into = out.offsets.withPlaces { offsets in
      out.neighbors.withPlaces { neighbors in
        out.edges.withPlaces { edges in
          sorted(
            TurnedRows(offsets: offsets, neighbors: neighbors, edges: edges),
            arcCount: sources.count)
        }
      }
    }
    return (out, into)
  }

  func undirected(loopCount: Int) -> (out: SortedRows, into: SortedRows) {
    let rows = sources.withPlaces { sources in
      targets.withPlaces { targets in
        sorted(
          ArcList(ends: sources, others: targets, isTwoWay: true),
          arcCount: 2 * sources.count - loopCount)
      }
    }
    return (rows, rows)
  }

  private func sorted(_ source: some ArcSource, arcCount: Int) -> SortedRows {
    var offsets: [Int32] = []
    var edges: [Int32] = []
    let neighbors = [Int32](places: arcCount) { neighbors in
      edges = [Int32](places: arcCount) { edges in
        offsets = [Int32](places: nodeCount + 1) { offsets in
          RowSort(
            nodeCount: nodeCount, arcCount: arcCount, offsets: offsets, neighbors: neighbors,
            edges: edges
          ).run(source, parallelism: parallelism)
        }
      }
    }
    if arcCount == 0 { offsets = [Int32](repeating: 0, count: nodeCount + 1) }
    return SortedRows(offsets: offsets, neighbors: neighbors, edges: edges)
  }
}

/// Arcs in a fixed order, in parts that can be read side by side.
protocol ArcSource {
  /// Whether the neighbours of each row come in ascending order already.
  static var isAscending: Bool { get }
  /// Calls `body` with the row, the neighbour and the edge of each arc of a part.
  func forEach(part: Int, of partCount: Int, _ body: (Int32, Int32, Int32) -> Void)
}

/// Edges as they were given, in their own row only or in both.
struct ArcList: ArcSource {
  let ends: ArrayView<Int32>
  let others: ArrayView<Int32>
  let isTwoWay: Bool

  static var isAscending: Bool { false }

  @inline(__always)
  func forEach(part: Int, of partCount: Int, _ body: (Int32, Int32, Int32) -> Void) {
    for edge in part * ends.count / partCount..<(part + 1) * ends.count / partCount {
      let (end, other, id) = (ends[edge], others[edge], Int32(truncatingIfNeeded: edge))
      body(end, other, id)
      if isTwoWay, end != other { body(other, end, id) }
    }
  }
}

/// The arcs of sorted rows, each to be put into the row of its neighbour.
struct TurnedRows: ArcSource {
  let offsets: ArrayView<Int32>
  let neighbors: ArrayView<Int32>
  let edges: ArrayView<Int32>

  static var isAscending: Bool { true }

  /// The first row that begins at a share of the arcs or behind it.
  private func row(_ part: Int, of partCount: Int) -> Int {
    if part == partCount { return offsets.count - 1 }
    let wanted = part * neighbors.count / partCount
    var range = 0..<(offsets.count - 1)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        Int(offsets[middle]) < wanted
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  @inline(__always)
  func forEach(part: Int, of partCount: Int, _ body: (Int32, Int32, Int32) -> Void) {
    for node in row(
      part, of: partCount)..<max(row(part + 1, of: partCount), row(part, of: partCount))
    {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        body(neighbors[arc], Int32(truncatingIfNeeded: node), edges[arc])
      }
    }
  }
}
