import EcosystemModel
import Interchange
import TestSupport
import Testing

@testable import Insights

@Suite("Partners and peers of real and of shipped datasets")
struct NavigatorOracleTests {
  @Test(
    "trials shared by organisations make partners and introductions",
    .enabled(if: !OracleData.isMissing, "The real datasets are not beside the package."))
  func trials() throws {
    let ecosystem = try OracleData.real("trials").ecosystem
    func entity(_ name: String) throws -> EntityReference {
      try ecosystem.entity(named: name, among: .company)
    }
    #expect(try ecosystem.on(nil).answer(NavigatorQuestion(to: entity("Pfizer"))).tiers.count == 9)
    #expect(
      try ecosystem.on(nil).answer(NavigatorQuestion(to: entity("Gilead Sciences"))).tiers.count
        == 15)
    let reached = try ecosystem.on(nil).answer(
      NavigatorQuestion(to: entity("Novartis Pharmaceuticals"), from: entity("Pfizer")))
    // Four trials shared in a row; organisation–trial–organisation are two ties.
    #expect(reached.introductions.first?.contactCount == 4)
    #expect(reached.introductions.first?.count == 8)
    let apart = try ecosystem.on(nil).answer(
      NavigatorQuestion(to: entity("AstraZeneca"), from: entity("Pfizer")))
    #expect(apart.introductions.isEmpty)
  }

  @Test("the tiers around Meridian are those that the dataset states")
  func tiers() throws {
    let ecosystem = try OracleData.shipped("digital-spaghetti").ecosystem
    let found = try ecosystem.on(nil).answer(NavigatorQuestion(to: .company(.init("mer")), tier: 3))
    for tier in found.tiers {
      guard let stated = ecosystem.companies[tier.company]?.attributes["tier"] else { continue }
      #expect("\(tier.tier)" == stated, "\(tier.name)")
    }
    #expect(found.tiers.contains { $0.tier == 3 })
  }

  @Test("Enhertu's houses mirror each other but for Data Science")
  func enhertu() throws {
    let ecosystem = try OracleData.shipped("enhertu").ecosystem
    let found = try ecosystem.on(CalendarDate("2020-06-01")).answer(
      PeerQuestion(of: Alliance.ID("enhertu")))
    #expect(found.gaps.map(\.function.name) == ["Data Science"])
    #expect(found.shape == .diamond)
  }
}
