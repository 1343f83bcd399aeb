package import Publishing

/// The slides of a dataset, ready to be written.
public struct DrawnDeck: Sendable {
  package let review: Review
  let deck: Deck
  private let options: DrawingOptions
  private let asked: AskedSlides
  package let notes: [String]

  init(_ review: Review, plan: DeckPlan, of desk: ReviewDesk, asked: AskedSlides) {
    self.review = review
    deck = Deck(review, plan: plan)
    options = desk.options
    notes = desk.notes
    self.asked = asked
  }

  /// How many slides there are; on those of a template, tables may take more.
  public var count: Int { deck.count }
  /// What to know of the slides: maps that are missing, and letters that are small.
  public var remarks: [String] { notes + review.remarks }
  /// Whether every map that the data has is there.
  package var isComplete: Bool { review.failed.isEmpty }

  /// How slides are made of it.
  var slideOptions: PresentationOptions { options.presentation(asked: asked) }

  /// A presentation of native shapes and tables (`.pptx`).
  ///
  /// - Throws: ``EcomapError`` where the file cannot be packed.
  public func presentation() throws(EcomapError) -> [UInt8] {
    try EcomapError.wrapping { () throws(PublishingError) in
      try deck.presentation(slideOptions)
    }
  }

  /// A PDF document with bookmarks, a page for each slide.
  ///
  /// - Throws: ``EcomapError`` where a page cannot be drawn.
  public func document() throws(EcomapError) -> [UInt8] {
    try EcomapError.wrapping { () throws(PublishingError) in
      try deck.document(with: options.layout, timeLimit: options.timeLimit)
    }
  }

  /// A picture of each slide in SVG and one in PNG, with the names of the files.
  ///
  /// - Throws: ``EcomapError`` where a slide cannot be drawn.
  public func pictures() throws(EcomapError) -> [(name: String, bytes: [UInt8])] {
    try EcomapError.wrapping { () throws(PublishingError) in
      try deck.pictures(with: options.layout, timeLimit: options.timeLimit)
    }
  }
}
