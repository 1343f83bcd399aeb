/// Breadth-first searches from 512 sources at once, each with one bit of a cache line.
///
/// Every node gathers the searches that its neighbours were reached by in the last step. What is new arrives
/// at the distance of that step, so that counting bits gives the number of sources at each distance.
///
/// ## References
/// M. Then et al., “The more the merrier: efficient multi-source graph traversal”, *PVLDB* 8(4), 2014,
/// [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
struct BitSearch: ~Copyable {
  typealias Bits = SIMD8<UInt64>
  static let sourceCount = 512

  private let seen: Scratch<Bits>
  private let even: Ring
  private let odd: Ring
  private let isComplete: Scratch<Bool>

  /// The searches that reach each node at one distance.
  private struct Ring: ~Copyable {
    let bits: Scratch<Bits>
    let isActive: Scratch<Bool>

    init(nodeCount: Int) {
      bits = Scratch(repeating: .zero, count: nodeCount)
      isActive = Scratch(repeating: false, count: nodeCount)
    }
  }

  init(nodeCount: Int) {
    seen = Scratch(repeating: .zero, count: nodeCount)
    even = Ring(nodeCount: nodeCount)
    odd = Ring(nodeCount: nodeCount)
    isComplete = Scratch(repeating: false, count: nodeCount)
  }

  /// Calls `arrive` with a node, a distance and how many of the sources are at that distance from it.
  func run(from sources: Range<Int>, _ rows: Rows, arrive: (Int, Int, Int) -> Void) {
    seen.fill(.zero)
    isComplete.fill(false)
    even.isActive.fill(false)
    var all = Bits.zero
    for (bit, source) in sources.enumerated() {
      seen[source][bit >> 6] |= 1 << UInt64(bit & 63)
      even.bits[source] = seen[source]
      even.isActive[source] = true
      all |= seen[source]
    }
    var distance = 1
    while true {
      guard step(rows, all, from: even, to: odd, distance, arrive) else { return }
      guard step(rows, all, from: odd, to: even, distance + 1, arrive) else { return }
      distance += 2
    }
  }

  /// Whether anything new was reached.
  private func step(
    _ rows: Rows, _ all: Bits, from last: borrowing Ring, to next: borrowing Ring,
    _ distance: Int, _ arrive: (Int, Int, Int) -> Void
  ) -> Bool {
    var isAnyNew = false
    for node in 0..<rows.nodeCount {
      next.isActive[node] = false
      if isComplete[node] { continue }
      var gathered = Bits.zero
      for arc in rows.arcs(node) where last.isActive[rows.neighbor(arc)] {
        gathered |= last.bits[rows.neighbor(arc)]
      }
      let known = seen[node]
      let fresh = gathered & ~known
      guard fresh != .zero else { continue }
      next.bits[node] = fresh
      next.isActive[node] = true
      seen[node] = known | fresh
      isComplete[node] = known | fresh == all
      isAnyNew = true
      arrive(node, distance, Self.bitCount(fresh))
    }
    return isAnyNew
  }

  /// The number of bits set; by halves, as not every processor counts them itself.
  @inline(__always)
  static func bitCount(_ bits: Bits) -> Int {
    var sums = bits &- (bits &>> 1 & 0x5555_5555_5555_5555)
    sums = (sums & 0x3333_3333_3333_3333) &+ (sums &>> 2 & 0x3333_3333_3333_3333)
    sums = (sums &+ sums &>> 4) & 0x0F0F_0F0F_0F0F_0F0F
    let bytes = sums.wrappedSum()
    let pairs = (bytes & 0x00FF_00FF_00FF_00FF) &+ (bytes &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
