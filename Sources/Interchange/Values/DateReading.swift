import EcosystemModel

/// What dates mean in the many ways in which people write them.
enum DateReading {
  /// The date as the tables write it, such as `2019-03-29`, `2019-03` for a month and `2018-04` for a quarter.
  ///
  /// - Parameters:
  ///   - text: What the cell shows.
  ///   - order: Which of two numbers is the day, where that is known.
  /// - Returns: `nil` if the text is no date, or could be two.
  static func iso(_ text: String, order: DateOrder? = nil) -> String? {
    if CalendarDate(text) != nil { return text }
    guard text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    if let serial = Int(text), text.utf8.count == 5 { return spreadsheetDay(serial)?.description }
    let parts = DateParts(text)
    return part(of: parts, order: order)
  }

  /// The order that a text can only have; `nil` if it is no such date, or fits both.
  static func order(of text: String) -> DateOrder? {
    let parts = DateParts(text)
    guard parts.words.isEmpty, parts.separator != ".", parts.numbers.count == 3,
      parts.digits[0] <= 2
    else { return nil }
    switch (parts.numbers[0], parts.numbers[1]) {
    case (13...31, 1...12): return .dayMonth
    case (1...12, 13...31): return .monthDay
    default: return nil
    }
  }

  /// The order that some texts tell; `nil` if none does, or they contradict each other.
  static func order(of texts: some Sequence<String>) -> DateOrder? {
    let told = Set(texts.compactMap { order(of: $0) })
    return told.count == 1 ? told.first : nil
  }

  /// The first day after the month, quarter, half or year that a text names, such as `2025-04-01` for `Mar 2025`; `nil` if it
  /// names a day, or is no date.
  static func dayAfterPeriod(_ text: String) -> String? {
    guard let start = iso(text), start.split(separator: "-").count < 3,
      let first = CalendarDate(start)
    else { return nil }
    let months = DateParts(text).period?.months ?? (start.contains("-") ? 1 : 12)
    let next = first.year * 12 + first.month - 1 + months
    return CalendarDate(year: next / 12, month: next % 12 + 1)?.description
  }

  private static func part(of parts: DateParts, order: DateOrder?) -> String? {
    if let period = parts.period { return period.start }
    let numbers = parts.numbers
    switch (parts.months.count, numbers.count) {
    case (1, 1): return month(parts.months[0], year: numbers[0], digits: parts.digits[0])
    case (1, 2):
      // `29 March 2019`, `March 29, 2019`, `2019 March 29`.
      let yearFirst = parts.digits[0] == 4
      let (day, year) = yearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      let digits = yearFirst ? parts.digits[0] : parts.digits[1]
      guard let year = full(year, digits: digits) else { return nil }
      return CalendarDate(year: year, month: parts.months[0], day: day)?.description
    case (0, 2): return parts.words.isEmpty ? yearAndMonth(parts) : nil
    case (0, 3): return parts.words.isEmpty ? day(parts, order) : nil
    default: return nil
    }
  }

  private static func month(_ month: Int, year: Int, digits: Int) -> String? {
    guard let year = full(year, digits: digits), let date = CalendarDate(year: year, month: month)
    else { return nil }
    return String(date.description.prefix(7))
  }

  private static func yearAndMonth(_ parts: DateParts) -> String? {
    if parts.digits[1] == 4, parts.digits[0] <= 2 {
      return month(parts.numbers[0], year: parts.numbers[1], digits: 4)
    }
    guard parts.digits[0] == 4, parts.digits[1] <= 2 else { return nil }
    return month(parts.numbers[1], year: parts.numbers[0], digits: 4)
  }

  private static func day(_ parts: DateParts, _ order: DateOrder?) -> String? {
    let numbers = parts.numbers
    if parts.digits[0] == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])?.description
    }
    guard let year = full(numbers[2], digits: parts.digits[2]) else { return nil }
    let dayFirst = CalendarDate(year: year, month: numbers[1], day: numbers[0])
    let monthFirst = CalendarDate(year: year, month: numbers[0], day: numbers[1])
    // Points stand between day and month in that order wherever they are written.
    if parts.separator == "." || numbers[0] == numbers[1] { return dayFirst?.description }
    if dayFirst == nil || monthFirst == nil { return (dayFirst ?? monthFirst)?.description }
    return order.flatMap { $0 == .dayMonth ? dayFirst : monthFirst }?.description
  }

  /// A year of two digits lies between 1970 and 2069.
  private static func full(_ year: Int, digits: Int) -> Int? {
    switch digits {
    case 4: year
    case 2: year < 70 ? 2000 + year : 1900 + year
    default: nil
    }
  }

  /// The day a spreadsheet stores as a number: days since 30 December 1899.
  private static func spreadsheetDay(_ serial: Int) -> CalendarDate? {
    guard (20_000...80_000).contains(serial),
      let start = CalendarDate(year: 1899, month: 12, day: 30)
    else { return nil }
    return CalendarDate(dayNumber: start.dayNumber + serial)
  }
}
