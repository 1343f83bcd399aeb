extension Ecosystem {
  /// What the tables say of an entity under a column name, as text.
  ///
  /// Columns of the contract come first, then the row's own attributes. References are given by name, lists joined by
  /// `|`. Nothing if the entity, the column or the cell is missing.
  public func value(of column: String, for reference: EntityReference) -> String? {
    let column = ColumnName.normalized(column)
    if column == "id" { return reference.rawID }
    if column == "entity" { return reference.kind.rawValue }
    switch reference {
    case .company(let id): return companies[id].flatMap { value(of: column, in: $0) }
    case .function(let id): return functions[id].flatMap { value(of: column, in: $0) }
    case .person(let id): return people[id].flatMap { value(of: column, in: $0) }
    case .committee(let id): return committees[id].flatMap { value(of: column, in: $0) }
    case .alliance(let id): return alliances[id].flatMap { value(of: column, in: $0) }
    case .program(let id): return programs[id].flatMap { value(of: column, in: $0) }
    }
  }

  private func value(of column: String, in company: Company) -> String? {
    switch column {
    case "kind": company.kind
    case "region": company.region
    case "timezone": company.timeZone
    case "parent": company.parent.flatMap { companies[$0]?.name }
    case "url": company.url
    default: common(column, company)
    }
  }

  private func value(of column: String, in function: Function) -> String? {
    switch column {
    case "company": companies[function.company]?.name
    case "parent": function.parent.flatMap { functions[$0]?.name }
    case "region": function.region ?? companies[function.company]?.region
    case "timezone": timeZone(of: .function(function.id))
    case "workhours": function.workHours?.description
    default: common(column, function)
    }
  }

  private func value(of column: String, in person: Person) -> String? {
    let employer = company(of: .person(person.id)).flatMap { companies[$0] }
    return switch column {
    case "kind": person.kind.rawValue
    case "company": employer?.name
    case "function": person.function.flatMap { functions[$0]?.name }
    case "title": person.title
    case "seniority": person.seniority.map(String.init)
    case "manager": person.manager.flatMap { people[$0]?.name }
    case "timezone": timeZone(of: .person(person.id))
    case "capacityhours": person.capacityHours.map(Self.text)
    case "region":
      person.attributes["region"] ?? person.function.flatMap { functions[$0]?.region }
        ?? employer?.region
    default: common(column, person)
    }
  }

  private func value(of column: String, in committee: Committee) -> String? {
    switch column {
    case "kind": committee.kind
    case "alliance": committee.alliance.flatMap { alliances[$0]?.name }
    case "parent": committee.parent.flatMap { committees[$0]?.name }
    case "region": committee.region
    case "cadence": committee.cadence?.description
    case "hours": committee.hours.map(Self.text)
    case "prephours": committee.preparationHours.map(Self.text)
    case "quorum": committee.quorum.map(String.init)
    case "decides": committee.decides
    case "approvalrate": committee.approvalRate.map(Self.text)
    case "escalatesto": committee.designee.map(name(of:))
    case "maxdays": committee.maxDays.map(Self.text)
    case "chartered": committee.validity.since?.description
    case "until": committee.validity.until?.description
    default: common(column, committee)
    }
  }

  private func value(of column: String, in alliance: Alliance) -> String? {
    switch column {
    case "companies": alliance.companies.compactMap { companies[$0]?.name }.joined(separator: "|")
    case "kind": alliance.kind
    case "stage": alliance.stage
    case "area": alliance.area
    case "since": alliance.validity.since?.description
    case "until": alliance.validity.until?.description
    case "manager": alliance.manager.flatMap { people[$0]?.name }
    case "northstar": alliance.northStar
    case "valueusd": alliance.valueInUSDollars.map(Self.text)
    default: common(column, alliance)
    }
  }

  private func value(of column: String, in program: Program) -> String? {
    switch column {
    case "alliance": alliances[program.alliance]?.name
    case "stage": program.stage
    case "lead": program.lead.flatMap { people[$0]?.name }
    case "since": program.validity.since?.description
    case "until": program.validity.until?.description
    default: common(column, program)
    }
  }

  private func common(_ column: String, _ entity: some Entity) -> String? {
    switch column {
    case "name": entity.name
    case "tags": entity.tags.isEmpty ? nil : entity.tags.joined(separator: "|")
    default: entity.attributes[column]
    }
  }

  /// A number as people write it: without a decimal point where it is whole.
  static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
