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
    let column = column.replacing("_", with: " ").split(separator: ".").last.map(String.init) ?? ""
    let any = Phrase.list(values, limit: 4, joint: "or")
    return switch comparison {
    case .equal: values.isEmpty ? "no \(column)" : "\(column) \(any)"
    case .notEqual: values.isEmpty ? "with \(column)" : "\(column) not \(any)"
    case .below: "\(column) below \(any)"
    case .atMost: "\(column) at most \(any)"
    case .above: "\(column) above \(any)"
    case .atLeast: "\(column) at least \(any)"
    }
  }
}
