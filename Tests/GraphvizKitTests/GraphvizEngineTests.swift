@testable import GraphvizKit
import Testing

@Suite(.serialized) struct GraphvizEngineTests {
  static let sample = DOTGraph(
    name: "sample", attributes: ["compound": "true"],
    nodes: [
      .init("a", ["label": "A"]), .init("b", ["shape": "box"]), .init("c"),
      .init("d", ["xlabel": "outside"]),
    ],
    subgraphs: [
      .init(
        "outer", attributes: ["label": .text("Outer")], nodes: [.init("a")],
        subgraphs: [.init("inner", nodes: [.init("b"), .init("c")])]),
      .init("same", role: .group, attributes: ["rank": "same"], nodes: [.init("d")]),
    ],
    edges: [
      .init("a", "b", key: "first", ["label": "one", "headlabel": "h", "taillabel": "t"]),
      .init("a", "b", key: "second"), .init("c", "c"), .init("d", "a", ["dir": "both"]),
      .init("b", "c", ["style": "dashed"]),
    ])

  @Test(arguments: LayoutEngine.allCases, RenderFormat.allCases)
  func `every engine draws every format`(engine: LayoutEngine, format: RenderFormat) throws {
    let reply = try GraphvizEngine.run(
      LayoutRequest(graph: Self.placedSample, engine: engine, formats: [format]))
    let bytes = try #require(reply.bytes(of: format))
    #expect(format.isWhole(bytes))
    if [.svg, .png, .pdf].contains(format) {
      #expect(!format.isWhole(Array(bytes.dropLast(bytes.count / 3))))
    }
    switch format {
    case .svg: #expect(try #require(SVGReading(bytes)).titles.contains("a"))
    case .png: #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    case .pdf: #expect(bytes.starts(with: Array("%PDF-".utf8)))
    case .dot, .xdot: #expect(String(decoding: bytes, as: UTF8.self).contains("pos="))
    case .structure: #expect(String(decoding: bytes, as: UTF8.self).contains("\"clusters\""))
    }
  }

  @Test func `structure tells what a text says without a layout`() throws {
    // An engine that cannot place this graph is not asked to.
    let reply = try GraphvizEngine.run(
      LayoutRequest(
        dot: "graph { a -- b [k=\"x\\\"y\"]; subgraph cluster_c { label=C; b } }",
        engine: .positioned, formats: [.structure]))
    let text = String(decoding: try #require(reply.bytes(of: .structure)), as: UTF8.self)
    #expect(
      text == """
        {
        "directed": false,
        "nodes": [
        {"id": "a", "attributes": {"label": "\\\\N"}},
        {"id": "b", "attributes": {"label": "\\\\N"}}
        ],
        "edges": [
        {"tail": "a", "head": "b", "attributes": {"k": "x\\"y"}}
        ],
        "clusters": [
        {"name": "cluster_c", "label": "C", "nodes": ["b"]}
        ]
        }

        """)
    #expect(reply.warnings == [])
  }

  @Test(arguments: LayoutEngine.allCases)
  func `geometry holds every node and edge inside the drawing`(engine: LayoutEngine) throws {
    let layout = try geometry(of: Self.placedSample, engine)
    #expect(layout.nodes.map(\.name) == ["a", "b", "c", "d"])
    #expect(
      layout.edges.map { [$0.tail, $0.head, $0.key ?? ""] }
        == [
          ["a", "b", "first"], ["a", "b", "second"], ["c", "c", ""], ["d", "a", ""],
          ["b", "c", ""],
        ])
    for node in layout.nodes {
      #expect(node.center.x - node.width / 2 >= -1)
      #expect(node.center.y - node.height / 2 >= -1)
      #expect(node.center.x + node.width / 2 <= layout.width + 1)
      #expect(node.center.y + node.height / 2 <= layout.height + 1)
    }
    for edge in layout.edges {
      #expect(!edge.curves.isEmpty)
      for curve in edge.curves { #expect(curve.points.count % 3 == 1) }
    }
  }

