package import EcosystemModel
import GraphvizKit

/// A picture whose places a new one is to keep, and how far it may give way.
package struct KeptRequest: Hashable, Sendable {
  /// Where everything stood.
  package var memory: PictureMemory
  /// The smallest letters, in points on a slide, that the sheet may shrink to in favour of room for newcomers.
  package var letters: Double

  package init(_ memory: PictureMemory, letters: Double) {
    (self.memory, self.letters) = (memory, letters)
  }
}

/// Places a diagram as a picture of before was: what was there stays, newcomers stand in free room near what they are linked to,
/// and who left leaves a gap.
///
/// Where there is no free room the sheet is made larger around what stands, as long as letters can be read.
struct KeptLayout {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  let diagram: Diagram
  private let sizes: [Point]
  let request: KeptRequest
  let matching: KeptMatching
  let ends: [(Int, Int)?]
  let forest: TierForest?
  /// Where the boxes stood, on the sheet of before.
  let frames: [Rectangle?]
  let unit: Double
  let candidate: LayoutCandidate

  /// What was done: for the notes.
  var record = KeptRecord()
  private(set) var boxes: [Rectangle] = []
  private(set) var groups: [Rectangle?] = []
  private(set) var shift = Point(x: 0, y: 0)
  private(set) var scale = 1.0
  private(set) var isBeside = false
  /// Those that gave way to their new relationships.
  private(set) var relieved: Set<Int> = []

  /// The least share of the boxes of before, or of now, that must still be there for places to mean anything.
  private static let leastShare = 0.25

  /// - Returns: `nil` where next to nothing of the picture is left, or newcomers find no room.
  init?(_ diagram: Diagram, sizes: [Point], request: KeptRequest) {
    let matching = KeptMatching(diagram, request.memory)
    let known = matching.before.count { $0 != nil }
    let least = Double(min(request.memory.boxes.count, diagram.nodes.count)) * Self.leastShare
    guard known > 0, Double(known) >= least else { return nil }
    (self.diagram, self.sizes, self.request, self.matching) = (diagram, sizes, request, matching)
    let positions = diagram.nodePositions
    ends = diagram.edges.map { edge in
      positions[edge.from].flatMap { from in positions[edge.to].map { (from, $0) } }
    }
    let recipe = request.memory.recipe
    let tiers = diagram.isHierarchy && diagram.hasWholeTrees
    forest = tiers ? TierForest(of: diagram) : nil
    candidate =
      recipe.flatMap { LayoutCandidate(text: $0.layout) }
      ?? LayoutCandidate(method: tiers ? .tiers : .engine(.positioned), isRouted: true)
    let fitted = FittedMemory(request.memory, matching, sizes: sizes, diagram: diagram)
    (frames, unit, isBeside) = (fitted.frames, fitted.unit, fitted.isBeside)
    groups = fitted.groups
    guard place() else { return nil }
  }

  // Places

