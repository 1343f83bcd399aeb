public import Cartography

/// How maps become slides.
public struct PresentationOptions: Hashable, Sendable {
  /// How lines are drawn.
  public var lines: LineStyle
  /// The bytes of a presentation or template (`.pptx`, `.potx`) whose masters, layouts, fonts and slide size are used.
  public var template: [UInt8]?

  /// Makes options; the standard ones glue lines to boxes and use no template.
  public init(lines: LineStyle = .glued, template: [UInt8]? = nil) {
    self.lines = lines
    self.template = template
  }

  /// Reads the template, so that a wrong one is found before anything is drawn.
  ///
  /// - Returns: The size of sheets that fill its slides, in points; nothing without a template.
  /// - Throws: ``PublishingError`` with code `badTemplate`.
  @discardableResult
  public func check() throws(PublishingError) -> Diagram.Extent? {
    try PresentationBase(self, theme: .named(.light)).sheet
  }
}
