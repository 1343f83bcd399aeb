package import EcosystemModel

/// The roles that one person has over the portfolio.
package struct RoleHolder: Codable, Hashable, Sendable {
  /// The roles in one alliance.
  package struct Place: Codable, Hashable, Sendable {
    /// The name of the alliance.
    package let alliance: String
    /// What the person is there, each once, in the order of names.
    package let roles: [String]
    /// The number of seats on its committees.
    package let seatCount: Int
    /// Hours a month for roles and seats there, as far as known; `nil` if of none.
    package let hours: Double?
  }

  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// The name of their employer.
  package let company: String?
  /// The alliances in which they have a role, by name.
  package let places: [Place]

  /// What they are anywhere, each once, in the order of names.
  package var roles: [String] { Set(places.flatMap(\.roles)).sorted() }
  /// Hours a month in these alliances, as far as known; `nil` if of none.
  package var hours: Double? {
    let known = places.compactMap(\.hours)
    return known.isEmpty ? nil : known.reduce(0, +)
  }
  /// The most roles in one alliance.
  package var mostAtOnce: Int { places.map(\.roles.count).max() ?? 0 }
}

/// Those who have the same set of roles, over the portfolio.
package struct RoleCombination: Codable, Hashable, Sendable {
  /// The roles, in the order of names.
  package let roles: [String]
  /// Who has exactly these anywhere, by name.
  package let people: [String]
  /// How many have all of them at once in one alliance.
  package let inOneAlliance: Int
}

/// Adds up who is what in which alliance.
struct RoleHoldings {
  /// Everybody with a role, those with most at once first, then with most hours.
  let people: [RoleHolder]
  /// The sets of roles, the largest first.
  let combinations: [RoleCombination]

  private struct Key: Hashable {
    var person: Person.ID
    var alliance: Alliance.ID
  }

  private struct Entry {
    var roles: Set<String> = []
    var seats = 0
    var hours: [Double] = []
  }

  /// Adds up in O(rows).
  init(_ snapshot: Snapshot, rules: LoadQuestion.Rules) {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    var entries: [Key: Entry] = [:]
    for role in ecosystem.allianceRoles where ecosystem.people[role.person] != nil {
      let key = Key(person: role.person, alliance: role.alliance)
      entries[key, default: Entry()].roles.insert(role.name)
      if let hours = role.hours(by: rules) { entries[key]?.hours.append(hours) }
    }
    // The weightiest seat of each person on a committee counts once.
    var seen: [Membership.Place: Double] = [:]
    for (row, seat) in ecosystem.memberships.enumerated() {
      guard let committee = hierarchy.committee(ofSeat: row),
        let alliance = hierarchy.alliance(ofCommittee: committee)
      else { continue }
      let key = Key(person: seat.person, alliance: ecosystem.alliances[alliance].id)
      guard entries[key] != nil else { continue }
      let place = Membership.Place(person: seat.person, committee: seat.committee)
      let weight = rules.weight(of: seat.role)
      let known = seen[place]
      if known == nil { entries[key]?.seats += 1 }
      seen[place] = max(weight, known ?? 0)
      if let hours = ecosystem.committees[committee].hoursPerMonth, weight > known ?? 0 {
        entries[key]?.hours.append(hours * (weight - (known ?? 0)))
      }
    }
    let names = PartyNames(ecosystem)
    people = Dictionary(grouping: entries, by: \.key.person).map { person, own in
      RoleHolder(
        person: person, name: names[person],
        company: ecosystem.company(of: .person(person)).map { ecosystem.name(of: .company($0)) },
        places: own.map { key, entry in
          RoleHolder.Place(
            alliance: names[.alliance(key.alliance)], roles: entry.roles.sorted(),
            seatCount: entry.seats,
            hours: entry.hours.isEmpty ? nil : entry.hours.sorted().reduce(0, +))
        }.sorted { $0.alliance < $1.alliance })
    }.sorted { left, right in
      let (one, other) = (left.hours ?? 0, right.hours ?? 0)
      if left.mostAtOnce != right.mostAtOnce { return left.mostAtOnce > right.mostAtOnce }
      return one == other
        ? (left.name, left.person) < (right.name, right.person) : one > other
    }
    combinations = Dictionary(grouping: people, by: \.roles).map { roles, people in
      RoleCombination(
        roles: roles, people: people.map(\.name).sorted(),
        inOneAlliance: people.count { person in person.places.contains { $0.roles == roles } })
    }.sorted { left, right in
      (-left.roles.count, -left.people.count, left.roles.listed)
        < (-right.roles.count, -right.people.count, right.roles.listed)
    }
  }
}

extension Membership {
  /// A person's place on a committee, whatever the role.
  struct Place: Hashable {
    var person: Person.ID
    var committee: Committee.ID
  }
}
