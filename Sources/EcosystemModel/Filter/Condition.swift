/// One condition of a filter, such as `region=Japan,Europe`, `seniority<=2` or `value above 3`.
package struct Condition: Hashable, Sendable, Codable {
  /// How a cell is compared with the values.
  package enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="

    /// Whether it asks for an order, and so for numbers or dates.
    package var isOrder: Bool { self != .equal && self != .notEqual }
  }

  /// The column, in the spelling of the user; `alliances.kind` names the table too.
  package var column: String
  /// How the cell is compared with the values.
  package var comparison: Comparison
  /// The values, any of which will do; none asks for an empty cell.
  package var values: [String]

  /// Makes a condition.
  ///
  /// - Precondition: An order has exactly one value.
  package init(_ column: String, _ comparison: Comparison = .equal, _ values: [String]) {
    precondition(
      !comparison.isOrder || values.count == 1, "An order compares with exactly one value.")
    self.column = column
    self.comparison = comparison
    self.values = values
  }
}

extension Condition {
  /// What to say of a text that is no condition.
  package static func refusal(of text: String) -> String {
    if let (comparison, range) = operation(in: text), comparison.isOrder {
      let bound = text[range.upperBound...].trimmed
      if !bound.isEmpty, Quantity(bound) == nil {
        return
          "“\(bound)” in “\(text)” is neither a number nor a date; write one such as 10m, 1,250.5, 12 % or 2026-03-31."
      }
    }
    return
      "“\(text)” is no condition; write one such as region=Japan,Europe, kind!=supplier, manager= (empty) or value above 3."
  }
}

extension Condition: LosslessStringConvertible {
  /// Reads `column=value[,value…]`, also with `!=`, `<`, `<=`, `>` and `>=`, or in words: `column above 3`.
  ///
  /// Words are there because a shell takes `<` and `>` for itself. `column=` asks for an empty cell, `column!=` for one
  /// that is filled.
  package init?(_ text: String) {
    guard let (comparison, range) = Self.operation(in: text) else { return nil }
    let column = text[..<range.lowerBound].trimmed
    let rest = text[range.upperBound...].trimmed
    guard !column.isEmpty else { return nil }
    if comparison.isOrder {
      guard Quantity(rest) != nil else { return nil }
      self.init(column, comparison, [rest])
    } else {
      let values = rest.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
      self.init(column, comparison, values)
    }
  }

  /// The condition as the user would write it.
  package var description: String { column + comparison.rawValue + values.joined(separator: ",") }

  /// The operator that stands first; of those that begin at one place the longest, so that `>=` is not `>`.
  private static func operation(in text: String) -> (Comparison, Range<String.Index>)? {
    let signs = Comparison.allCases.compactMap { comparison in
      text.firstRange(of: comparison.rawValue).map { (comparison, $0) }
    }
    let sign = signs.min {
      ($0.1.lowerBound, $1.1.upperBound) < ($1.1.lowerBound, $0.1.upperBound)
    }
    if let sign { return sign }
    let words = words.compactMap { word, comparison in
      text.lowercased().firstRange(of: " \(word) ").map { (comparison, $0) }
    }
    // Positions in the lowercased text are those of the text as long as lowercasing keeps its length.
    guard text.lowercased().utf8.count == text.utf8.count else { return nil }
    return words.min {
      ($0.1.lowerBound, $1.1.upperBound) < ($1.1.lowerBound, $0.1.upperBound)
    }
  }

  private static let words: [(String, Comparison)] = [
    ("above", .above), ("more than", .above), ("after", .above), ("below", .below),
    ("less than", .below), ("before", .below), ("at least", .atLeast), ("at most", .atMost),
    ("is not", .notEqual), ("is", .equal),
  ]
}
