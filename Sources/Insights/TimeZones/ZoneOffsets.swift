import EcosystemModel

/// How far time zones are from UTC on the two days that stand for the halves of a year.
struct ZoneOffsets {
  private let days: Seasonal<CalendarDate?>
  private var known: [String: Seasonal<Int>?] = [:]

  /// Looks at 15 January and 15 July of a year.
  init(year: Int) {
    days = Seasonal(winter: Season.winter.day(in: year), summer: Season.summer.day(in: year))
  }

  /// Minutes east of UTC at noon of both days, or `nil` if there is no such zone.
  mutating func minutes(of zone: String) -> Seasonal<Int>? {
    if let offset = known[zone] { return offset }
    let found = days.map { $0.flatMap { WorkingMinutes.utcOffset(of: zone, on: $0) } }
    var offset: Seasonal<Int>?
    if let winter = found.winter, let summer = found.summer {
      offset = Seasonal(winter: winter, summer: summer)
    }
    known[zone] = .some(offset)
    return offset
  }
}
