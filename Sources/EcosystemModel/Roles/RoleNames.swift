/// Titles and companies that stand in the place of people's names, such as “Alliance Lead, Northlight”.
///
/// Who has no title is called by the function, and who has neither “Person”. People who would be called the same are numbered in the
/// order of the data. Their ids are numbers, so that no id tells a name. Seats are called by a role already and stay.
package struct RoleNames: Sendable {
  /// How somebody is known.
  struct Role: Sendable {
    let id: Person.ID
    let name: String
  }

  private var roles: [Person.ID: Role] = [:]
  private var taken: Set<String> = []
  private var count = 0
  /// Names in texts.
  private(set) var inTexts = NameReplacement()
  /// Names and ids, for the cells of saved views.
  private(set) var inViews = NameReplacement()

  /// Calls nobody anything yet.
  package init() {}

  /// How a person is known; `nil` if they keep their name.
  subscript(id: Person.ID) -> Role? { roles[id] }

  /// Gives a name to everybody who has none yet.
  ///
  /// - Complexity: O(people).
  mutating func add(_ ecosystem: Ecosystem) {
    var withinTitles = NameReplacement()
    for person in ecosystem.people where person.kind == .person {
      withinTitles.add(person.name, "…")
    }
    var new: [(person: Person, base: Base)] = []
    for person in ecosystem.people where roles[person.id] == nil {
      let isNamed = person.kind == .person || withinTitles.replacing(in: person.name) != person.name
      if isNamed {
        new.append((person, Base(of: person, in: ecosystem, withinTitles)))
      } else {
        taken.insert(person.name)
      }
    }
    let sharing = Dictionary(grouping: new, by: \.base).mapValues(\.count)
    for (person, base) in new {
      let name = name(for: base, isShared: (sharing[base] ?? 0) > 1)
      count += 1
      roles[person.id] = Role(id: .init("person-\(count)"), name: name)
      inTexts.add(person.name, name)
      inViews.add(person.name, name)
      inViews.add(person.id.rawValue, name)
    }
  }

  private mutating func name(for base: Base, isShared: Bool) -> String {
    var number = 1
    // Others of an earlier state may be numbered already.
    let isNumbered = isShared || taken.contains(base.name(numbered: 1))
    var name = base.name(numbered: isNumbered ? 1 : nil)
    while !taken.insert(name).inserted {
      number += 1
      name = base.name(numbered: number)
    }
    return name
  }

  /// What several people may have in common.
  private struct Base: Hashable {
    let role: String
    let company: String?

    init(of person: Person, in ecosystem: Ecosystem, _ names: NameReplacement) {
      let function = person.function.flatMap { ecosystem.functions[$0]?.name }
      let role = person.title.map(names.replacing) ?? function.map { "Person in \($0)" } ?? "Person"
      // A list of names has this sign between them.
      self.role = role.replacing("|", with: "/")
      company = ecosystem.company(of: person.reference)
        .flatMap { ecosystem.companies[$0]?.name }
    }

    func name(numbered number: Int?) -> String {
      let numbered = number.map { "\(role) \($0)" } ?? role
      return company.map { "\(numbered), \($0)" } ?? numbered
    }
  }
}
