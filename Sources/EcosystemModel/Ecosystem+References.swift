extension Ecosystem {
  /// The ids that a column of an entity refers to: of its company, alliance, parent and so on.
  ///
  /// What ``value(of:for:)`` gives by name, this gives by id, so that a filter may use either, as cells do.
  ///
  /// - Returns: No ids where the column holds no reference.
  public func referredIDs(in column: String, of reference: EntityReference) -> [String] {
    let column = ColumnName.normalized(column)
    switch reference {
    case .company(let id):
      return column == "parent" ? ids(companies[id]?.parent) : []
    case .function(let id):
      switch column {
      case "company": return ids(functions[id]?.company)
      case "parent": return ids(functions[id]?.parent)
      default: return []
      }
    case .person(let id):
      switch column {
      case "company": return ids(company(of: reference))
      case "function": return ids(people[id]?.function)
      case "manager": return ids(people[id]?.manager)
      default: return []
      }
    case .committee(let id):
      switch column {
      case "alliance": return ids(committees[id]?.alliance)
      case "parent": return ids(committees[id]?.parent)
      case "escalatesto": return committees[id]?.designee.map { [$0.rawID] } ?? []
      default: return []
      }
    case .alliance(let id):
      switch column {
      case "companies": return alliances[id]?.companies.map(\.rawValue) ?? []
      case "manager": return ids(alliances[id]?.manager)
      default: return []
      }
    case .program(let id):
      switch column {
      case "alliance": return ids(programs[id]?.alliance)
      case "lead": return ids(programs[id]?.lead)
      default: return []
      }
    }
  }

  private func ids<E>(_ id: EntityID<E>?) -> [String] { id.map { [$0.rawValue] } ?? [] }
}
