/// Finds people who left their employer or their last committee and still manage, lead or own something.
struct DutiesOfPeopleWhoLeft: Inspection {
  static let rule = "person.left.duties"
  static let summary = "Nobody manages, leads or owns anything after leaving."

  func findings(in snapshot: Snapshot) -> [Finding] {
    Leavers(snapshot).all.map { leaver in
      let name = Phrase.quoted(snapshot.whole.people[leaver.person].name)
      return Finding(
        leaver.cause == .employment ? .warning : .note,
        "\(name) \(leaver.cause.rawValue) on \(leaver.day) and still \(Phrase.list(leaver.duties)); name a successor.",
        at: .init(.people, leaver.person))
    }
  }
}
