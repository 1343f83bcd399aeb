import GraphvizKit

/// Rectangles in rows, in their order, in the shape of the room there is.
struct Shelves {
  typealias Point = LaidOutDiagram.Point

  /// The upper left corners.
  private(set) var corners: [Point]
  /// What each rectangle may take without touching others.
  private(set) var cells: [Point]
  /// The extent of all.
  private(set) var size: Point

  /// - Parameters:
  ///   - sizes: The extents of the rectangles.
  ///   - aspect: Width by height of the room.
  ///   - gap: Room between them.
  /// - Complexity: O(*n*²).
  init(_ sizes: [Point], aspect: Double, gap: Point) {
    var widths: [Double] = []
    for size in sizes { widths.append((widths.last ?? -gap.x) + gap.x + size.x) }
    let widest = sizes.map(\.x).max() ?? 0
    var best: (need: Double, rows: [[Int]])?
    for width in Set(widths.map { max($0, widest) }).sorted() {
      let rows = Self.rows(sizes, within: width, gap.x)
      let extent = Self.extent(rows, sizes, gap)
      let need = max(extent.x / aspect, extent.y)
      if need < (best?.need ?? .infinity) - 0.01 { best = (need, rows) }
    }
    let rows = best?.rows ?? []
    (corners, cells) = (sizes, sizes)
    size = Self.extent(rows, sizes, gap)
    var y = 0.0
    for row in rows {
      let height = row.map { sizes[$0].y }.max() ?? 0
      let width = row.reduce(-gap.x) { $0 + sizes[$1].x + gap.x }
      // Rows end where the longest does, unless that would tear them apart.
      let spare = size.x - width
      let isFull = spare <= 0.34 * size.x
      let more = isFull ? spare / Double(row.count) : 0
      var x = isFull ? 0 : spare / 2
      for item in row {
        corners[item] = Point(x: x, y: y)
        cells[item] = Point(x: sizes[item].x + more, y: height)
        x += sizes[item].x + more + gap.x
      }
      y += height + gap.y
    }
  }

  private static func rows(_ sizes: [Point], within width: Double, _ gap: Double) -> [[Int]] {
    var rows: [[Int]] = []
    var x = 0.0
    for (item, size) in sizes.enumerated() {
      if rows.isEmpty || x + gap + size.x > width + 0.01 {
        rows.append([item])
        x = size.x
      } else {
        rows[rows.count - 1].append(item)
        x += gap + size.x
      }
    }
    return rows
  }

  private static func extent(_ rows: [[Int]], _ sizes: [Point], _ gap: Point) -> Point {
    Point(
      x: rows.map { row in row.reduce(-gap.x) { $0 + sizes[$1].x + gap.x } }.max() ?? 0,
      y: rows.reduce(-gap.y) { $0 + ($1.map { sizes[$0].y }.max() ?? 0) + gap.y })
  }
}
