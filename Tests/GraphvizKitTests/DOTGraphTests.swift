import GraphvizKit
import Testing

@Suite struct DOTGraphTests {
  @Test func `an empty graph has a head and nothing else`() {
    #expect(DOTGraph().text == "digraph \"\" {\n}\n")
  }

  @Test func `everything is written in the order given`() {
    let graph = DOTGraph(
      name: "g", direction: .undirected, attributes: ["rankdir": "LR", "nodesep": 0.5],
      nodeDefaults: ["shape": "box"], edgeDefaults: ["color": "#808080"],
      nodes: [.init("b", ["label": .text("B & \"b\"\n2")]), .init("a")],
      subgraphs: [
        .init(
          "x", attributes: ["label": .text("X")], nodeDefaults: ["style": "filled"],
          nodes: [.init("a")],
          subgraphs: [.init("row", role: .group, attributes: ["rank": "same"])],
          edges: [.init("a", "b")]),
        .init("y"),
      ],
      edges: [
        .init("b", "a", key: "k", ["weight": 2, "tailport": "e"]),
        .init("node", "", ["label": .html(HTMLLabel(trusted: "<b>1</b>"))]),
      ])
    #expect(
      graph.text == #"""
        graph "g" {
          graph [rankdir="LR", nodesep=0.5];
          node [shape="box"];
          edge [color="#808080"];
          "b" [label="B &amp; \"b\"\n2"];
          "a";
          subgraph "cluster_x" {
            graph [label="X"];
            node [style="filled"];
            "a";
            subgraph "group_row" {
              graph [rank="same"];
            }
            "a" -- "b";
          }
          subgraph "cluster_y" {
            graph [label=""];
          }
          "b" -- "a" [key="k", weight=2, tailport="e"];
          "node" -- "" [label=<<b>1</b>>];
        }

        """#)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (2, "2"), (-1.5, "-1.5"), (0.1, "0.1"), (1e-7, "\"1e-07\""),
    (1e300, "\"1e+300\""), (.nan, "0"), (.infinity, "0"),
  ])
  func `numbers are short and read back as themselves`(number: Double, text: String) {
    let graph = DOTGraph(attributes: ["size": .number(number)])
    #expect(graph.text == "digraph \"\" {\n  graph [size=\(text)];\n}\n")
  }

  @Test(arguments: [
    ("box", "\"box\""), ("a\\lb\\l", "\"a\\lb\\l\""), ("say \"x\"", "\"say \\\"x\\\"\""),
    ("kept \\\"", "\"kept \\\"\""), ("end \\", "\"end \\\\\""), ("a\nb", "\"a\\nb\""),
  ])
  func `notation is quoted and otherwise left alone`(notation: String, text: String) {
    let graph = DOTGraph(attributes: ["label": .escaped(notation)])
    #expect(graph.text == "digraph \"\" {\n  graph [label=\(text)];\n}\n")
  }

  @Test func `attribute names that are no identifiers are quoted`() {
    let graph = DOTGraph(attributes: ["node": "x", "data-x": "y", "]": "z"])
    #expect(
      graph.text == "digraph \"\" {\n  graph [\"node\"=\"x\", \"data-x\"=\"y\", \"]\"=\"z\"];\n}\n")
  }

  @Test func `attributes keep their order when they change`() {
    var attributes: DOTAttributes = ["a": 1, "b": 2, "a": 3]
    #expect(attributes.elements.map(\.name) == ["a", "b"])
    #expect(attributes["a"] == .number(3))
    attributes["a"] = nil
    attributes["c"] = 4
    attributes["b"] = 5
    #expect(attributes.elements.map(\.name) == ["b", "c"])
    #expect(attributes.merging(["b": 6, "d": 7]).elements.map(\.value) == [6, 4, 7])
  }
}
