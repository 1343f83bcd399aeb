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
