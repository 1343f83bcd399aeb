internal import CGraphviz

/// The owner of a parsed graph and of its layout.
struct NativeGraph: ~Copyable {
  let root: UnsafeMutablePointer<Agraph_t>
  private let context: OpaquePointer
  private var isLaidOut = false

  /// Parses DOT text that holds exactly one graph.
  init(dot: String, in context: OpaquePointer) throws(GraphvizError) {
    guard !dot.utf8.contains(0) else {
      throw GraphvizError(
        code: .syntaxError, message: "The DOT text holds a NUL character; remove it.")
    }
    _ = GraphvizMessages.drain()
    let first = GraphDiscipline.read(dot)
    // What follows the first graph stays in the scanner's buffer and would be taken for the start of
    // the next request; reading on until the end empties it.
    var isAlone = true
    while let next = GraphDiscipline.read("") {
      isAlone = false
      agclose(next)
    }
    let messages = GraphvizMessages.drain()
    // A comment that was never closed would swallow every later text.
    _ = GraphDiscipline.read("*/")
    _ = GraphvizMessages.drain()
    guard let first, isAlone, messages.allSatisfy({ !$0.hasPrefix("Error") }) else {
      if let first { agclose(first) }
      throw Self.syntaxError(isAlone: isAlone, messages: messages)
    }
    root = first
    self.context = context
  }

  deinit {
    if isLaidOut { gvFreeLayout(context, root) }
    agclose(root)
  }

  /// Places nodes and edges.
  ///
  /// - Returns: What Graphviz had to say.
  mutating func layOut(with engine: LayoutEngine) throws(GraphvizError) -> [String] {
    if engine == .positioned { ecomap_keep_positions(root) }
    let status = gvLayout(context, root, engine.pluginName)
    let messages = GraphvizMessages.drain()
    // Even a failed layout may have attached data to the graph that only this call frees.
    isLaidOut = true
    guard status == 0, ecomap_has_layout(root) != 0 else {
      throw GraphvizError(
        code: .layoutFailed,
        message: "Graphviz could not lay out the graph with \(engine.rawValue); "
          + "try another layout engine.", details: messages)
    }
    if let message = messages.first(where: { $0.hasPrefix("Error") && $0.contains("in label of") })
    {
      throw GraphvizError(
        code: .invalidLabel,
        message: "An HTML-like label is not well formed; escape the data in it. \(message)",
        details: messages)
    }
    return messages
  }

  /// Draws the layout.
  ///
  /// - Parameters:
  ///   - format: The file format.
  ///   - resolution: Dots per inch, `nil` for the graph's or the format's own.
  /// - Returns: The content of the file, and what Graphviz had to say.
  /// - Throws: ``GraphvizError`` with code `renderFailed`.
  func render(
    _ format: RenderFormat, resolution: Double?
  ) throws(GraphvizError) -> (bytes: [UInt8], messages: [String]) {
    if format == .structure { return (structure(), []) }
    let original = ecomap_resolution(root)
    if let resolution { ecomap_set_resolution(root, resolution) }
    defer { ecomap_set_resolution(root, original) }
    var data: UnsafeMutablePointer<CChar>?
    var count = 0
    let status = ecomap_render(context, root, format.rawValue, &data, &count)
    defer { if let data { gvFreeRenderData(data) } }
    let messages = GraphvizMessages.drain()
    guard status == 0, let data, count > 0 else {
      throw GraphvizError(
        code: .renderFailed,
        message: "Graphviz could not write \(format.rawValue.uppercased()); "
          + "check that its Cairo/Pango plugin is installed (Debian: libgvc6, macOS: brew install "
          + "graphviz) or choose another format.", details: messages)
    }
    return (Array(UnsafeRawBufferPointer(start: data, count: count)), messages)
  }

  private static func syntaxError(isAlone: Bool, messages: [String]) -> GraphvizError {
    guard isAlone else {
      return GraphvizError(
        code: .syntaxError, message: "The DOT text holds more than one graph; keep one.",
        details: messages)
    }
    let reason = messages.first.map { " " + $0 } ?? " It holds no graph."
    return GraphvizError(
      code: .syntaxError, message: "The DOT text is not well formed; correct it.\(reason)",
      details: messages)
  }
}
