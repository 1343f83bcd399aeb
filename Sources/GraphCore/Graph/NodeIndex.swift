/// The position of a node in one ``Topology``, counted from zero.
///
/// An index says nothing outside the topology it was made for; names and attributes live in a
/// ``NodeColumn`` beside the graph.
public struct NodeIndex: Hashable, Comparable, Sendable {
  /// The position, `0..<nodeCount`.
  public let rawValue: Int32

  /// Makes the index of the node at a position.
  ///
  /// - Precondition: `position` is in `0...Int32.max`.
  @inlinable
  public init(_ position: Int) {
    precondition(
      position >= 0 && position <= Int(Int32.max), "A node index must be in 0...2147483647.")
    rawValue = Int32(truncatingIfNeeded: position)
  }

  @inlinable
  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The position as an `Int`, for subscripts of plain arrays.
  @inlinable
  public var position: Int { Int(rawValue) }

  /// Orders nodes by position.
  @inlinable
  public static func < (left: NodeIndex, right: NodeIndex) -> Bool {
    left.rawValue < right.rawValue
  }
}
