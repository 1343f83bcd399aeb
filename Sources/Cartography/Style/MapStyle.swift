/// How a map is to look: what the colours, sizes and themes follow.
package struct MapStyle: Hashable, Sendable, Codable {
  /// The column, count or metric that colours the boxes; by kind of map where missing.
  package var colour: String?
  /// The column, count or metric that sizes the names in the boxes; all equal where missing.
  package var size: String?
  /// The column, count or metric that widens the outlines of the boxes; all equal where missing.
  package var border: String?
  /// What widens the lines: `count`, `weight`, a column of numbers of the ties, or a metric, of which a line has the lower value
  /// of its two ends; by the number of ties where missing.
  package var width: String?
  /// The colours of the sheet.
  package var theme = Theme.named(.light)

  /// Makes the standard style.
  package init() {}
}
