package import EcosystemModel

/// What changed between two states of an ecosystem: two datasets, or one on two days.
public struct EcosystemComparison: Findings {
  /// A change in words, with its places in the files.
  package struct Entry: Hashable, Sendable, Codable {
    /// The change.
    package let change: EcosystemChange
    /// What the row is about, such as `Jane Roe on JDC`.
    package let name: String
    /// Where each changed cell stood; where the row stood, if there is none.
    package let oldPlaces: [Location?]
    /// Where each changed cell stands; where the row stands, if there is none.
    package let newPlaces: [Location?]
    /// What each changed cell said, in words.
    package let oldTexts: [String?]
    /// What each changed cell says, in words.
    package let newTexts: [String?]
  }

  /// Who leads a committee.
  package struct Chairs: Hashable, Sendable, Codable {
    /// The name of the committee.
    package let committee: String
    /// Who led it, by name.
    package let before: [String]
    /// Who leads it, by name.
    package let after: [String]
  }

  /// What the state before is called: a file or a day.
  package let first: String
  /// What the state after is called.
  package let second: String
  /// The day of the state after.
  package let date: CalendarDate?
  /// The conditions that everything compared meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Whether both are of one dataset.
  package let isSameDataset: Bool
  /// What changed, table by table.
  package let entries: [Entry]
  /// Whom the state after knows under another id or name.
  package let recognised: [EntityMatch]
  /// Committees that are there before and after, and led by others.
  package let rechaired: [Chairs]
  /// The figures of all questions before and after.
  package let figures: [FigureChange]

  /// Whether both states say the same.
  package var isSame: Bool { entries.isEmpty }
}

extension EcosystemComparison {
  /// A state to compare.
  package struct Side {
    /// The state.
    let snapshot: Snapshot
    /// What it is called: a file or a day.
    let name: String
    /// Where a row, or a cell of it, stands in the files.
    let locate: (Finding.Row, String?) -> Location?

    /// Makes a side.
    package init(
      _ snapshot: Snapshot, called name: String,
      locating locate: @escaping (Finding.Row, String?) -> Location? = { _, _ in nil }
    ) {
      self.snapshot = snapshot
      self.name = name
      self.locate = locate
    }
  }

  /// Compares two states.
  ///
  /// - Parameters:
  ///   - before: The state before.
  ///   - after: The state after.
  ///   - isSameDataset: Whether both are of one dataset, in which ids say who is who.
  /// - Complexity: O(rows), and that of the questions whose figures are compared.
  package init(from before: Side, to after: Side, isSameDataset: Bool) {
    let (old, new) = (before.snapshot.ecosystem, after.snapshot.ecosystem)
    let changes = EcosystemChanges(from: old, to: new, isSameDataset: isSameDataset)
    self.isSameDataset = isSameDataset
    first = before.name
    second = after.name
    date = after.snapshot.date
    filter = after.snapshot.filter.conditions.map(\.description)
    withheld = after.snapshot.withheld
    recognised = changes.recognised
    var describer = ChangeDescriber(
      from: before, to: after, names: old.applying(changes, keepsRemoved: true))
    entries = changes.changes.map { describer.entry($0) }
    let renamed = before.snapshot.renamed(as: changes.recognised)
    rechaired = Self.rechaired(from: renamed, to: after.snapshot)
    figures = FigureChange.all(
      from: renamed, to: after.snapshot,
      renamed: Dictionary(changes.recognised.map { ($0.oldName, $0.newName) }) { first, _ in first }
    )
  }

  private static func rechaired(from before: Snapshot, to after: Snapshot) -> [Chairs] {
    func chairs(_ committee: Committee.ID, in snapshot: Snapshot) -> [Person.ID] {
      snapshot.seats(of: committee).filter(\.role.isChairing).map(\.person)
    }
    return after.ecosystem.committees.compactMap { committee in
      guard before.ecosystem.committees[committee.id] != nil else { return nil }
      let (old, new) = (chairs(committee.id, in: before), chairs(committee.id, in: after))
      guard Set(old) != Set(new) else { return nil }
      return Chairs(
        committee: committee.name, before: old.map { before.ecosystem.name(of: .person($0)) },
        after: new.map { after.ecosystem.name(of: .person($0)) })
    }
  }
}
