/// The parts into which a graph falls; every node is in one.
///
/// Parts are numbered from zero in the order of their lowest nodes.
public struct Components: Sendable, Hashable {
  /// The number of the part of each node.
  public let labels: NodeColumn<Int32>
  /// The number of parts.
  public let count: Int

  /// Numbers parts in the order of their lowest nodes.
  ///
  /// - Parameter names: Equal for nodes of the same part, each in `0..<nodeCount`.
  init(names: borrowing Scratch<Int32>) {
    let numbers = Scratch<Int32>(repeating: -1, count: names.count)
    let labels = Scratch<Int32>(repeating: 0, count: names.count)
    var next: Int32 = 0
    for node in 0..<names.count {
      let name = names[node]
      if numbers[name] < 0 {
        numbers[name] = next
        next += 1
      }
      labels[node] = numbers[name]
    }
    self.labels = NodeColumn(labels.array())
    count = Int(next)
  }

  /// Returns the number of the part that a node is in.
  public func component(of node: NodeIndex) -> Int { Int(labels[node]) }

  /// The number of nodes of each part.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for label in labels.values { sizes[Int(label)] += 1 }
    return sizes
  }

  /// The nodes of each part, ascending.
  public var members: [[NodeIndex]] {
    var members = [[NodeIndex]](repeating: [], count: count)
    for (node, label) in labels.values.enumerated() { members[Int(label)].append(NodeIndex(node)) }
    return members
  }

  /// The number of the part with the most nodes, the first of several; `nil` if there are no nodes.
  public var largest: Int? {
    let sizes = sizes
    return sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }
  }
}
