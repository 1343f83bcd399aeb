/// How a map is to look: what the colours, sizes and themes follow.
public struct MapStyle: Hashable, Sendable, Codable {
  /// The column, count or metric that colours the boxes; by kind of map where missing.
  public var colour: String?
  /// The column, count or metric that sizes the names in the boxes; all equal where missing.
  public var size: String?
  /// The column, count or metric that widens the outlines of the boxes; all equal where missing.
  public var border: String?
  /// What widens the lines: `count`, `weight`, a column of numbers of the ties, or a metric, of which a line has the lower value
  /// of its two ends; by the number of ties where missing.
  public var width: String?
  /// The colours of the sheet.
  public var theme = Theme.named(.light)

  /// Makes the standard style.
  public init() {}
}
