import EcosystemModel
import Testing

@testable import Interchange

/// GML as tools and collections write it.
struct GMLTests {
  @Test func collectionsAreRead() throws {
    let dataset = try read(
      (
        "n.gml",
        """
        Creator "Mark Newman on Fri Jul 21 12:39:27 2006"
        # a comment
        graph
        [
          directed 1
          node
          [
            id 1
            label "Aldgate &amp; S&#246;hne"
            value 0
            tag "a"
            tag "b"
            graphics [ x 1.5 y -2 ]
            address [ city "Bern" zip 3000 ]
          ]
          node [ id 2 label "Birch" ]
          edge [ source 2 target 1 value 2.5 label "supplies" ]
        ]
        """
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let companies = dataset.ecosystem.companies
    #expect(companies.map(\.name) == ["Aldgate & Söhne", "Birch"])
    #expect(companies[0].attributes["address city"] == "Bern")
    #expect(companies[0].attributes["tag"] == "a|b")
    let tie = try #require(dataset.ecosystem.relationships.first)
    #expect(tie.isDirected)
    #expect(tie.weight == 2.5)
    #expect(tie.label == "supplies")
    #expect(dataset.rules.contains("exchange.drawing"))
  }

  /// yEd writes groups as nodes that others name by number.
  @Test func groupsOfYEdAreNamed() throws {
    let dataset = try read(
      (
        "n.gml",
        #"graph [ node [ id 7 label "Partners" isGroup 1 ] node [ id 1 label "Aldgate" gid 7 ] ]"#
      ))
    #expect(dataset.ecosystem.companies.last?.attributes["group"] == "Partners")
  }

  @Test(arguments: [
    ("graph [ node [ id 1 ]", "not closed"), ("graph [ node [ id 1 ] ] ]", "closes none"),
    ("graph [ node [ label \"A ] ]", "not closed"), ("graph [ edge [ source 1 ] ]", "lacks an end"),
    ("graph [ node [ id 1 ] edge [ source 1 target 2 ] ]", "no node \"2\""),
    ("graph [ node [ label \"A\" ] ]", "no id"), ("graph [ directed ]", "no value"),
    ("graph [ 5 6 ]", "where a key belongs"), ("creator \"x\"", "another format"),
    (String(repeating: "a [ ", count: 200_000), "deep"),
  ])
  func faultsAreNamed(text: String, message: String) throws {
    let dataset = try read(("n.gml", text))
    #expect(dataset.lines.contains { $0.contains(message) }, "\(dataset.lines)")
  }

  @Test func severalNetworksAreToldApart() throws {
    let network =
      #"graph [ label "NAME" node [ id 1 label "A" ] node [ id 2 label "B" ] edge [ source 1 target 2 ] ]"#
    let text = ["Before", "After"].map { network.replacing("NAME", with: $0) }.joined()
    let ecosystem = try read(("n.gml", text)).ecosystem
    #expect(ecosystem.companies.count == 4)
    #expect(ecosystem.companies.map { $0.attributes["graph"] ?? "" }.last == "After")
    #expect(ecosystem.relationships.count == 2)
  }
}
