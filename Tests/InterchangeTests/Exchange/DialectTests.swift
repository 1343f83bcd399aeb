import EcosystemModel
import Foundation
import Testing

@testable import Interchange

/// Files as the tools themselves write them, in the shapes of their manuals.
struct DialectTests {
  /// yEd: drawings in `y:` elements, a group with a network of its own, arrows that tell the direction.
  @Test func yEd() throws {
    let dataset = try read(
      (
        "n.graphml",
        """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
          <!--Created by yEd 3.23-->
          <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
          <key for="port" id="d1" yfiles.type="portgraphics"/>
          <key attr.name="url" attr.type="string" for="node" id="d4"/>
          <key for="node" id="d6" yfiles.type="nodegraphics"/>
          <key for="graphml" id="d7" yfiles.type="resources"/>
          <key for="edge" id="d10" yfiles.type="edgegraphics"/>
          <graph edgedefault="directed" id="G">
            <data key="d0" xml:space="preserve"/>
            <node id="n0" yfiles.foldertype="group">
              <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>
                <y:NodeLabel>Partners</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
              <graph edgedefault="directed" id="n0:">
                <node id="n0::n0"><data key="d4">https://a.example</data>
                  <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0" x="0" y="0"/>
                  <y:NodeLabel alignment="center">Aurora &amp; Co<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
              </graph>
            </node>
            <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Borealis</y:NodeLabel></y:ShapeNode></data></node>
            <edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge>
              <y:Arrows source="standard" target="none"/><y:EdgeLabel>supplies</y:EdgeLabel></y:PolyLineEdge></data></edge>
          </graph>
          <data key="d7"><y:Resources/></data>
        </graphml>
        """
      ))
    let ecosystem = dataset.ecosystem
    #expect(!dataset.hasErrors)
    #expect(ecosystem.companies.map(\.name) == ["Aurora & Co", "Borealis"])
    #expect(ecosystem.companies[0].url == "https://a.example")
    #expect(ecosystem.companies[0].attributes["group"] == "Partners")
    let tie = try #require(ecosystem.relationships.first)
    #expect(tie.isDirected)
    #expect(tie.label == "supplies")
    #expect([tie.from, tie.to].map { ecosystem.name(of: $0) } == ["Borealis", "Aurora & Co"])
  }

