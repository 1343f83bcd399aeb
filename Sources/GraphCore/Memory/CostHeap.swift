/// A priority queue of nodes by cost, cheapest first, equal costs by node.
///
/// A node may be in it several times; users skip entries that a cheaper one has overtaken. Four children
/// to a parent halve the height, and all four lie next to each other.
struct CostHeap {
  struct Entry: BitwiseCopyable {
    var cost: Double
    var node: Int32

    @inline(__always)
    static func < (left: Entry, right: Entry) -> Bool {
      left.cost == right.cost ? left.node < right.node : left.cost < right.cost
    }
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var first: Entry? { entries.first }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func push(_ cost: Double, _ node: Int) {
    let entry = Entry(cost: cost, node: Int32(truncatingIfNeeded: node))
    entries.append(entry)
    unsafe entries.withUnsafeMutableBufferPointer { heap in
      var place = heap.count - 1
      while place > 0 {
        let parent = (place - 1) >> 2
        guard unsafe entry < heap[parent] else { break }
        unsafe heap[place] = heap[parent]
        place = parent
      }
      unsafe heap[place] = entry
    }
  }

  @inline(__always)
  mutating func pop() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let top = entries.first else { return last }
    unsafe entries.withUnsafeMutableBufferPointer { heap in
      let count = heap.count
      var place = 0
      while true {
        let child = place << 2 | 1
        guard child < count else { break }
        var best = child
        for other in (child + 1)..<max(child + 1, min(child + 4, count))
        where unsafe heap[other] < heap[best] {
          best = other
        }
        guard unsafe heap[best] < last else { break }
        unsafe heap[place] = heap[best]
        place = best
      }
      unsafe heap[place] = last
    }
    return top
  }
}
