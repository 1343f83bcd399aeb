/// What became of a ``LayoutRequest``.
package struct LayoutReply: Sendable, Hashable {
  /// The bytes of one picture.
  package struct Rendering: Sendable, Hashable {
    /// The format that was asked for.
    package var format: RenderFormat
    /// The content of the file.
    package var bytes: [UInt8]

    /// Creates a rendering.
    package init(format: RenderFormat, bytes: [UInt8]) {
      self.format = format
      self.bytes = bytes
    }
  }

  /// The geometry, if the request wanted it.
  package var layout: GraphLayout?
  /// One rendering per requested format, in the order of the request.
  package var renderings: [Rendering]
  /// What Graphviz had to say, one message per element, each starting with `Warning: ` or `Error: `.
  ///
  /// Graphviz mentions an unknown colour or shape only the first time that a process meets it.
  package var warnings: [String]

  /// Creates a reply.
  package init(
    layout: GraphLayout? = nil, renderings: [Rendering] = [], warnings: [String] = []
  ) {
    self.layout = layout
    self.renderings = renderings
    self.warnings = warnings
  }

  /// Returns the first picture in a format, or `nil` if it was not asked for.
  package func bytes(of format: RenderFormat) -> [UInt8]? {
    renderings.first { $0.format == format }?.bytes
  }
}
