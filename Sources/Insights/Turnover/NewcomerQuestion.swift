package import EcosystemModel

/// What somebody new in a place must know: bodies, rights, whom to meet.
package struct NewcomerQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .people, .companies, .functions, .alliances, .committees, .memberships, .handoffs,
  ]

  /// The person.
  package var person: AskedEntity

  /// Asks about the person who is called so, by name or id.
  package init(of person: String) {
    self.person = .named(person)
  }

  /// Gathers what the rows of the day say of the person.
  ///
  /// - Throws: ``InsightError`` if there is no such person, or not on that day.
  /// - Complexity: O(rows).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> NewcomerPage {
    try snapshot.require(.people, for: "a newcomer's page")
    let found = try person.resolved { name throws(InsightError) in
      try snapshot.whole.entity(named: name, among: .person)
    }
    guard case .person(let id) = found, let position = snapshot.ecosystem.people.position(of: id)
    else { throw InsightError(.unknownName, snapshot.absence(of: found)) }
    return NewcomerPage(of: position, in: snapshot)
  }
}
