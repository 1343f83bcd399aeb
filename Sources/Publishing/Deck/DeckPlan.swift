/// A part of a deck, in the order of the slides.
package enum DeckPart: String, CaseIterable, Hashable, Sendable {
  /// What to act on, in full sentences.
  case summary
  /// What changed since another state, where one is named: the map, the figures and the list.
  case changes
  /// The map of everything.
  case overview
  /// What gets a slide of its own: saved views, alliances, companies.
  case subjects
  /// The pictures that show what the summary says.
  case findings
  /// What to do next.
  case nextSteps = "next-steps"
  /// Everything else: all pictures of the findings, rosters and tables, with a list of contents.
  case appendix
}

/// Which parts a deck has, and how long it may be without its appendix.
package struct DeckPlan: Hashable, Sendable {
  /// The parts.
  package var parts: Set<DeckPart>
  /// The most slides before the appendix, the title among them; `nil` for as many as there are.
  ///
  /// Pictures of findings go first, the last of them before the others, then subjects.
  package var mostSlides: Int?

  /// Plans a deck of these parts.
  package init(_ parts: Set<DeckPart> = Set(DeckPart.allCases), mostSlides: Int? = nil) {
    self.parts = parts
    self.mostSlides = mostSlides
  }
}
