import EcosystemModel
import Testing

@testable import Interchange

/// Groups, lists, relations and hierarchies as other tools write them.
struct GroupAndRelationTests {
  /// NodeXL lists in a sheet of its own which group a vertex is in.
  @Test func groupsOfNodeXL() throws {
    func sheet(_ name: String, _ rows: [[String]]) -> Workbook.Sheet {
      var sheet = Workbook.Sheet(name: name)
      sheet.rows = rows.map { $0.map { .init($0.isEmpty ? .empty : .text($0)) } }
      return sheet
    }
    let bytes = try Workbook([
      sheet("Edges", [["Vertex 1", "Vertex 2"], ["a", "b"], ["b", "c"]]),
      sheet(
        "Vertices",
        [["Vertex", "Label", "ID"], ["a", "A", "1"], ["b", "B", "2"], ["c", "C", "3"]]),
      sheet("Groups", [["Group", "Vertex Color"], ["G1", "Red"], ["G2", "Blue"]]),
      sheet(
        "Group Vertices",
        [
          ["Group", "Vertex", "Vertex ID"], ["G1", "a", "1"], ["G1", "b", "2"], ["G2", "c", "3"],
        ]),
      sheet("Group Edges", [["Group 1", "Group 2", "Edges"], ["G1", "G2", "1"]]),
    ]).bytes()
    let dataset = try Dataset.read(files: [("n.xlsx", bytes)])
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "B", "C"])
    #expect(dataset.ecosystem.companies.map { $0.attributes["group"] } == ["G1", "G1", "G2"])
    #expect(dataset.ecosystem.relationships.count == 2)
  }

  @Test(arguments: [
    ("[bio, &quot;big, old&quot;]", ["bio", "big, old"]), ("bio|old", ["bio", "old"]),
    ("[]", []), ("[it's, new]", ["it's", "new"]),
  ])
  func listsOfGEXF(text: String, tags: [String]) throws {
    let dataset = try read(
      (
        "n.gexf",
        """
        <gexf version="1.3"><graph defaultedgetype="directed">
        <attributes class="node"><attribute id="0" title="tags" type="liststring"/></attributes>
        <nodes><node id="1" label="Novo"><attvalues><attvalue for="0" value="\(text)"/></attvalues></node>
        <node id="2" label="Valo"/></nodes>
        <edges><edge source="1" target="2" weight="2.5"/><edge source="2" target="1"/></edges></graph></gexf>
        """
      ))
    #expect(dataset.ecosystem.companies[0].tags == tags)
    // The standard says 1 where an edge says nothing.
    #expect(dataset.ecosystem.relationships.map(\.weight) == [2.5, 1])
    #expect(!dataset.rules.contains("weight.missing"))
  }

  @Test func weightsOfPajek() throws {
    let dataset = try read(
      ("n.net", "*Vertices 3\n1 \"A\"\n2 \"B\"\n3 \"C\"\n*Edges\n1 2 4\n2 3\n"))
    #expect(dataset.ecosystem.relationships.map(\.weight) == [4, 1])
    let plain = try read(("n.net", "*Vertices 2\n1 \"A\"\n2 \"B\"\n*Edges\n1 2\n"))
    #expect(plain.ecosystem.relationships.map(\.weight) == [nil])
  }

  /// A group is called by its label, and is no company where nothing leads to it.
  @Test(arguments: [
    (
      "n.cyjs",
      #"{"elements": {"nodes": [{"data": {"id": "73", "label": "Team"}}, {"data": {"id": "1", "label": "A", "parent": "73"}}, {"data": {"id": "2", "label": "B", "parent": "73"}}], "edges": [{"data": {"id": "e", "source": "1", "target": "2"}}]}}"#
    ),
    (
      "n.gml",
      "graph [ node [ id 1 label \"A\" gid 3 ] node [ id 2 label \"B\" gid 3 ] node [ id 3 label \"Team\" isGroup 1 ] edge [ source 1 target 2 ] ]"
    ),
  ])
  func groups(name: String, text: String) throws {
    let dataset = try read((name, text))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "B"])
    #expect(dataset.ecosystem.companies.map { $0.attributes["group"] } == ["Team", "Team"])
  }

  /// A group to which links lead is one of the network.
  @Test func groupsWithLinksStay() throws {
    let dataset = try read(
      (
        "n.gml",
        "graph [ node [ id 1 label \"A\" gid 3 ] node [ id 3 label \"Team\" isGroup 1 ] edge [ source 1 target 3 ] ]"
      ))
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "Team"])
  }

  @Test func relationsOfVNA() throws {
    let dataset = try read(
      (
        "n.vna",
        """
        *Node data
        ID country
        "B""eta" "CH"
        Gamma ""
        *Node properties
        ID x y color shape size shortlabel
        Gamma 10 20 255 1 5 "Gamma Ltd"
        *Tie data
        from to supplies partners
        "B""eta" Gamma 0 2
        Gamma "B""eta" 3 1
        """
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies.map(\.name) == ["B\"eta", "Gamma Ltd"])
    #expect(dataset.ecosystem.companies[1].attributes["x"] == nil)
    #expect(dataset.rules.contains("exchange.drawing"))
    let ties = dataset.ecosystem.relationships.map { "\($0.kind ?? "") \($0.weight ?? 0)" }
    #expect(ties == ["partners 2.0", "supplies 3.0", "partners 1.0"])
  }

  @Test func oneStrengthOfVNAWithADate() throws {
    let dataset = try read(
      ("n.vna", "*Tie data\nfrom to strength year\na b 2 2019\nb a 0.5 2020\n"))
    #expect(dataset.ecosystem.relationships.map(\.weight) == [2, 0.5])
    #expect(dataset.ecosystem.relationships[0].attributes["year"] == "2019")
  }

  @Test func hierarchyOfD3() throws {
    let dataset = try read(
      (
        "n.json",
        #"{"name": "Group", "children": [{"name": "East", "children": [{"name": "Plant", "value": 3}]}, {"name": "West", "children": [{"name": "Plant", "value": 4}]}]}"#
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let ecosystem = dataset.ecosystem
    #expect(ecosystem.companies.map(\.name) == ["Group", "East", "Plant", "West", "Plant"])
    #expect(
      ecosystem.relationships.map { "\(ecosystem.name(of: $0.from)) \(ecosystem.name(of: $0.to))" }
        == ["Group East", "East Plant", "Group West", "West Plant"])
    #expect(ecosystem.companies.map { $0.attributes["value"] } == [nil, nil, "3", nil, "4"])
  }
}
