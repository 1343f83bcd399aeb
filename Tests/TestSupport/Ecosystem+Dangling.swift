package import EcosystemModel

extension Ecosystem {
  /// Every reference that names nothing in the ecosystem, with the table it stands in; empty where references are whole.
  package var danglingReferences: [String] {
    var found: [String] = []
    func check(_ table: TableName, _ references: [EntityReference?]) {
      for case let reference? in references where !contains(reference) {
        found.append("\(table.rawValue): \(reference)")
      }
    }
    for row in companies { check(.companies, [row.parent.map { .company($0) }]) }
    for row in functions {
      check(.functions, [.company(row.company), row.parent.map { .function($0) }])
    }
    for row in people {
      check(
        .people,
        [
          row.company.map { .company($0) }, row.function.map { .function($0) },
          row.manager.map { .person($0) },
        ])
    }
    for row in affiliations {
      check(
        .affiliations,
        [.person(row.person), .company(row.company), row.function.map { .function($0) }])
    }
    for row in alliances {
      check(.alliances, row.companies.map { .company($0) } + [row.manager.map { .person($0) }])
    }
    for row in programs {
      check(.programs, [.alliance(row.alliance), row.lead.map { .person($0) }])
    }
    for row in committees {
      check(.committees, [row.alliance.map { .alliance($0) }, row.parent.map { .committee($0) }])
    }
    for row in memberships {
      check(
        .memberships,
        [.person(row.person), .committee(row.committee), row.company.map { .company($0) }])
    }
    for row in relationships {
      check(.relationships, [row.from, row.to, row.owner.map { .person($0) }])
    }
    for row in handoffs {
      check(
        .handoffs,
        [row.from, row.to, row.owner.map { .person($0) }, row.alliance.map { .alliance($0) }])
    }
    for row in conflicts { check(.conflicts, [row.a, row.b]) }
    for row in decisions {
      check(
        .decisions,
        [row.body, row.owner.map { .person($0) }, row.alliance.map { .alliance($0) }])
    }
    for row in scores { check(.scores, [row.subject]) }
    return found
  }
}