  var composer: SheetComposer {
    SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0)
  }

  /// By how much the sheet may be larger than it was, step by step.
  private static let growths = [1, 1.02, 1.04, 1.07, 1.1, 1.14, 1.18, 1.23, 1.28, 1.34, 1.4]

  private mutating func place() -> Bool {
    // Who stands under somebody else now is no longer where it belongs.
    let loose = loose
    var standing = frames
    for node in loose { standing[node] = nil }
    let kept = KeptBoxes(
      frames: standing, sizes: sizes, isTiered: forest != nil,
      overlaps: request.memory.recipe?.covered ?? 0)
    let most = diagram.smallestLetters * diagram.theme.letterScale / request.letters
    let known = request.memory.recipe?.letters ?? request.letters
    let isFree = standsFree(kept.boxes)
    for growth in Self.growths {
      // What could not be read before need not be readable now.
      let isReadable =
        unit * growth <= max(most, 0) || growth == 1 || known < request.letters - 0.05
      guard isReadable else { break }
      if tryOut(kept, loose, growth, anywhere: growth == 1 && isFree) { return true }
    }
    // What does not fit since it grew is no reason to cover a legend.
    let area = composer.area(isBeside: isBeside, unit: unit)
    return shift(of: frames, into: area, 1) == nil && tryOut(kept, loose, 1, anywhere: true)
  }

  /// Boxes that report to another one than they did, with everybody below them.
  private var loose: Set<Int> {
    guard let forest else { return [] }
    let places = Dictionary(
      matching.before.enumerated().compactMap { node, box in box.map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
    let keys = Dictionary(
      request.memory.boxes.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    var parents: [Int: Set<Int?>] = [:]
    for line in request.memory.lines {
      guard let from = keys[line.from].flatMap({ places[$0] }) else { continue }
      parents[from, default: []].insert(keys[line.to].flatMap { places[$0] })
    }
    var loose: Set<Int> = []
    for (node, parent) in forest.parents.enumerated() {
      guard frames[node] != nil, let parent, let box = frames[node],
        let before = parents[node] ?? (request.memory.lines.isEmpty ? nil : []),
        !before.contains(parent)
      else { continue }
      // Under a newcomer, or one that took the place of the one above, everything may stay.
      guard let above = frames[parent] else { continue }
      let stays = above.y + above.height < box.y && forest.children[node].count > 0
      if !stays { loose.formUnion(forest.members(below: node)) }
    }
    return loose
  }

  /// Places newcomers among what stands.
  ///
  /// - Parameters:
  ///   - kept: What stands.
  ///   - loose: What of before stands no longer.
  ///   - growth: How many times as large the sheet is.
  ///   - anywhere: Whether everything may stand where people left it, be it beside the room of the map.
  /// - Returns: Whether there is room for all.
  private mutating func tryOut(
    _ kept: KeptBoxes, _ loose: Set<Int>, _ growth: Double, anywhere: Bool
  ) -> Bool {
    scale = growth
    let area = composer.area(isBeside: isBeside, unit: unit * growth)
    var room = area
    if anywhere {
      for box in kept.boxes.compactMap({ $0 }) + groups.compactMap({ $0 }) { room.enclose(box) }
    }
    guard let shift = shift(of: kept.boxes, into: room, growth) else { return false }
    var search = NewcomerSearch(
      boxes: kept.boxes.map { $0?.moved(by: shift) }, frameOf: frameOf,
      frames: groups.map { $0?.moved(by: shift) }, lines: ends.compactMap { $0 },
      runs: runs(of: kept.boxes, shift), area: area, room: spacing)
    for (node, frame) in frameOf.enumerated() {
      guard let frame, let box = search.boxes[node] else { continue }
      search.frames[frame] = search.frame(search.frames[frame], holding: box)
    }
    for node in order(of: search) {
      if diagram.kind == .map(.landscape), self.box(of: node, in: search) == nil,
        let row = LandscapeRow(for: node, size: sizes[node], in: search, of: diagram)
      {
        row.insert(into: &search)
      }
      guard let box = box(of: node, in: search) else { return false }
      search.boxes[node] = box
      if let frame = frameOf[node] {
        search.frames[frame] = search.frame(search.frames[frame], holding: box)
      }
    }
    settleNewcomers(in: &search)
    relieved = relieve(&search)
    self.shift = shift
    boxes = search.boxes.compactMap { $0 }
    groups = search.frames
    tell(kept, loose)
    return boxes.count == diagram.nodes.count
  }

  /// Looks for better places of newcomers once all stand: the first ones did not know where the others would.
  private func settleNewcomers(in search: inout NewcomerSearch) {
    guard forest == nil, diagram.kind != .map(.landscape) else { return }
    let newcomers = search.boxes.indices.filter { frames[$0] == nil && frameOf[$0] == nil }
    guard newcomers.count > 1 else { return }
    for node in newcomers + newcomers {
      guard let before = search.boxes[node] else { continue }
      search.boxes[node] = nil
      search.boxes[node] = search.place(of: node, size: sizes[node]) ?? before
    }
  }

  private var spacing: NewcomerSearch.Room {
    if diagram.kind == .map(.landscape) {
      return .init(
        gap: LandscapePacking.Room.gap, padding: LandscapePacking.Room.padding,
        title: LandscapePacking.Room.title)
    }
    return forest == nil
      ? .init() : .init(gap: 8, padding: TierTree.Spacing.frame, title: TierTree.Spacing.title)
  }

  private var frameOf: [Int?] {
    let frames = diagram.framePositions
    return diagram.nodes.map { $0.cluster.flatMap { frames[$0] } }
  }

  private func box(of node: Int, in search: NewcomerSearch) -> Rectangle? {
    if let forest {
      let tiers = TierNewcomers(search: search, forest: forest)
      return tiers.place(of: node, size: tiers.size(of: node, needing: sizes[node]))
    }
    if diagram.kind == .map(.landscape) {
      // Chips of one frame are equally high.
      let peers = search.boxes.indices.filter { search.frameOf[$0] == search.frameOf[node] }
      let height = peers.compactMap { search.boxes[$0]?.height }.min() ?? sizes[node].y
      return search.place(
        of: node, size: Point(x: sizes[node].x, y: min(sizes[node].y, height)), least: 0.8)
    }
    return search.place(of: node, size: sizes[node])
      ?? (scale > 1.15 ? search.place(of: node, size: sizes[node], least: 0.5) : nil)
  }

  /// How far everything moves so that it stands in the room of the sheet: nowhere if it does, else as much on all sides.
  private func shift(of boxes: [Rectangle?], into area: Rectangle, _ growth: Double) -> Point? {
    var reach: Rectangle?
    for box in boxes.compactMap({ $0 }) + groups.compactMap({ $0 }) {
      if reach == nil { reach = box } else { reach?.enclose(box) }
    }
    guard let reach else { return Point(x: 0, y: 0) }
    func shift(_ low: Double, _ extent: Double, _ start: Double, _ room: Double) -> Double? {
      guard extent <= room + 1 else { return nil }
      // Everything keeps its share of the width and height.
      let wanted = (low + extent / 2) * (growth - 1)
      let (least, most) = (start - low, start + room - low - extent)
      // Rounding and a line of the footer more or less are no reason to move everything.
      if growth == 1, least <= 1, most >= -1 { return 0 }
      if least > most { return (((least + most) / 2) * 100).rounded() / 100 }
      return (min(max(wanted, least), most) * 100).rounded() / 100
    }
    guard let x = shift(reach.x, reach.width, area.x, area.width),
      let y = shift(reach.y, reach.height, area.y, area.height)
    else { return nil }
    return Point(x: x, y: y)
  }
}
