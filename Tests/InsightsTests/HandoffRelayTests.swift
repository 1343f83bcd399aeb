import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Work that follows the sun")
struct HandoffRelayTests {
  /// Three sites whose days follow each other, and how they hand over.
  private func made(
    hours: [String] = ["08:00-16:00", "09:00-17:00", "11:00-19:00"], links: [(Int, Int)]
  ) -> Ecosystem {
    var made = Ecosystem()
    let company = made.addCompany("One")
    let zones = ["Asia/Tokyo", "Africa/Lagos", "America/Bogota"]
    let sites = zip(zones, hours).enumerated().map { place, site in
      made.addFunction("site \(place)", of: company) {
        $0.timeZone = site.0
        $0.workHours = WorkHours(site.1)
      }
    }
    for (from, to) in links {
      made.addHandoff(from: .function(sites[from]), to: .function(sites[to])) { $0.what = "cases" }
    }
    return made
  }

  private func reviewed(_ ecosystem: Ecosystem) throws -> HandoffReview {
    try ecosystem.on(nil).answer(HandoffReviewQuestion())
  }

  private func names(_ review: HandoffReview) -> [[String]] {
    review.relayRounds.map { $0.map { review.names[$0.description] ?? "?" } }
  }

  @Test("a relay around the sun is named as such, and is neither a loop nor short of time together")
  func relay() throws {
    // Tokyo works 23–07 UTC, Lagos 08–16, Bogotá 16–24.
    let review = try reviewed(
      made(
        hours: ["08:00-16:00", "08:00-17:00", "11:00-18:00"], links: [(0, 1), (1, 2), (2, 0)]))
    #expect(review.loops.isEmpty && review.narrowLinks.isEmpty)
    #expect(names(review) == [["site 0", "site 1", "site 2", "site 0"]])
    #expect(review.relays.map { $0.relayGap?.winter } == [0, 0, 0])
    #expect(review.summary.contains { $0.contains("Work follows the sun") })
    #expect(review.tables.contains { $0.id == "relay" })
  }

  @Test("against the sun, or with a night between, it is a loop")
  func against() throws {
    let back = try reviewed(made(links: [(0, 2), (2, 1), (1, 0)]))
    #expect(back.relayRounds.isEmpty && back.loops.count == 1 && !back.narrowLinks.isEmpty)
    let late = try reviewed(
      made(
        hours: ["08:00-16:00", "11:00-17:00", "11:00-18:00"], links: [(0, 1), (1, 2), (2, 0)]))
    #expect(late.relayRounds.isEmpty && late.loops.count == 1)
  }

  @Test("hours that nobody stated are nobody's plan")
  func assumed() throws {
    let review = try reviewed(
      made(hours: ["none", "none", "none"], links: [(0, 1), (1, 2), (2, 0)]))
    #expect(review.relays.isEmpty && review.loops.count == 1)
  }

  @Test("coverage speaks of the group with the largest gap, in both halves of the year")
  func largestGap() throws {
    var ecosystem = made(
      hours: ["08:00-16:00", "08:00-17:00", "11:00-18:00"], links: [(0, 1), (1, 2), (2, 0)])
    let other = ecosystem.addCompany("Two")
    let sites = ["Europe/London", "Asia/Singapore"].map { zone in
      ecosystem.addFunction("desk \(zone)", of: other) {
        $0.timeZone = zone
        $0.workHours = WorkHours("09:00-17:00")
      }
    }
    ecosystem.addHandoff(from: .function(sites[0]), to: .function(sites[1]))
    let review = try reviewed(ecosystem)
    #expect(review.coverage.first?.isComplete == true)
    let worst = try #require(review.leastCovered)
    #expect(worst.group == "Two" && worst.mostUncoveredMinutes == 9 * 60)
    // Singapore 01–09 UTC; London 09–17 in winter, 08–16 in summer.
    #expect(
      worst.answer
        == "nobody is at work 17:00–01:00 UTC in winter and 16:00–01:00 UTC in summer")
    #expect(review.summary.contains { $0.contains("Two: \(worst.answer)") })
    let row = try #require(
      review.tables[0].rows.first { $0[0] == .text("groups with hours uncovered") })
    #expect(row[2] == .text("Two: \(worst.answer)"))
  }
}
