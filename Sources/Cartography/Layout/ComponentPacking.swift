import GraphCore
import GraphvizKit

/// Sets the disconnected parts of a layout beside and below each other, in the shape of the room there is.
///
/// Engines that lay out layers set all parts side by side: seventy committees without ties become a ribbon with letters of a
/// point. Parts in a frame of their own are set in rows inside it; a frame around parts that lead out of it stays as it is.
struct ComponentPacking {
  typealias Rectangle = LaidOutDiagram.Rectangle

  let layout: GraphLayout
  /// Width by height of the room.
  let aspect: Double

  private static let gap = 22.0
  private static let padding = 12.0
  /// A frame with several parts is about so much wider than high.
  private static let frameAspect = 1.6
  /// Parts stay where the engine set them unless letters grow by this share.
  private static let least = 1.03

  /// What moves as one.
  private struct Part {
    var nodes: Set<Int>
    var frames: Set<Int> = []
    var bounds: Rectangle
    var shift = LaidOutDiagram.Point(x: 0, y: 0)
  }

  /// A part, or a frame with the parts inside.
  private struct Block {
    var parts: [Part]
    /// The frame around them, where it is drawn anew, and its place.
    var frame: Int?
    var bounds: Rectangle
  }

  /// The layout with its parts in rows; `nil` where that gains nothing.
  ///
  /// - Complexity: O(*n* + *e* + *p*²) for *p* parts.
  func packed() -> GraphLayout? {
    var blocks = blocks()
    guard blocks.count > 1 || blocks.contains(where: { $0.frame != nil }) else { return nil }
    let places = rows(of: blocks.map(\.bounds), aspect: aspect)
    guard let extent = Self.union(places) else { return nil }
    let before = max(layout.width / aspect, layout.height)
    let after = max(extent.width / aspect, extent.height)
    guard before > after * Self.least else { return nil }
    for (position, place) in places.enumerated() {
      let by = LaidOutDiagram.Point(
        x: place.x - extent.x - blocks[position].bounds.x,
        y: place.y - extent.y - blocks[position].bounds.y)
      blocks[position].bounds = blocks[position].bounds.moved(by: by)
      for part in blocks[position].parts.indices {
        blocks[position].parts[part].shift.x += by.x
        blocks[position].parts[part].shift.y += by.y
      }
    }
    return moved(blocks, to: extent)
  }

