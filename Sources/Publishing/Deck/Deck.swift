import Cartography
import Insights

/// The slides of a review: a title, the map of everything, a list of what follows, a slide for each view or alliance, the pictures
/// of the findings, and the rosters and tables.
package struct Deck: Sendable {
  /// One slide.
  struct Slide: Sendable {
    /// What is on it.
    enum Content: Sendable {
      /// The title of all, with lines below it.
      case title([String])
      /// A picture that brings its title.
      case picture(LaidOutDiagram)
      /// Parts of a table side by side; a row may lead to another slide.
      case tables([TableLayout.Page], notes: [String], links: [Int: String])
      /// Sentences to act on.
      case statements([Statement])
    }

    /// The name by which others link to it.
    var key: String
    var title: String
    var content: Content
    /// What the speaker reads.
    var notes = ""
    /// Where clicks on boxes lead: slides by the boxes' keys.
    var links: [String: String] = [:]
    /// What the list of contents calls it, where that is not its title.
    var listed: String?
    /// A word at its edge, such as that it is for the house itself.
    var mark: String?
    /// Whether it goes on with the table of the slide before.
    var isContinuation = false
  }

  let review: Review
  let plan: DeckPlan
  /// The title of all.
  package let title: String
  let theme: Theme
  let slides: [Slide]

  /// How many slides there are.
  package var count: Int { slides.count }

  /// The slides of a review.
  ///
  /// - Complexity: O(letters of its tables).
  package init(_ review: Review, plan: DeckPlan = DeckPlan()) {
    self.review = review
    self.plan = plan
    title = review.title
    theme = review.theme
    slides = DeckMaker(review: review, plan: plan).slides()
  }
}
