// What rows begin as, before their cells are read.

extension Company {
  package static var blank: Company { Company(id: .init(""), name: "") }
  package func identified(by id: ID) -> Company { Company(id: id, name: name) }
}

extension Function {
  package static var blank: Function { Function(id: .init(""), name: "", company: .init("")) }
  package func identified(by id: ID) -> Function { Function(id: id, name: name, company: company) }
}

extension Person {
  package static var blank: Person { Person(id: .init(""), name: "") }
  package func identified(by id: ID) -> Person { Person(id: id, name: name) }
}

extension Alliance {
  package static var blank: Alliance { Alliance(id: .init(""), name: "") }
  package func identified(by id: ID) -> Alliance {
    var alliance = Alliance(id: id, name: name)
    alliance.companies = companies
    return alliance
  }
}

extension Program {
  package static var blank: Program { Program(id: .init(""), name: "", alliance: .init("")) }
  package func identified(by id: ID) -> Program { Program(id: id, name: name, alliance: alliance) }
}

extension Committee {
  package static var blank: Committee { Committee(id: .init(""), name: "") }
  package func identified(by id: ID) -> Committee { Committee(id: id, name: name) }
}

extension Affiliation {
  package static var blank: Affiliation { Affiliation(person: .init(""), company: .init("")) }
}

extension Membership {
  package static var blank: Membership { Membership(person: .init(""), committee: .init("")) }
}

extension Relationship {
  package static var blank: Relationship {
    Relationship(from: .company(.init("")), to: .company(.init("")))
  }
}

extension Handoff {
  package static var blank: Handoff {
    Handoff(from: .function(.init("")), to: .function(.init("")))
  }
}

extension Conflict {
  package static var blank: Conflict { Conflict(a: .company(.init("")), b: .company(.init(""))) }
}

extension Decision {
  package static var blank: Decision { Decision(matter: "", body: .committee(.init(""))) }
}

extension Score {
  package static var blank: Score { Score(subject: .company(.init("")), measure: "", value: 0) }
}

extension Place {
  package static var blank: Place { Place(view: "", key: "", x: 0, y: 0) }
}

extension SavedView {
  package static var blank: SavedView { SavedView(name: "") }
}
