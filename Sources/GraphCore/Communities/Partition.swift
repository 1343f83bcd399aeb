/// Every node in exactly one group; groups are numbered by their first node.
///
/// The numbering makes equal partitions equal values, however they were found.
public struct Partition: Sendable, Hashable {
  /// The group of each node, `0..<groupCount`.
  public let groups: NodeColumn<Int>
  /// The number of groups, none of them empty.
  public let groupCount: Int

  /// Makes a partition from any labels; nodes with equal labels are in one group.
  ///
  /// - Complexity: O(*V*).
  public init<Label: Hashable>(labels: some Sequence<Label>) {
    var numbers: [Label: Int] = [:]
    groups = NodeColumn(
      labels.map { label in
        if let number = numbers[label] { return number }
        numbers[label] = numbers.count
        return numbers.count - 1
      })
    groupCount = numbers.count
  }

  /// Makes a partition from labels that are numbers below the count of nodes.
  init(numbers: [Int32]) {
    var places = [Int](repeating: -1, count: numbers.count)
    var count = 0
    groups = NodeColumn(
      numbers.map { number in
        let number = Int(number)
        if places[number] < 0 {
          places[number] = count
          count += 1
        }
        return places[number]
      })
    groupCount = count
  }

  /// Makes a partition from the numbers of nodes that were renumbered by their place in `order`.
  init(ranked numbers: borrowing Scratch<Int32>, order: [Int32]) {
    var byNode = [Int32](repeating: 0, count: order.count)
    for (rank, node) in order.enumerated() { byNode[Int(node)] = numbers[rank] }
    self.init(numbers: byNode)
  }

  /// The number of nodes.
  public var nodeCount: Int { groups.count }

  /// The group of a node.
  public subscript(node: NodeIndex) -> Int { groups[node] }

  /// The nodes of each group, ascending.
  public var members: [[NodeIndex]] {
    var members = [[NodeIndex]](repeating: [], count: groupCount)
    for (node, group) in groups.values.enumerated() { members[group].append(NodeIndex(node)) }
    return members
  }

  /// The number of nodes in each group.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: groupCount)
    for group in groups.values { sizes[group] += 1 }
    return sizes
  }
}
