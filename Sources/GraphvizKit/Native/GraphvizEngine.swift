internal import CGraphviz
import Synchronization

/// Graphviz inside this process.
///
/// A graph that makes the C library crash or stall takes the process with it; ``LayoutWorker`` runs
/// the same requests in a process of its own, with a time limit.
package enum GraphvizEngine {
  /// libgvc allows one user at a time and keeps state in globals: one context, one lock.
  private static let shared = Mutex(NativeContext())

  /// Lays a graph out and draws it, waiting for requests of other threads to finish.
  ///
  /// - Throws: ``GraphvizError`` with code `syntaxError`, `invalidLabel`, `layoutFailed`,
  ///   `renderFailed`, `tooLarge` or `cannotStart`.
  package static func run(_ request: LayoutRequest) throws(GraphvizError) -> LayoutReply {
    try shared.withLock { (context) throws(GraphvizError) in
      // Engines draw from the C library's generators; what one request has drawn must not move the next.
      ecomap_restart_random_numbers()
      GraphvizMessages.install(forTextOf: request.dot.utf8.count)
      let graph = try NativeGraph(dot: request.dot, in: context.open())
      guard !request.images.isEmpty else { return try run(request, on: graph) }
      let folder = try ImageFolder.holding(request.images)
      ecomap_set_image_folder(graph.root, folder.path)
      return try run(request, on: graph)
    }
  }

  /// Which Graphviz it is, such as `2.43.0`.
  ///
  /// - Throws: ``GraphvizError`` with code `cannotStart`.
  package static func version() throws(GraphvizError) -> String {
    try shared.withLock { (context) throws(GraphvizError) in
      String(cString: gvcVersion(try context.open()))
    }
  }

  /// Loads plugins and fonts, so that the first request need not.
  static func warmUp() throws(GraphvizError) {
    let dot = "digraph { node [fontname=\"Liberation Sans\"]; a [label=\"Aa\"] }"
    _ = try run(LayoutRequest(dot: dot, formats: [.svg]))
  }

  private static func run(
    _ request: LayoutRequest, on graph: consuming NativeGraph
  ) throws(GraphvizError) -> LayoutReply {
    var graph = graph
    var reply = LayoutReply()
    // Who only asks what the text says need not wait for a layout, which may take any time.
    let isPicture = request.wantsGeometry || request.formats.contains { $0 != .structure }
    if isPicture || request.formats.isEmpty {
      reply.warnings = try graph.layOut(with: request.engine)
    }
    for format in request.formats {
      let resolution = format == .png ? request.pngResolution : nil
      if format == .png { try PixelLimit.check(graph.sizeInPixels(at: resolution)) }
      let (bytes, messages) = try graph.render(format, resolution: resolution)
      // Cairo ends early without a word where it gets no memory for the rest.
      guard format.isWhole(bytes) else {
        throw GraphvizError(
          code: .tooLarge,
          message: "There is too little memory to draw the picture as "
            + "\(format.rawValue.uppercased()); draw less, or choose another format.",
          details: messages)
      }
      reply.renderings.append(LayoutReply.Rendering(format: format, bytes: bytes))
      reply.warnings += messages
    }
    if request.wantsGeometry { reply.layout = try graph.geometry() }
    return reply
  }
}
