import EcosystemModel

/// A column or a measure of alliances, as a portfolio reads it.
package struct PortfolioField: Codable, Hashable, Sendable {
  /// The name by which it is asked for, such as `value_usd`.
  package let column: String
  /// What people call it, such as `Value`.
  package let label: String
  /// What its numbers are counted in, such as `USD`; `nil` if its name does not say so.
  package let unit: String?
  /// Whether its values are numbers.
  package let isNumeric: Bool
  /// The scale of a measure, such as `1-5`; `nil` if there is none.
  package let scale: String?
  /// The value to reach; `nil` if none is stated.
  package let target: Double?
  /// Whether the values of several alliances add up, as amounts do.
  package let addsUp: Bool
  /// The words there are, in the order in which they are shown; empty for numbers.
  package let words: [String]
  /// The words of the whole dataset, the most frequent first, so that their colours do not change from day to day.
  package let ranked: [String]
  /// How many alliances have no value.
  package let missingCount: Int

  /// The label with its unit, `Value, USD`.
  package var title: String { label + (unit.map { ", \($0)" } ?? "") }
  /// The label inside a sentence; an abbreviation keeps its letters.
  package var phrase: String {
    label.dropFirst().prefix(1).contains { $0.isUppercase }
      ? label : label.prefix(1).lowercased() + label.dropFirst()
  }
  /// The ends of the scale; `nil` if it has none.
  package var range: ClosedRange<Double>? { scale.flatMap(Measure.range(of:)) }
}

/// What a column or a measure says of one alliance.
package struct PortfolioValue: Codable, Hashable, Sendable {
  /// The word, in the spelling that comes first, or the number as text.
  package let text: String
  /// The number, where the column holds numbers.
  package let number: Double?
}

/// What a column is called where people read it.
package enum ColumnLabel {
  private static let currencies = ["usd", "eur", "gbp", "chf", "jpy"]

  /// The words and the unit of a column: `Value` and `USD` for `value_usd`, `Alliance health` for `alliance health`.
  package static func parts(of column: String) -> (label: String, unit: String?) {
    var words = column.split { $0 == "_" || $0.isWhitespace }.map(String.init)
    var unit: String?
    if words.count > 1, let last = words.last, currencies.contains(last.lowercased()) {
      unit = last.uppercased()
      words.removeLast()
    }
    let text = words.joined(separator: " ")
    return (text.prefix(1).uppercased() + text.dropFirst(), unit)
  }

  /// The same in the words of a legend, `deal value, USD` for `value_usd`; a column that is a word stays as it is.
  package static func words(for column: String) -> String {
    guard column.contains("_") else { return column }
    let parts = parts(of: column)
    let deal = ColumnName.normalized(Alliance.column(\.valueInUSDollars))
    let isDeal = ColumnName.normalized(column) == deal
    let label = isDeal ? "deal value" : parts.label.prefix(1).lowercased() + parts.label.dropFirst()
    return label + (parts.unit.map { ", \($0)" } ?? "")
  }
}
