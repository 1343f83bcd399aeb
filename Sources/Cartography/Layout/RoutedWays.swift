import GraphvizKit

/// The straight pieces of the ways that are led already, for asking which of them a new piece would cross or run along.
struct RoutedWays {
  typealias Point = LaidOutDiagram.Point

  /// The pieces; one that begins in the middle of a box, or ends there, bears the box's number.
  private(set) var pieces = Collisions(lines: [], boxes: [])
  /// The way of each piece.
  private var owners: [Int] = []
  /// The boxes at the ends of each way.
  private let ends: [(from: Int, to: Int)]

  /// - Parameter ends: The boxes at the ends of each way.
  init(ends: [(from: Int, to: Int)]) { self.ends = ends }

  /// Takes a way away.
  mutating func remove(_ way: Int) {
    var kept = 0
    var position = 0
    while position < owners.count {
      if owners[position] != way {
        if kept != position {
          owners[kept] = owners[position]
          pieces.lines[kept] = pieces.lines[position]
        }
        kept += 1
      }
      position += 1
    }
    owners.removeLast(owners.count - kept)
    pieces.lines.removeLast(pieces.lines.count - kept)
  }

  /// Adds a way.
  ///
  /// - Parameters:
  ///   - path: Its corners with its ends.
  ///   - way: Its number.
  ///   - middles: The middles of all boxes, in which ways begin and end.
  mutating func add(_ path: [Point], of way: Int, middles: [Point]) {
    for next in 1..<path.count {
      let (start, end) = (path[next - 1], path[next])
      let isFirst = next == 1 && start == middles[ends[way].from]
      let isLast = next == path.count - 1 && end == middles[ends[way].to]
      pieces.lines.append(
        .init(
          from: start, to: end,
          boxes: (isFirst ? ends[way].from : -1, isLast ? ends[way].to : -2)))
      owners.append(way)
    }
  }

  /// Whether a piece runs along any of another way.
  func run(along piece: Segment) -> Bool { run(along: piece, except: -1, joining: -1, -1) }

  /// Whether a way crosses another with which it has no box in common, or bends and runs along one between other boxes.
  func isTangled(_ path: [Point], of way: Int) -> Bool {
    let (from, to) = ends[way]
    for next in path.indices.dropFirst() {
      let piece = Segment(from: path[next - 1], to: path[next])
      if crossing(piece, from, to) != nil { return true }
      if run(along: piece, except: way, joining: from, to) { return true }
    }
    return false
  }

  /// How many ways another crosses with which it has no box in common.
  func crossings(of path: [Point], of way: Int) -> Int {
    let (from, to) = ends[way]
    var crossed: Set<Int> = []
    for next in path.indices.dropFirst() {
      let piece = Segment(from: path[next - 1], to: path[next])
      while let other = crossing(piece, from, to, except: crossed) { crossed.insert(other) }
    }
    return crossed.count
  }

  /// A way that a piece crosses and that leads neither to one box nor to the other; `nil` if there is none.
  private func crossing(
    _ piece: Segment, _ from: Int, _ to: Int, except known: Set<Int> = []
  ) -> Int? {
    let line = Collisions.Line(from: piece.start, to: piece.end)
    var position = 0
    while position < owners.count {
      let (other, owner) = (pieces.lines[position], owners[position])
      position += 1
      if other.right < line.left || other.left > line.right { continue }
      if other.bottom < line.top || other.top > line.bottom { continue }
      let its = ends[owner]
      if its.from == from || its.from == to || its.to == from || its.to == to { continue }
      if piece.crosses(other.segment), !known.contains(owner) { return owner }
    }
    return nil
  }

  private func run(along piece: Segment, except way: Int, joining from: Int, _ to: Int) -> Bool {
    let near = Segment.near
    let (left, right) = (
      min(piece.start.x, piece.end.x) - near, max(piece.start.x, piece.end.x) + near
    )
    let (top, bottom) = (
      min(piece.start.y, piece.end.y) - near, max(piece.start.y, piece.end.y) + near
    )
    var position = 0
    while position < owners.count {
      let (other, owner) = (pieces.lines[position], owners[position])
      position += 1
      if other.right < left || other.left > right || other.bottom < top || other.top > bottom {
        continue
      }
      let its = ends[owner]
      if owner == way || (its.from == from && its.to == to) || (its.from == to && its.to == from) {
        continue
      }
      if piece.runs(along: other.segment) { return true }
    }
    return false
  }
}

extension Collisions.Line {
  /// The line without its bounds.
  fileprivate var segment: Segment {
    Segment(from: .init(x: ax, y: ay), to: .init(x: bx, y: by))
  }
}
