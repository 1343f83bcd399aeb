import EcosystemModel

/// What dates in foreign spellings mean, for the hints of diagnostics; only midnights are accepted as they are.
enum DateGuess {
  /// The date of `2019-03-29 00:00:00`, `2019-03-29T00:00:00.000Z` and the like.
  static func withoutMidnight(_ text: String) -> CalendarDate? {
    let parts = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, parts[0].utf8.count == 10,
      parts[1].allSatisfy({ $0 == "0" || $0 == ":" || $0 == "." || $0 == "Z" }),
      parts[1].hasPrefix("00:00")
    else { return nil }
    return CalendarDate(String(parts[0]))
  }

  /// The ISO date that a text can only mean, or `nil` where day and month could be swapped.
  static func meaning(of text: String) -> CalendarDate? {
    let day = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" }).first ?? ""
    let parts = day.split(whereSeparator: { "-/.".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    if parts.count == 1, let serial = numbers.first, (10_000...99_999).contains(serial) {
      return spreadsheetDay(serial)
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard parts[2].utf8.count == 4 else { return nil }
    let dayFirst = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1])
    guard let one = dayFirst ?? monthFirst,
      dayFirst == nil || monthFirst == nil || numbers[0] == numbers[1]
    else { return nil }
    return one
  }

  /// The day a spreadsheet stores as a number: days since 30 December 1899.
  private static func spreadsheetDay(_ serial: Int) -> CalendarDate? {
    guard let start = CalendarDate(year: 1899, month: 12, day: 30) else { return nil }
    let wanted = start.dayNumber + serial
    // Good to a day or two of the year, then corrected.
    let year = 1970 + Int((Double(wanted) / 365.2425).rounded(.down))
    for candidate in [year + 1, year, year - 1] {
      guard let newYear = CalendarDate(year: candidate), newYear.dayNumber <= wanted else {
        continue
      }
      for month in (1...12).reversed() {
        guard let first = CalendarDate(year: candidate, month: month), first.dayNumber <= wanted
        else { continue }
        return CalendarDate(year: candidate, month: month, day: wanted - first.dayNumber + 1)
      }
    }
    return nil
  }
}
