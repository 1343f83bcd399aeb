import EcosystemModel

extension Decoding {
  /// Reads a number within limits; of a share, `85 %` is 0.85.
  mutating func number(_ text: String, _ limits: NumberLimits, isShare: Bool = false) -> Double? {
    var digits = text
    var divisor = 1.0
    if isShare, digits.hasSuffix("%") {
      digits = String(digits.dropLast()).trimmed
      divisor = 100
    }
    if table.allowsDecimalComma, !digits.contains("."), digits.utf8.count(of: ",") == 1 {
      digits = digits.split(separator: ",", omittingEmptySubsequences: false)
        .joined(separator: ".")
    }
    if let number = NumberText.number(in: digits).map({ $0 / divisor }) {
      if limits.contains(number) { return number }
      report(
        .error, "value.range",
        "\"\(text)\" is outside the limits of this column; \(limits.fix(for: number, isShare: isShare))"
      )
      return nil
    }
    let plain = String(text.unicodeScalars.filter { $0 != "," && !$0.properties.isWhitespace })
    let hint =
      NumberText.number(in: plain).map { "write \(NumberText.text(of: $0))" }
      ?? "write digits\(limits.unit == nil ? " with a decimal point, such as 1500 or 0.25" : ", such as 14 or 0.5")"
    let unit = NumberText.number(in: plain) == nil ? limits.unit.map { " of \($0)" } ?? "" : ""
    report(.error, "value.number", "\"\(text)\" is no number\(unit); \(hint)")
    return nil
  }

  /// Reads a whole number within bounds.
  mutating func integer(_ text: String, in range: ClosedRange<Int>) -> Int? {
    if let number = NumberText.number(in: text), let whole = Int(exactly: number),
      range.contains(whole)
    {
      return whole
    }
    report(
      .error, "value.integer",
      "\"\(text)\" is no whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// Reads an ISO date, or one that a spreadsheet has given a midnight.
  mutating func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    if let date = Self.withoutMidnight(text) { return date }
    let isEither = DateReading.iso(text, order: .dayMonth) != nil
    let hint =
      isEither
      ? "is it day/month or month/day? Write it like 2019-03-29" : "write it like 2019-03-29"
    report(.error, "value.date", "\"\(text)\" is no date; \(hint)")
    return nil
  }

  /// The date of `2019-03-29 00:00:00`, `2019-03-29T00:00:00.000Z` and the like.
  private static func withoutMidnight(_ text: String) -> CalendarDate? {
    let parts = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, parts[0].utf8.count == 10,
      parts[1].allSatisfy({ $0 == "0" || $0 == ":" || $0 == "." || $0 == "Z" }),
      parts[1].hasPrefix("00:00")
    else { return nil }
    return CalendarDate(String(parts[0]))
  }

  /// Reads yes or no.
  mutating func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "1", "y": return true
    case "no", "false", "0", "n": return false
    default:
      report(.error, "value.boolean", "\"\(text)\" is neither yes nor no; write yes or no")
      return nil
    }
  }

  /// Reads one word of a closed list, and returns its place there.
  mutating func choice(_ text: String, of words: [String]) -> Int? {
    if let place = words.firstIndex(of: text) { return place }
    let key = ColumnName.normalized(text)
    if let place = words.firstIndex(where: { ColumnName.normalized($0) == key }) { return place }
    let nearest = suggestion.nearest(to: text, among: words.map(Suggestion.Candidate.init))
    let hint = nearest.map { "did you mean \"\($0)\"?" } ?? "write \(words.spokenList(last: "or"))"
    report(.error, "value.choice", "\"\(text)\" is not one of the words for this column; \(hint)")
    return nil
  }
}

extension Sequence<UInt8> {
  /// How often a character stands in the text.
  func count(of character: Unicode.Scalar) -> Int {
    count { UInt32($0) == character.value }
  }
}
