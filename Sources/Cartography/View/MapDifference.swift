package import EcosystemModel

/// Two states, or several one after the other, of which a map draws what is in any.
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

  /// One of the states.
  package struct State: Hashable, Sendable, Codable {
    /// The state, with everybody under the ids of the last one.
    package let snapshot: Snapshot
    /// What it is called: a file or a day.
    package let name: String
    /// What changed since the state before it; nothing in the first one.
    package fileprivate(set) var changes = EcosystemChanges.none
  }

  /// The states in their order, two at least.
  package let states: [State]
  /// What changed from the first state to the last.
  package let changes: EcosystemChanges
  /// All that is in any state.
  let union: Ecosystem
  /// Whether every state has a picture of its own, on the same places.
  package var isInPanels = false

  /// The first state.
  package var before: Snapshot { states[0].snapshot }
  /// The last state.
  package var after: Snapshot { states[states.count - 1].snapshot }
  /// What the first state is called: a file or a day.
  package var first: String { states[0].name }
  /// What the last state is called.
  package var second: String { states[states.count - 1].name }

  /// Whether the states are days of one dataset.
  var isOfDays: Bool { states.allSatisfy { $0.name == $0.snapshot.date?.words } }

  /// Compares states, each with the one before it.
  ///
  /// - Parameters:
  ///   - named: The states with what they are called, two at least.
  ///   - isSameDataset: Whether all are of one dataset, in which ids say who is who.
  package init(of named: [(snapshot: Snapshot, name: String)], isSameDataset: Bool) {
    precondition(named.count > 1, "A difference is one of two states at least.")
    // From the last one back, so that everybody has the latest name everywhere.
    var states = [
      State(snapshot: named[named.count - 1].snapshot, name: named[named.count - 1].name)
    ]
    for (snapshot, name) in named.dropLast().reversed() {
      let changes = EcosystemChanges(
        from: snapshot.ecosystem, to: states[0].snapshot.ecosystem, isSameDataset: isSameDataset)
      states[0].changes = changes
      states.insert(State(snapshot: snapshot.renamed(as: changes.recognised), name: name), at: 0)
    }
    self.states = states
    guard states.count > 2 else {
      changes = states[1].changes
      union = named[0].snapshot.ecosystem.applying(changes, keepsRemoved: true)
      return
    }
    var all = states[0].snapshot.ecosystem
    changes = EcosystemChanges(
      from: all, to: states[states.count - 1].snapshot.ecosystem, isSameDataset: true)
    for state in states.dropFirst() {
      let changes = EcosystemChanges(from: all, to: state.snapshot.ecosystem, isSameDataset: true)
      all = all.applying(changes, keepsRemoved: true)
    }
    union = all
  }
}

extension EcosystemChanges {
  /// Whether committees, or who sits on them, changed.
  package var isOfGovernance: Bool {
    changes.contains { [.committees, .memberships].contains($0.table) }
  }
}
