/// What can be ordered: a number, or a day.
enum Quantity: Hashable {
  case number(Double)
  case day(CalendarDate)

  /// Reads `3`, `-0.5`, `80 %` (0.8) or an ISO date; a year alone is a number, and compares with days as its first.
  init?(_ text: String) {
    let text = text.trimmed
    if let number = Double(text), number.isFinite {
      self = .number(number)
    } else if text.last == "%", let number = Double(text.dropLast().trimmed), number.isFinite {
      self = .number(number / 100)
    } else if let day = CalendarDate(text) {
      self = .day(day)
    } else {
      return nil
    }
  }

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
