// Its headers include the system's, whose types the compiler may then count as its own.
internal import CGraphviz

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
      if let error = Self.missingPlugins(messages) { throw error }
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

  /// Why Graphviz knows no engine at all, where its messages say so.
  private static func missingPlugins(_ messages: [String]) -> GraphvizError? {
    guard let message = messages.first(where: { $0.contains("not recognized. Use one of:") }),
      message.hasSuffix("one of:")
    else { return nil }
    let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let reason = errno
    if descriptor >= 0 { close(descriptor) }
    guard descriptor >= 0 || reason != EMFILE && reason != ENFILE else {
      return GraphvizError(
        code: .cannotStart,
        message: "Too few files may be open at once for Graphviz to load its plugins; raise the "
          + "limit (ulimit -n 256).")
    }
    return GraphvizError(
      code: .cannotStart,
      message: "The plugins of Graphviz are not found, and without them it knows no layout engine; "
        + "reinstall Graphviz (Debian: libgvc6, macOS: brew install graphviz), run dot -c, or take "
        + "GVBINDIR out of the environment if it is set.")
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
