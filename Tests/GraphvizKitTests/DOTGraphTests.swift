import Testing

@testable import GraphvizKit

@Suite struct DOTGraphTests {
  @Test func `an empty graph has a head and nothing else`() {
    #expect(DOTGraph().text == "digraph \"\" {\n}\n")
  }
}
