import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// What is highlighted stands out, what is tied to it stays, the rest steps back.
@Suite(.timeLimit(.minutes(60)))
struct EmphasisTests {
  @Test(arguments: MapKind.allCases, Theme.Name.allCases)
  func onlyWhatIsNotTiedFades(kind: MapKind, theme: Theme.Name) throws {
    let ecosystem = Ecosystem.random(seed: 7)
    var view = MapView(kind)
    view.focus = ecosystem.references.first
    var style = MapStyle()
    style.theme = .named(theme)
    let plain = MapContent.make(of: ecosystem.on(nil), view: view)
    let before = Diagram.make(of: plain, style: style)
    let centre = try #require(plain.ties.first?.from)
    view.highlights = [centre]
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    let diagram = Diagram.make(of: content, style: style)
    let emphasis = try #require(Emphasis(content))
    #expect(diagram.legend.first?.title == "Highlighted")
    for (position, node) in content.nodes.enumerated() {
      let (box, was) = (diagram.nodes[position], before.nodes[position])
      let isTied = content.ties.contains { tie in
        [tie.from, tie.to].contains(centre) && [tie.from, tie.to].contains(node.reference)
      }
      switch emphasis.level(of: node.reference) {
      case .highlighted:
        #expect(node.reference == centre)
        #expect(box.borderWidth >= Emphasis.border && box.classes.contains("highlighted"))
      case .tied: #expect(box == was)
      case .faded:
        #expect(!isTied)
        // Thinner, not only paler.
        #expect(box.borderWidth < was.borderWidth && box.fill != was.fill || was.fill == .white)
        #expect(box.lines.allSatisfy { $0.colour.contrast(to: box.fill) >= 4.5 })
        #expect(box.chips.allSatisfy { $0.textColour.contrast(to: $0.fill) >= 4.5 })
      }
    }
    for (tie, pair) in zip(content.drawnTies, zip(diagram.edges, before.edges)) {
      let (line, was) = pair
      if tie.from == centre || tie.to == centre {
        #expect(line == was)
      } else if emphasis.fades(tie) {
        #expect(line.width < was.width && line.colour != was.colour)
      }
    }
  }

  @Test func alliancePartnersAreTiedThroughTheirBox() throws {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      ["a", "b", "c", "d"].map { Company(id: .init($0), name: $0.uppercased()) })
    var alliance = Alliance(id: .init("x"), name: "X")
    alliance.companies = ["a", "b", "c"].map { .init($0) }
    ecosystem.alliances = Roster([alliance])
    var view = MapView(.ecosystem)
    view.highlights = [.company(.init("a"))]
    let emphasis = try #require(Emphasis(MapContent.make(of: ecosystem.on(nil), view: view)))
    #expect(emphasis.level(of: .company(.init("b"))) == .tied)
    #expect(emphasis.level(of: .company(.init("d"))) == .faded)
  }

  @Test func whatIsNotOnTheMapIsToldAndFadesNothing() {
    let sample = Ecosystem.sample
    var view = MapView(.governance)
    let plain = Diagram.make(of: MapContent.make(of: sample.on(nil), view: view))
    guard let person = sample.people.first else {
      Issue.record("The sample has no people.")
      return
    }
    view.highlights = [.person(person.id)]
    let content = MapContent.make(of: sample.on(nil), view: view)
    let diagram = Diagram.make(of: content)
    #expect(diagram.nodes == plain.nodes && diagram.edges == plain.edges)
    #expect(diagram.footer.contains("not on this map: \(person.name)"))
  }
}
