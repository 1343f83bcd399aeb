import EcosystemModel
import Interchange
import TestSupport
import Testing

/// The figures that the source documents state, in rows that `--stated-only` leaves.
@Suite struct TwelveSystemsTests {
  private func stated(_ name: String) throws -> Ecosystem {
    try Dataset.read(at: PackageRoot.path("datasets/\(name)")).statedOnly.ecosystem
  }

  private func scores(_ ecosystem: Ecosystem) -> [String: Double] {
    Dictionary(
      ecosystem.scores.map { ($0.measure, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func enhertuHasEightOfFourAndFourAboveFiveAndThree() throws {
    let enhertu = try stated("enhertu")
    let jec = enhertu.memberships.filter { $0.committee == Committee.ID("jec") }
    #expect(jec.count == 8)
    for company in ["az", "ds"] {
      #expect(jec.count { enhertu.company(of: $0) == Company.ID(company) } == 4)
    }
    #expect(enhertu.committees.count { $0.parent == Committee.ID("jec") } == 5)
    #expect(enhertu.committees.count { $0.parent == Committee.ID("jcc") } == 3)
    let figures = scores(enhertu)
    #expect(figures["programs"] == 17 && figures["initiatives"] == 43)
    #expect(figures["upfront payment"] == 1.35 && figures["milestones and other payments"] == 5.5)
    #expect(figures["JLT and JDC overlap, low estimate"] == 0.2)
    #expect(figures["JLT and JDC overlap, high estimate"] == 0.3)
    let survey = try #require(enhertu.scores.first { $0.count != nil })
    #expect(survey.count == 80 && survey.invited == 100 && survey.value == 0.8)
  }

  @Test func portfoliosAndSurveysHaveTheirShares() throws {
    let takeda = try stated("takeda-portfolio")
    #expect(takeda.scores.contains { $0.value == 200 && $0.scale == "count" })
    let spaghetti = try stated("digital-spaghetti")
    let shares = Set(spaghetti.scores.filter { $0.scale == "0-1" }.map(\.value))
    #expect(shares.isSuperset(of: [0.74, 0.52, 0.15]))
    let evenity = try stated("evenity")
    #expect(
      evenity.scores.count { $0.measure.hasPrefix("share of profit") && $0.value == 0.5 } == 2)
  }

  @Test func bayerCutsStepsByMoreThanHalf() throws {
    let bayer = try stated("bayer")
    #expect(scores(bayer)["approval steps cut by more than"] == 0.5)
    let centers = bayer.functions.filter { $0.region != nil }.compactMap(\.region)
    #expect(
      Set(centers) == ["San Francisco", "Boston", "Osaka", "Beijing", "Singapore", "Berlin"])
    #expect(bayer.committees.isEmpty)
    // The example beside it keeps the document's word: seven steps, then three.
    let whole = try Dataset.read(at: PackageRoot.path("datasets/bayer")).ecosystem
    let before = whole.on(.on("2015")).ecosystem.committees.count
    let after = whole.on(.on("2020")).ecosystem.committees.count
    #expect(before == 7 && after == 3 && 2 * after < before)
  }

  @Test func capabilityRisesFromLevelToLevel() throws {
    let cases = try stated("capability-cases")
    let levels = Dictionary(
      grouping: cases.scores.filter { $0.measure == "capability level" }, by: \.subject.rawID
    ).mapValues { $0.map(\.value) }
    #expect(levels == ["tech": [2, 4], "pharma": [3, 4], "bio": [2, 3]])
    #expect(cases.scores.allSatisfy { $0.measure != "escalations a year" })
  }

  @Test func lanesHubsAndWallsAreThere() throws {
    let citrix = try stated("citrix-marketing")
    #expect(
      Set(citrix.handoffs.compactMap(\.stage)).isSuperset(
        of: ["Awareness", "Education", "Consideration", "Purchase", "Advocacy"]))
    #expect(Set(citrix.functions.compactMap { $0.attributes["lane"] }).count == 3)
    let moffitt = try stated("moffitt")
    #expect(moffitt.companies.compactMap { $0.attributes["hospitals"] } == ["20"])
    #expect(
      Set(moffitt.relationships.compactMap(\.kind)).isSuperset(
        of: ["clinical care", "clinical research"]))
    #expect(
      moffitt.affiliations.count == 2 && moffitt.people.allSatisfy { $0.capacityHours == nil })
    let rivals = try stated("competing-alliances")
    #expect(rivals.conflicts.count == 1)
    #expect(
      rivals.alliances.compactMap { $0.attributes["guidelines"] }
        .map { $0.split(separator: "|").count } == [7])
    #expect(rivals.handoffs.contains { $0.minutes == 15 })
  }

  @Test(arguments: [
    "citrix-marketing", "moffitt", "bayer", "enhertu", "evenity", "takeda-portfolio",
  ])
  func realCompaniesHaveSeatsUnlessTheSourceNamesSomebody(name: String) throws {
    let people = try Dataset.read(at: PackageRoot.path("datasets/\(name)")).ecosystem.people
    for person in people where person.kind == .person {
      #expect(!person.isIllustrative && !person.assumes("name"), "\(person.name)")
    }
  }
}
