/// Who stands below whom among the boxes of a diagram: trees, in the order of the data.
struct TierForest {
  /// The box above each box, or `nil` for the head of a tree.
  let parents: [Int?]
  /// The boxes directly below each box, in their own order.
  let children: [[Int]]
  /// The line that leads up from each box to the one above it.
  let lineUp: [Int?]
  /// How many stand above each box.
  let depths: [Int]
  /// The lines that are none of a tree: to a second box above, between peers, in a circle.
  let otherLines: [Int]

  /// Takes the first line up from each box that closes no circle.
  ///
  /// - Complexity: O(*e*·*h*) for *e* lines and trees of *h* levels.
  init(of diagram: Diagram) {
    let positions = diagram.nodePositions
    var parents = [Int?](repeating: nil, count: diagram.nodes.count)
    var lineUp = parents
    var others: [Int] = []
    func isAbove(_ node: Int, _ other: Int) -> Bool {
      var current: Int? = other
      while let next = current {
        if next == node { return true }
        current = parents[next]
      }
      return false
    }
    for (number, edge) in diagram.edges.enumerated() {
      guard let from = positions[edge.from], let to = positions[edge.to] else { continue }
      guard edge.pointsUp, parents[from] == nil, !isAbove(from, to) else {
        others.append(number)
        continue
      }
      parents[from] = to
      lineUp[from] = number
    }
    var children = [[Int]](repeating: [], count: diagram.nodes.count)
    for (node, parent) in parents.enumerated() {
      if let parent { children[parent].append(node) }
    }
    depths = parents.indices.map { node in
      var (depth, current) = (0, parents[node])
      while let next = current { (depth, current) = (depth + 1, parents[next]) }
      return depth
    }
    (self.parents, self.children, self.lineUp, otherLines) = (parents, children, lineUp, others)
  }

  /// The heads of the trees.
  var roots: [Int] { parents.indices.filter { parents[$0] == nil } }

  /// A box and everybody below it, from above.
  func members(below root: Int) -> [Int] {
    var (found, next) = ([root], 0)
    while next < found.count {
      found += children[found[next]]
      next += 1
    }
    return found
  }
}

/// How the boxes directly below another stand.
enum TierArrangement: Hashable {
  /// All on one level.
  case row
  /// In so many columns, line by line.
  case grid(columns: Int)
  /// On one level, but those with nobody below them in stacks of at most so many.
  case stacks(height: Int)

  /// The columns from left to right, each from above.
  ///
  /// - Parameters:
  ///   - children: The boxes in their order.
  ///   - isLeaf: Whether a box has nobody below it.
  /// - Returns: The columns.
  func columns(of children: [Int], isLeaf: (Int) -> Bool) -> [[Int]] {
    switch self {
    case .row: return children.map { [$0] }
    case .grid(let columns):
      guard children.count > columns else { return children.map { [$0] } }
      return (0..<columns).map { column in
        stride(from: column, to: children.count, by: columns).map { children[$0] }
      }
    case .stacks(let height):
      var columns: [[Int]] = []
      for run in children.split(whereSeparator: { !isLeaf($0) }) {
        let count = (run.count + height - 1) / height
        var rest = run
        for number in 0..<count {
          columns.append(Array(rest.prefix((rest.count + count - number - 1) / (count - number))))
          rest = rest.dropFirst(columns[columns.count - 1].count)
        }
      }
      columns += children.filter { !isLeaf($0) }.map { [$0] }
      let places = Dictionary(
        children.enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      return columns.sorted { (places[$0[0]] ?? 0) < (places[$1[0]] ?? 0) }
    }
  }
}
