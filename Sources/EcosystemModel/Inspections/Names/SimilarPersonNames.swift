/// Finds people whose names differ only in case, accents, spaces, punctuation, courtesies or order.
struct SimilarPersonNames: Inspection {
  static let rule = "person.name.similar"
  static let summary = "No two people have names that differ only in spelling."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.likePeople.map { finding($0, in: ecosystem.people) }
  }

  private func finding(_ group: LikeNames, in people: Roster<Person>) -> Finding {
    let row = Finding.Row(.people, group.positions[1])
    let list = Phrase.list(
      group.positions.map {
        "\(Phrase.quoted(people[$0].name)) (id \(Phrase.quoted(people[$0].id.rawValue)))"
      })
    if group.similarity == .employers {
      return Finding(
        .note,
        "\(list) have one name and different companies; if they are one person, keep one row and list the employers in affiliations.",
        at: row, column: Person.column(\.name))
    }
    return Finding(
      .warning,
      "\(list) look like one person; write one of the names everywhere, or tell them apart in their names.",
      at: row, column: Person.column(\.name))
  }
}
