import GraphvizKit

/// Room for one more row of chips in a frame that is full: what stands in its stack moves closer together, as far as names keep
/// their room.
struct LandscapeRow {
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// The chips and frames of the stack.
  private let chips: [Int]
  private let frames: [Int]
  /// What the stack takes, and where the row goes.
  private let stack: Rectangle
  private let bottom: Double
  private let height: Double
  private let factor: Double

  /// - Returns: `nil` where names would lose their room.
  init?(
    for node: Int, size: LaidOutDiagram.Point, in search: NewcomerSearch, of diagram: Diagram
  ) {
    let others = search.boxes.indices.filter {
      !diagram.nodes[$0].isCentre && search.boxes[$0] != nil
    }
    var stack: Rectangle
    if let own = search.frameOf[node] {
      guard let frame = search.frames[own] else { return nil }
      let peers = search.frames.indices.filter { other in
        guard let peer = search.frames[other] else { return false }
        return abs(peer.x - frame.x) < 1 && abs(peer.width - frame.width) < 1
      }
      stack = frame
      for peer in peers { search.frames[peer].map { stack.enclose($0) } }
      frames = peers
      chips = others.filter { search.frameOf[$0].map(peers.contains) ?? false }
      bottom = frame.y + frame.height - search.room.padding
    } else {
      chips = others.filter { search.frameOf[$0] == nil }
      guard let first = chips.first.flatMap({ search.boxes[$0] }) else { return nil }
      stack = first
      for chip in chips { search.boxes[chip].map { stack.enclose($0) } }
      frames = []
      bottom = stack.y + stack.height
    }
    height = size.y + search.room.gap
    let factor = stack.height / (stack.height + height)
    let isRoomy = chips.allSatisfy { chip in
      let lines = diagram.nodes[chip].lines
      let needed = lines.reduce(2) { $0 + $1.size * 1.1 }
      return (search.boxes[chip]?.height ?? 0) * factor >= needed
    }
    guard isRoomy, stack.height > 0 else { return nil }
    (self.stack, self.factor) = (stack, factor)
  }

  /// Moves the stack together, with the row free at the end of the frame.
  func insert(into search: inout NewcomerSearch) {
    for chip in chips { search.boxes[chip] = search.boxes[chip].map(moved) }
    for frame in frames { search.frames[frame] = search.frames[frame].map(moved) }
  }

  private func moved(_ box: Rectangle) -> Rectangle {
    func place(_ y: Double) -> Double {
      stack.y + (y - stack.y + (y > bottom - 0.5 ? height : 0)) * factor
    }
    let (top, end) = (place(box.y), place(box.y + box.height))
    return Rectangle(x: box.x, y: top, width: box.width, height: end - top)
  }
}
