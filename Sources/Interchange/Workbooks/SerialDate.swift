import EcosystemModel

/// Days as spreadsheets count them.
///
/// In the system of 1900, 1 January 1900 is day 1 and day 60 is a 29 February that never was; in that of 1904,
/// 1 January 1904 is day 0. ECMA-376 part 1, 18.17.4.1.
enum SerialDate {
  /// The text of a moment as the tables write it, such as `2019-03-29`; the number itself where it is no date.
  static func text(of serial: Double, _ form: MomentForm, is1904: Bool) -> String {
    let seconds = (serial * 86_400).rounded()
    guard seconds.isFinite, abs(seconds) < 86_400 * 4_000_000 else {
      return NumberText.text(of: serial)
    }
    let days = Int((seconds / 86_400).rounded(.down))
    let time = Int(seconds) - days * 86_400
    if form == .time, days == 0 { return clock(time) }
    guard let date = date(ofDay: days, is1904: is1904) else { return NumberText.text(of: serial) }
    let iso = date.description
    switch form {
    // Who typed a day within a month means that day, whatever the cell shows of it.
    case .year where time == 0 && iso.hasSuffix("-01-01"): return String(iso.prefix(4))
    case .month where time == 0 && iso.hasSuffix("-01"): return String(iso.prefix(7))
    case .year, .month: return iso
    case .day, .moment, .time: return time == 0 ? iso : "\(iso)T\(clock(time))"
    }
  }

  /// The number of a day in the system of 1900; `nil` before March of that year, where programs disagree.
  static func serial(of date: CalendarDate) -> Double? {
    let serial = date.dayNumber - origin
    return serial > 60 ? Double(serial) : nil
  }

  /// 30 December 1899 in days since 1970, so that days from 1 March 1900 on come out right.
  private static let origin = -25_569

  private static func date(ofDay day: Int, is1904: Bool) -> CalendarDate? {
    if is1904 { return CalendarDate(dayNumber: day + origin + 1462) }
    guard day > 0, day != 60 else { return nil }
    return CalendarDate(dayNumber: day + origin + (day < 60 ? 1 : 0))
  }

  private static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension CalendarDate {
  /// The day that is so many days after 1 January 1970, or nothing outside the years 1 to 9999.
  ///
  /// H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `civil_from_days`.
  init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
