/// One value for every node of a ``Topology``.
public struct NodeColumn<Value: Sendable>: Sendable {
  /// The values in node order.
  public var values: [Value]

  /// Makes a column from values in node order.
  public init(_ values: [Value]) {
    self.values = values
  }

  /// Makes a column that has the same value for every node.
  public init(repeating value: Value, count: Int) {
    values = [Value](repeating: value, count: count)
  }

  /// The value of a node.
  public subscript(node: NodeIndex) -> Value {
    get { values[node.position] }
    set { values[node.position] = newValue }
  }

  /// The number of nodes.
  public var count: Int { values.count }

  /// Returns the column of transformed values.
  public func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> NodeColumn<Other> {
    NodeColumn<Other>(try values.map(transform))
  }
}

extension NodeColumn: Equatable where Value: Equatable {}
extension NodeColumn: Hashable where Value: Hashable {}

extension NodeColumn where Value: Comparable {
  /// Returns the nodes with the highest values, highest first, equal values in node order.
  ///
  /// - Parameter limit: How many nodes at most; `nil` ranks all of them.
  /// - Returns: At most `limit` nodes.
  /// - Complexity: O(*V*·log *V*).
  public func ranked(limit: Int? = nil) -> [NodeIndex] {
    let order = values.indices.sorted { left, right in
      values[left] == values[right] ? left < right : values[left] > values[right]
    }
    return order.prefix(limit ?? order.count).map { NodeIndex($0) }
  }
}
