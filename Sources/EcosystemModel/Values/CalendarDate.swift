/// A day of the Gregorian calendar, without a time or a zone.
///
/// The tables may give a year (`2019`) or a month (`2019-03`); both mean its first day, so that `since 2019`
/// includes the whole year and `until 2019` excludes it.
public struct CalendarDate: Hashable, Sendable {
  /// Year, month and day, so that later dates are larger.
  let packed: UInt32

  /// The year, 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// The month, 1 to 12.
  public var month: Int { Int(packed >> 5 & 15) }
  /// The day of the month, 1 to 31.
  public var day: Int { Int(packed & 31) }

  /// Takes what another date is packed into; 0 is none.
  init?(packed: UInt32) {
    guard packed != 0 else { return nil }
    self.packed = packed
  }

  /// Makes the date, or nothing if the calendar has no such day.
  public init?(year: Int, month: Int = 1, day: Int = 1) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(ofMonth: month, in: year)
    else { return nil }
    packed = UInt32(year << 9 | month << 5 | day)
  }

  private static func dayCount(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 January 1970, negative before it.
  ///
  /// H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CalendarDate {
  /// The same day so many months later, or earlier for a number below zero; the last of the month where it has no such day.
  ///
  /// - Returns: The day, or `nil` outside the years 1 to 9999.
  package func adding(months: Int) -> CalendarDate? {
    let number = 12 * year + month - 1 + months
    guard number >= 12, number < 120_000 else { return nil }
    let (year, month) = (number / 12, number % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, Self.dayCount(ofMonth: month, in: year)))
  }
}

extension CalendarDate: Comparable {
  /// Orders dates from earlier to later.
  public static func < (left: Self, right: Self) -> Bool {
    left.packed < right.packed
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads an ISO date: `2019`, `2019-03` or `2019-03-29`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(plainText: bytes.span)
  }

  /// Reads the bytes of an ISO date.
  package init?(plainText bytes: borrowing Span<UInt8>) {
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for place in 0..<bytes.count {
      let byte = bytes[place]
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch place {
      case ..<4: numbers.0 = 10 * numbers.0 + digit
      case ..<7: numbers.1 = 10 * numbers.1 + digit
      default: numbers.2 = 10 * numbers.2 + digit
      }
    }
    self.init(
      year: numbers.0, month: bytes.count > 4 ? numbers.1 : 1, day: bytes.count > 7 ? numbers.2 : 1)
  }

  /// What to say of a text that is no day.
  package static func refusal(of text: String) -> String {
    "“\(text)” is no day; write it as 2020, 2020-06 or 2020-06-01."
  }

  /// The date as `2019-03-29`.
  public var description: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CalendarDate: Codable {
  /// Reads the date from an ISO string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no date like 2019-03-29.")
    }
    self = date
  }

  /// Writes the date as an ISO string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
