/// Finds people whose names differ only in case, accents, spaces, punctuation, courtesies or order.
struct SimilarPersonNames: Inspection {
  static let rule = "person.name.similar"
  static let summary = "No two people have names that differ only in spelling."

  private struct Key: Hashable {
    var name: NameKey
    var kind: PersonKind
    /// Seats are told apart by their company; people are not, since they change employers.
    var company: Company.ID?
  }

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (position, person) in ecosystem.people.enumerated() {
      guard let name = NameKey.person(person.name) else { continue }
      let company = person.kind == .seat ? ecosystem.company(of: .person(person.id)) : nil
      groups[Key(name: name, kind: person.kind, company: company), default: []].append(position)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[1] < $1[1] }
      .map { finding($0, in: ecosystem) }
  }

  private func finding(_ group: [Int], in ecosystem: Ecosystem) -> Finding {
    let people = group.map { ecosystem.people[$0] }
    let row = Finding.Row(.people, group[1])
    let list = Phrase.list(
      people.map { "\(Phrase.quoted($0.name)) (id \(Phrase.quoted($0.id.rawValue)))" })
    let employers = people.compactMap { ecosystem.company(of: .person($0.id)) }
    if employers.count == people.count, Set(employers).count == people.count {
      return Finding(
        .note,
        "\(list) have one name and different companies; if they are one person, keep one row and list the employers in affiliations.",
        at: row, column: "name")
    }
    return Finding(
      .warning,
      "\(list) look like one person; keep one row and use its id everywhere, or tell them apart in their names.",
      at: row, column: "name")
  }
}
