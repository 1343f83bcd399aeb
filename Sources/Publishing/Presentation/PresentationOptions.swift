package import Cartography

/// How maps become slides.
package struct PresentationOptions: Hashable, Sendable {
  /// How lines are drawn.
  package var lines: LineStyle
  /// The bytes of a presentation or template (`.pptx`, `.potx`) whose masters, layouts, fonts and slide size are used.
  package var template: [UInt8]?
  /// Whether slides carry along where everything on their maps stands, so that later ones can keep it.
  package var carriesPlaces: Bool
  /// What was asked for, as text that slides carry along so that they can be drawn anew from other data; `nil` to leave out that and
  /// what we write on them.
  package var asked: String?

  /// Makes options; the standard ones glue lines to boxes and use no template.
  package init(lines: LineStyle = .glued, template: [UInt8]? = nil, carriesPlaces: Bool = true) {
    self.lines = lines
    self.template = template
    self.carriesPlaces = carriesPlaces
  }

  /// Reads the template, so that a wrong one is found before anything is drawn.
  ///
  /// - Returns: The size of sheets that fill its slides, in points, `nil` without a template; and what it would load
  ///   from elsewhere when it is opened, such as `http://…/logo.png in ppt/slideMasters/slideMaster1.xml`, which slides
  ///   leave out.
  /// - Throws: ``PublishingError`` with code `badTemplate`.
  @discardableResult
  package func check() throws(PublishingError) -> (sheet: Diagram.Extent?, leftOut: [String]) {
    let base = try PresentationBase(self, theme: .named(.light))
    return (base.sheet, base.leftOut)
  }
}
