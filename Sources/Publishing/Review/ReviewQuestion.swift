package import Cartography
package import EcosystemModel
package import Insights

/// What a deck or a report is to hold.
package struct ReviewQuestion: Sendable {
  /// What is shown.
  package enum Source: Sendable {
    /// A map to be drawn, and of what.
    case map(MapRequest, Snapshot)
    /// The picture of an answer.
    case picture(LaidOutDiagram)
    /// Nothing, for a reason.
    case missing(String)
  }

  /// A picture with the name under which it was saved.
  package struct View: Sendable {
    /// The name.
    package var name: String
    /// The heading.
    package var title: String
    /// The picture.
    package var source: Source

    /// Names a picture.
    package init(name: String, title: String, source: Source) {
      self.name = name
      self.title = title
      self.source = source
    }
  }

  /// What changed since another state.
  package struct Change: Sendable {
    /// What changed, in words and figures.
    package var comparison: EcosystemComparison
    /// The map of what is in either state.
    package var map: Source

    /// Tells what changed.
    package init(_ comparison: EcosystemComparison, map: Source) {
      (self.comparison, self.map) = (comparison, map)
    }
  }

  /// How much is said about an alliance.
  package enum Depth: Sendable {
    /// Its map.
    case map
    /// Everything that is known.
    case briefing
  }

  /// The title.
  package var title: String
  /// The day from which changes are told; `nil` for none.
  package var since: CalendarDate?
  /// What changed since another state; `nil` where nobody asked.
  package var change: Change?
  /// The colours.
  package var theme = Theme.named(.light)
  /// Where the data comes from.
  package var provenance = Provenance()
  /// The picture of everything; `nil` for none.
  package var overview: Source?
  /// The saved views.
  package var views: [View] = []
  /// The alliances about which something is said on their own, in this order.
  package var alliances: [Alliance.ID] = []
  /// How much is said about each.
  package var depth = Depth.map
  /// Whether the findings and rosters of the whole are part of it.
  package var hasPortfolio = true
  /// What is wrong with the data, as a table; `nil` if it was not checked.
  package var dataFindings: FindingsTable?
  /// The size of the sheets of all pictures in points; that of a slide of 13.33 × 7.5 in where missing.
  package var sheet: Diagram.Extent?
  /// The longest one layout may take.
  package var timeLimit = Duration.seconds(60)
  /// How long to search for the layout of each map.
  package var effort = LayoutEffort.normal
  /// The pictures whose places maps keep.
  package var places = PlaceBook()

  /// Asks for a review with this title.
  package init(title: String) {
    self.title = title
  }
}
