internal import GraphCore
package import EcosystemModel

/// How an ecosystem grows, row by row.
package enum Growth: String, CaseIterable, Sendable {
  /// Companies, each linked to two earlier ones.
  case network
  /// Companies around the first.
  case hub
  /// Committees below each other.
  case hierarchy
  /// People who report to each other.
  case reporting
  /// People, each linked to two earlier ones.
  case people
}

extension Ecosystem {
  /// An ecosystem that depends on its seed and its number of rows only: with more of them the first stay what they are.
  ///
  /// - Parameters:
  ///   - growth: What it consists of.
  ///   - count: The number of companies, committees or people.
  ///   - seed: The same seed makes the same ecosystem.
  /// - Returns: The ecosystem.
  package static func growing(_ growth: Growth, to count: Int, seed: UInt64) -> Ecosystem {
    var random = SplitMix64(state: seed)
    func next(_ bound: Int) -> Int { Int(random.next() >> 33) % bound }
    func name(_ number: Int) -> String {
      let first = words[next(words.count)]
      return "\(first) \(words[next(words.count)]) \(number)"
    }
    var made = Ecosystem()
    var (companies, committees, people): ([Company], [Committee], [Person]) = ([], [], [])
    for number in 0..<count {
      switch growth {
      case .network, .hub:
        var company = Company(id: .init("c\(number)"), name: name(number))
        company.kind = ["biotech", "supplier", "academia"][next(3)]
        company.region = regions[next(regions.count)]
        companies.append(company)
        guard number > 0 else { continue }
        for other in growth == .hub ? [0] : [next(number), next(number)] {
          made.relationships.append(
            Relationship(from: company.reference, to: companies[other].reference))
        }
      case .hierarchy:
        var committee = Committee(id: .init("b\(number)"), name: name(number))
        committee.parent = number == 0 ? nil : committees[next(max(1, number / 4))].id
        committees.append(committee)
      case .reporting:
        var person = Person(id: .init("p\(number)"), name: name(number))
        person.title = "Head of " + words[next(words.count)]
        person.manager = number == 0 ? nil : people[next(max(1, number / 4))].id
        people.append(person)
      case .people:
        let person = Person(id: .init("p\(number)"), name: name(number))
        people.append(person)
        guard number > 0 else { continue }
        for other in Set([next(number), next(number)]).sorted() {
          made.relationships.append(
            Relationship(from: person.reference, to: people[other].reference))
        }
      }
    }
    (made.companies, made.committees, made.people) = (
      Roster(companies), Roster(committees), Roster(people)
    )
    return made
  }

  private static let regions = ["Asia", "Europe", "North America", "Africa", nil]
  private static let words = [
    "Northstar", "Bio", "Therapeutics", "Granite", "University of", "Pharma", "Logistics", "Ono",
    "Immunology", "Charité", "Cold Chain", "RNA", "Manufacturing", "Institute", "Holdings",
  ]
}
