/// A priority queue for whole-numbered distances that never fall, with one bucket for each distance ahead.
///
/// ## References
/// R. B. Dial, “Algorithm 360: shortest-path forest with topological ordering”, *CACM* 12(11), 1969,
/// [doi:10.1145/363269.363610](https://doi.org/10.1145/363269.363610).
struct BucketQueue: ~Copyable {
  /// The last entry of each bucket, -1 if it is empty; used round and round.
  private let heads: Scratch<Int32>
  /// One bit for each bucket that is not empty.
  private let filled: Scratch<UInt64>
  private let nodes: Scratch<Int32>
  private let previous: Scratch<Int32>
  private let mask: Int
  private var used = 0
  private var waiting = 0
  private(set) var distance = 0

  /// - Parameters:
  ///   - step: The largest step from the distance of the moment.
  ///   - capacity: How many entries are made between resets at most.
  init(step: Int, capacity: Int) {
    var size = 64
    while size <= step { size *= 2 }
    mask = size - 1
    heads = Scratch(repeating: -1, count: size)
    filled = Scratch(repeating: 0, count: size / 64)
    nodes = Scratch(uninitialized: capacity)
    previous = Scratch(uninitialized: capacity)
  }

  /// Begins again at distance zero; to be called when the queue is empty.
  mutating func reset() {
    used = 0
    waiting = 0
    distance = 0
  }

  @inline(__always)
  mutating func push(_ node: Int, at distance: Int) {
    let bucket = distance & mask
    nodes[used] = Int32(truncatingIfNeeded: node)
    previous[used] = heads[bucket]
    heads[bucket] = Int32(truncatingIfNeeded: used)
    filled[bucket >> 6] |= 1 &<< UInt64(truncatingIfNeeded: bucket & 63)
    used &+= 1
    waiting &+= 1
  }

  /// Takes a node of the least distance, which is then ``distance``.
  @inline(__always)
  mutating func pop() -> Int? {
    guard waiting > 0 else { return nil }
    if heads[distance & mask] < 0 { advance() }
    let bucket = distance & mask
    let entry = heads[bucket]
    let rest = previous[entry]
    heads[bucket] = rest
    if rest < 0 { filled[bucket >> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: bucket & 63)) }
    waiting &-= 1
    return Int(truncatingIfNeeded: nodes[entry])
  }

  private mutating func advance() {
    let start = distance & mask
    var word = start >> 6
    var bits = filled[word] & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
    while bits == 0 {
      word = (word + 1) & (mask >> 6)
      bits = filled[word]
    }
    let bucket = word << 6 | bits.trailingZeroBitCount
    distance += (bucket - start) & mask
  }
}
