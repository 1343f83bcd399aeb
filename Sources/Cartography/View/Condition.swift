public import EcosystemModel

/// One condition of a filter, such as `region=Japan,Europe` or `seniority<=2`.
public struct Condition: Hashable, Sendable, Codable {
  /// How the cell is compared with the values.
  public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
    case notEqual = "!="
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
  }

  /// The column, in the spelling of the user.
  public var column: String
  /// How the cell is compared with the values.
  public var comparison: Comparison
  /// The values, any of which will do.
  public var values: [String]

  /// Makes a condition from its parts, whose values may hold commas.
  package init(column: String, comparison: Comparison, values: [String]) {
    self.column = column
    self.comparison = comparison
    self.values = values
  }
}

extension Condition: LosslessStringConvertible {
  /// Reads `column=value[,value…]`, also with `!=`, `>=` or `<=`.
  public init?(_ text: String) {
    let found = Comparison.allCases.compactMap { comparison in
      text.firstRange(of: comparison.rawValue).map { (comparison, $0) }
    }
    // In `a>=3`, `=` matches too, but `>=` starts before it.
    guard let (comparison, range) = found.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else {
      return nil
    }
    let column = text[..<range.lowerBound].trimmed
    let values = text[range.upperBound...].split(separator: ",").map(\.trimmed)
    guard !column.isEmpty, !values.isEmpty else { return nil }
    if comparison == .atLeast || comparison == .atMost {
      guard values.count == 1, Double(values[0]) != nil else { return nil }
    }
    self.init(column: column, comparison: comparison, values: values)
  }

  /// The condition as the user would write it.
  public var description: String { column + comparison.rawValue + values.joined(separator: ",") }
}

extension Condition {
  /// Whether the entity meets the condition.
  ///
  /// Names are compared without regard to case, and ids may stand for them; a list meets it with any of its items; a
  /// missing cell meets only `!=`.
  public func isMet(by reference: EntityReference, in snapshot: Snapshot) -> Bool {
    guard let cell = snapshot.value(of: column, for: reference) else {
      return comparison == .notEqual
    }
    let ids = snapshot.referredIDs(in: column, of: reference)
    switch comparison {
    case .equal: return matches(cell, or: ids)
    case .notEqual: return !matches(cell, or: ids)
    case .atLeast, .atMost:
      guard let number = Double(cell), let bound = Double(values[0]) else { return false }
      return comparison == .atLeast ? number >= bound : number <= bound
    }
  }

  private func matches(_ cell: String, or ids: [String]) -> Bool {
    let items = [cell] + cell.split(separator: "|").map(\.trimmed) + ids
    return items.contains { item in
      values.contains { $0.lowercased() == item.lowercased() }
    }
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
