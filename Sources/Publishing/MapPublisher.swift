package import Cartography
package import GraphvizKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes laid-out maps in the formats of ``OutputFormat``.
package struct MapPublisher: Sendable {
  private let worker: LayoutWorker
  private let timeLimit: Duration
  /// How maps become slides.
  package var presentation = PresentationOptions()

  /// Draws with a worker, with so much time for each picture.
  package init(worker: LayoutWorker = .inProcess, timeLimit: Duration = .seconds(60)) {
    self.worker = worker
    self.timeLimit = timeLimit
  }

  /// The bytes of a map in several formats, in their order, drawn from the one layout.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - facts: What a page in the browser can tell about it; asked for only where one is written.
  ///   - formats: What to write.
  /// - Returns: The files' contents.
  /// - Throws: ``PublishingError`` where a file cannot be made.
  package func publish(
    _ map: LaidOutDiagram, facts: () -> PageFacts? = { nil },
    as formats: [OutputFormat]
  ) throws(PublishingError) -> [[UInt8]] {
    var pictures: [RenderFormat: [UInt8]] = [:]
    // SVG gets its title, legend and footer as text.
    for (wanted, withOrnaments) in [([RenderFormat.svg], false), ([.png, .pdf], true)] {
      let wanted = wanted.filter { picture in formats.contains { $0.picture == picture } }
      guard !wanted.isEmpty else { continue }
      var request = LayoutRequest(
        graph: map.positionedGraph(withOrnaments: withOrnaments), engine: .positioned,
        formats: wanted, pngResolution: 1920 * 72 / max(map.width, 1))
      if withOrnaments { request.show(map.diagram.theme.logo) }
      for rendering in try worker.draw(request, timeLimit: timeLimit) {
        pictures[rendering.format] = rendering.bytes
      }
    }
    let memory = formats.contains(.svg) ? try Self.compact(map.memory) : []
    lazy var picture = SVGDocument(map).finished(pictures[.svg] ?? [])
    return try formats.map { format throws(PublishingError) in
      switch format {
      case .svg: SVGDocument.carrying(memory, picture)
      case .png: pictures[.png] ?? []
      case .pdf:
        // Binding leaves out the time of drawing, which the engine puts into it.
        try PDFBook(title: map.diagram.title, bookmarks: []).joined([pictures[.pdf] ?? []])
      case .pptx: try slide(map).bytes()
      case .html: try MapPage(map, picture: picture, facts: facts()).bytes()
      case .dot: Self.dot(map)
      case .diagramJSON: try Self.json(map.diagram)
      case .laidOutJSON: try Self.json(map)
      }
    }
  }

  /// A presentation of one slide.
  func slide(_ map: LaidOutDiagram) throws(PublishingError) -> Presentation {
    let base = try PresentationBase(presentation, theme: map.diagram.theme)
      .fitting(map.diagram.sheet)
    let slide = PresentationSlide(key: "map", map: map, lines: presentation.lines, on: base)
    return Presentation(
      title: map.diagram.title, base: base, slides: [slide], asked: presentation.asked)
  }

  /// The map as a graph in which everything has its place, and every line its run: each of Graphviz' own programs draws it as
  /// it is, since it names the engine that moves nothing.
  static func dot(_ map: LaidOutDiagram) -> [UInt8] {
    // Text cannot bring the picture of a logo along.
    var graph = map.withoutLogo.positionedGraph(withOrnaments: true)
    graph.attributes["layout"] = .escaped(LayoutEngine.positioned.pluginName)
    return Array(graph.text.utf8)
  }

  private static func json(_ value: some Encodable) throws(PublishingError) -> [UInt8] {
    try encoded(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      + [UInt8(ascii: "\n")]
  }

  /// JSON in one line, as pictures carry it along.
  static func compact(_ value: some Encodable) throws(PublishingError) -> [UInt8] {
    try encoded(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func encoded(
    _ value: some Encodable, _ form: JSONEncoder.OutputFormatting
  ) throws(PublishingError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = form
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw PublishingError(.drawingFailed, "The map could not be written as JSON: \(error).")
    }
  }
}

extension OutputFormat {
  /// The picture that Graphviz draws for the format, or `nil`.
  fileprivate var picture: RenderFormat? {
    switch self {
    case .svg, .html: .svg
    case .png: .png
    case .pdf: .pdf
    case .pptx, .dot, .diagramJSON, .laidOutJSON: nil
    }
  }
}

extension LayoutRequest {
  /// Takes the logo along, if there is one.
  mutating func show(_ logo: Logo?) {
    if let logo { images = [logo.image] }
  }
}

extension LayoutWorker {
  /// Draws, and makes sure that no picture is missing from the drawing.
  ///
  /// - Throws: ``PublishingError``, also where the library on this machine cannot show a logo.
  func draw(
    _ request: LayoutRequest, timeLimit: Duration
  ) throws(PublishingError) -> [LayoutReply.Rendering] {
    let reply: LayoutReply
    do throws(GraphvizError) {
      reply = try run(request, timeLimit: timeLimit)
    } catch {
      throw PublishingError(error)
    }
    let words = ["loadimage", "image file", request.images.first?.name ?? "loadimage"]
    let warning = reply.warnings.first { warning in words.contains { warning.contains($0) } }
    guard let warning, !request.images.isEmpty else { return reply.renderings }
    throw PublishingError(
      .drawingFailed,
      "The logo cannot be drawn as PNG or PDF; export it anew as PNG, or leave it out.",
      details: [warning])
  }
}
