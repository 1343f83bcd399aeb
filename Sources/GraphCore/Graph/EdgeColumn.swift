/// One value for every edge of a ``Topology``.
public struct EdgeColumn<Value: Sendable>: Sendable {
  /// The values in edge order.
  public var values: [Value]

  /// Makes a column from values in edge order.
  public init(_ values: [Value]) {
    self.values = values
  }

  /// Makes a column that has the same value for every edge.
  public init(repeating value: Value, count: Int) {
    values = [Value](repeating: value, count: count)
  }

  /// The value of an edge.
  public subscript(edge: EdgeIndex) -> Value {
    get { values[edge.position] }
    set { values[edge.position] = newValue }
  }

  /// The number of edges.
  public var count: Int { values.count }

  /// Returns the column of transformed values.
  public func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> EdgeColumn<Other> {
    EdgeColumn<Other>(try values.map(transform))
  }
}

extension EdgeColumn: Equatable where Value: Equatable {}
extension EdgeColumn: Hashable where Value: Hashable {}
