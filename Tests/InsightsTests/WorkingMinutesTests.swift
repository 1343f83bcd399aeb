import EcosystemModel
import GraphCore
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

extension WorkingMinutesTests {
  /// A day of up to three shifts at random.
  private func randomDay(_ generator: inout SeededGenerator) throws -> WorkingMinutes {
    var day = WorkingMinutes()
    for _ in 0..<generator.below(4) {
      let (start, length) = (generator.below(24), 1 + generator.below(23))
      let end = (start + length) % 24
      func clock(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }
      let hours = try #require(WorkHours("\(clock(start))-\(clock(end))"))
      day = day.union(WorkingMinutes(hours, utcOffset: generator.below(53) * 30 - 720))
    }
    return day
  }

  @Test(arguments: UInt64(0)..<60)
  func randomDaysObeyTheLawsOfSets(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (a, b, c) = (
      try randomDay(&generator), try randomDay(&generator), try randomDay(&generator)
    )
    #expect(a.complement.complement == a)
    #expect(a.union(b).complement == a.complement.intersection(b.complement))
    #expect(a.union(b) == b.union(a) && a.intersection(b) == b.intersection(a))
    #expect(
      a.intersection(b.union(c)) == a.intersection(b).union(a.intersection(c)))
    #expect(a.intersection(a.complement).count == 0 && a.union(a.complement).count == 1440)
    #expect(a.count + b.count == a.union(b).count + a.intersection(b).count)
    #expect(a.stretches.reduce(0) { $0 + $1.count } == a.count)
    for stretch in a.stretches {
      #expect(stretch.allSatisfy(a.contains))
      #expect(
        a.count == 1440 || (!a.contains(stretch.lowerBound - 1) && !a.contains(stretch.upperBound)))
    }
    #expect((0..<1440).count(where: a.contains) == a.count)
  }
}
