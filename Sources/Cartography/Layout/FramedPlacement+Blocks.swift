import GraphvizKit

// What is moved about together.
extension FramedPlacement {
  /// Fewer boxes without a line than this may stand anywhere.
  private static let fewestUntied = 3

  /// Each frame, those without a line, and every other box as what is placed.
  func makeBlocks(_ start: [Point], _ shape: Shape) -> [Block] {
    var blocks: [Block] = []
    for frame in titleWidths.indices {
      let members = frames.indices.filter { frames[$0] == frame }
      if !members.isEmpty { blocks.append(block(of: members, frame: frame, start, shape)) }
    }
    let tied = Set(lines.flatMap { $0.0 == $0.1 ? [] : [$0.0, $0.1] })
    let untied = frames.indices.filter { frames[$0] == nil && !tied.contains($0) }
    let isBlock = untied.count >= Self.fewestUntied
    if isBlock { blocks.append(block(of: untied, frame: nil, start, Shape())) }
    for box in frames.indices where frames[box] == nil && !(isBlock && !tied.contains(box)) {
      blocks.append(
        Block(
          members: [box], frame: nil, offsets: [Point(x: sizes[box].x / 2, y: sizes[box].y / 2)],
          size: sizes[box]))
    }
    return blocks
  }

  /// Puts the boxes of a frame into rows of equal cells, in the order of their places from the top left.
  ///
  /// Where that is asked for, those that are much larger than most, as lists are, stand in rows of their own, above or below.
  /// Boxes without a frame keep the order of the tables.
  private func block(
    of members: [Int], frame: Int?, _ start: [Point], _ shape: Shape
  ) -> Block {
    let padding = frame == nil ? 0 : Self.padding
    let title = frame == nil ? 0 : Self.titleHeight
    let large = frame == nil || !shape.partsLarge ? [] : large(of: members)
    let regular = members.filter { !large.contains($0) }
    let cell = Self.cell(of: regular.map { sizes[$0] })
    let area = large.reduce(0) {
      $0 + (sizes[$1].x + Self.innerGap.x) * (sizes[$1].y + Self.innerGap.y)
    }
    let alike = regular.count + Int((area / (cell.x * cell.y)).rounded(.up))
    let columns = max(1, min(shape.columns(alike, cell: cell), regular.count))
    var rows = self.rows(of: regular, columns: columns, start, isOrdered: frame == nil)
      .map { (members: $0, cell: cell) }
    let inner = max(
      Double(min(columns, regular.count)) * cell.x,
      large.map { sizes[$0].x + Self.innerGap.x }.max() ?? 0,
      frame.map { titleWidths[$0] + Self.innerGap.x } ?? 0)
    let shelves = self.shelves(of: large, width: inner, start)
    let isAbove = mean(large.map { start[$0] }).y < mean(regular.map { start[$0] }).y
    rows = isAbove && !large.isEmpty ? shelves + rows : rows + shelves
    let width = inner - Self.innerGap.x + 2 * padding
    var block = Block(members: [], frame: frame, offsets: [], size: Point(x: width, y: 0))
    var y = padding + title
    for row in rows {
      let taken = Double(row.members.count) * row.cell.x
      let indent = frame == nil ? 0 : (width - taken + Self.innerGap.x) / 2
      for (column, member) in row.members.enumerated() {
        block.members.append(member)
        block.cells.append(Point(x: row.cell.x - Self.innerGap.x, y: row.cell.y - Self.innerGap.y))
        block.offsets.append(
          Point(
            x: indent + Double(column) * row.cell.x + (row.cell.x - Self.innerGap.x) / 2,
            y: y + (row.cell.y - Self.innerGap.y) / 2))
      }
      y += row.cell.y
    }
    block.size.y = y - Self.innerGap.y + padding
    return block
  }

  /// What holds each of some boxes, with the room between them.
  private static func cell(of sizes: [Point]) -> Point {
    Point(
      x: (sizes.map(\.x).max() ?? 0) + innerGap.x, y: (sizes.map(\.y).max() ?? 0) + innerGap.y)
  }

  /// The boxes that are twice as wide or high as three in four of them.
  func large(of members: [Int]) -> Set<Int> {
    guard !members.isEmpty else { return [] }
    func most(_ axis: KeyPath<Point, Double>) -> Double {
      let lengths = members.map { sizes[$0][keyPath: axis] }.sorted()
      return 2 * lengths[(lengths.count - 1) * 3 / 4]
    }
    let (wide, high) = (most(\.x), most(\.y))
    return Set(members.filter { sizes[$0].x > wide || sizes[$0].y > high })
  }

  /// Rows of so many boxes, from above and from the left as they stood.
  private func rows(
    of members: [Int], columns: Int, _ start: [Point], isOrdered: Bool
  ) -> [[Int]] {
    let byHeight =
      isOrdered
      ? members
      : members.sorted { (start[$0].y, start[$0].x, $0) < (start[$1].y, start[$1].x, $1) }
    return stride(from: 0, to: members.count, by: columns).map { first in
      let row = byHeight[first..<min(first + columns, members.count)]
      return isOrdered ? Array(row) : row.sorted { (start[$0].x, $0) < (start[$1].x, $1) }
    }
  }

  /// Rows of boxes of many sizes, each as wide as it may be.
  private func shelves(
    of members: Set<Int>, width: Double, _ start: [Point]
  ) -> [(members: [Int], cell: Point)] {
    var rows: [[Int]] = []
    for member in members.sorted(by: { (sizes[$0].y, $0) < (sizes[$1].y, $1) }) {
      let grown = (rows.last ?? []) + [member]
      if !rows.isEmpty,
        Double(grown.count) * Self.cell(of: grown.map { sizes[$0] }).x <= width
      {
        rows[rows.count - 1] = grown
      } else {
        rows.append([member])
      }
    }
    return rows.map { row in
      let cell = Self.cell(of: row.map { sizes[$0] })
      return (
        row.sorted { (start[$0].x, $0) < (start[$1].x, $1) },
        Point(x: max(cell.x, width / Double(row.count)), y: cell.y)
      )
    }
  }
}
