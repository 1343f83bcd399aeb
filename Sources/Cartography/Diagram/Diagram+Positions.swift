extension Diagram {
  /// The position of each box by its key.
  package var nodePositions: [String: Int] { Self.positions(of: nodes.map(\.key)) }

  /// The position of each frame by its key.
  var framePositions: [String: Int] { Self.positions(of: clusters.map(\.key)) }

  private static func positions(of keys: [String]) -> [String: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
