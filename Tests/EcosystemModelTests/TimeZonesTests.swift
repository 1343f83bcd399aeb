import Foundation
import Testing

@testable import EcosystemModel

struct TimeZonesTests {
  @Test(arguments: [
    ("Europe/London", 2020, 0, 60), ("Asia/Kolkata", 2020, 330, 330),
    ("Australia/Sydney", 2020, 660, 600), ("Asia/Kathmandu", 2020, 345, 345),
    ("Europe/Moscow", 2010, 180, 240), ("Europe/Moscow", 2012, 240, 240),
    ("Europe/Moscow", 2020, 180, 180), ("America/New_York", 1980, -300, -240),
    ("US/Eastern", 2099, -300, -240), ("UTC", 2020, 0, 0), ("Etc/GMT-9", 2020, 540, 540),
  ])
  func offsetsOfAYear(zone: String, year: Int, january: Int, july: Int) throws {
    let offsets = try #require(TimeZones.offsets(of: zone, in: year))
    #expect(offsets == .init(january: january, july: july))
  }

  @Test func noOtherWordIsAZone() {
    for word in ["Mars/Olympus", "europe/london", "", "2020=0/60", "0/60"] {
      #expect(TimeZones.offsets(of: word, in: 2020) == nil)
    }
  }

  @Test func everyZoneIsAsFoundationHasIt() throws {
    // The systems' databases differ in years that are still to come, and in politics of the last months.
    for year in [1995, 2003, 2012, 2019, 2023] {
      for (month, offset) in [(1, \TimeZones.Offsets.january), (7, \TimeZones.Offsets.july)] {
        let day = try #require(CalendarDate(year: year, month: month, day: 15))
        let noon = Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400 + 43_200)
        var different: [String] = []
        for name in TimeZones.all {
          guard let zone = TimeZone(identifier: name) else { continue }
          let ours = TimeZones.offsets(of: name, in: year)?[keyPath: offset]
          if ours != zone.secondsFromGMT(for: noon) / 60 { different.append(name) }
        }
        #expect(different.count <= 6, "\(year)-\(month): \(different)")
      }
    }
  }
}
