import Cartography
import EcosystemModel
import GraphvizKit
package import Interchange
package import Publishing

/// How a presentation is updated.
package struct UpdateOptions: Sendable {
  /// Who draws, how long it may take, and in which looks.
  package var drawing = DrawingOptions()
  /// The effort to draw with; that of the presentation if `nil`.
  package var effort: LayoutEffort?
  /// The view that slides show which do not say so.
  package var view: String?
  /// Whether what the data no longer has is taken off rather than faded.
  package var removesGone = false

  package init() {}
}

/// A presentation into which new data was taken.
package struct UpdatedDeck: Sendable {
  /// The file; that which was read where nothing changed.
  package let bytes: [UInt8]
  package let report: UpdateReport
  /// What to know of the pictures.
  package let notes: [String]
}

extension Dataset {
  /// Takes the data into a presentation that people worked on.
  ///
  /// What people changed stays; what the data changed changes; where both did, people win, and the report says so.
  ///
  /// - Parameters:
  ///   - deck: The file.
  ///   - path: Its name.
  ///   - old: The data that the presentation was drawn from, for files that do not say any more what we wrote.
  ///   - options: How.
  /// - Returns: The presentation.
  /// - Throws: ``EcomapError`` where it is no presentation of ours, or a picture cannot be drawn.
  package func update(
    _ deck: [UInt8], named path: String, from old: Dataset?, _ options: UpdateOptions
  ) throws(EcomapError) -> UpdatedDeck {
    var asked: String?
    if let view = options.view {
      var request = AskedSlides(options.drawing)
      request.view = ViewRequest()
      request.view?.name = view
      asked = request.text
    }
    var edited = try EcomapError.wrapping { () throws(PublishingError) in
      try EditedDeck(deck, asked: asked, removesGone: options.removesGone)
    }
    let pictures = (try? PlacesFile.pictures(in: deck, named: "deck.pptx")) ?? []
    var notes: [String] = []
    for asked in edited.orders {
      guard let order = AskedSlides(text: asked) else {
        throw EcomapError(
          .unreadable,
          "it was written by another version, which asked for pictures in words that are not known here"
        )
      }
      if let refusal = order.refusal { throw EcomapError(.unreadable, refusal) }
      if order.hasBrand, options.drawing.brand == nil {
        throw EcomapError(
          .badRequest, "The deck was drawn in the looks of a brand; name its file, too.")
      }
      var drawing = options.drawing
      drawing.lines = order.lines
      drawing.effort = options.effort ?? order.effort
      if order.hasTemplate { drawing.template = try SlideTemplate(deck) }
      drawing.places = PlaceBook()
      if !edited.hasMemory {
        // Slides are told apart by what would be on them.
        let drawn = try (old ?? self).slides(order, drawing)
        try EcomapError.wrapping { () throws(PublishingError) in try edited.recognise(drawn.slides)
        }
      }
      let before = try edited.hasMemory ? nil : old?.slides(order, drawing).slides
      drawing.places = PlaceBook(
        ofSlides: Dictionary(
          edited.keys(asked).compactMap { key, part in
            pictures.first { $0.part == part }.map { (key, $0.memory) }
          }, uniquingKeysWith: { first, _ in first }))
      let drawn = try slides(order, drawing)
      notes += drawn.notes
      try EcomapError.wrapping { () throws(PublishingError) in
        try edited.bring(drawn.slides, before: before, asked: asked)
      }
    }
    return UpdatedDeck(
      bytes: try EcomapError.wrapping { () throws(PublishingError) in try edited.document() },
      report: edited.finalReport, notes: notes)
  }

  /// Draws what slides were asked for.
  private func slides(
    _ order: AskedSlides, _ drawing: DrawingOptions
  ) throws(EcomapError) -> (slides: FreshSlides, notes: [String]) {
    try Language.speaking(order.language.flatMap(Language.init(rawValue:))) {
      () throws(EcomapError) in try drawnSlides(order, drawing)
    }
  }

  private func drawnSlides(
    _ order: AskedSlides, _ drawing: DrawingOptions
  ) throws(EcomapError) -> (slides: FreshSlides, notes: [String]) {
    if let deck = order.deck {
      let drawn = try self.deck(deck.request, drawing)
      let slides = try EcomapError.wrapping { () throws(PublishingError) in
        try drawn.deck.slides(drawn.slideOptions)
      }
      return (slides, drawn.remarks)
    }
    var drawing = drawing
    drawing.places = drawing.places?.book(forSlide: "map")
    var view = try resolving(order.view ?? ViewRequest())
    if let since = order.since { view = try marking(view, since: since) }
    let drawn = try draw(view, drawing)
    let slides = try EcomapError.wrapping { () throws(PublishingError) in
      try drawing.publisher(asked: order).slides(of: drawn.map)
    }
    return (slides, drawn.remarks)
  }
}
