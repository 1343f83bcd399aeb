import GraphvizKit

/// One tree with its boxes at their places: everybody of one depth on one level, or on levels of their own under the box above.
///
/// Every level holds boxes of one depth only, so that nobody seems to stand on the level of those above or below. Subtrees stand
/// as close as their outlines allow, level by level, after E. M. Reingold, J. S. Tilford, “Tidier drawings of trees”,
/// *IEEE Transactions on Software Engineering* 7(2), 1981, [doi:10.1109/TSE.1981.234519](https://doi.org/10.1109/TSE.1981.234519),
/// and those between two others in the middle of the room they have.
struct TierTree {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// Room between boxes, in points, and by how much it is stretched.
  struct Spacing: Hashable {
    var across = 1.0
    var down = 1.0

    static let sibling = 16.0
    static let cousin = 24.0
    /// Between a trunk and the boxes beside it.
    static let elbow = 12.0
    /// Between a level and the next, with a line across in the middle.
    static let level = 30.0
    /// Between boxes of a stack.
    static let stack = 9.0
    /// Between a frame and what stands in it.
    static let frame = 12.0
    /// The height of a frame's title.
    static let title = 22.0
  }

  /// A frame around a box and everybody below it.
  struct Frame {
    /// From the middle of the box to the sides.
    var left: Double
    var right: Double
    var firstLevel: Int
    var lastLevel: Int
  }

  let forest: TierForest
  let root: Int
  let spacing: Spacing
  /// The width of the title of the frame around a box and everybody below it, where there is one.
  let titles: [Int: Double]
  /// The frames by the box on top.
  var frames: [Int: Frame] = [:]
  /// The extents of all boxes as they are drawn here.
  private(set) var sizes: [Point]
  /// The boxes of each level, from above.
  private(set) var levels: [[Int]] = []
  /// The level of each box of the tree.
  private(set) var level: [Int: Int] = [:]
  /// The columns below each box.
  private(set) var columns: [Int: [[Int]]] = [:]
  /// Where trunks stand beside the columns of a box, from its middle; one for each column, `nil` for one that is entered from above.
  var trunks: [Int: [Double?]] = [:]
  /// The middles of the boxes, with the upper left corner of the tree at the origin.
  private(set) var places: [Int: Point] = [:]
  /// The extent of the tree.
  private(set) var size = Point(x: 0, y: 0)
  /// The upper edges of the levels.
  private(set) var tops: [Double] = []
  private(set) var gaps: [Double] = []

  /// - Parameters:
  ///   - forest: Who stands below whom.
  ///   - root: The box on top.
  ///   - sizes: What each box needs.
  ///   - arrangements: How those below each box stand.
  ///   - spacing: By how much room is stretched.
  ///   - titles: The widths of the titles of frames, by the box on top of each.
  /// - Complexity: O(*n*·*l* + Σ *c*²·*l*) for *n* boxes on *l* levels, *c* below one.
  init(
    _ forest: TierForest, root: Int, sizes: [Point], arrangements: [TierArrangement],
    spacing: Spacing, titles: [Int: Double] = [:]
  ) {
    (self.forest, self.root, self.sizes, self.spacing) = (forest, root, sizes, spacing)
    self.titles = titles
    for node in forest.members(below: root) where !forest.children[node].isEmpty {
      columns[node] = arrangements[node].columns(of: forest.children[node]) {
        forest.children[$0].isEmpty
      }
    }
    append([root])
    descend(from: [root])
    evenOut()
    placeLevels()
    let whole = block(of: root)
    let left = whole.left.min() ?? 0
    for (node, x) in whole.places {
      guard let level = level[node] else { continue }
      places[node] = Point(x: x - left, y: tops[level] + self.sizes[node].y / 2)
    }
    size = Point(
      x: (whole.right.max() ?? 0) - left,
      y: (tops.last ?? 0) + (heights.last ?? 0) + (titles.isEmpty ? 0 : Spacing.frame))
  }

  // Levels

  private mutating func append(_ nodes: [Int]) {
    for node in nodes { level[node] = levels.count }
    levels.append(nodes)
  }

  /// Gives everybody below some boxes of one level their levels.
  private mutating func descend(from nodes: [Int]) {
    var lines: [[Int]] = []
    for node in nodes {
      for column in columns[node] ?? [] {
        for (line, child) in column.enumerated() {
          if line == lines.count { lines.append([]) }
          lines[line].append(child)
        }
      }
    }
    let isBand = lines.dropFirst().allSatisfy { $0.allSatisfy { forest.children[$0].isEmpty } }
    for line in lines {
      append(line)
      if !isBand { descend(from: line) }
    }
    if isBand, let first = lines.first { descend(from: first) }
  }

  /// Makes boxes of a level equally high, those of a stack equally wide, and those of a depth where they nearly are.
  private mutating func evenOut() {
    for nodes in levels {
      let height = nodes.map { sizes[$0].y }.max() ?? 0
      for node in nodes { sizes[node].y = height }
    }
    let byDepth = Dictionary(grouping: level.keys, by: { forest.depths[$0] })
    for nodes in byDepth.values {
      let widths = nodes.map { sizes[$0].x }
      guard let most = widths.max(), let least = widths.min(), most <= least * 1.3 else { continue }
      for node in nodes { sizes[node].x = most }
    }
    for columns in columns.values where columns.contains(where: { $0.count > 1 }) {
      let nodes = columns.filter { $0.count > 1 }.joined()
      let width = nodes.map { sizes[$0].x }.max() ?? 0
      for node in nodes { sizes[node].x = width }
    }
  }

  private var heights: [Double] { levels.map { $0.map { sizes[$0].y }.max() ?? 0 } }

  /// Whether a line from above leads to a level along its upper edge.
  private func isEntered(_ level: Int) -> Bool {
    levels[level].contains { node in
      guard let parent = forest.parents[node] else { return false }
      return (columns[parent] ?? []).contains { $0.first == node }
    }
  }

  /// How far above a level the line across runs that leads to it.
  func rise(to level: Int) -> Double { gaps[level] - Spacing.level * spacing.down / 2 }

  private mutating func placeLevels() {
    var y = 0.0
    var lastOfFrame: Set<Int> = []
    for node in level.keys where titles[node] != nil {
      lastOfFrame.insert(forest.members(below: node).compactMap { level[$0] }.max() ?? 0)
    }
    for (number, height) in heights.enumerated() {
      var gap =
        number == 0 ? 0 : (isEntered(number) ? Spacing.level : Spacing.stack) * spacing.down
      if levels[number].contains(where: { titles[$0] != nil }) {
        gap += Spacing.title + Spacing.frame
      }
      if lastOfFrame.contains(number - 1) { gap += Spacing.frame }
      gaps.append(gap)
      tops.append(y + gap)
      y += gap + height
    }
  }
}
