package import EcosystemModel

/// Where alliances stand by two columns, how large they are, and how well they do.
package struct PortfolioQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.alliances]
  /// Alliances, and what was measured of them.
  package static let sources: [TableName] = [.alliances, .scores]

  /// The column or measure that leads from left to right; `nil` for what the data has, the stage first.
  package var x: String?
  /// The column or measure that leads from top to bottom, or upwards where it holds numbers; `nil` for what the data has, the
  /// area first.
  package var y: String?
  /// The numbers that size alliances; `nil` for their value where the data has it.
  package var size: String?
  /// The column or measure that colours them; `nil` for a health measure, or else what they are.
  package var colour: String?
  /// The order of stages; empty for that of the trade, from sourcing to sunset.
  package var stages: [String]

  /// Makes a question; what is left open follows from the data.
  package init(
    x: String? = nil, y: String? = nil, size: String? = nil, colour: String? = nil,
    stages: [String] = []
  ) {
    (self.x, self.y, self.size, self.colour, self.stages) = (x, y, size, colour, stages)
  }

  /// Reads the columns of the alliances that are there on the day.
  ///
  /// - Throws: ``InsightError`` if there are no alliances, or nothing is known of them under a name that was asked for.
  /// - Complexity: O(rows of the dataset + *n*·log *n*) for *n* alliances.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> PortfolioFindings {
    try snapshot.require(.alliances, for: "portfolio")
    let reader = AllianceColumns(in: snapshot, stages: stages)
    // What was asked for is refused before anything is chosen in its place.
    for name in [x, y, colour].compactMap({ $0 }) { _ = try reader.field(name) }
    if let size { _ = try reader.numbers(size) }
    let columns = reader.suitableAxes(x: x, y: y)
    let across = try columns.x.map { name throws(InsightError) in try reader.field(name) }
    let down = try columns.y.map { name throws(InsightError) in try reader.field(name) }
    let asked = [columns.x, columns.y, size].compactMap { $0 }.map { ColumnName.normalized($0) }
    let sizing = try (size ?? reader.suitableSize(beside: asked))
      .map { name throws(InsightError) in try reader.numbers(name) }
    let colouring = try (colour ?? reader.suitableColour(beside: asked))
      .map { name throws(InsightError) in try reader.field(name) }
    return PortfolioFindings(
      of: snapshot, x: across, y: down, size: sizing, colour: colouring)
  }
}
