package import EcosystemModel

/// A committee, or a kind of committees, and what its sharing people with one above makes of it.
///
/// The judgement is the one that `check`, `escalation` and `load` go by; observers do not count.
package struct OverlapLayer: Codable, Hashable, Sendable {
  /// The name of the lower body.
  package let lower: String
  /// The name of the upper body.
  package let upper: String
  /// The committees of the lower body.
  package let lowerCommittees: [Committee.ID]
  /// The committees of the upper body.
  package let upperCommittees: [Committee.ID]
  /// `bridging`, `one-sided`, `captured` and the like.
  package let judgement: String
  /// Whether it is to be mended.
  package let isFault: Bool
  /// The number of people on both.
  package let shared: Int
  /// The number of people on the lower body.
  package let lowerCount: Int
  /// The names of those on both who chair the lower body; no fault by itself.
  package let chairs: [String]
  /// The names of the partners with somebody on both.
  package let partners: [String]
  /// The names of the partners with nobody on both.
  package let missingPartners: [String]

  /// The judgement in a sentence.
  var sentence: String {
    let count = "\(shared) of the \(lowerCount) on \(lower)"
    let share = lowerCount > 0 ? Double(shared) / Double(lowerCount) : 0
    let part =
      "\(count) (\(NumberText.percent(share, decimals: 0))) \(shared == 1 ? "sits" : "sit") on \(upper) above it"
    let reason =
      isFault && judgement == LayerSharing.Judgement.captured.rawValue
      ? "half or more"
      : missingPartners.isEmpty
        ? "fewer than half, and people of each partner"
        : "for \(partners.listed), nobody for \(missingPartners.listed)"
    return shared == 0
      ? "Nobody on \(lower) sits on \(upper) above it."
      : "As layers they are \(judgement): \(part), \(reason)."
  }
}

/// Finds which bodies stand above which, and judges what they share.
struct OverlapLayers {
  private let snapshot: Snapshot
  private let seating: Seating

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    seating = Seating(snapshot)
  }

  /// The pair as layers; `nil` if neither stands wholly below the other, or they belong to several alliances.
  func layer(_ first: OverlapBody, _ second: OverlapBody) -> OverlapLayer? {
    for (lower, upper) in [(first, second), (second, first)] {
      let below = positions(lower)
      let above = Set(positions(upper))
      guard !below.isEmpty,
        below.allSatisfy({ seating.ancestors(of: $0).contains(where: above.contains) }),
        Set(below.map { snapshot.hierarchy.alliance(ofCommittee: $0) }).count == 1
      else { continue }
      return layer(lower, below, upper, above.sorted())
    }
    return nil
  }

  /// Each committee with the one directly above it, and with those farther above with whom it shares somebody.
  func all(touching body: OverlapBody?) -> [OverlapLayer] {
    let committees = snapshot.ecosystem.committees
    let wanted = body.map { Set(positions($0)) }
    return committees.indices.flatMap { lower -> [OverlapLayer] in
      let shared = seating.sharedAncestors(of: lower)
      let direct = snapshot.hierarchy.committees.parent(of: lower).map { [$0] } ?? []
      let all = direct.filter { $0 != lower && !shared.contains($0) } + shared
      return all.filter { upper in
        wanted.map { $0.contains(lower) || $0.contains(upper) } ?? true
      }.compactMap { upper in
        let made = layer(
          OverlapBody(committees[lower]), [lower], OverlapBody(committees[upper]), [upper])
        return made.shared > 0 || direct.contains(upper) ? made : nil
      }
    }
  }

  /// Whether one of two committees stands above the other.
  func isChain(_ first: Committee.ID, _ second: Committee.ID) -> Bool {
    let committees = snapshot.ecosystem.committees
    guard let one = committees.position(of: first), let other = committees.position(of: second)
    else { return false }
    return seating.ancestors(of: one).contains(other) || seating.ancestors(of: other).contains(one)
  }

  /// Whether one committee can end and its people join another without a new finding of `check`.
  func canMerge(_ first: Committee.ID, into second: Committee.ID) -> Bool {
    let committees = snapshot.ecosystem.committees
    guard let one = committees.position(of: first), let other = committees.position(of: second)
    else { return false }
    var after = seating
    after.merge(one, into: other)
    let below = seating.descendants(of: one)
    return after.faults(of: [other] + below)
      .isSubset(of: seating.faults(of: [one, other] + below))
  }

  private func positions(_ body: OverlapBody) -> [Int] {
    body.committees.compactMap { snapshot.ecosystem.committees.position(of: $0) }
  }

  private func layer(
    _ lower: OverlapBody, _ below: [Int], _ upper: OverlapBody, _ above: [Int]
  ) -> OverlapLayer {
    let ecosystem = snapshot.ecosystem
    let sharing = seating.sharing(of: below, with: above)
    func names(_ companies: [Int]) -> [String] { companies.map { ecosystem.companies[$0].name } }
    return OverlapLayer(
      lower: lower.name, upper: upper.name, lowerCommittees: lower.committees,
      upperCommittees: upper.committees, judgement: sharing.judgement.rawValue,
      isFault: sharing.judgement.isFault, shared: sharing.shared.count,
      lowerCount: sharing.lowerCount, chairs: sharing.chairs.map { ecosystem.people[$0].name },
      partners: names(sharing.joined), missingPartners: names(sharing.missing))
  }
}
