import EcosystemModel
@testable import Insights
import Interchange
import TestSupport
import Testing

@Suite("Handoffs of real and of shipped datasets")
struct HandoffsOracleTests {
  @Test(
    "a log of handed-over problems has its known figures",
    .enabled(if: !OracleData.isMissing, "The real datasets are not beside the package."))
  func volvo() throws {
    let ecosystem = try OracleData.real("volvo").ecosystem
    let review = try ecosystem.on(nil).answer(HandoffReviewQuestion())
    #expect(review.handoffCount == 655)
    #expect(review.pingPongs.reduce(0) { $0 + $1.returns } == 186)
    let busiest = try #require(review.links.first)
    #expect(busiest.fromName == "G199 3rd" && busiest.toName == "G21 2nd")
    #expect(busiest.rowCount == 37)
    let days = try #require(busiest.hours).median / 24
    #expect(abs(days - 10.303) < 0.0005)
    let paths = try ecosystem.on(nil).answer(
      HandoffPathsQuestion(
        from: ecosystem.entity(named: "G92"), to: ecosystem.entity(named: "G199 3rd")))
    #expect(paths.paths.first?.steps.count == 6)
  }

  @Test("six handoffs of Upsher-Smith have no owner")
  func upsherSmith() throws {
    let review = try OracleData.shipped("upsher-smith-handoffs").ecosystem.on(nil).answer(
      HandoffReviewQuestion())
    #expect(
      Set(review.ownerless.compactMap(\.what)) == [
        "Payment schedule", "Approved label", "Stock in market", "Demand signal", "Final payments",
        "Product withdrawal",
      ])
  }

  @Test("the sun never sets on Enhertu")
  func enhertu() throws {
    let review = try OracleData.shipped("enhertu").ecosystem.on(nil).answer(HandoffReviewQuestion())
    #expect(review.coverage.first?.isComplete == true)
    // From America to Japan to Europe and back to America: a relay, no fault.
    let rounds = review.relayRounds.map { $0.map { review.names[$0.description] ?? "?" } }
    #expect(rounds.contains { Set($0).count == 3 && $0.contains { $0.contains("US") } })
    #expect(review.loops.allSatisfy { loop in loop.ways.allSatisfy { $0.count > 0 } })
    let relays = Set(review.relays.map { [$0.fromName, $0.toName] })
    #expect(relays.isDisjoint(with: review.narrowLinks.map { [$0.fromName, $0.toName] }))
  }

  @Test("links are as busy as what happens on them, and take as long")
  func weighted() throws {
    let calls = try OracleData.shipped("sos-workplace-options").ecosystem.on(nil).answer(
      HandoffReviewQuestion())
    let busiest = try #require(calls.links.first)
    #expect(busiest.fromName == "Local Counsellor Network" && busiest.toName == "Clinical Quality")
    #expect(busiest.frequency.perYear == 900)
    let transfer = try #require(
      calls.links.first {
        $0.fromName == "Assistance Centre London" && $0.toName == "Counsellors Dublin"
      }?.hours)
    #expect(abs(transfer.median * 60 - 6) < 1e-9 && abs(transfer.mean * 60 - 10) < 1e-9)
    let drugs = try OracleData.shipped("upsher-smith-handoffs").ecosystem.on(nil).answer(
      HandoffReviewQuestion())
    #expect(drugs.links.first?.frequency.perYear == 400)
    let payments = try #require(
      drugs.links.first { $0.what.contains("Payment schedule") })
    #expect(payments.hours == nil)
    #expect(payments.items.map { $0.hours?.median } == [24, 72])
  }

  @Test("counsellors miss an hour in summer, doctors one in winter and two in summer")
  func goldenMinutes() throws {
    let review = try OracleData.shipped("sos-workplace-options").ecosystem.on(nil).answer(
      HandoffReviewQuestion())
    func gaps(_ group: String) throws -> Seasonal<[ClockSpan]> {
      try #require(review.coverage.first { $0.group == group }).gaps
    }
    #expect(try gaps("Assistance Centres") == Seasonal(winter: [], summer: []))
    let counsellors = try gaps("Dedicated Counselling Team")
    #expect(counsellors.winter.isEmpty)
    #expect(counsellors.summer.map(\.startMinute) == [1320])
    let doctors = try gaps("Medical Services").map { $0.map(\.minutes) }
    #expect(doctors == Seasonal(winter: [60], summer: [120]))
    #expect(
      review.slowLinks.filter { $0.reason == .uneven }.map(\.link.fromName).sorted() == [
        "Assistance Centre London", "Assistance Centre Philadelphia", "Assistance Centre Singapore",
      ])
  }
}
