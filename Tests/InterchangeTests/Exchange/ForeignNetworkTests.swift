import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Interchange

/// Files as other tools write them: what they mean is read, what is not read is told.
struct ForeignNetworkTests {
  @Test func nodeXLNumbersAreNoNamesAndMiscSaysTheDirection() throws {
    let dataset = try Dataset.read(
      at: PackageRoot.path("Tests/InterchangeTests/Fixtures/Networks/nodexl.xlsx"))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies.map(\.name) == ["Harbor Bank", "Quill Labs", "Tansy AG"])
    #expect(dataset.ecosystem.companies[0].region == "Europe")
    #expect(dataset.ecosystem.relationships.map(\.isDirected) == [true, true, true])
    #expect(dataset.ecosystem.relationships[0].label == "supplies")
    #expect(!dataset.lines.contains { $0.contains("Misc") })
  }

  @Test(arguments: [
    (
      "dl nr=3 nc=2 format=fullmatrix\nrow labels:\nAnn,Bob,Cleo\ncolumn labels:\nBoard,Audit\ndata:\n1 1\n1 0\n0 1\n",
      ["Ann Board", "Ann Audit", "Bob Board", "Cleo Audit"]
    ),
    (
      "DL NR=2, NC=2\nFORMAT = FULLMATRIX\nROW LABELS EMBEDDED\nCOLUMN LABELS EMBEDDED\nDATA:\n Board Audit\nAnn 1 0\nBob 0 1\n",
      ["Ann Board", "Bob Audit"]
    ),
    (
      "dl nr=2 nc=2 format=edgelist2\nrow labels: Ann Bob\ncolumn labels: Board Audit\ndata:\n1 2\n2 1\n",
      ["Ann Audit", "Bob Board"]
    ),
    (
      "dl nr=2 nc=2 format=nodelist2 labels embedded\ndata:\nAnn Board Audit\nBob Audit\n",
      ["Ann Board", "Ann Audit", "Bob Audit"]
    ),
    ("dl nr=1 nc=1\nrow labels: X\ncolumn labels: X\ndata:\n1\n", []),
  ])
  func twoModesOfDLAreSeats(text: String, seats: [String]) throws {
    let dataset = try read(("n.dl", text))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let ecosystem = dataset.ecosystem
    #expect(
      ecosystem.memberships.map {
        "\(ecosystem.people[$0.person]?.name ?? "") \(ecosystem.committees[$0.committee]?.name ?? "")"
      } == seats)
  }

  @Test func relationsOfDLAreKinds() throws {
    let dataset = try read(
      (
        "n.dl",
        "DL N=3 NM=2\nFORMAT = FULLMATRIX DIAGONAL ABSENT\nLABELS: a b c\nLEVEL LABELS: trust work\nDATA:\n1 0\n1 0\n0 0\n0 3\n0 0\n2 0\n"
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let ties = dataset.ecosystem.relationships.map {
      "\($0.from)-\($0.to) \($0.kind ?? "") \($0.weight ?? 0) \($0.isDirected)"
    }
    #expect(
      ties == [
        "company:a-company:b trust 1.0 false", "company:a-company:c work 3.0 true",
        "company:c-company:a work 2.0 true",
      ])
  }

  @Test(arguments: [
    ("lowerhalf", "0\n4 0\n1 0 0"), ("upperhalf", "0 4 1\n0 0\n0"),
    ("fullmatrix", "0 4 1\n4 0 0\n1 0 0"), ("edgelist1", "1 2 4\n2 1 4\n1 3 1\n3 1 1"),
  ])
  func symmetricMatricesCountOnce(format: String, data: String) throws {
    let dataset = try read(("n.dl", "dl n=3 format=\(format)\nlabels: a,b,c\ndata:\n\(data)\n"))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.relationships.map(\.weight).compactMap(\.self).sorted() == [1, 4])
    #expect(dataset.ecosystem.relationships.allSatisfy { !$0.isDirected })
  }

  /// What DL can hold of links comes back: ends, directions and strengths, also of several links between two and of loops.
  @Test(arguments: Seeds.upTo(40))
  func strengthsComeBackThroughDL(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = "from,to,weight,directed\n"
    var pairs: Set<[Int]> = []
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let (one, other) = (
        Int.random(in: 1...5, using: &generator), Int.random(in: 1...5, using: &generator)
      )
      // One way and back with one strength is what undirected means there.
      guard pairs.insert([min(one, other), max(one, other)]).inserted else { continue }
      let weight = Int.random(in: 1...4, using: &generator)
      text +=
        "n\(one),n\(other),\(weight),\(one != other && Bool.random(using: &generator) ? "yes" : "no")\n"
    }
    let source = try read(("list.csv", text)).ecosystem
    let file = try #require(source.exchanged(as: .dl).files.first)
    let back = try Dataset.read(files: [("n.dl", file.bytes)]).ecosystem
    func ties(_ ecosystem: Ecosystem) -> [String] {
      ecosystem.relationships.map { tie in
        let ends = [tie.from, tie.to].map { ecosystem.name(of: $0) }
        return "\(tie.isDirected ? ends : ends.sorted()) \(tie.weight ?? 0) \(tie.isDirected)"
      }.sorted()
    }
    #expect(ties(back) == ties(source))
  }

  @Test func linksOfPeopleAndCommitteesAreSeats() throws {
    let typed = try read(
      (
        "n.graphml",
        "<graphml><key id='k' for='node' attr.name='type'/><graph edgedefault='undirected'><node id='Ann'><data key='k'>Person</data></node><node id='JSC'><data key='k'>Committee</data></node><edge source='JSC' target='Ann'/></graph></graphml>"
      ))
    #expect(typed.ecosystem.memberships.count == 1 && typed.ecosystem.relationships.isEmpty)
    for mark in [["0", "1"], ["false", "true"]] {
      let name = mark[0] == "0" ? "bipartite" : "type"
      let dataset = try read(
        (
          "n.graphml",
          "<graphml><key id='k' for='node' attr.name='\(name)'/><graph edgedefault='undirected'><node id='Ann'><data key='k'>\(mark[0])</data></node><node id='JSC'><data key='k'>\(mark[1])</data></node><edge source='Ann' target='JSC'/></graph></graphml>"
        ))
      #expect(dataset.ecosystem.people.map(\.name) == ["Ann"])
      #expect(dataset.ecosystem.committees.map(\.name) == ["JSC"])
      #expect(dataset.rules.contains("exchange.modes"))
    }
    // A link within one mode, or nodes that are said to be something, are no seats.
    let others = try read(
      (
        "n.graphml",
        "<graphml><key id='k' for='node' attr.name='bipartite'/><graph><node id='a'><data key='k'>0</data></node><node id='b'><data key='k'>0</data></node><edge source='a' target='b'/></graph></graphml>"
      ))
    #expect(others.ecosystem.companies.count == 2)
  }

  @Test func datesOfGEXFThatAreNoneAreKeptAndTold() throws {
    let dataset = try read(
      (
        "n.gexf",
        """
        <gexf><graph defaultedgetype="directed" mode="dynamic" timeformat="date">
        <attributes class="node"><attribute id="0" title="size"/><attribute id="1" title="stage"><default>new</default></attribute></attributes>
        <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="1" start="2019" end="2020"/><attvalue for="0" value="2" start="2020"/></attvalues>
          <nodes><node id="c" label="C"/></nodes><edges><edge source="a" target="c"/></edges></node><node id="b" label="B"/></nodes>
        <edges><edge source="a" target="b" start="2019-03-29" end="2019"/>
        <edge source="b" target="a" start="2019-13-45" end="2019-02"/><edge source="a" target="b" start="29/03/2019"/>
        <edge source="b" target="a" start="1553817600"/></edges></graph></gexf>
        """
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let ecosystem = dataset.ecosystem
    #expect(ecosystem.companies[0].attributes["size"] == "2")
    #expect(ecosystem.companies[0].attributes["size over time"] == "2019/2020: 1|2020/: 2")
    #expect(ecosystem.companies.map { $0.attributes["stage"] } == ["new", "new", "new"])
    let ties = ecosystem.relationships
    #expect(ties.count == 5)
    let since = ties.map { $0.validity.since?.description ?? $0.attributes["start"] ?? "" }
    #expect(since == ["", "2019-03-29", "2019-13-45", "2019-03-29", "1553817600"])
    let until = ties.map { $0.validity.until?.description ?? "" }
    #expect(until == ["", "2020-01-01", "2019-03-01", "", ""])
    #expect(
      dataset.lines.contains { $0.hasPrefix("n.gexf:6:") && $0.contains("2 starts and ends") })
  }

  @Test func wordsInAColumnOfNumbersAreKeptBesideIt() throws {
    let dataset = try read(
      ("elements.csv", "Label,Type\nAldgate,Organization\nBirch,Organization\n"),
      ("connections.csv", "From,To,Strength\nAldgate,Birch,Strong\nBirch,Aldgate,2\n"))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.relationships.map(\.weight) == [nil, 2])
    #expect(dataset.ecosystem.relationships[0].attributes["Strength"] == "Strong")
    let coloured = try read(
      (
        "n.json",
        ##"{"nodes":[{"id":"a","color":"red","parent":"nobody"},{"id":"b","color":"#112233","parent":"a"}],"links":[{"source":"a","target":"b","weight":"heavy"}]}"##
      ))
    #expect(!coloured.hasErrors, "\(coloured.lines)")
    #expect(coloured.ecosystem.companies[0].attributes["color in words"] == "red")
    #expect(coloured.ecosystem.companies[0].attributes["parent in words"] == "nobody")
    #expect(coloured.ecosystem.companies[1].parent?.rawValue == "a")
    #expect(coloured.ecosystem.relationships[0].attributes["weight in words"] == "heavy")
    #expect(coloured.rules.count { $0 == "exchange.words" } == 3)
  }

  @Test(arguments: ["R&D|Oncology", "A; B", "Smith, Jones", "“Q” \"x\""])
  func namesWithSeparatorsStayWhole(name: String) throws {
    let cell = "\"" + name.replacing("\"", with: "\"\"") + "\""
    let dataset = try read(
      ("elements.csv", "Label,Type\n\(cell),Organization\nActon,Organization\n"),
      ("connections.csv", "From,To\nActon,\(cell)\n"))
    #expect(dataset.ecosystem.companies.map(\.name) == [name, "Acton"], "\(dataset.lines)")
    #expect(dataset.ecosystem.relationships.count == 1)
    for format in NetworkFormat.all
    where format.isReadByName && format != .dot && format != .dl && format != .vna
      && format != .pajek
    {
      let files = try dataset.ecosystem.exchanged(as: format).files
      let back = try Dataset.read(files: [("n.\(format.endings[0])", files[0].bytes)])
      #expect(back.ecosystem.companies.map(\.name) == [name, "Acton"], "\(format)")
    }
  }

  @Test func labelsBesideEndsNameThem() throws {
    let dataset = try read(
      (
        "list.csv",
        "Source,Destination,Type,Source Label,Target Label\nn1,n2,Directed,Aldgate Bank,Birch Labs\nn2,n3,Directed,Birch Labs,\n"
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies.map(\.name) == ["Aldgate Bank", "Birch Labs", "n3"])
    #expect(dataset.ecosystem.relationships.map(\.isDirected) == [true, true])
    #expect(dataset.ecosystem.relationships.allSatisfy { $0.label == nil })
  }

  @Test func endsByPositionNameNodes() throws {
    for text in [
      #"{"nodes":[{"name":"Aldgate","group":1},{"name":"Birch"}],"links":[{"source":0,"target":1,"value":4}]}"#,
      #"{"nodes":[{"name":"Aldgate"},{"name":"Birch"}],"links":[{"source":{"name":"Aldgate","index":0},"target":{"name":"Birch","index":1},"value":4}]}"#,
      #"{"directed":false,"nodes":[{"name":"Aldgate"},{"name":"Birch"}],"edges":[{"source":"Aldgate","target":"Birch","value":4}]}"#,
    ] {
      let dataset = try read(("n.json", text))
      #expect(!dataset.hasErrors, "\(dataset.lines)")
      #expect(dataset.ecosystem.companies.map(\.name) == ["Aldgate", "Birch"])
      #expect(dataset.ecosystem.relationships.map(\.weight) == [4])
    }
    let broken = try read(("n.json", #"{"nodes":[{"name":"A"},{}],"links":[{"source":0}]}"#))
    #expect(broken.hasErrors && !broken.lines.contains { $0.contains("\"\"") }, "\(broken.lines)")
  }

  @Test(arguments: [
    #"{"elements":{"nodes":[{"data":{"id":"a","name":"Aldgate"}},{"data":{"id":"b","parent":"a"},"classes":"x y"}],"edges":[{"data":{"id":"ab","source":"a","target":"b","interaction":"pp","weight":2}}]}}"#,
    #"{"elements":[{"data":{"id":"a","label":"Aldgate"}},{"group":"nodes","data":{"id":"b","parent":"a"},"classes":"x y"},{"data":{"source":"a","target":"b","interaction":"pp","weight":2}}]}"#,
  ])
  func cytoscapeIsRead(text: String) throws {
    for name in ["n.json", "n.cyjs"] {
      let dataset = try read((name, text))
      #expect(!dataset.hasErrors, "\(dataset.lines)")
      #expect(dataset.ecosystem.companies.map(\.name) == ["Aldgate", "b"])
      #expect(dataset.ecosystem.companies[1].attributes["group"] == "Aldgate")
      #expect(dataset.ecosystem.companies[1].attributes["classes"] == "x y")
      #expect(dataset.ecosystem.relationships.map(\.kind) == ["pp"])
      #expect(dataset.ecosystem.relationships.map(\.isDirected) == [false])
    }
  }

  /// Graphology keys its nodes and says in its options whether edges lead one way; a list of links names its ends.
  @Test(arguments: [
    (
      #"{"options": {"type": "undirected"}, "nodes": [{"key": "0.0", "attributes": {"label": "Ann", "id": "7"}}, {"key": "1.0", "attributes": {"label": "Bo"}}], "edges": [{"key": "0", "source": "0.0", "target": "1.0", "attributes": {"weight": 3}}]}"#,
      ["Ann", "Bo"], false
    ),
    (
      #"[{"data": {"id": "a"}}, {"data": {"id": "b"}}, {"data": {"source": "a", "target": "b"}}]"#,
      ["a", "b"], false
    ),
    (#"[{"source": "a", "target": "b", "weight": 2}]"#, ["a", "b"], true),
    (#"[{"from": "a", "to": "b"}]"#, ["a", "b"], true),
  ])
  func networksOfJSONAreRead(text: String, names: [String], isDirected: Bool) throws {
    let dataset = try read(("n.json", text))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies.map(\.name) == names)
    #expect(dataset.ecosystem.relationships.map(\.isDirected) == [isDirected])
  }

  /// Labels of rows and columns are one mode whatever their case.
  @Test func embeddedLabelsAreOneModeInAnyCase() throws {
    let dataset = try read(
      (
        "n.dl",
        "dl n=2\nformat = fullmatrix\nlabels embedded\ndata:\nlarry david\nLarry 0 2\ndavid 2 0\n"
      ))
    #expect(dataset.ecosystem.companies.count == 2)
    #expect(dataset.ecosystem.relationships.map(\.weight) == [2])
  }

  /// A label that only counts is none beside a name; two names are both kept.
  @Test func namesBesideLabelsAreKept() throws {
    let dataset = try read(
      (
        "n.gexf",
        "<gexf xmlns='http://gexf.net/1.3'><graph><attributes class='node'><attribute id='n' title='name' type='string'/></attributes><nodes><node id='x' label='1'><attvalues><attvalue for='n' value='Britta'/></attvalues></node><node id='y' label='Cleo\nCordray'><attvalues><attvalue for='n' value='C. Cordray'/></attvalues></node></nodes></graph></gexf>"
      ))
    let companies = dataset.ecosystem.companies
    #expect(companies.map(\.name) == ["Britta", "Cleo Cordray"])
    #expect(companies[0].attributes["label"] == "1")
    #expect(companies[1].attributes["other name"] == "C. Cordray")
  }

  /// What no column of weights takes is kept beside it in networks and in lone lists; nothing of it is an error.
  @Test(arguments: [
    (
      "n.dl", "dl n=2\nformat=fullmatrix\nlabels: a,b\ndata:\n0 -2\n-2 0\n", "weight as given", "-2"
    ),
    ("n.csv", "from,to,weight\na,b,strong\nb,c,2\n", "weight in words", "strong"),
  ])
  func weightsThatAreNoneAreKeptBeside(file: String, text: String, column: String, value: String)
    throws
  {
    let dataset = try read((file, text))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.relationships[0].weight == nil)
    #expect(dataset.ecosystem.relationships[0].attributes[column] == value)
    #expect(dataset.diagnostics.count { $0.rule == "exchange.words" } == 1)
  }

  @Test func severalNetworksAndDefaultsOfGraphML() throws {
    let dataset = try read(
      (
        "n.graphml",
        """
        <graphml><key id='s' for='node' attr.name='stage'><default>new</default></key><key id='i' for='node' attr.name='id'/>
        <graph id='one'><node id='n0'><data key='i'>Ann</data></node><node id='n1'/><edge source='n0' target='n1'/></graph>
        <graph id='two'><node id='n0'/><node id='n2'><data key='s'>old</data></node><edge source='n0' target='n2'/><hyperedge/></graph></graphml>
        """
      ))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    let ecosystem = dataset.ecosystem
    #expect(ecosystem.companies.map(\.name) == ["Ann", "n1", "n0", "n2"])
    #expect(ecosystem.companies.map { $0.attributes["stage"] } == ["new", "new", "new", "old"])
    #expect(ecosystem.companies.map { $0.attributes["graph"] } == ["one", "one", "two", "two"])
    #expect(ecosystem.name(of: ecosystem.relationships[1].from) == "n0")
    #expect(dataset.lines.contains { $0.contains("hyperedge") })
  }

  @Test func surplusAndUnknownPartsOfVNAAreTold() throws {
    let dataset = try read(
      (
        "n.vna",
        "*Node data\nID region\na Bay Area\nb US\n*Tie data\nfrom to\na b\n*Pictures\nx y\n1 2\n"
      ))
    #expect(dataset.rules.contains("exchange.surplus") && dataset.rules.contains("exchange.unread"))
    #expect(dataset.ecosystem.companies.count == 2)
  }
}
