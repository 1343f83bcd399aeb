/// Finds committees that escalate into another alliance.
struct ParentsInOtherAlliances: Inspection {
  static let rule = "committee.parent.foreign"
  static let summary = "A committee escalates to a committee of its own alliance, or of none."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.committees.enumerated().compactMap { position, committee in
      guard let parent = ecosystem.committees[committee.parent], let own = committee.alliance,
        let other = parent.alliance, own != other
      else { return nil }
      return Finding(
        .warning,
        "committee \(Phrase.quoted(committee.name)) of alliance \(ecosystem.quoted(.alliance(own))) escalates to \(Phrase.quoted(parent.name)) of \(ecosystem.quoted(.alliance(other))); name a parent in the same alliance, by id where names repeat.",
        at: .init(.committees, position), column: Committee.column(\.parent))
    }
  }
}
