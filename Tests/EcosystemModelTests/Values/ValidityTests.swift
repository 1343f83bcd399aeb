import EcosystemModel
import TestSupport
import Testing

@Suite struct ValidityTests {
  /// Every validity whose ends are open or among six days, reversed and empty ones included.
  static let all: [Validity] = {
    let ends = [nil] + (1...6).map { CalendarDate(year: 2020, month: 1, day: $0) }
    return ends.flatMap { since in ends.map { Validity(since: since, until: $0) } }
  }()
  static let days = (0...7).map { day in
    day == 0 ? CalendarDate.on("2019-12-31") : CalendarDate.on("2020-01-0\(day)")
  }

  @Test func boundariesAreHalfOpen() {
    let year = Validity.from("2019", until: "2020")
    #expect(year.contains(.on("2019")) && year.contains(.on("2019-12-31")))
    #expect(!year.contains(.on("2020")) && !year.contains(.on("2018-12-31")))
    #expect(year.contains(nil) && Validity().contains(.on("0001")))
  }

  @Test(arguments: all) func relationsAreThoseOfTheDays(one: Validity) {
    // The days span more than the ends, so that they stand for all.
    let mine = Self.days.filter(one.contains)
    #expect(one.isOrdered == !mine.isEmpty)
    for other in Self.all {
      let theirs = Self.days.filter(other.contains)
      let common = mine.filter(theirs.contains)
      #expect(one.overlaps(other) == !common.isEmpty, "\(one) \(other)")
      #expect(one.overlaps(other) == other.overlaps(one))
      let isWithin = mine.allSatisfy(theirs.contains)
      #expect(one.isWithin(other) == isWithin, "\(one) \(other)")
    }
  }
}