  @Test(arguments: LayoutEngine.allCases)
  func `arrow tips touch the node they point to`(engine: LayoutEngine) throws {
    let layout = try geometry(of: Self.placedSample, engine)
    let places = Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.name, $0) })
    for edge in layout.edges where edge.tail != edge.head {
      let head = try #require(places[edge.head])
      let tip = try #require(edge.curves.last?.endTip)
      #expect(abs(tip.x - head.center.x) <= head.width / 2 + 2)
      #expect(abs(tip.y - head.center.y) <= head.height / 2 + 2)
    }
    #expect(
      layout.edges.map { $0.curves.first?.startTip != nil } == [false, false, false, true, false])
  }

  @Test(arguments: [LayoutEngine.dot, .fdp, .osage])
  func `clusters surround their nodes`(engine: LayoutEngine) throws {
    let layout = try geometry(of: Self.sample, engine)
    #expect(layout.clusters.map(\.name) == ["outer", "inner"])
    #expect(layout.clusters.map(\.parent) == [nil, "outer"])
    #expect(layout.clusters.map { $0.label != nil } == [true, false])
    let outer = layout.clusters[0].frame
    for node in layout.nodes where node.name != "d" {
      #expect(node.center.x > outer.x && node.center.x < outer.x + outer.width)
      #expect(node.center.y > outer.y && node.center.y < outer.y + outer.height)
    }
  }

  @Test func `labels of an edge have places and sizes`() throws {
    let edge = try geometry(of: Self.sample, .dot).edges[0]
    for label in [edge.label, edge.headLabel, edge.tailLabel] {
      let label = try #require(label)
      #expect(label.width > 0 && label.height > 0)
    }
    let external = try geometry(of: Self.sample, .dot).nodes[3].externalLabel
    #expect(external.map { $0.width > 0 } == true)
  }

  @Test func `dot draws downwards`() throws {
    let graph = DOTGraph(name: "g", edges: [.init("top", "bottom")])
    let layout = try geometry(of: graph, .dot)
    #expect(layout.nodes[0].center.y < layout.nodes[1].center.y)
    #expect(layout.nodes[0].center.y == layout.nodes[0].height / 2)
  }

  @Test func `given positions are kept`() throws {
    let layout = try geometry(of: Self.placedSample, .positioned)
    let places = layout.nodes.map {
      GraphLayout.Point(x: $0.center.x + layout.origin.x, y: $0.center.y - layout.origin.y)
    }
    let frame = try #require(layout.clusters.first).frame
    let expected: [Double] = Self.places.map(\.x) + Self.places.map(\.y) + [-20, -10, 350, 400]
    let found: [Double] =
      places.map(\.x) + places.map(\.y)
      + [frame.x + layout.origin.x, frame.y - layout.origin.y, frame.width, frame.height]
    // Graphviz converts to inches and back.
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-9) }
  }

  @Test func `an empty graph is a drawing without content`() throws {
    for engine in LayoutEngine.allCases {
      let reply = try GraphvizEngine.run(
        LayoutRequest(
          graph: DOTGraph(), engine: engine, formats: [.svg, .png, .pdf], wantsGeometry: true))
      #expect(reply.layout?.nodes == [])
      #expect(try #require(SVGReading(reply.bytes(of: .svg))).texts.isEmpty)
    }
  }

  @Test(arguments: [
    ("digraph {", "syntax error"), ("", "no graph"), ("digraph { a -- b }", "syntax error"),
    ("digraph { a [label=\"x }", "syntax error"), ("digraph { a [label=<b> }", "syntax error"),
    ("digraph a {} digraph b {}", "more than one"), ("digraph {} }", "syntax error"),
    ("digraph { a\u{0} }", "NUL"), ("/* never closed", ""),
  ])
  func `a syntax error says so and leaves nothing behind`(dot: String, reason: String) throws {
    let error = try #require(throws: GraphvizError.self) {
      try GraphvizEngine.run(LayoutRequest(dot: dot, formats: [.svg]))
    }
    #expect(error.code == .syntaxError)
    #expect(error.message.contains(reason))
    let next = try GraphvizEngine.run(LayoutRequest(dot: "graph next { x }", wantsGeometry: true))
    #expect(next.layout?.nodes.map(\.name) == ["x"])
    #expect(next.warnings.isEmpty)
  }

  @Test func `a syntax error names the line`() throws {
    let error = try #require(throws: GraphvizError.self) {
      try GraphvizEngine.run(LayoutRequest(dot: "digraph {\n  a;\n  b -> -> c\n}"))
    }
    #expect(error.message.contains("line 3"))
  }

  @Test func `markup that is not well formed is an error`() throws {
    let dot = "digraph g { a [label=<<b>x</i>>] }"
    let error = try #require(throws: GraphvizError.self) {
      try GraphvizEngine.run(LayoutRequest(dot: dot))
    }
    #expect(error.code == .invalidLabel)
  }

  @Test func `warnings come whole and with the reply`() throws {
    let long = String(repeating: "x", count: 5000)
    let shape = "noshape\(UInt32.random(in: 0 ... .max))"
    let dot = "digraph g { a [shape=\(shape)]; \(long) [fixedsize=true, width=0.1] }"
    let reply = try GraphvizEngine.run(LayoutRequest(dot: dot, formats: [.svg]))
    #expect(reply.warnings.count == 2)
    #expect(reply.warnings.contains { $0.hasPrefix("Warning:") && $0.contains(shape) })
    #expect(reply.warnings.contains { $0.hasPrefix("Warning: node '\(long)'") })
  }

  @Test func `a PNG has the resolution asked for, an SVG of the same layout its own`() throws {
    var request = LayoutRequest(graph: Self.sample, formats: [.png, .svg], pngResolution: 96)
    let once = try GraphvizEngine.run(request)
    request.pngResolution = 192
    let twice = try GraphvizEngine.run(request)
    let (width, doubled) = (pngWidth(once), pngWidth(twice))
    #expect(abs(doubled - 2 * width) <= 2)
    #expect(width > 0)
    #expect(once.bytes(of: .svg) == twice.bytes(of: .svg))
  }

  @Test func `a PNG beyond all measure is refused`() throws {
    let request = LayoutRequest(graph: Self.sample, formats: [.png], pngResolution: 100_000)
    let error = try #require(throws: GraphvizError.self) { try GraphvizEngine.run(request) }
    #expect(error.code == .tooLarge)
  }

  @Test(arguments: LayoutEngine.allCases)
  func `the same request gives the same bytes`(engine: LayoutEngine) throws {
    let request = LayoutRequest(
      graph: Self.repeatable(engine), engine: engine, formats: [.svg, .dot, .xdot],
      wantsGeometry: true)
    let first = try GraphvizEngine.run(request)
    // Something else in between, so that state kept in globals would show.
    _ = try GraphvizEngine.run(LayoutRequest(dot: "graph x { p -- q -- r -- p }", engine: .neato))
    let second = try GraphvizEngine.run(request)
    #expect(second.layout == first.layout)
    #expect(second.warnings == first.warnings)
    for format in request.formats {
      let texts = [first, second].map {
        String(decoding: $0.bytes(of: format) ?? [], as: UTF8.self)
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func `5,000 nodes are laid out by sfdp`() throws {
    var graph = DOTGraph(name: "large", direction: .undirected)
    graph.nodes = (0..<5000).map { .init("n\($0)", ["shape": "point"]) }
    graph.edges = (1..<5000).map { .init("n\($0)", "n\($0 / 3)") }
    let reply = try GraphvizEngine.run(
      LayoutRequest(graph: graph, engine: .sfdp, formats: [.svg], wantsGeometry: true))
    #expect(reply.layout?.nodes.count == 5000)
    #expect(reply.layout?.edges.count == 4999)
  }

  // Positions in points, y downwards.
  private static let places: [GraphLayout.Point] = [
    .init(x: 100, y: 50), .init(x: 250.5, y: 200.25), .init(x: 30, y: 300), .init(x: 400, y: 20),
  ]
  private static let outerFrame = GraphLayout.Rectangle(x: -20, y: -10, width: 350, height: 400)

  /// The sample, without clusters where they make the engine waver.
  static func repeatable(_ engine: LayoutEngine) -> DOTGraph {
    var graph = placedSample
    if engine == .fdp { graph.subgraphs = [] }
    return graph
  }

  static var placedSample: DOTGraph {
    var graph = sample
    for (index, place) in places.enumerated() {
      graph.nodes[index].attributes["pos"] = .position(x: place.x, y: place.y)
    }
    graph.subgraphs[0].attributes["bb"] = .box(outerFrame)
    return graph
  }

  private func geometry(of graph: DOTGraph, _ engine: LayoutEngine) throws -> GraphLayout {
    let request = LayoutRequest(graph: graph, engine: engine, wantsGeometry: true)
    return try #require(try GraphvizEngine.run(request).layout)
  }

  /// The width in the header of a PNG.
  private func pngWidth(_ reply: LayoutReply) -> Int {
    (reply.bytes(of: .png) ?? []).dropFirst(16).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
