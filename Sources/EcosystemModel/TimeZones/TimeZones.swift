/// The time zones of the IANA database, such as `Europe/Zurich`.
///
/// Kept here as a table, so that the same data gives the same answers on every machine, one without a database of its own
/// included.
package enum TimeZones {
  /// Minutes east of UTC at noon on two days that stand for the halves of a year.
  package struct Offsets: Hashable, Sendable {
    /// On 15 January.
    package let january: Int
    /// On 15 July.
    package let july: Int
  }

  /// Whether the database has the zone, spelled exactly so.
  package static func contains(_ name: String) -> Bool { histories[name] != nil }

  /// Every name, in alphabetical order.
  static let all = histories.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }

  /// How far a zone is from UTC in a year, `nil` if there is no such zone; years before 1990 count as 1990.
  package static func offsets(of name: String, in year: Int) -> Offsets? {
    histories[name]?.last { $0.year <= max(year, firstYear) }?.offsets
  }

  private static let firstYear = 1990

  /// The offsets of each zone with the year from which they hold, ascending.
  private static let histories: [String: [(year: Int, offsets: Offsets)]] = {
    var histories: [String: [(year: Int, offsets: Offsets)]] = [:]
    var history: [(year: Int, offsets: Offsets)] = []
    var isNamed = true
    for word in TimeZoneTable.text.utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
      let word = String(decoding: word, as: UTF8.self)
      guard let change = change(in: word) else {
        histories[word] = history
        isNamed = true
        continue
      }
      if isNamed { history = [] }
      isNamed = false
      history.append(change)
    }
    return histories
  }()

  /// Reads `-300/-240` or `2007=-300/-240`; `nil` for the name of a zone.
  private static func change(in word: String) -> (year: Int, offsets: Offsets)? {
    let parts = word.split(separator: "=")
    let minutes = parts.last?.split(separator: "/").compactMap { Int($0) } ?? []
    guard minutes.count == 2, let year = parts.count == 1 ? firstYear : Int(parts[0]) else {
      return nil
    }
    return (year, Offsets(january: minutes[0], july: minutes[1]))
  }
}
