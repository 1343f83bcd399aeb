package import Cartography

/// Slides as they would be drawn now, before they are packed.
package struct FreshSlides {
  let presentation: Presentation
}

extension MapPublisher {
  /// The slide of a map.
  ///
  /// - Throws: ``PublishingError`` where the template is none.
  package func slides(of map: LaidOutDiagram) throws(PublishingError) -> FreshSlides {
    FreshSlides(presentation: try slide(map))
  }
}

extension Deck {
  /// The slides of a deck.
  ///
  /// - Throws: ``PublishingError`` where the template is none.
  package func slides(_ options: PresentationOptions) throws(PublishingError) -> FreshSlides {
    FreshSlides(presentation: try made(options))
  }
}
