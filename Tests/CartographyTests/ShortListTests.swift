import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// Lists of those who have no place of their own.
struct ShortListTests {
  @Test("One or two are named, however full the map is", arguments: UInt64(0)..<6)
  func fewAreNamed(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed, scale: 30)
    for kind in [MapKind.ecosystem, .people, .governance] {
      var view = MapView(kind)
      view.reduction.groupsTwins = true
      view.reduction.leafTies = 3
      for node in MapContent.make(of: ecosystem.on(nil), view: view).nodes {
        let text = ([node.name] + node.lines).joined(separator: " ")
        if node.members.count == 2, node.folded.isEmpty {
          for member in node.members { #expect(text.contains(member.name), "\(text)") }
        }
        guard (1...2).contains(node.folded.count) else { continue }
        for member in node.folded { #expect(text.contains(member.name), "\(text)") }
      }
    }
  }

  @Test func kindsStandApart() {
    var ecosystem = Ecosystem()
    let company = ecosystem.addCompany("Helix")
    let own = ecosystem.addFunction("Finance", of: company)
    let other = ecosystem.addCompany("Quantum")
    var view = MapView(.ecosystem)
    view.reduction.listed = 9
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    let lines = content.lines(for: [
      .init(reference: .function(own), name: "Finance"),
      .init(reference: .company(other), name: "Quantum"),
      .init(reference: .company(company), name: "Helix"),
    ])
    #expect(lines == ["+ Quantum, Helix", "+ Finance"])
  }
}
