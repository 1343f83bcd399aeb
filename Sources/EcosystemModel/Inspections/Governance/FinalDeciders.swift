/// Finds alliances whose committees have no top, or several.
struct FinalDeciders: Inspection {
  static let rule = "alliance.decider"
  static let summary = "The committees of an alliance lead up to one final decider at a time."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    let groups = governance.committeesByAlliance
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      guard let group = groups[alliance.id] else { return nil }
      let row = Finding.Row(.alliances, position)
      let committees = group.map { ecosystem.committees[$0] }
      let tops = committees.filter { committee in
        guard let parent = committee.parent,
          let parentPosition = ecosystem.committees.position(of: parent)
        else { return true }
        return governance.alliances[parentPosition] != alliance.id
      }
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
