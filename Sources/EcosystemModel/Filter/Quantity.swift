/// What can be ordered: a number, or a day.
enum Quantity: Hashable {
  case number(Double)
  case day(CalendarDate)

  /// Reads `3`, `-0.5`, `80 %` (0.8), `10m`, `1,200,000`, `1.5 bn` or an ISO date; a year alone is a number, and compares
  /// with days as its first.
  init?(_ text: String) {
    let text = text.trimmed
    if let number = Double(text), number.isFinite {
      self = .number(number)
    } else if let day = CalendarDate(text) {
      self = .day(day)
    } else if let number = Self.writtenNumber(text), number.isFinite {
      self = .number(number)
    } else {
      return nil
    }
  }

  /// A number with commas between thousands, or with a sign or word for its scale behind it.
  private static func writtenNumber(_ text: String) -> Double? {
    let end = text.lastIndex(where: \.isNumber).map(text.index(after:)) ?? text.startIndex
    guard let exponent = exponents[text[end...].trimmed.lowercased()] else { return nil }
    let digits = text[..<end]
    let groups = digits.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    // “1,5” is no number here: commas stand between thousands, as in the tables.
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    // Read as one decimal, since 1.13 times a million is a little less than 1,130,000.
    return Double(digits.replacing(",", with: "") + exponent)
  }

  private static let exponents: [String: String] = [
    "": "", "%": "e-2", "k": "e3", "thousand": "e3", "m": "e6", "mn": "e6", "mio": "e6",
    "million": "e6", "bn": "e9", "billion": "e9",
  ]

  /// Whether it comes before the other, or `nil` if one is a number and the other a day.
  func isBelow(_ other: Quantity) -> Bool? {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.day(let left), .day(let right)): left < right
    case (.number(let year), .day(let right)): Self.firstDay(of: year).map { $0 < right }
    case (.day(let left), .number(let year)): Self.firstDay(of: year).map { left < $0 }
    }
  }

  private static func firstDay(of year: Double) -> CalendarDate? {
    Int(exactly: year).flatMap { CalendarDate(year: $0) }
  }
}

extension Condition {
  /// Whether one of the items of a cell meets the condition; no items are an empty cell.
  ///
  /// Texts are compared without regard to case and to spaces between words, numbers by their value.
  func isMet(by items: [String]) -> Bool {
    switch comparison {
    case .equal: return isAmong(items)
    case .notEqual: return !isAmong(items)
    case .below, .atMost, .above, .atLeast:
      guard let bound = values.first.flatMap(Quantity.init) else { return false }
      return items.contains { item in
        guard let quantity = Quantity(item) else { return false }
        return switch comparison {
        case .below: quantity.isBelow(bound) == true
        case .atLeast: quantity.isBelow(bound) == false
        case .above: bound.isBelow(quantity) == true
        default: bound.isBelow(quantity) == false
        }
      }
    }
  }

  private func isAmong(_ items: [String]) -> Bool {
    guard !values.isEmpty else { return items.isEmpty }
    // A name may hold a comma of its own.
    let wanted = values + [values.joined(separator: ","), values.joined(separator: ", ")]
    return items.contains { item in
      wanted.contains { Self.folded($0) == Self.folded(item) || Self.areEqual($0, item) }
    }
  }

  private static func areEqual(_ left: String, _ right: String) -> Bool {
    guard let left = Quantity(left), let right = Quantity(right) else { return false }
    return left == right
  }

  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
