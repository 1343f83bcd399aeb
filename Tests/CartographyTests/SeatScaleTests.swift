import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// What stands on the fields of seats.
struct SeatScaleTests {
  private static func shares(_ counts: [(String, Int)]) -> [MapContent.CompanyShare] {
    counts.map { .init(company: nil, name: $0.0, count: $0.1) }
  }

  @Test("Companies that no colour tells apart are named on their fields")
  func plainOnesAreNamed() {
    var ecosystem = Ecosystem()
    for name in ["Helix", "Indigo", "Delphi"] { ecosystem.addCompany(name) }
    let balances = [
      Self.shares([("Helix", 3), ("Indigo", 2)]), Self.shares([("Helix", 1), ("Delphi", 1)]),
    ]
    let scale = SeatScale(
      balances, names: CompanyLooks(of: ecosystem), plain: ["Indigo", "Delphi"])
    for balance in balances {
      let texts = scale.texts(for: balance)
      for (share, text) in zip(balance, texts) where share.name != "Helix" {
        #expect(text == "\(share.name) \(share.count)")
      }
    }
  }

  @Test func noSingleCompanyIsCalledOthers() {
    for companies in 1...12 {
      let balance = Self.shares((0..<companies).map { ("c\($0)", 12 - $0) })
      let (shown, rest) = SeatScale.split(balance)
      #expect(shown.reduce(rest) { $0 + $1.count } == balance.reduce(0) { $0 + $1.count })
      #expect(rest == 0 || companies - shown.count > 1)
    }
  }
}
