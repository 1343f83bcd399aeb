extension Filter: CustomStringConvertible {
  /// The conditions as their user would write them: `area=oncology and seniority<=2`.
  package var description: String {
    conditions.map(\.description).joined(separator: " and ")
  }

  /// The conditions as a title says them: `area oncology, region Japan or Europe, no manager`.
  package var words: String { conditions.map(\.words).joined(separator: ", ") }
}

extension Condition {
  /// The condition as a title says it.
  package var words: String {
    let parts = column.replacing("_", with: " ").split(separator: ".", maxSplits: 1)
    let name = parts.last.map(String.init) ?? ""
    // Where the user names the table, another one may have a column of that name, too.
    let table = parts.count == 2 ? TableName(thing: String(parts[0]))?.rawValue : nil
    if values.isEmpty {
      let isFilled = comparison == .notEqual
      return table.map { "\($0) \(isFilled ? "with" : "without") \(name)" }
        ?? "\(isFilled ? "with" : "no") \(name)"
    }
    let column = table.map { "\($0) of \(name)" } ?? name
    let any = Phrase.list(values, limit: 4, joint: "or")
    return switch comparison {
    case .equal: "\(column) \(any)"
    case .notEqual: "\(column) not \(any)"
    case .below: "\(column) below \(any)"
    case .atMost: "\(column) at most \(any)"
    case .above: "\(column) above \(any)"
    case .atLeast: "\(column) at least \(any)"
    }
  }
}
