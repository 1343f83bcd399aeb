/// Distances in whole steps from up to 32 sources at once.
///
/// Sources that lie near each other reach a node at nearly the same distance. So a node is taken up once for
/// all lanes that have just got nearer, in the order of rising distance, and again only if some lane finds a
/// shorter way later: about twice for 32 sources. Nodes wait in a ring of bit sets, one for each bucket of
/// distance, so that no branch depends on what an arc leads to.
struct DistanceLanes: ~Copyable {
  /// What one instruction handles; four of them hold the distances of a node.
  private typealias Lanes = SIMD8<Int16>
  private static let width = Lanes.scalarCount
  private static let laneBlocks = 4
  static let laneCount = width * laneBlocks
  /// The distance of what no path leads to; with any step added it still fits.
  static let unreached: Int16 = 16_383

  /// The distances of a node from all sources lie together; of one source, once the search is over, those of all nodes.
  private let byNode: Scratch<Lanes>
  private let bySource: Scratch<Int16>
  /// Which arc of the row of a node is the last of its one shortest path; -1 where there are several paths, or none.
  private let lastArcs: Scratch<Int16>
  /// 1 for nodes that got nearer since their arcs were last followed.
  private let isStale: Scratch<UInt8>
  private let waiting: Scratch<UInt64>
  private static let ringSize = 64
  /// How many bits of a distance do not count for the place in the ring.
  private let shift: Int
  private let largestStep: Int
  private let ends: Scratch<Int32>
  /// The largest distance from each source.
  private let farthest: Scratch<Lanes>

  /// Whether steps are short enough for distances to be held, if there are not too many to a path.
  static func hold(_ largestStep: Int) -> Bool {
    largestStep > 0 && largestStep < Int(unreached) / 4
  }

  init(nodeCount: Int, largestStep: Int) {
    self.largestStep = largestStep
    var shift = 0
    while largestStep >> shift + 1 >= Self.ringSize { shift += 1 }
    self.shift = shift
    byNode = Scratch(uninitialized: nodeCount * Self.laneBlocks)
    bySource = Scratch(uninitialized: Self.stride(nodeCount) * Self.laneCount)
    lastArcs = Scratch(uninitialized: Self.stride(nodeCount) * Self.laneCount)
    isStale = Scratch(repeating: 0, count: nodeCount)
    waiting = Scratch(repeating: 0, count: Self.ringSize * Self.words(nodeCount))
    ends = Scratch(uninitialized: Int(Self.unreached) + 1)
    farthest = Scratch(repeating: .zero, count: Self.laneBlocks)
  }

  private static func words(_ nodeCount: Int) -> Int { (nodeCount + 63) / 64 }

  /// From column to column, an odd number of cache lines, so that they do not fight for the same places of the cache.
  private static func stride(_ nodeCount: Int) -> Int { (nodeCount + 63) / 64 * 64 + 32 }

  /// Finds the distances; the rows and those of the arcs back have steps in the place of edges.
  ///
  /// - Returns: Whether all distances are short enough to be held. If not, they are not to be used.
  func search(from sources: ArraySlice<Int32>, _ rows: Rows, _ back: Rows) -> Bool {
    for block in 0..<rows.nodeCount * Self.laneBlocks {
      byNode[block] = Lanes(repeating: Self.unreached)
    }
    for (lane, source) in sources.enumerated() {
      byNode[Int(source) * Self.laneBlocks + lane / Self.width][lane % Self.width] = 0
      isStale[source] = 1
      waiting[Int(source) >> 6] |= 1 &<< UInt64(source & 63)
    }
    let words = Self.words(rows.nodeCount)
    var bucket = 0
    var emptyCount = 0
    while emptyCount < Self.ringSize {
      let first = (bucket & (Self.ringSize - 1)) &* words
      var isEmpty = true
      var isDone = false
      // Steps shorter than the bucket lead back into it.
      while !isDone {
        isDone = true
        for word in 0..<words {
          while waiting[first &+ word] != 0 {
            let bit = waiting[first &+ word].trailingZeroBitCount
            waiting[first &+ word] &= waiting[first &+ word] &- 1
            isDone = shift == 0
            isEmpty = false
            let node = word << 6 | bit
            guard isStale[node] != 0 else { continue }
            isStale[node] = 0
            relax(node, from: bucket << shift, words: words, rows)
          }
        }
      }
      emptyCount = isEmpty ? emptyCount + 1 : 0
      bucket += 1
    }
    return transpose(back)
  }

