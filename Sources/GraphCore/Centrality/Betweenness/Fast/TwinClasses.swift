/// Which nodes of an undirected graph have the same neighbours, each other left aside.
struct TwinClasses {
  /// The first node of the class of each node.
  private(set) var first: [Int32]
  /// How many nodes are not the first of their class.
  private(set) var twinCount = 0
  /// Whether the class of a first node is one of adjacent nodes.
  private var adjacent: [Bool]

  /// - Parameters:
  ///   - offsets: Where rows begin.
  ///   - targets: Neighbours, ascending within a row.
  init(offsets: [Int32], targets: [Int32]) {
    let count = offsets.count - 1
    first = (0..<Int32(count)).map { $0 }
    adjacent = [Bool](repeating: false, count: count)
    // Sums of well-mixed numbers tell rows apart; equal sums are looked at closely.
    var sums = [UInt64](repeating: 0, count: count)
    var own = [UInt64](repeating: 0, count: count)
    for node in 0..<count {
      var mixer = SplitMix64(state: UInt64(node))
      own[node] = mixer.next()
    }
    for node in 0..<count {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        sums[node] &+= own[Int(targets[arc])]
      }
    }
    for isClosed in [false, true] {
      if isClosed { for node in 0..<count { sums[node] &+= own[node] } }
      let order = (0..<count).sorted { (sums[$0], $0) < (sums[$1], $1) }
      var leaders: [Int] = []
      for (place, node) in order.enumerated() {
        if place > 0, sums[order[place - 1]] != sums[node] { leaders.removeAll() }
        let rows = (offsets, targets)
        if let leader = leaders.first(where: { Self.isTwin($0, node, isClosed, rows) }) {
          first[node] = Int32(leader)
          adjacent[leader] = isClosed
          twinCount += 1
        } else if first[node] == node {
          leaders.append(node)
        }
      }
    }
  }

  func isAdjacent(_ leader: Int32) -> Bool { adjacent[Int(leader)] }

  /// Whether two rows are the same, with the nodes themselves added if the twins are adjacent.
  private static func isTwin(
    _ left: Int, _ right: Int, _ isClosed: Bool, _ rows: (offsets: [Int32], targets: [Int32])
  ) -> Bool {
    func row(_ node: Int) -> [Int32] {
      let row = Array(rows.targets[Int(rows.offsets[node])..<Int(rows.offsets[node + 1])])
      return isClosed ? (row + [Int32(node)]).sorted() : row
    }
    let degree = { (node: Int) in rows.offsets[node + 1] - rows.offsets[node] }
    return degree(left) > 0 && degree(left) == degree(right) && row(left) == row(right)
  }
}
