/// Dijkstra's search for the distances alone, its memory reused from source to source.
struct CostSearch: ~Copyable {
  private let distances: Scratch<Double>
  private var touched: IndexQueue
  private var heap = CostHeap()

  init(nodeCount: Int) {
    distances = Scratch(repeating: .infinity, count: nodeCount)
    touched = IndexQueue(capacity: nodeCount)
  }

  /// Calls `arrive` with the distance of each node but the source, nearest first.
  mutating func run(
    from source: Int, _ rows: Rows, _ costs: Span<Double>, arrive: (Double) -> Void
  ) {
    touched.reset()
    distances[source] = 0
    touched.push(Int32(truncatingIfNeeded: source))
    heap.push(0, source)
    while let entry = heap.pop() {
      guard entry.cost == distances[entry.node] else { continue }
      if Int(entry.node) != source { arrive(entry.cost) }
      for arc in rows.arcs(entry.node) {
        let neighbor = rows.neighbor(arc)
        let distance = entry.cost + costs[rows.edge(arc)]
        guard distance < distances[neighbor] else { continue }
        if distances[neighbor] == .infinity { touched.push(Int32(truncatingIfNeeded: neighbor)) }
        distances[neighbor] = distance
        heap.push(distance, neighbor)
      }
    }
    while !touched.isEmpty { distances[touched.pop()] = .infinity }
  }
}