  @inline(__always)
  private func relax(_ node: Int, from distance: Int, words: Int, _ rows: Rows) {
    let own = node &* Self.laneBlocks
    for arc in rows.arcs(node) {
      let neighbor = rows.neighbor(arc)
      let step = rows.edge(arc)
      let steps = Lanes(repeating: Int16(truncatingIfNeeded: step))
      var changes = Lanes.zero
      for block in 0..<Self.laneBlocks {
        let place = neighbor &* Self.laneBlocks &+ block
        let known = byNode[place]
        let through = byNode[own &+ block] &+ steps
        let isShorter = unsafe unsafeBitCast(through .< known, to: Lanes.self)
        let change = (known ^ through) & isShorter
        byNode[place] = known ^ change
        changes |= change
      }
      let halves = unsafe unsafeBitCast(changes, to: SIMD2<UInt64>.self)
      let isNearer = Int(oneIf: halves[0] | halves[1] != 0)
      isStale[neighbor] |= UInt8(truncatingIfNeeded: isNearer)
      let place = ((distance &+ step) >> shift) & (Self.ringSize &- 1)
      waiting[place &* words &+ neighbor >> 6] |=
        UInt64(truncatingIfNeeded: isNearer) &<< UInt64(truncatingIfNeeded: neighbor & 63)
    }
  }

  /// Puts what was found from each source together and looks whether all distances could be held.
  private func transpose(_ back: Rows) -> Bool {
    let stride = Self.stride(back.nodeCount)
    for block in 0..<Self.laneBlocks { farthest[block] = .zero }
    let none = Lanes(repeating: Self.unreached)
    for node in 0..<back.nodeCount {
      for block in 0..<Self.laneBlocks {
        let lanes = byNode[node &* Self.laneBlocks &+ block]
        let isReached = unsafe unsafeBitCast(lanes .< none, to: Lanes.self)
        let reached = lanes & isReached
        let most = farthest[block]
        let isFarther = unsafe unsafeBitCast(reached .> most, to: Lanes.self)
        farthest[block] = most ^ ((most ^ reached) & isFarther)
        let last = lastArcs(of: node, lanes, block: block, back)
        let column = block &* Self.width &* stride &+ node
        for lane in 0..<Self.width {
          bySource[column &+ lane &* stride] = lanes[lane]
          lastArcs[column &+ lane &* stride] = last[lane]
        }
      }
    }
    // Where a longer way was given up because it could not be held, the node before it is this far away.
    return (0..<Self.laneCount).allSatisfy {
      farthest(from: $0) + largestStep < Int(Self.unreached)
    }
  }

  @inline(__always)
  private func lastArcs(of node: Int, _ distances: Lanes, block: Int, _ back: Rows) -> Lanes {
    var counts = Lanes.zero
    var last = Lanes.zero
    // In a longer row places do not fit; it is left to be looked through.
    if back.length(node) > Int(Int16.max) { return Lanes(repeating: -1) }
    var place = Lanes.zero
    for arc in back.arcs(node) {
      let step = Int16(truncatingIfNeeded: back.edge(arc))
      let through =
        byNode[back.neighbor(arc) &* Self.laneBlocks &+ block] &+ Lanes(repeating: step)
      let isLast = unsafe unsafeBitCast(through .== distances, to: Lanes.self)
      counts = counts &- isLast
      last |= place & isLast
      place = place &+ Lanes(repeating: 1)
    }
    let isOnly = unsafe unsafeBitCast(counts .== Lanes(repeating: 1), to: Lanes.self)
    return last | ~isOnly
  }

  private func farthest(from lane: Int) -> Int {
    Int(farthest[lane / Self.width][lane % Self.width])
  }

  /// Where the distances of a source begin, as ``subscript(_:)`` counts.
  func start(of lane: Int, nodeCount: Int) -> Int { lane * Self.stride(nodeCount) }

  /// The distance of a node, counted from ``start(of:nodeCount:)``.
  @inline(__always)
  subscript(place: Int) -> Int16 { bySource[place] }

  /// Which arc of its row leads to a node on the one shortest path, or -1; counted as the distances are.
  @inline(__always)
  func lastArc(_ place: Int) -> Int { Int(truncatingIfNeeded: lastArcs[place]) }

  /// Puts the nodes that a source reaches into the order of their distances, equal ones in that of their numbers.
  func arrange(lane: Int, nodeCount: Int, into order: inout IndexQueue) {
    let start = start(of: lane, nodeCount: nodeCount)
    let most = farthest(from: lane)
    for distance in 0...most { ends[distance] = 0 }
    // What is not reached comes last, so that no branch depends on it.
    ends[Int(Self.unreached)] = 0
    for node in 0..<nodeCount { ends[Int32(bySource[start &+ node])] &+= 1 }
    var sum: Int32 = 0
    for distance in 0...most {
      let count = ends[distance]
      ends[distance] = sum
      sum &+= count
    }
    ends[Int(Self.unreached)] = sum
    for node in 0..<nodeCount {
      let distance = Int32(bySource[start &+ node])
      order.write(
        Int32(truncatingIfNeeded: node), at: Int(truncatingIfNeeded: ends[distance]))
      ends[distance] &+= 1
    }
    order.enter(Int(sum))
  }
}
