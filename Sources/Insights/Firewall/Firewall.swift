package import EcosystemModel

/// One explicit pair that must be kept apart, and who endangers it.
public struct FirewallPair: Hashable, Sendable, Codable {
  /// Whether a pair holds.
  package enum Status: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nobody is on both sides, and nobody comes near.
    case holds
    /// Nobody is on both sides, but people are one step apart.
    case near = "one step away"
    /// Somebody is on both sides, or crossed within the cooling-off time.
    case breached
    /// Nobody is known on a side, so that nobody could be found on both.
    case unknown = "cannot be judged"
  }

  /// One side.
  package let a: EntityReference
  /// The other side.
  package let b: EntityReference
  /// The name of one side.
  public let aName: String
  /// The name of the other side.
  public let bName: String
  /// Why they must be kept apart.
  package let reason: String?
  /// Days that must pass between leaving one side and joining the other.
  package let coolingOffDays: Int
  /// People on both sides at once, or within the cooling-off time.
  package let breaches: [FirewallBreach]
  /// People of different sides who meet elsewhere.
  package let contacts: [FirewallContact]
  /// Everyone on either side on the day, for the yearly review.
  package let people: [FirewallPerson]
  /// The day of the last review, from the column `reviewed`.
  package let reviewed: CalendarDate?
  /// Whether the last review is more than a year before the day asked for.
  package let isOverdue: Bool?

  /// Whether the pair holds; a firewall without people proves nothing.
  package var status: Status {
    if !breaches.isEmpty { return .breached }
    if !contacts.isEmpty { return .near }
    return emptySides.isEmpty ? .holds : .unknown
  }

  /// The names of the sides on which nobody is known.
  package var emptySides: [String] {
    [aName, bName].filter { side in !people.contains { $0.side == side } }
  }
}

/// A person who is, or was too shortly ago, on both sides.
package struct FirewallBreach: Hashable, Sendable, Codable {
  /// The sorts of breach.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// On both sides at the same time.
    case direct = "on both sides"
    /// Joined one side before the cooling-off time after leaving the other had passed.
    case coolingOff = "within cooling-off"
  }

  /// The sort of breach.
  package let kind: Kind
  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// From one side over the person to the other, in words.
  package let path: String
  /// Days between leaving one side and joining the other; `nil` for a direct breach.
  package let gapInDays: Int?
  /// The first day on which they were on both sides, whatever their roles, or on which they joined the second; `nil` if
  /// always.
  package let since: CalendarDate?
  /// The day from which they are on both sides again, where that was interrupted; `nil` if it was not.
  package let again: CalendarDate?
}

/// Somebody or something through which people of both sides meet.
package struct FirewallContact: Hashable, Sendable, Codable {
  /// The sorts of contact.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A committee that belongs to neither side.
    case committee = "shared third committee"
    /// A line manager of people on both sides.
    case manager = "shared line manager"
    /// A line manager on one side of somebody on the other.
    case line = "manager across the wall"
  }

  /// The sort of contact.
  package let kind: Kind
  /// The committee or the manager.
  package let through: EntityReference
  /// Its name.
  package let throughName: String
  /// The people of side `a` who meet there, by name.
  package let aPeople: [String]
  /// The people of side `b` who meet there, by name.
  package let bPeople: [String]
  /// From one side to the other, in words.
  package let path: String
}

/// A person to look at in the yearly review.
package struct FirewallPerson: Hashable, Sendable, Codable {
  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// The name of the side they are on.
  package let side: String
  /// What they do there.
  package let parts: [String]
  /// Since when; `nil` if always.
  package let since: CalendarDate?
  /// Whether they joined within the year before the day asked for.
  package let isNew: Bool
}

/// Whether the firewalls of an ecosystem hold.
///
/// Pairs are symmetric and not transitive: that A is kept from B, and B from C, says nothing of A and C.
///
/// ## References
/// D. F. C. Brewer, M. J. Nash, “The Chinese Wall security policy”, IEEE S&P 1989,
/// [doi:10.1109/SECPRI.1989.36295](https://doi.org/10.1109/SECPRI.1989.36295); T. Y. Lin, “Chinese wall security policy: an
/// aggressive model”, 1989, [doi:10.1109/CSAC.1989.81064](https://doi.org/10.1109/CSAC.1989.81064).
public struct Firewall: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// Nothing: who is on which side is told to the house itself.
  package var withheld: Withheld? { nil }
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The answer names both sides, and is for the house itself.
  package var isInternal: Bool { true }
  /// Every pair once, in the order of the table.
  public let pairs: [FirewallPair]
  /// Rows that repeat a pair, in either direction, or name the same side twice.
  package let redundantCount: Int

  /// Whether somebody is on both sides of a pair.
  public var isBreached: Bool { pairs.contains { !$0.breaches.isEmpty } }

  init(_ question: FirewallQuestion, in snapshot: Snapshot) throws(InsightError) {
    guard !snapshot.isForPartners else { throw Self.refusal(in: snapshot) }
    // The past counts too: who was on one side shortly ago.
    let all = snapshot.allDays
    try all.require(.conflicts, for: "firewall")
    var conflicts = all.ecosystem.conflicts
    if !snapshot.filter.isEmpty {
      let kept = Set(snapshot.on(nil).ecosystem.conflicts)
      conflicts = conflicts.filter(kept.contains)
    }
    let check = FirewallCheck(all, on: snapshot.date)
    var seen: Set<[EntityReference]> = []
    var redundant = 0
    var pairs: [FirewallPair] = []
    for conflict in conflicts {
      guard conflict.a != conflict.b, seen.insert([conflict.a, conflict.b].sorted()).inserted
      else {
        redundant += 1
        continue
      }
      pairs.append(
        check.pair(conflict, coolingOffDays: conflict.coolingOffDays ?? question.coolingOffDays))
    }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    self.pairs = pairs
    redundantCount = redundant
  }

  /// Partners hear how many firewalls there are, and neither who is on the other side nor whether one is breached.
  private static func refusal(in snapshot: Snapshot) -> InsightError {
    let count = snapshot.firewallCount
    guard count > 0 else { return InsightError(.missingData, "No firewall is recorded here.") }
    return InsightError(
      .badOption,
      "\(Phrase.count(count, "firewall concerns", "firewalls concern")) what is shown here; whether \(count == 1 ? "it holds" : "they hold") is for the house itself."
    )
  }
}
