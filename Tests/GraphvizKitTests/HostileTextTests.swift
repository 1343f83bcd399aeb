import GraphvizKit
import Testing

@Suite struct HostileTextTests {
  @Test(arguments: HostileText.all)
  func `a label shows its text exactly`(text: String) throws {
    let reading = try drawing(label: .text(text))
    #expect(reading.plainText == HostileText.visible(text))
  }

  @Test(arguments: HostileText.all)
  func `an HTML-like label shows its text exactly`(text: String) throws {
    let label = HTMLLabel(trusted: "<b>" + HTMLLabel.escape(text) + "</b>")
    let reading = try drawing(label: .html(label))
    #expect(reading.plainText == HostileText.visible(text).replacing("\t", with: " "))
  }

  @Test(arguments: HostileText.all)
  func `an aligned label shows its text exactly`(text: String) throws {
    let reading = try drawing(label: .text(text, aligned: .left))
    #expect(reading.plainText == HostileText.visible(text))
  }

  @Test(arguments: HostileText.all)
  func `an id is found again in the geometry and shown by default`(text: String) throws {
    let id = HostileText.visible(text)
    var graph = DOTGraph(name: text)
    graph.nodes = [.init(text)]
    graph.edges = [.init(text, text, key: text), .init(text, "other " + text)]
    graph.subgraphs = [.init(text, nodes: [.init(text)])]
    let reply = try GraphvizEngine.run(
      LayoutRequest(graph: graph, formats: [.svg, .dot], wantsGeometry: true))
    let layout = try #require(reply.layout)
    #expect(layout.nodes.map(\.name) == [id, "other " + id])
    #expect(layout.edges.map(\.key) == [id.isEmpty ? nil : id, nil])
    #expect(layout.edges.map(\.tail) == [id, id])
    #expect(layout.clusters.map(\.name) == [id])
    _ = try #require(SVGReading(reply.bytes(of: .svg)))
    // What Graphviz writes is DOT again.
    let written = String(decoding: reply.bytes(of: .dot) ?? [], as: UTF8.self)
    let again = try GraphvizEngine.run(LayoutRequest(dot: written, wantsGeometry: true))
    #expect(again.layout?.nodes.map(\.name) == layout.nodes.map(\.name))
  }

  @Test(arguments: HostileText.all)
  func `a tooltip holds its text`(text: String) throws {
    var graph = DOTGraph(name: "g")
    graph.nodes = [.init("n", ["label": "x", "tooltip": .text(text), "URL": "http://example.com"])]
    let reply = try GraphvizEngine.run(LayoutRequest(graph: graph, formats: [.svg]))
    let reading = try #require(SVGReading(reply.bytes(of: .svg)))
    let tooltip = reading.tooltips.first.map {
      $0.replacing("\u{2060}", with: "").replacing("\u{A0}", with: " ")
    }
    // An XML parser turns a tab in an attribute into a space; without a tooltip the label serves.
    let visible = HostileText.visible(text).replacing("\t", with: " ")
    #expect(tooltip == (visible.isEmpty ? "x" : visible))
  }

  @Test(arguments: [
    ("http://a.b/?x=1&y=2", "http://a.b/?x=1&y=2"), ("http://a.b/&copy;", "http://a.b/&copy;"),
    ("http://a.b/\\N", "http://a.b/%5CN"), ("http://[::1]/%20~(a)", "http://[::1]/%20~(a)"),
    ("http://a.b/\"><script>", "http://a.b/%22%3E%3Cscript%3E"), ("a b'#é", "a%20b%27#%C3%A9"),
    ("java\u{1}script:x", "java%01script:x"),
  ])
  func `a URL is passed on and cannot leave its attribute`(link: String, written: String) throws {
    var graph = DOTGraph(name: "g")
    graph.nodes = [.init("n", ["URL": .literal(link)])]
    let reply = try GraphvizEngine.run(LayoutRequest(graph: graph, formats: [.svg]))
    let reading = try #require(SVGReading(reply.bytes(of: .svg)))
    #expect(reading.links == [written])
    #expect(reading.elementCounts["script"] == nil)
  }

  @Test func `an ampersand in a URL is markup in SVG only`() {
    var graph = DOTGraph(name: "g")
    graph.nodes = [.init("n", ["URL": .literal("https://example.org/?a=1&b=2")])]
    for (formats, written) in [([RenderFormat.svg], "?a=1&amp;b=2"), ([.png, .pdf], "?a=1&b=2")] {
      #expect(LayoutRequest(graph: graph, formats: formats).dot.contains(written))
    }
  }

  @Test(arguments: HostileText.all)
  func `other attributes cannot break the SVG`(text: String) throws {
    let names = [
      "id", "class", "target", "fontname", "color", "shape", "style", "layer", "comment",
    ]
    for name in names {
      for value in [DOTValue.literal(text), .text(text)] {
        var graph = DOTGraph(name: "g")
        graph.nodes = [.init("n", ["label": "x", name: value, "URL": "http://a.b"])]
        let reply = try GraphvizEngine.run(LayoutRequest(graph: graph, formats: [.svg]))
        let reading = try #require(SVGReading(reply.bytes(of: .svg)), "\(name) breaks the SVG")
        #expect(reading.texts == ["x"])
      }
    }
  }

  @Test func `unbalanced markup is shown instead of breaking the graph`() throws {
    let reading = try drawing(label: .html(HTMLLabel(trusted: "a > b; c [x]")))
    #expect(reading.plainText == "a > b; c [x]")
  }

  @Test func `line breaks of every kind break the line`() throws {
    let reading = try drawing(label: .text("one\r\ntwo\rthree\nfour\u{2028}five"))
    #expect(reading.texts == ["one", "two", "three", "four", "five"])
  }

  private func drawing(label: DOTValue) throws -> SVGReading {
    var graph = DOTGraph(name: "g")
    graph.nodes = [.init("n", ["label": label])]
    let reply = try GraphvizEngine.run(LayoutRequest(graph: graph, formats: [.svg]))
    return try #require(SVGReading(reply.bytes(of: .svg)))
  }
}
