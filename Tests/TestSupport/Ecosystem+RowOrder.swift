package import EcosystemModel

extension Ecosystem {
  /// The same rows, those of every table in the opposite order.
  package var withRowsReversed: Ecosystem {
    var other = self
    other.companies = Roster(companies.reversed())
    other.functions = Roster(functions.reversed())
    other.people = Roster(people.reversed())
    other.affiliations.reverse()
    other.alliances = Roster(alliances.reversed())
    other.programs = Roster(programs.reversed())
    other.committees = Roster(committees.reversed())
    other.memberships = Rows(memberships.reversed())
    other.relationships.reverse()
    other.handoffs = Rows(handoffs.reversed())
    other.conflicts.reverse()
    other.decisions.reverse()
    other.scores.reverse()
    return other
  }
}
