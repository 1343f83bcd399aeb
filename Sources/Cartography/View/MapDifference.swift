package import EcosystemModel

/// Two states of which a map draws what is in either.
package struct MapDifference: Hashable, Sendable, Codable {
  /// What became of something on the map.
  package enum Mark: String, CaseIterable, Hashable, Sendable, Codable {
    case added, removed, changed

    /// The sign before a name or on a line.
    package var sign: String {
      switch self {
      case .added: "+"
      case .removed: "–"
      case .changed: "~"
      }
    }

    /// What it means, after a number of things.
    package var word: String {
      switch self {
      case .added: "new"
      case .removed: "gone"
      case .changed: "changed"
      }
    }
  }

  /// The state before, with everybody under the ids of the state after.
  package let before: Snapshot
  /// The state after.
  package let after: Snapshot
  /// What changed.
  package let changes: EcosystemChanges
  /// What the state before is called: a file or a day.
  package let first: String
  /// What the state after is called.
  package let second: String

  /// Compares two states.
  ///
  /// - Parameters:
  ///   - before: The state before.
  ///   - first: What it is called: a file or a day.
  ///   - after: The state after.
  ///   - second: What it is called.
  ///   - isSameDataset: Whether both are of one dataset, in which ids say who is who.
  package init(
    from before: Snapshot, called first: String, to after: Snapshot, called second: String,
    isSameDataset: Bool
  ) {
    changes = EcosystemChanges(
      from: before.ecosystem, to: after.ecosystem, isSameDataset: isSameDataset)
    self.before = before.renamed(as: changes.recognised)
    self.after = after
    self.first = first
    self.second = second
    union = before.ecosystem.applying(changes, keepsRemoved: true)
  }

  /// All that is in either state.
  let union: Ecosystem
}

extension EcosystemChanges {
  /// Whether committees, or who sits on them, changed.
  package var isOfGovernance: Bool {
    changes.contains { [.committees, .memberships].contains($0.table) }
  }
}
