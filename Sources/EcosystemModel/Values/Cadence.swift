/// How often a committee meets.
package struct Cadence: Hashable, Sendable {
  /// Meetings in a year, greater than zero.
  package let meetingsPerYear: Double

  /// Makes the cadence of so many meetings in a year; it must be a finite number above zero.
  package init?(meetingsPerYear: Double) {
    guard meetingsPerYear.isFinite, meetingsPerYear > 0 else { return nil }
    self.meetingsPerYear = meetingsPerYear
  }

  /// The average number of days from one meeting to the next.
  package var intervalInDays: Double { 365.25 / meetingsPerYear }

  private static let words: [(word: String, meetings: Double)] = [
    ("weekly", 52), ("biweekly", 26), ("monthly", 12), ("bimonthly", 6), ("quarterly", 4),
    ("semiannually", 2), ("annually", 1), ("yearly", 1), ("daily", 260),
  ]
}

extension Cadence: LosslessStringConvertible {
  /// Reads `weekly`, `biweekly`, `monthly`, `bimonthly`, `quarterly`, `semiannually`, `annually`, `daily` (working
  /// days) or `N/year`.
  package init?(_ text: String) {
    let word = ColumnName.normalized(text)
    if let known = Self.words.first(where: { $0.word == word }) {
      self.init(meetingsPerYear: known.meetings)
    } else if word.hasSuffix("/year"), let slash = text.lastIndex(of: "/"),
      // The sign counts here, which the comparison of words leaves out: -5/year is not 5/year.
      let count = Double(text[..<slash].filter { !$0.isWhitespace })
    {
      self.init(meetingsPerYear: count)
    } else {
      return nil
    }
  }

  /// The cadence in the words of the tables.
  package var description: String {
    if let known = Self.words.first(where: { $0.meetings == meetingsPerYear }) { return known.word }
    let whole = meetingsPerYear.rounded()
    return whole == meetingsPerYear && whole < 1e6
      ? "\(Int(whole))/year" : "\(meetingsPerYear)/year"
  }
}

extension Cadence: Codable {
  /// Reads the cadence from its words.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let cadence = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no cadence like monthly or 10/year.")
    }
    self = cadence
  }

  /// Writes the cadence in words.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
