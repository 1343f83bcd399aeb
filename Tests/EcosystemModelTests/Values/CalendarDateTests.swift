import EcosystemModel
import Foundation
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test func everyDayFrom1600To2400FollowsTheOneBefore() {
    var expected = -135_140  // 1 January 1600, proleptic Gregorian
    var failures = 0
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          if date.dayNumber != expected || CalendarDate(date.description) != date { failures += 1 }
          expected += 1
        }
      }
    }
    #expect(failures == 0)
    #expect(expected == 157_420)  // 1 January 2401: 801 years of which 195 are leap years
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func knownDayNumbers(text: String, number: Int) {
    #expect(CalendarDate.on(text).dayNumber == number)
  }

  @Test(arguments: [
    ("2019", "2019-01-01"), ("2019-03", "2019-03-01"), ("2020-02-29", "2020-02-29"),
  ])
  func partsMeanTheirFirstDay(text: String, date: String) {
    #expect(CalendarDate(text)?.description == date)
  }

  @Test(arguments: [
    "", "-", "2019-", "19", "20190", "2019-3", "2019-03-1", "2019-13", "2019-00", "2019-02-29",
    "1900-02-29", "2019-04-31", "0000", "2019-03-29-01", "2019/03/29", "+019", "２０１９", " 2019",
    "2019-03-29T00:00",
  ])
  func otherTextsAreNoDates(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func orderIsThatOfDayNumbers() {
    let dates = ["2019-12-31", "2020-01-01", "2020-02-01", "2020-02-02"].map(CalendarDate.on)
    for (a, b) in zip(dates, dates.dropFirst()) {
      #expect(a < b && !(b < a) && a.dayNumber < b.dayNumber)
    }
  }

  @Test func jsonIsTheISOText() throws {
    let data = try JSONEncoder().encode([CalendarDate.on("2019-03")])
    #expect(String(decoding: data, as: UTF8.self) == #"["2019-03-01"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data(#"["soon"]"#.utf8))
    }
  }
}