  private func blocks() -> [Block] {
    let numbers = Dictionary(
      layout.nodes.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    let ends = layout.edges.map { (numbers[$0.tail] ?? 0, numbers[$0.head] ?? 0) }
    var joined = ends
    let inside = layout.clusters.map { cluster in
      layout.nodes.indices.filter { cluster.frame.intersects(layout.nodes[$0].box) }
    }
    // A frame that lines lead out of holds its parts together.
    let isOpen = inside.map { members in
      let members = Set(members)
      return ends.contains { members.contains($0.0) != members.contains($0.1) }
    }
    for (frame, members) in inside.enumerated() where isOpen[frame] {
      joined += members.map { (members[0], $0) }
    }
    let groups = Topology(nodeCount: layout.nodes.count, direction: .undirected, pairs: joined)
      .connectedComponents()
    func group(of node: Int) -> Int { groups.component(of: NodeIndex(node)) }
    var parts: [Int: Part] = [:]
    var order: [Int] = []
    for node in layout.nodes.indices {
      let root = group(of: node)
      let box = layout.nodes[node].box
      if parts[root] == nil { order.append(root) }
      parts[root, default: Part(nodes: [], bounds: box)].nodes.insert(node)
      parts[root]?.bounds.enclose(box)
    }
    for (edge, (tail, _)) in zip(layout.edges, ends) {
      for box in edge.extents { parts[group(of: tail)]?.bounds.enclose(box) }
    }
    var blocks: [Block] = []
    var framed: [Int: Int] = [:]
    for (frame, members) in inside.enumerated() {
      guard let first = members.first else { continue }
      let root = group(of: first)
      if isOpen[frame] {
        parts[root]?.frames.insert(frame)
        parts[root]?.bounds.enclose(layout.clusters[frame].frame)
      } else {
        for member in members { framed[group(of: member)] = frame }
      }
    }
    var positions: [Int: Int] = [:]
    for root in order {
      guard let part = parts[root] else { continue }
      guard let frame = framed[root] else {
        blocks.append(Block(parts: [part], bounds: part.bounds))
        continue
      }
      if let position = positions[frame] {
        blocks[position].parts.append(part)
      } else {
        positions[frame] = blocks.count
        blocks.append(Block(parts: [part], frame: frame, bounds: part.bounds))
      }
    }
    return blocks.map { $0.frame == nil ? $0 : filled($0) }
  }

  /// A frame with its parts in rows.
  private func filled(_ block: Block) -> Block {
    guard let number = block.frame else { return block }
    var block = block
    let cluster = layout.clusters[number]
    let old = cluster.frame
    guard block.parts.count > 1 else {
      block.bounds = old
      return block
    }
    let places = rows(of: block.parts.map(\.bounds), aspect: Self.frameAspect)
    let extent = Self.union(places) ?? old
    let title = (cluster.label.map { $0.height } ?? 0) + Self.padding
    for (position, place) in places.enumerated() {
      let bounds = block.parts[position].bounds
      block.parts[position].shift = .init(
        x: old.x + Self.padding + place.x - extent.x - bounds.x,
        y: old.y + title + place.y - extent.y - bounds.y)
    }
    block.bounds = Rectangle(
      x: old.x, y: old.y,
      width: max(extent.width, cluster.label?.width ?? 0) + 2 * Self.padding,
      height: extent.height + title + Self.padding)
    return block
  }

  /// Places in rows, the tallest first, in as many as suit the shape.
  private func rows(of sizes: [Rectangle], aspect: Double) -> [Rectangle] {
    let order = sizes.indices.sorted { (-sizes[$0].height, $0) < (-sizes[$1].height, $1) }
    func placed(within width: Double) -> [Rectangle] {
      var places = sizes
      var (x, y, height) = (0.0, 0.0, 0.0)
      for position in order {
        if x > 0, x + sizes[position].width > width {
          (x, y, height) = (0, y + height + Self.gap, 0)
        }
        (places[position].x, places[position].y) = (x, y)
        x += sizes[position].width + Self.gap
        height = max(height, sizes[position].height)
      }
      return places
    }
    // Rows can end after any part: what is as wide as the first so many of them.
    var widths: [Double] = []
    for position in order {
      widths.append((widths.last ?? -Self.gap) + Self.gap + sizes[position].width)
    }
    let widest = sizes.map(\.width).max() ?? 0
    let tries = widths.map { placed(within: max($0, widest)) }
    let needs = tries.map { places in
      Self.union(places).map { max($0.width / aspect, $0.height) } ?? .infinity
    }
    return needs.indices.min { (needs[$0], $0) < (needs[$1], $1) }.map { tries[$0] } ?? sizes
  }

  /// Everything at the places of its block.
  private func moved(_ blocks: [Block], to extent: Rectangle) -> GraphLayout {
    var result = layout
    (result.width, result.height) = (extent.width, extent.height)
    var shifts = [LaidOutDiagram.Point](repeating: .init(x: 0, y: 0), count: layout.nodes.count)
    var names: [String: LaidOutDiagram.Point] = [:]
    for block in blocks {
      for part in block.parts {
        for node in part.nodes {
          shifts[node] = part.shift
          names[layout.nodes[node].name] = part.shift
        }
        for frame in part.frames { result.clusters[frame].move(by: part.shift) }
      }
      if let frame = block.frame {
        let old = layout.clusters[frame]
        result.clusters[frame].frame = .init(
          x: block.bounds.x, y: block.bounds.y, width: block.bounds.width,
          height: block.bounds.height)
        result.clusters[frame].label?.center = .init(
          x: block.bounds.middle.x,
          y: block.bounds.y + (old.label.map { $0.center.y - old.frame.y } ?? 0))
      }
    }
    for (node, shift) in zip(result.nodes.indices, shifts) {
      result.nodes[node].center = result.nodes[node].center.moved(by: shift)
    }
    for edge in result.edges.indices {
      if let shift = names[result.edges[edge].tail] { result.edges[edge].move(by: shift) }
    }
    return result
  }

  private static func union(_ rectangles: [Rectangle]) -> Rectangle? {
    rectangles.dropFirst().reduce(into: rectangles.first) { $0?.enclose($1) }
  }
}
