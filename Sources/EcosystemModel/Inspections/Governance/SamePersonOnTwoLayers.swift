/// Finds committees that share people with one above them for one partner only, or so many that these decide on their own
/// escalations.
///
/// Sharing a few people of each partner is what connects the layers, and no fault; see ``LayerSharing``.
struct SamePersonOnTwoLayers: Inspection {
  static let rule = "governance.layers.shared"
  static let summary =
    "Of a committee fewer than half sit on one above it, and not those of one partner only."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let seating = Seating(snapshot)
    return seating.sharedLayers.compactMap { lower, upper in
      let sharing = seating.sharing(of: [lower], with: [upper])
      guard sharing.judgement.isFault else { return nil }
      func names(_ people: [Int]) -> String {
        Phrase.quotedList(people.map { ecosystem.people[$0].name })
      }
      let below = Phrase.quoted(ecosystem.committees[lower].name)
      let above = Phrase.quoted(ecosystem.committees[upper].name)
      let count = sharing.shared.count
      let chairs =
        sharing.chairs.isEmpty
        ? "" : "; in the chair \(names(sharing.chairs))"
      let message =
        sharing.judgement == .captured
        ? "\(count) of the \(sharing.lowerCount) on committee \(below) \(count == 1 ? "sits" : "sit") on \(above) above it (\(names(sharing.shared))\(chairs)), so that they decide on their own escalations; keep fewer than half, some of each partner."
        : "only \(Phrase.list(sharing.joined.map { ecosystem.quoted(.company(ecosystem.companies[$0].id)) })) has people on committee \(below) and on \(above) above it (\(names(sharing.shared))\(chairs)); seat somebody of \(Phrase.list(sharing.missing.map { ecosystem.quoted(.company(ecosystem.companies[$0].id)) })) on both too, or nobody."
      return Finding(.note, message, at: .init(.committees, lower))
    }
  }
}
