public import Cartography
public import EcosystemModel
public import Insights

/// What a deck or a report is to hold.
public struct ReviewQuestion: Sendable {
  /// What is shown.
  public enum Source: Sendable {
    /// A map to be drawn, and of what.
    case map(MapRequest, Snapshot)
    /// The picture of an answer.
    case picture(LaidOutDiagram)
    /// Nothing, for a reason.
    case missing(String)
  }

  /// A picture with the name under which it was saved.
  public struct View: Sendable {
    /// The name.
    public var name: String
    /// The heading.
    public var title: String
    /// The picture.
    public var source: Source

    /// Names a picture.
    public init(name: String, title: String, source: Source) {
      self.name = name
      self.title = title
      self.source = source
    }
  }

  /// How much is said about an alliance.
  public enum Depth: Sendable {
    /// Its map.
    case map
    /// Everything that is known.
    case briefing
  }

  /// The title.
  public var title: String
  /// The day from which changes are told; `nil` for none.
  public var since: CalendarDate?
  /// The colours.
  public var theme = Theme.named(.light)
  /// Where the data comes from.
  public var provenance = Provenance()
  /// The picture of everything; `nil` for none.
  public var overview: Source?
  /// The saved views.
  public var views: [View] = []
  /// The alliances about which something is said on their own, in this order.
  public var alliances: [Alliance.ID] = []
  /// How much is said about each.
  public var depth = Depth.map
  /// Whether the findings and rosters of the whole are part of it.
  public var hasPortfolio = true
  /// What is wrong with the data, as a table; `nil` if it was not checked.
  public var dataFindings: FindingsTable?
  /// The size of the sheets of all pictures in points; that of a slide of 13.33 × 7.5 in where missing.
  public var sheet: Diagram.Extent?
  /// The longest one layout may take.
  public var timeLimit = Duration.seconds(60)
  /// How long to search for the layout of each map.
  public var effort = LayoutEffort.normal

  /// Asks for a review with this title.
  public init(title: String) {
    self.title = title
  }
}