  /// NodeXL's template has bands of headings above the headers, and many columns of drawing.
  @Test func nodeXLWorkbook() throws {
    let cell = { (text: String) in Workbook.Cell(.text(text)) }
    var edges = Workbook.Sheet(name: "Edges")
    edges.rows = [
      [cell(""), cell(""), cell("Visual Properties"), cell(""), cell("Labels")],
      ["Vertex 1", "Vertex 2", "Color", "Width", "Label", "Edge Weight"].map(cell),
      [cell("ann"), cell("bo"), cell("Gray"), .init(.number(2)), cell("asks"), .init(.number(3))],
      [cell("bo"), cell("cy"), .init(.empty), .init(.empty), .init(.empty), .init(.number(1))],
    ]
    var vertices = Workbook.Sheet(name: "Vertices")
    vertices.rows = [
      [cell(""), cell("Visual Properties")],
      ["Vertex", "Color", "Shape", "Size", "Opacity", "Label", "Type"].map(cell),
      [
        cell("ann"), cell("Red"), cell("Disk"), .init(.number(5)), .init(.number(100)),
        cell("Ann Lee"), cell("Person"),
      ],
      [
        cell("bo"), .init(.empty), .init(.empty), .init(.empty), .init(.empty), .init(.empty),
        cell("Person"),
      ],
    ]
    var overall = Workbook.Sheet(name: "Overall Metrics")
    overall.rows = [
      [cell("Graph Metric"), cell("Value")], [cell("Graph Type"), cell("Directed")],
    ]
    let bytes = try Workbook([edges, vertices, overall]).bytes()
    let dataset = try Dataset.read(files: [("n.xlsx", bytes)])
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.people.map(\.name) == ["Ann Lee", "bo"])
    #expect(dataset.ecosystem.companies.map(\.name) == ["cy"])
    #expect(dataset.ecosystem.relationships.map(\.weight) == [3, 1])
    #expect(dataset.ecosystem.relationships[0].label == "asks")
    #expect(dataset.ecosystem.people[0].attributes["Shape"] == "Disk")
  }

  @Test func polinode() throws {
    let network =
      #"{"nodes":[{"id":"1","attributes":{"Name":"Ann Lee","Type":"person","Location":"Basel"}},{"id":"2","attributes":{"Name":"Bo Berg","Type":"person"}}],"edges":[{"id":"e1","source":"1","target":"2","attributes":{"Question":"trust"}}]}"#
    let wrapped =
      #"{"name":"survey","status":"Active","isDirected":false,"networkJSON":\#(network)}"#
    for (text, isDirected) in [(network, true), (wrapped, false)] {
      let dataset = try read(("n.json", text))
      #expect(!dataset.hasErrors)
      #expect(dataset.ecosystem.people.map(\.name) == ["Ann Lee", "Bo Berg"])
      #expect(dataset.ecosystem.people[0].attributes["Location"] == "Basel")
      #expect(dataset.ecosystem.relationships.map(\.isDirected) == [isDirected])
      #expect(dataset.ecosystem.relationships[0].attributes["Question"] == "trust")
    }
  }

  @Test func kumuFullExport() throws {
    let dataset = try read(
      (
        "n.json",
        """
        {"name": "P", "description": "", "proxyImages": true, "defaultMap": "m", "defaultPerspective": "p",
         "attributeRelevance": {}, "attributes": [{"_id": "a1", "name": "label", "format": "text"}],
         "elements": [
          {"_id": "elem-a", "attributes": {"label": "Ann", "element type": "Person", "tags": ["x", "y"], "age": 40}},
          {"_id": "elem-b", "attributes": {"label": "Acme", "element type": "Company"}}],
         "connections": [{"_id": "conn-1", "direction": "directed", "delayed": false, "reversed": false,
           "attributes": {"connection type": "advises", "strength": 2}, "from": "elem-a", "to": "elem-b"}],
         "loops": [], "maps": [{"_id": "m", "name": "Main", "elements": [{"_id": "i1", "position": {"x": 1, "y": 2}, "pinned": true, "element": "elem-a"}]}],
         "perspectives": [{"_id": "p", "name": "Default", "style": "@settings { template: stakeholder; }"}]}
        """
      ))
    #expect(!dataset.hasErrors)
    #expect(dataset.ecosystem.people.map(\.name) == ["Ann"])
    #expect(dataset.ecosystem.people[0].tags == ["x", "y"])
    #expect(dataset.ecosystem.people[0].attributes["age"] == "40")
    #expect(dataset.ecosystem.companies.map(\.name) == ["Acme"])
    let tie = try #require(dataset.ecosystem.relationships.first)
    #expect(tie.kind == "advises")
    #expect(tie.weight == 2)
    #expect(tie.isDirected)
  }

  @Test func severalSpellsOfGEXFAreKept() throws {
    let dataset = try read(
      (
        "n.gexf",
        """
        <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timeformat="date" defaultedgetype="directed">
        <nodes><node id="a" label="A"><spells><spell start="2019-01-01" end="2019-06-30"/><spell start="2020-01-01" end="2020-12-31"/></spells></node>
        <node id="b" label="B" start="2018-01-01"/></nodes>
        <edges><edge source="a" target="b"><spells><spell start="2019-02-01" end="2019-03-31"/><spell start="2020-02-01"/></spells></edge></edges>
        </graph></gexf>
        """
      ))
    #expect(!dataset.hasErrors)
    let company = try #require(dataset.ecosystem.companies.first)
    #expect(company.attributes["since"] == "2019-01-01")
    #expect(company.attributes["until"] == "2021-01-01")
    #expect(company.attributes["spells"] == "2019-01-01/2019-06-30|2020-01-01/2020-12-31")
    let tie = try #require(dataset.ecosystem.relationships.first)
    #expect(tie.validity.since == CalendarDate("2019-02-01"))
    #expect(tie.attributes["spells"] == "2019-02-01/2019-03-31|2020-02-01/")
  }

  /// What Python's json module writes: one line, which took time by the square of its length once.
  @Test func longLinesOfJSONKeepTheirPlaces() throws {
    let count = 20_000
    let nodes = (0..<count).map { #"{"id":"é\#($0)","type":"person"}"# }.joined(separator: ",")
    let text = #"{"nodes":[\#(nodes)],"links":[{"source":"é0","target":"nobody"}]}"#
    let dataset = try read(("n.json", text))
    #expect(dataset.ecosystem.people.count == count)
    let place = dataset.sources.location(of: .init(.people, count - 1), column: "name")
    let start = try #require(text.range(of: #"{"id":"é\#(count - 1)""#)).lowerBound
    #expect(place?.line == 1)
    #expect(place?.column == 1 + text.distance(from: text.startIndex, to: start))
  }
}
