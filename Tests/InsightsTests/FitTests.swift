import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// Needs and offers, against a plain search.
@Suite("Fit")
struct FitTests {
  @Test("needs without partners, offers without needs")
  func byHand() throws {
    var made = Ecosystem()
    let us = made.addCompany("Us")
    let near = made.addCompany("Near") { $0.offers = ["AI tools", "Printing"] }
    let far = made.addCompany("Far") { $0.offers = ["virtual_trials"] }
    _ = made.addCompany("Alone") { $0.offers = ["Gold"] }
    _ = made.addFunction("R&D", of: us) {
      $0.wants = ["ai tools", "Virtual trials", "Gold", "Silver"]
    }
    _ = made.addAlliance("Pact", of: [us, near])
    made.addRelationship(from: .company(near), to: .company(far))
    let found = try made.on(nil).answer(FitQuestion())
    #expect(found.needs.map(\.want) == ["Silver", "Virtual trials", "Gold", "ai tools"])
    #expect(
      found.needs.map(\.state)
        == ["nobody offers it", "no partner offers it", "no partner offers it", "met"])
    #expect(found.needs[1].others == [.init(company: "Far", steps: 2)])
    #expect(found.needs[2].others == [.init(company: "Alone", steps: nil)])
    #expect(found.needs[3].partners == ["Near"] && found.idle.isEmpty)
    #expect(found.offers.map(\.offer) == ["Printing", "virtual_trials", "Gold", "AI tools"])
    #expect(found.offers.map(\.isWantedElsewhere) == [false, true, true, false])
    #expect(throws: InsightError.self) { try Ecosystem().on(nil).answer(FitQuestion()) }
  }

  @Test("equal to a plain search", arguments: UInt64(1)...30)
  func plain(seed: UInt64) throws {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var made = Ecosystem()
    let things = ["a", "b", "c", "d"]
    let ids = (0..<6).map { number in
      made.addCompany("C\(number)") { $0.offers = things.filter { _ in next(3) == 0 } }
    }
    for (number, id) in ids.enumerated() {
      _ = made.addFunction("F\(number)", of: id) { $0.wants = things.filter { _ in next(3) == 0 } }
    }
    var links: Set<[String]> = []
    for _ in 0..<5 {
      let (one, other) = (ids[next(6)], ids[next(6)])
      guard one != other else { continue }
      made.addRelationship(from: .company(one), to: .company(other))
      links.insert([made.companies[one]?.name ?? "", made.companies[other]?.name ?? ""])
    }
    func partners(_ one: String, _ other: String) -> Bool {
      links.contains([one, other]) || links.contains([other, one])
    }
    guard made.functions.contains(where: { !$0.wants.isEmpty }),
      made.companies.contains(where: { !$0.offers.isEmpty })
    else { return }
    let found = try made.on(nil).answer(FitQuestion())
    #expect(found.needs.count == made.functions.reduce(0) { $0 + $1.wants.count })
    for need in found.needs {
      let offering = made.companies.filter {
        $0.offers.contains(need.want) && $0.name != need.company
      }.map(\.name)
      #expect(Set(need.partners) == Set(offering.filter { partners($0, need.company) }))
      #expect(
        Set(need.others.map(\.company)) == Set(offering.filter { !partners($0, need.company) }))
    }
    for one in found.idle {
      let wants = made.functions.first { $0.name == "F" + one.partner.dropFirst() }?.wants ?? []
      #expect(Set(wants).isDisjoint(with: one.offers) && partners(one.company, one.partner))
    }
  }
}
