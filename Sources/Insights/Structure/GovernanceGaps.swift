package import EcosystemModel

/// Somebody or something that governance lacks.
package struct GovernanceGap: Codable, Hashable, Sendable {
  /// The sorts.
  package enum Sort: String, CaseIterable, Codable, Hashable, Sendable {
    /// An alliance that nobody manages.
    case manager = "no alliance manager"
    /// An alliance that no executive stands behind.
    case sponsor = "no sponsor"
    /// An alliance that ends soon.
    case ending = "ends soon"
    /// An alliance that goes on after the end of its contract.
    case ended = "contract has ended"
    /// A committee whose members nobody looked at again since the alliance reached another stage.
    case review = "composition not revisited"
    /// A committee on which one company has more than half of the votes.
    case majority = "more than half of the votes"
  }

  /// The sort.
  package let sort: Sort
  /// The alliance or committee.
  package let subject: EntityReference
  /// Its name.
  package let name: String
  /// What is to be known about it, in words.
  package let detail: String
  /// The day that it is about.
  package let day: CalendarDate?
}

/// Looks for what governance lacks, where the data says enough to tell.
struct GovernanceGaps {
  private(set) var found: [GovernanceGap] = []
  /// What could not be judged, and which column would tell.
  private(set) var unjudged: [String] = []
  private let snapshot: Snapshot

  /// Looks in O(rows).
  init(_ snapshot: Snapshot, within months: Int) {
    self.snapshot = snapshot
    findUnanswered()
    findEnds(within: months)
    findUnrevisited()
    findMajorities()
    let order = GovernanceGap.Sort.allCases
    found.sort { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.sort) ?? 0 }
      return places[0] == places[1]
        ? (left.name, left.subject) < (right.name, right.subject) : places[0] < places[1]
    }
  }

  private mutating func add(
    _ sort: GovernanceGap.Sort, _ subject: EntityReference, _ detail: String,
    _ day: CalendarDate? = nil
  ) {
    found.append(
      GovernanceGap(
        sort: sort, subject: subject, name: snapshot.ecosystem.name(of: subject), detail: detail,
        day: day))
  }

  private mutating func findUnanswered() {
    let (whole, present) = (snapshot.whole, snapshot.ecosystem)
    guard !present.alliances.isEmpty else { return }
    let ownership = Ownership(of: whole)
    let areSponsored = whole.alliances.contains { $0.sponsor != nil }
    if !whole.alliances.contains(where: { $0.manager != nil }) {
      unjudged.append("no alliance of the dataset names a manager")
    }
    if !areSponsored { unjudged.append("no alliance of the dataset names a sponsor") }
    for alliance in present.alliances {
      let partners = Phrase.list(alliance.companies.map { present.name(of: .company($0)) })
      if ownership.isOwned(alliance, in: present) == false {
        add(.manager, .alliance(alliance.id), partners)
      }
      if areSponsored, alliance.sponsor == nil {
        add(.sponsor, .alliance(alliance.id), partners)
      }
    }
  }

  /// The end is that of the contract or of the alliance itself, whichever comes first.
  private mutating func findEnds(within months: Int) {
    let alliances = snapshot.ecosystem.alliances
    guard alliances.contains(where: { $0.expires != nil || $0.validity.until != nil }) else {
      return
    }
    guard let day = snapshot.date else {
      unjudged.append("which alliances end soon, since no day was asked for")
      return
    }
    let last = day.adding(months: months)
    for alliance in alliances {
      let ends = [alliance.expires, alliance.validity.until].compactMap { $0 }
      guard let end = ends.min(), last.map({ end <= $0 }) ?? true else { continue }
      let days = end.dayNumber - day.dayNumber
      add(
        days < 0 ? .ended : .ending, .alliance(alliance.id),
        days < 0
          ? "\(Phrase.count(-days, "day")) ago, and it goes on" : "in \(Phrase.count(days, "day"))",
        end)
    }
  }

  /// An alliance reaches another stage when its contract is signed, its product filed, approved or launched.
  private mutating func findUnrevisited() {
    let present = snapshot.ecosystem
    guard !present.committees.isEmpty else { return }
    guard snapshot.whole.committees.contains(where: { $0.reviewed != nil }) else {
      unjudged.append("no committee of the dataset says when it was reviewed")
      return
    }
    for (position, committee) in present.committees.enumerated() {
      guard let home = snapshot.hierarchy.alliance(ofCommittee: position) else { continue }
      let alliance = present.alliances[home]
      let steps = [
        ("signed", alliance.signed), ("filed", alliance.filed), ("approved", alliance.approved),
        ("launched", alliance.launched),
      ].compactMap { word, day in day.map { (word: word, day: $0) } }
        .filter { step in snapshot.date.map { step.day <= $0 } ?? true }
      guard let last = steps.max(by: { $0.day < $1.day }),
        committee.validity.since.map({ $0 < last.day }) ?? true,
        committee.reviewed.map({ $0 < last.day }) ?? true
      else { continue }
      add(
        .review, .committee(committee.id),
        "\(alliance.name) \(last.word) on \(last.day); "
          + (committee.reviewed.map { "reviewed on \($0)" } ?? "never reviewed"), last.day)
    }
  }

  /// A committee of one company alone, outside any alliance, has no balance to lose.
  private mutating func findMajorities() {
    let seating = Seating(snapshot)
    for (position, committee) in snapshot.ecosystem.committees.enumerated() {
      guard let majority = seating.majority(on: position), majority.total > 1 else { continue }
      let isInternal =
        majority.votes == majority.total
        && snapshot.hierarchy.alliance(ofCommittee: position) == nil
      guard !isInternal else { continue }
      let share = NumberText.percent(Double(majority.votes) / Double(majority.total), decimals: 0)
      add(
        .majority, .committee(committee.id),
        "\(snapshot.ecosystem.companies[majority.company].name) has \(majority.votes) of \(majority.total) votes (\(share))"
      )
    }
  }
}
