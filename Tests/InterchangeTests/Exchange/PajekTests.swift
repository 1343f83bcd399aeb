import EcosystemModel
import Testing

@testable import Interchange

/// Pajek's networks and projects.
struct PajekTests {
  @Test func arcsAndEdgesAreRead() throws {
    let dataset = try read(
      (
        "n.net",
        """
        % made by hand
        *Network trade
        *Vertices 4
        1 "Aldgate Bank" 0.1 0.2 box ic Red
        2 Birch
        3 "Corvo" [1-5,8]
        *Arcs :1 "supplies"
        1 2 3.5
        *Arcs :2 "owns"
        2 3 1 l "since 1990"
        *Edgeslist
        1 3 4
        """
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let ecosystem = dataset.ecosystem
    #expect(ecosystem.companies.map(\.name) == ["Aldgate Bank", "Birch", "Corvo", "4"])
    #expect(ecosystem.companies[2].attributes["times"] == "1-5,8")
    #expect(ecosystem.relationships.map(\.kind) == ["supplies", "owns", nil, nil])
    #expect(ecosystem.relationships.map(\.weight) == [3.5, 1, 1, 1])
    #expect(ecosystem.relationships.map(\.isDirected) == [true, true, false, false])
    #expect(ecosystem.relationships[1].label == "since 1990")
  }

  @Test func symmetricMatricesCountOnce() throws {
    let text = "*Vertices 3\n1 A\n2 B\n3 C\n*Matrix\n0 2 0\n2 0 1\n0 1 0\n"
    let ecosystem = try read(("n.net", text)).ecosystem
    #expect(ecosystem.relationships.map(\.weight) == [2, 1])
    #expect(ecosystem.relationships.allSatisfy { !$0.isDirected })
    let directed = try read(("n.net", text.replacing("0 1 0\n", with: "0 3 0\n"))).ecosystem
    #expect(directed.relationships.map(\.weight) == [2, 2, 1, 3])
    #expect(directed.relationships.allSatisfy { $0.isDirected })
  }

  @Test func twoModesArePeopleAndCommittees() throws {
    for ties in ["*Edges\n1 3\n2 3\n2 4\n", "*Matrix\n1 0\n1 1\n"] {
      let text = "*Vertices 4 2\n1 \"Ann\"\n2 \"Bob\"\n3 \"JSC\"\n4 \"JDC\"\n" + ties
      let ecosystem = try read(("n.net", text)).ecosystem
      #expect(ecosystem.people.map(\.name) == ["Ann", "Bob"])
      #expect(ecosystem.committees.map(\.name) == ["JSC", "JDC"])
      #expect(ecosystem.memberships.count == 3)
    }
  }

  @Test func partitionsTellOfTheirNetwork() throws {
    let text = """
      *Network A
      *Vertices 2
      1 "x"
      2 "y"
      *Edges
      1 2
      *Network B
      *Vertices 3
      1 "x"
      2 "y"
      3 "z"
      *Partition sector
      *Vertices 3
      4
      5
      6
      *Vector size
      *Vertices 9
      1
      """
    let dataset = try read(("p.paj", text))
    let companies = dataset.ecosystem.companies
    #expect(companies.map { $0.attributes["graph"] ?? "" } == ["A", "A", "B", "B", "B"])
    #expect(companies.compactMap { $0.attributes["sector"] } == ["4", "5", "6"])
    #expect(dataset.lines.contains { $0.contains("\"size\" tells of 9 vertices") })
  }

  @Test(arguments: [
    ("*Vertices x", "how many vertices"), ("*Vertices 99999999999", "how many vertices"),
    ("*Vertices 2\n*Arcs\n1 3\n", "\"3\" is no vertex"), ("*Vertices 2\n*Arcs\n1\n", "two ends"),
    ("*Vertices 2\n*Matrix\n0 1\n", "2 cells in a matrix of 2 by 2"),
    ("*Vertices 1\n*Matrix\nx\n", "no cell of a matrix"), ("1 2 3\n", "another format"),
    ("*Vertices 0\n*Arcs\n1 1\n", "no vertex"),
  ])
  func faultsAreNamed(text: String, message: String) throws {
    let dataset = try read(("n.net", text))
    #expect(dataset.lines.contains { $0.contains(message) }, "\(dataset.lines)")
  }

  @Test func listsKeepNamesDirectionsAndWeights() throws {
    let list = "source,target,weight,directed\nA,B,2,yes\nB,C,0.5,no\n"
    let ecosystem = try read(("l.csv", list)).ecosystem
    let network = try ecosystem.exchanged(as: .pajek)
    let back = try Dataset.read(files: [("n.net", network.files[0].bytes)]).ecosystem
    #expect(!network.losses.contains { $0.contains("quotes") })
    #expect(back.companies.map(\.name) == ["A", "B", "C"])
    #expect(back.relationships.map(\.weight) == [2, 0.5])
    #expect(back.relationships.map(\.isDirected) == [true, false])
  }
}
