import EcosystemModel
import Testing

@testable import Interchange

/// Texts that hold several graphs are parted where one ends, and nowhere else.
struct DOTPartsTests {
  private func parts(_ text: String) -> [String] {
    DOTParts.parts(of: Array(text.utf8)).map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test func graphsAreParted() {
    let text =
      "strict graph one { a -- b }\n// }\ndigraph \"two {\" { c -> d; e [label=<<b>{</b>>] }"
    let parts = DOTParts.parts(of: Array(text.utf8))
    #expect(parts.map(\.name) == ["one", "two {"])
    #expect(
      parts.map { String(decoding: $0.text, as: UTF8.self) } == [
        "strict graph one { a -- b }",
        "\n// }\ndigraph \"two {\" { c -> d; e [label=<<b>{</b>>] }",
      ])
  }

  /// Messages name lines of the file.
  @Test func linesKeepTheirNumbers() {
    let second = parts("graph {\na\n}\n\ngraph {\nb\n}")[1]
    #expect(second == "\n\n\n\ngraph {\nb\n}")
  }

  @Test(arguments: [
    "graph { a }", "graph { subgraph { a } }", "graph { a", "graph { a } }", "", "graph { a } x",
    "graph { a [label=\"} graph {\"] }", "graph { /* } graph { */ a }", "graph { a [label=<",
  ])
  func oneGraphStaysAsItIs(text: String) { #expect(parts(text) == [text]) }

  @Test func severalGraphsAreRead() throws {
    let structures = [
      "graph { a -- b }":
        #"{"directed":false,"nodes":[{"id":"a","attributes":{}},{"id":"b","attributes":{}}],"edges":[{"tail":"a","head":"b","attributes":{}}],"clusters":[]}"#,
      "digraph { b -> c }":
        #"{"directed":true,"nodes":[{"id":"b","attributes":{}},{"id":"c","attributes":{}}],"edges":[{"tail":"b","head":"c","attributes":{}}],"clusters":[]}"#,
    ]
    let text = structures.keys.sorted(by: >).joined()
    let dataset = try Dataset.read(
      files: [("n.dot", Array(text.utf8))], dot: { Array((structures[$0] ?? "").utf8) })
    #expect(dataset.ecosystem.companies.map(\.name) == ["a", "b", "b", "c"])
    #expect(
      dataset.ecosystem.companies.map { $0.attributes["graph"] ?? "" } == [
        "graph 1", "graph 1", "graph 2", "graph 2",
      ])
    #expect(dataset.ecosystem.relationships.map(\.isDirected) == [false, true])
  }
}
