/// The figures of a picture of bars, for programs that have charts of their own.
///
/// Bars lie in rows, one below the other and all of one height; in each the fields of the series follow each other from the left.
package struct BarFigures: Hashable, Sendable, Codable {
  /// One field of each row.
  package struct Series: Hashable, Sendable, Codable {
    /// What the field means, such as `alliances managed`.
    package var name: String
    /// The colour inside; `nil` where the field only keeps the next one away from the left end.
    package var fill: Colour?
    /// The colour of its outline.
    package var border: Colour?
    /// How spreadsheets write its lengths: a number format, such as `General" h"`.
    package var format: String
    /// The length of the field in each row; `nil` where the row has none.
    package var values: [Double?]
    /// The rows whose field has room for its length in words.
    package var labelled: Set<Int> = []
  }

  /// A field that does not look like the rest of its series.
  package struct Exception: Hashable, Sendable, Codable {
    package var series: Int
    package var row: Int
    package var fill: Colour
    package var border: Colour
    /// The width of the outline.
    package var width: Double
  }

  /// What lengths are, such as `hours a month`.
  package var measure: String
  /// What each row is about, from top to bottom.
  package var rows: [String]
  package var series: [Series] = []
  package var exceptions: [Exception] = []
  /// Whether the name of its series stands in a field, before its length.
  package var namesFields = false
  /// The lengths at the left and the right end of ``plot``.
  package var scale: ClosedRange<Double>
  /// The rows on the picture, one as high as the other.
  package var plot: LaidOutDiagram.Rectangle
  /// How high a bar is, as a share of its row; it lies in the middle.
  package var thickness: Double
  /// The keys of the shapes that such a chart stands in for.
  package var boxes: Set<String> = []

  /// The position of a series, which begins where there is none of the name yet.
  ///
  /// - Parameters:
  ///   - name: What the field means.
  ///   - fill: The colour inside.
  ///   - border: The colour of the outline.
  ///   - format: How spreadsheets write its lengths.
  /// - Returns: The position, from 0.
  @discardableResult
  mutating func series(
    _ name: String, fill: Colour?, border: Colour? = nil, format: String
  ) -> Int {
    if let position = series.firstIndex(where: { $0.name == name }) { return position }
    series.append(
      Series(
        name: name, fill: fill, border: border, format: format,
        values: Array(repeating: nil, count: rows.count)))
    return series.count - 1
  }

  /// Puts a field into a row.
  ///
  /// - Parameters:
  ///   - value: Its length.
  ///   - position: The series.
  ///   - row: The row, from 0.
  ///   - hasRoom: Whether the length can stand inside.
  mutating func put(_ value: Double, in position: Int, row: Int, hasRoom: Bool = false) {
    series[position].values[row] = (value * 10_000).rounded() / 10_000
    if hasRoom { series[position].labelled.insert(row) }
  }
}
