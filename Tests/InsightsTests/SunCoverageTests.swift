import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Working hours around the clock")
struct SunCoverageTests {
  private func team(_ members: [(zone: String, hours: String)]) -> (Ecosystem, [EntityReference]) {
    var made = Ecosystem()
    let company = made.addCompany("One")
    let parties = members.enumerated().map { position, member in
      EntityReference.function(
        made.addFunction("f\(position)", of: company) {
          $0.timeZone = member.zone
          $0.workHours = WorkHours(member.hours)
        })
    }
    return (made, parties)
  }

  private func coverage(_ members: [(zone: String, hours: String)]) -> SunCoverage? {
    let (made, parties) = team(members)
    var times = WorkingTimes(made, year: 2020)
    return SunCoverage("team", of: parties, times: &times)
  }

  @Test("Tokyo, London and New York follow the sun, in winter and in summer")
  func complete() throws {
    let found = try #require(
      coverage([
        ("Asia/Tokyo", "08:00-17:00"), ("Europe/London", "08:00-17:00"),
        ("America/New_York", "10:00-19:00"),
      ]))
    #expect(found.isComplete)
    #expect(found.overlaps.winter.map(\.description) == ["15:00–17:00", "23:00–24:00"])
  }

  @Test("a gap that opens in summer is reported for summer")
  func gap() throws {
    let found = try #require(
      coverage([
        ("America/New_York", "09:00-18:00"), ("Asia/Tokyo", "08:00-17:00"),
        ("Asia/Kolkata", "08:00-17:00"), ("Europe/Dublin", "08:00-17:00"),
      ]))
    #expect(found.gaps.winter.isEmpty)
    #expect(found.gaps.summer.map(\.minutes) == [60])
    #expect(found.gaps.summer.first?.startMinute == 22 * 60)
  }

  @Test("covered minutes and gaps make a day; the order of members does not matter")
  func laws() throws {
    let zones = [
      "Asia/Tokyo", "Europe/Zurich", "America/New_York", "Australia/Sydney", "Asia/Kolkata",
    ]
    for count in 1...zones.count {
      let members = zones.prefix(count).map { (zone: $0, hours: "09:00-17:30") }
      let forth = try #require(coverage(members))
      let back = try #require(coverage(members.reversed()))
      for season in Season.allCases {
        let gaps = forth.gaps[season].reduce(0) { $0 + $1.minutes }
        #expect(forth.coveredMinutes[season] + gaps == 1440)
        #expect(forth.gaps[season] == back.gaps[season])
        #expect(forth.overlaps[season] == back.overlaps[season])
      }
    }
  }

  @Test("unknown zones are left out, missing hours are nine to five")
  func unknown() throws {
    #expect(coverage([("Mars/Olympus", "09:00-17:00")]) == nil)
    let found = try #require(coverage([("UTC", "no hours"), ("Mars/Olympus", "09:00-17:00")]))
    #expect(found.members.count == 1 && found.assumedCount == 1)
    #expect(found.coveredMinutes == Seasonal(winter: 480, summer: 480))
  }

  @Test("clocks are apart by the shorter way round the earth")
  func distance() throws {
    let (made, parties) = team([
      ("Pacific/Auckland", "09:00-17:00"), ("Pacific/Honolulu", "09:00-17:00"),
    ])
    var times = WorkingTimes(made, year: 2020)
    let known = parties.map { times.time(of: $0) }
    let first = try #require(known[0])
    let second = try #require(known[1])
    #expect(first.distance(to: second) == Seasonal(winter: 60, summer: 120))
    #expect(first.distance(to: second) == second.distance(to: first))
    #expect(first.overlap(with: second) == second.overlap(with: first))
  }
}
