import GraphvizKit

/// Pictures on the same places, in rows beside each other on one sheet.
package struct PanelGrid: Hashable, Sendable, Codable {
  /// What stands above each, in their order.
  package var captions: [String]
  /// How many stand beside each other.
  package var columns: Int

  /// The most pictures that a sheet holds.
  package static let most = 9

  /// Arranges so many pictures that each is neither a strip nor a column.
  package init(_ captions: [String]) {
    self.captions = captions
    columns =
      switch captions.count {
      case ...3: captions.count
      case 4: 2
      case 7, 8: 4
      default: 3
      }
  }

  /// How many rows there are.
  var rows: Int { (captions.count + columns - 1) / max(columns, 1) }

  /// How far to the right of the first picture, and below it, another one stands.
  func shift(of number: Int, pitch: LaidOutDiagram.Point) -> LaidOutDiagram.Point {
    .init(
      x: Double(number % columns) * pitch.x, y: Double(number / columns) * pitch.y)
  }
}
