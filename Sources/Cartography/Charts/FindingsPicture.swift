public import Insights

/// The pictures that answers can be shown as.
public enum FindingsPicture: String, CaseIterable, Hashable, Sendable, Codable {
  /// How much each committee shares with each other one.
  case heatmap
  /// How many people sit on exactly which committees.
  case upset
  /// Hours a month by person, beside what they can give.
  case bars
  /// Ways from one end to another, step by step.
  case ways
  /// Days on each way up, committee by committee.
  case days
  /// Handoffs between parties, stage by stage.
  case lanes
  /// Working hours around the clock.
  case coverage
  /// The two sides of each wall, and what connects them.
  case walls
  /// Two organisations beside each other, with the bodies between them.
  case peers
}

/// An answer that can be shown as a picture on a slide.
///
/// The picture is made from the answer alone, without another look at the data, and is laid out to the last letter: give
/// it to a publisher.
public protocol PicturedFindings: Findings {
  /// The pictures there are of this answer, the main one first; empty where there is nothing to draw.
  var pictures: [FindingsPicture] { get }

  /// The answer as a picture on its sheet.
  ///
  /// - Parameters:
  ///   - picture: One of ``pictures``.
  ///   - context: What the picture looks like, and where its data comes from.
  /// - Returns: The sheet; nothing for a picture that there is not.
  func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram?
}

/// What holds for every picture of an answer.
public struct PictureContext: Hashable, Sendable, Codable {
  /// The colours of the sheet.
  public var theme = Theme.named(.light)
  /// Where the data comes from, for the footer.
  public var provenance = Provenance()
  /// The title; the answer's own where missing.
  public var title: String?
  /// The size of the sheet in points; that of a slide of 13.33 × 7.5 in where missing.
  public var sheet: Diagram.Extent?

  /// Makes the standard context.
  public init() {}

  /// Makes a context.
  public init(
    theme: Theme, provenance: Provenance, title: String? = nil, sheet: Diagram.Extent? = nil
  ) {
    self.theme = theme
    self.provenance = provenance
    self.title = title
    self.sheet = sheet
  }

  /// The line below a picture: what is shown, the day, the data.
  func footer(_ parts: [String], of findings: some Findings) -> String {
    provenance.ending(
      (parts.filter { !$0.isEmpty } + [findings.dateText] + provenance.faults)
        .joined(separator: "; "), theme: theme)
  }
}
