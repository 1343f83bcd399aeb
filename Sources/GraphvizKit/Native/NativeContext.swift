internal import CGraphviz

/// The owner of libgvc's context: plugins, fonts and the state of the current drawing.
///
/// libgvc keeps more state in globals, so there is one context per process and one user at a time;
/// ``GraphvizEngine`` sees to both.
struct NativeContext: ~Copyable {
  private var handle: OpaquePointer?

  /// Creates an owner that loads nothing until ``open()`` is called.
  init() {}

  deinit {
    if let handle { gvFreeContext(handle) }
  }

  /// Returns the context, which lives as long as the owner.
  mutating func open() throws(GraphvizError) -> OpaquePointer {
    if let handle { return handle }
    guard let handle = gvContext() else {
      throw GraphvizError(
        code: .cannotStart, message: "Graphviz could not be initialised; reinstall it.",
        details: GraphvizMessages.drain())
    }
    self.handle = handle
    return handle
  }
}
