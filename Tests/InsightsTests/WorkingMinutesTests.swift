import EcosystemModel
import Testing

@testable import Insights

@Suite struct WorkingMinutesTests {
  private func day(_ hours: String, _ offset: Int) throws -> WorkingMinutes {
    WorkingMinutes(try #require(WorkHours(hours)), utcOffset: offset)
  }

  @Test func officeHoursMoveWithTheZone() throws {
    #expect(try day("09:00-17:00", 540).description == "00:00–08:00")
    #expect(try day("09:00-17:00", -300).description == "14:00–22:00")
    #expect(try day("09:00-17:00", -480).description == "17:00–01:00")
  }

  @Test func nightShiftsPassMidnight() throws {
    #expect(try day("22:00-06:00", 0).stretches == [1320..<1800])
    #expect(try day("22:00-06:00", 0).count == 480)
    #expect(try day("00:00-24:00", 60).stretches == [0..<1440])
  }

  @Test func setsOfMinutesObeyTheirLaws() throws {
    let (boston, basel) = (try day("09:00-17:00", -300), try day("08:30-17:15", 60))
    let both = boston.intersection(basel)
    let either = boston.union(basel)
    #expect(both.count == 135)
    #expect(both.count + either.count == boston.count + basel.count)
    #expect(either.complement == boston.complement.intersection(basel.complement))
  }

  @Test func offsetsKnowSummer() throws {
    let winter = try #require(CalendarDate("2020-01-15"))
    let summer = try #require(CalendarDate("2020-07-15"))
    #expect(WorkingMinutes.utcOffset(of: "Europe/London", on: winter) == 0)
    #expect(WorkingMinutes.utcOffset(of: "Europe/London", on: summer) == 60)
    #expect(WorkingMinutes.utcOffset(of: "Asia/Kolkata", on: summer) == 330)
    #expect(WorkingMinutes.utcOffset(of: "Mars/Olympus", on: summer) == nil)
  }
}

extension WorkingMinutesTests {
  @Test(arguments: [
    (540, 60, 0), (960, 60, 0), (990, 60, 30), (480, 60, 60), (1080, 60, 120), (300, 60, 240),
    (180, 60, 360),
  ])
  func meetingsOutsideStretchTheDay(start: Int, length: Int, stretch: Int) throws {
    let day = WorkingMinutes(try #require(WorkHours("09:00-17:00")), utcOffset: 0)
    #expect(day.stretch(from: start, for: length) == stretch)
    let shifted = WorkingMinutes(try #require(WorkHours("09:00-17:00")), utcOffset: 600)
    #expect(shifted.stretch(from: start - 600, for: length) == stretch)
    #expect(WorkingMinutes().stretch(from: start, for: length) == length)
  }
}
