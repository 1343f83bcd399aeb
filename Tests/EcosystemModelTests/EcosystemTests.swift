import EcosystemModel
import Foundation
import TestSupport
import Testing

@Suite struct EcosystemTests {
  @Test(arguments: UInt64(0)..<16) func jsonComesBack(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let data = try JSONEncoder().encode(ecosystem)
    #expect(try JSONDecoder().decode(Ecosystem.self, from: data) == ecosystem)
  }

  @Test(arguments: UInt64(0)..<16) func theGeneratorDependsOnItsSeedOnly(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    #expect(ecosystem == Ecosystem.random(seed: seed))
    #expect(ecosystem != Ecosystem.random(seed: seed + 1))
    #expect(ecosystem.danglingReferences == [])
    #expect(ecosystem.counts.allSatisfy { $0.count > 0 })
    #expect(Ecosystem.random(seed: seed, scale: 2).danglingReferences == [])
  }

  @Test func theSampleHasEveryTableAndWholeReferences() {
    #expect(Ecosystem.sample.counts.allSatisfy { $0.count > 0 })
    #expect(Ecosystem.sample.danglingReferences == [])
    #expect(!Ecosystem.sample.isEmpty && Ecosystem().isEmpty)
  }

  // MARK: As of

  @Test(arguments: UInt64(0)..<32) func aPastIsWholeAndIsItsOwnPast(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    #expect(ecosystem.on(nil).ecosystem == ecosystem)
    for year in [2009, 2012, 2014, 2016, 2018, 2030] {
      let date = CalendarDate(year: year, month: 6)
      let past = ecosystem.on(date).ecosystem
      #expect(past.danglingReferences == [], "\(year)")
      #expect(past.on(date).ecosystem == past, "\(year)")
      #expect(past.memberships.allSatisfy { $0.validity.contains(date) })
      #expect(past.alliances.allSatisfy { $0.validity.contains(date) })
      #expect(past.people == ecosystem.people && past.companies == ecosystem.companies)
    }
  }

  @Test func theSampleBeforeAndAfterItsLeadershipTeam() {
    let before = Ecosystem.sample.on(.on("2019-06-01")).ecosystem
    #expect(before.committees.map(\.kind) == ["JSC", "JDC", "JCC"])
    #expect(before.memberships.count == 6)
    #expect(before.scores.isEmpty)
    #expect(Ecosystem.sample.on(.on("2020-06-01")).ecosystem.committees.count == 4)
    let none = Ecosystem.sample.on(.on("2018-06-01")).ecosystem
    #expect(none.alliances.isEmpty && none.committees.isEmpty && none.conflicts.isEmpty)
    #expect(none.handoffs.isEmpty && none.relationships.count == 1)
  }

  @Test func aCommitteeOutlivesItsParent() {
    let ecosystem = Ecosystem.made { made in
      let top = made.addCommittee("Top") { $0.validity = .from(until: "2019") }
      made.addCommittee("Low", under: top)
    }
    let later = ecosystem.on(.on("2020")).ecosystem
    #expect(later.committees.map(\.name) == ["Low"])
    #expect(later.committees[0].parent == nil)
  }

  // MARK: Questions

  @Test func namesAndTags() {
    let sample = Ecosystem.sample
    #expect(sample.name(of: .committee(.init("jsc-northlight"))) == "JSC Northlight")
    #expect(sample.name(of: .program(.init("polar-1"))) == "Polar 1")
    #expect(sample.name(of: .company(.init("nobody"))) == "nobody")
    #expect(!sample.contains(.alliance(.init("aurora-pharma"))))
    #expect(sample.tags(of: .company(.init("nobody"))) == [])
  }

  @Test func companiesOfEntities() {
    var sample = Ecosystem.sample
    let aurora = Company.ID("aurora-pharma")
    let borealis = Company.ID("borealis-digital")
    #expect(sample.company(of: .company(aurora)) == aurora)
    #expect(sample.company(of: .function(.init("aurora-commercial"))) == aurora)
    #expect(sample.company(of: .person(.init("emi-sato"))) == borealis)
    #expect(sample.company(of: .alliance(.init("northlight"))) == nil)
    sample.people.update(.init("emi-sato")) { $0.company = nil }
    #expect(sample.company(of: .person(.init("emi-sato"))) == borealis)
    var seat = sample.memberships[0]
    #expect(sample.company(of: seat) == aurora)
    seat.company = borealis
    #expect(sample.company(of: seat) == borealis)
  }

  @Test func timeZonesComeFromTheNearest() {
    var sample = Ecosystem.sample
    let emi = EntityReference.person(.init("emi-sato"))
    #expect(sample.timeZone(of: emi) == "Asia/Tokyo")
    sample.functions.update(.init("borealis-development")) { $0.timeZone = "Asia/Seoul" }
    #expect(sample.timeZone(of: emi) == "Asia/Seoul")
    sample.people.update(.init("emi-sato")) { $0.timeZone = "UTC" }
    #expect(sample.timeZone(of: emi) == "UTC")
    #expect(sample.timeZone(of: .committee(.init("jsc-northlight"))) == nil)
  }

  @Test func employments() {
    let sample = Ecosystem.sample
    let ada = sample.affiliations(of: .init("ada-winter"))
    #expect(ada.map(\.company.rawValue) == ["aurora-pharma"])
    // The dated affiliation says more than the row, whose function it does not state.
    let emi = sample.affiliations(of: .init("emi-sato"))
    #expect(emi.count == 1)
    #expect(emi[0].validity.since == .on("2015"))
    var moved = sample
    moved.addAffiliation(.init("emi-sato"), at: .init("aurora-pharma"), .from(until: "2015"))
    #expect(moved.affiliations(of: .init("emi-sato")).count == 2)
    #expect(sample.affiliations(of: .init("nobody")) == [])
  }
}
