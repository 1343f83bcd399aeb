/// Companies or people that are probably one, told by their names alone.
package struct LikeNames: Hashable, Sendable {
  /// How the names of a group differ.
  package enum Similarity: Hashable, Sendable {
    /// In case, accents, spaces or punctuation, in the courtesies and order of a person's name, or in a company's legal
    /// form that not all of them state.
    case spelling
    /// In legal forms that cannot all be right, such as `KGaA` and `Inc`.
    case legalForms
    /// Not at all; only the ids do.
    case onlyIDs
    /// People whose companies are all different.
    case employers
  }

  /// What the entities are: companies or people.
  package let kind: EntityReference.Kind
  /// The entities' positions in their roster, two at least, in order.
  package let positions: [Int]
  /// How the names differ.
  package let similarity: Similarity
}

extension Ecosystem {
  /// The groups of companies whose names differ only in case, accents, spaces, punctuation or legal form, in the order
  /// of their second members.
  ///
  /// A company and its stated owner are known to be two.
  ///
  /// - Complexity: O(letters of all names).
  package var likeCompanies: [LikeNames] {
    var groups: [NameKey: [Int]] = [:]
    var forms: [Int: Set<String>] = [:]
    for (position, company) in companies.enumerated() {
      guard let (key, legalForms) = NameKey.company(company.name) else { continue }
      groups[key, default: []].append(position)
      forms[position] = legalForms
    }
    let found = groups.values.compactMap { group -> LikeNames? in
      let ids = Set(group.map { companies[$0].id })
      let kept = group.filter { companies[$0].parent.map { !ids.contains($0) } ?? true }
      guard kept.count > 1 else { return nil }
      let stated = kept.compactMap { forms[$0] }.filter { !$0.isEmpty }
      let common = stated.dropFirst().reduce(stated.first ?? []) { $0.intersection($1) }
      let similarity: LikeNames.Similarity =
        if Set(kept.map { companies[$0].name }).count == 1 {
          .onlyIDs
        } else {
          stated.count > 1 && common.isEmpty ? .legalForms : .spelling
        }
      return LikeNames(kind: .company, positions: kept, similarity: similarity)
    }
    return found.sorted { $0.positions[1] < $1.positions[1] }
  }

  /// The groups of people whose names differ only in case, accents, spaces, punctuation, courtesies or order, in the
  /// order of their second members.
  ///
  /// Seats are told apart by their company; people are not, since they change employers.
  ///
  /// - Complexity: O(letters of all names).
  package var likePeople: [LikeNames] {
    struct Seat: Hashable {
      var name: NameKey
      var company: Company.ID?
    }
    var firsts = TextIndex()
    var firstSeats: [Seat: Int] = [:]
    firsts.reserve(people.count)
    var groups: [Int: [Int]] = [:]
    var plain: [UInt8] = []
    for position in people.indices {
      if people[position].kind == .person,
        NameKey.readPlainPerson(people[position].name, into: &plain)
      {
        let first = Int(firsts.number(of: plain.span, orSet: Int32(position)))
        if first != position { groups[first, default: [first]].append(position) }
        continue
      }
      guard let name = NameKey.person(people[position].name) else { continue }
      let first: Int
      if people[position].kind == .seat {
        let seat = Seat(name: name, company: company(of: .person(people[position].id)))
        first = firstSeats[seat] ?? position
        firstSeats[seat] = first
      } else {
        first = Int(firsts.number(of: name.text, orSet: Int32(position)))
      }
      if first != position { groups[first, default: [first]].append(position) }
    }
    let found = groups.values.map { group in
      let employers = group.compactMap { company(of: .person(people[$0].id)) }
      let similarity: LikeNames.Similarity =
        if employers.count == group.count, Set(employers).count == group.count {
          .employers
        } else {
          Set(group.map { people[$0].name }).count == 1 ? .onlyIDs : .spelling
        }
      return LikeNames(kind: .person, positions: group, similarity: similarity)
    }
    return found.sorted { $0.positions[1] < $1.positions[1] }
  }
}
