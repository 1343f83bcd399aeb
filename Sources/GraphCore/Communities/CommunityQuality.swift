/// What makes one division into communities better than another.
public enum CommunityQuality: Sendable, Hashable {
  /// More ties inside communities than a random graph with the same degrees would have.
  ///
  /// Larger resolutions give smaller communities; 1 is the usual modularity. Small communities of a
  /// large graph are merged (its resolution limit).
  case modularity(resolution: Double = 1)

  /// Ties inside communities denser than `resolution` (constant Potts model, CPM).
  ///
  /// Communities are denser inside than the resolution and sparser between them, whatever the size of
  /// the graph.
  case constantPotts(resolution: Double)

  var resolution: Double {
    switch self {
    case .modularity(let resolution), .constantPotts(let resolution): resolution
    }
  }

  func requireValid() throws(AlgorithmError) {
    guard !(resolution >= 0 && resolution.isFinite) else { return }
    throw AlgorithmError(
      code: .invalidParameter,
      message: "The resolution is \(resolution); it must be finite and not negative.")
  }
}

/// Communities found by a search, with the quality reached.
public struct Communities: Sendable, Hashable {
  /// The community of each node.
  public let partition: Partition
  /// The quality of the partition, as ``Topology/quality(of:as:strengths:)`` gives it.
  public let quality: Double
  /// How often the graph was merged on the way.
  public let levels: Int
}
