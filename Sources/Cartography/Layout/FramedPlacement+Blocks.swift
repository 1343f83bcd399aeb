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
    if isBlock { blocks.append(block(of: untied, frame: nil, start, .slide)) }
    for box in frames.indices where frames[box] == nil && !(isBlock && !tied.contains(box)) {
      blocks.append(
        Block(
          members: [box], frame: nil, offsets: [Point(x: sizes[box].x / 2, y: sizes[box].y / 2)],
          size: sizes[box]))
    }
    return blocks
  }

  /// Puts the boxes of a frame into rows of equal cells, in the order of their places from the top left; those without a
  /// frame in the order of the tables.
  private func block(
    of members: [Int], frame: Int?, _ start: [Point], _ shape: Shape
  ) -> Block {
    let padding = frame == nil ? 0 : Self.padding
    let title = frame == nil ? 0 : Self.titleHeight
    let cell = Point(
      x: (members.map { sizes[$0].x }.max() ?? 0) + Self.innerGap.x,
      y: (members.map { sizes[$0].y }.max() ?? 0) + Self.innerGap.y)
    let columns = shape.columns(members.count, cell: cell)
    let rows = (members.count + columns - 1) / columns
    let byHeight = members.sorted {
      (start[$0].y, start[$0].x, $0) < (start[$1].y, start[$1].x, $1)
    }
    var ordered: [Int] = frame == nil ? members : []
    for row in 0..<(frame == nil ? 0 : rows) {
      let slice = byHeight.dropFirst(row * columns).prefix(columns)
      ordered += slice.sorted { (start[$0].x, $0) < (start[$1].x, $1) }
    }
    let width = max(
      Double(min(columns, members.count)) * cell.x - Self.innerGap.x + 2 * padding,
      (frame.map { titleWidths[$0] } ?? 0) + 2 * padding)
    let height = Double(rows) * cell.y - Self.innerGap.y + title + 2 * padding
    let offsets = ordered.indices.map { position in
      let (row, column) = (position / columns, position % columns)
      let inRow = min(columns, ordered.count - row * columns)
      let indent = frame == nil ? 0 : (width - Double(inRow) * cell.x + Self.innerGap.x) / 2
      return Point(
        x: indent + Double(column) * cell.x + (cell.x - Self.innerGap.x) / 2,
        y: padding + title + Double(row) * cell.y + (cell.y - Self.innerGap.y) / 2)
    }
    return Block(members: ordered, frame: frame, offsets: offsets, size: Point(x: width, y: height))
  }
}
