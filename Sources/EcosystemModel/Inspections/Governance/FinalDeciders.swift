/// Finds alliances whose committees have no top, or several.
struct FinalDeciders: Inspection {
  static let rule = "alliance.decider"
  static let summary = "The committees of an alliance lead up to one final decider at a time."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      let group = hierarchy.committees(ofAlliance: position)
      guard !group.isEmpty else { return nil }
      let row = Finding.Row(.alliances, position)
      let tops = group.filter { committee in
        hierarchy.committees.parent(of: committee).map {
          hierarchy.alliance(ofCommittee: $0) != position
        } ?? true
      }.map { ecosystem.committees[$0] }
      if tops.isEmpty {
        return Finding(
          .warning,
          "the committees of alliance \(Phrase.quoted(alliance.name)) escalate to each other and to no final decider; empty the parent of the one that decides last.",
          at: row)
      }
      let together = Simultaneity.busiest(tops, validity: \.validity, key: \.id)
      guard together.count > 1 else { return nil }
      return Finding(
        .warning,
        "alliance \(Phrase.quoted(alliance.name)) has \(together.count) committees that escalate to none, \(Phrase.quotedList(together.map(\.name))); give all but the final decider a parent.",
        at: row)
    }
  }
}
