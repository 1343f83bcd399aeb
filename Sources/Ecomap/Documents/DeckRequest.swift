public import Cartography
package import EcosystemModel
import Insights
public import Interchange
package import Publishing

/// A presentation that is wanted: what to act on, an overview, a slide for each subject, pictures of the findings, next steps.
public struct DeckRequest: Sendable {
  /// What gets a slide of its own; `nil` for a few that suit the dataset.
  public var subject: DeckSubject?
  /// Which parts there are: all but the appendix, which has the rest of the pictures, the rosters and the tables.
  package var parts = Set(DeckPart.allCases).subtracting([.appendix])
  /// The most slides before the appendix; `nil` for twelve, or, where a subject is asked for, for as many as it takes.
  package var mostSlides: Int?
  /// The title of all; `nil` for the name of the dataset.
  public var title: String?
  /// The colours of the slides.
  public var theme = ThemeName.light
  /// The state since which changes are told: a day of the dataset, or another one; `nil` for none.
  package var since: DatasetState?
  package var date: CalendarDate?
  package var conditions: [Condition] = []

  /// Asks for a deck.
  ///
  /// - Parameters:
  ///   - subject: What gets a slide of its own; `nil` for what suits the dataset.
  ///   - since: The day since which changes are told; `nil` for none.
  ///   - day: The day that everything stands for; `nil` for the latest day of the saved views.
  ///   - conditions: What everything shown must meet, such as `region=Japan`.
  /// - Throws: ``EcomapError`` with code `badRequest` for a day or a condition that cannot be read.
  public init(
    per subject: DeckSubject? = nil, since: String? = nil, on day: String? = nil,
    where conditions: [String] = []
  ) throws(EcomapError) {
    self.init(
      per: subject, date: try .reading(day), conditions: try Condition.reading(conditions))
    self.since = try CalendarDate.reading(since).map { DatasetState(on: $0) }
  }

  package init(per subject: DeckSubject?, date: CalendarDate?, conditions: [Condition]) {
    self.subject = subject
    self.date = date
    self.conditions = conditions
  }
}

extension Dataset {
  /// Makes a presentation.
  ///
  /// ```swift
  /// let deck = try dataset.deck(DeckRequest(per: .alliance))
  /// let file = try deck.presentation()
  /// ```
  ///
  /// - Parameters:
  ///   - request: What is on it.
  ///   - options: Who draws, and how.
  /// - Returns: The slides. A map that could not be drawn is told in ``DrawnDeck/remarks``.
  /// - Throws: ``EcomapError`` where a condition makes no sense in the dataset.
  public func deck(
    _ request: DeckRequest, _ options: DrawingOptions = DrawingOptions()
  ) throws(EcomapError) -> DrawnDeck {
    var desk = try ReviewDesk(
      of: self, date: request.date, conditions: request.conditions, theme: request.theme, options)
    var question = desk.question(titled: request.title)
    let isWhole = request.parts.contains(.appendix)
    if !request.parts.contains(.overview) { question.overview = nil }
    if let since = request.since { try desk.ask(aboutChangesSince: since, &question) }
    if request.parts.contains(.subjects) {
      if let subject = request.subject ?? (isWhole ? .suitable(for: desk.snapshot) : nil) {
        desk.ask(about: subject, &question)
      } else {
        desk.askAboutLittle(&question)
      }
    }
    let most = request.mostSlides ?? (request.subject == nil && !isWhole ? 12 : nil)
    var asked = AskedSlides(options)
    asked.deck = AskedSlides.Deck(request)
    return DrawnDeck(
      desk.made(question), plan: DeckPlan(request.parts, mostSlides: most), of: desk, asked: asked)
  }
}
