import GraphCore
import TestSupport
import Testing

@testable import EcosystemModel

/// What is compared byte by byte comes out as character by character.
@Suite("Names and ids, quick ways")
struct NameLawTests {
  @Test("headers are normalised as character by character", arguments: 0..<60 as Range<UInt64>)
  func headers(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let letters: [Character] = [
      "a", "Z", "M", "9", " ", "_", "-", "\t", "\r\n", ".", "é", "Ω", "ß", "\u{A0}",
    ]
    let name = String((0..<12).map { _ in letters.randomElement(using: &random) ?? "a" })
    for name in [name, name.filter(\.isASCII)] {
      let plain = name.lowercased().filter { $0 != "_" && $0 != "-" && !$0.isWhitespace }
      #expect(ColumnName.normalized(name) == plain)
    }
  }

  @Test("generic code compares and hashes ids as texts, whatever their spelling")
  func ids() {
    func areOne<Value: Hashable>(_ one: Value, _ other: Value) -> Bool {
      one == other && one.hashValue == other.hashValue && Set([one, other]).count == 1
    }
    #expect(areOne(Company.ID("caf\u{E9}"), Company.ID("cafe\u{301}")))
    #expect(areOne(Company.ID("az"), Company.ID("az")))
    #expect(!areOne(Company.ID("az"), Company.ID("AZ")))
  }

  @Test("whoever has “alliance” in the title connects layers by office")
  func office() {
    let titles = [
      "Head of ALLIANCES": true, "alliance manager": true, "Ally": false, "allianc e": false,
      "Leiter für Alliancen": true, "Leiter Alliançe": false, "mesalliance": true, "": false,
    ]
    for (title, isOffice) in titles {
      var made = Ecosystem()
      var person = Person(id: .init("p"), name: "Alliance")
      person.title = title
      made.people.append(person)
      #expect(Seating(made.on(nil)).isAllianceManager(0, of: nil) == isOffice, "\(title)")
    }
  }
}
