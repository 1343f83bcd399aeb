import EcosystemModel
import GraphvizKit

// When something that stood gives way.
extension KeptLayout {
  /// What a line that crosses another is worth, and what moving by a point is, in points of line length.
  private enum Price {
    static let leastGain = 800.0
    static let shift = 1.0
  }

  /// One of so many may move.
  private static let share = 40
  /// Who has more lines than these is where others look for it.
  private static let mostLines = 4

  /// Moves those few that got relationships which would cross several others where they stand, if they may stand where these do not.
  ///
  /// One score decides: what crossings, lines over shapes and length cost less, against how far away it is. Without a new
  /// relationship nothing moves.
  ///
  /// - Returns: Those that moved.
  func relieve(_ search: inout NewcomerSearch) -> Set<Int> {
    guard forest == nil, diagram.kind != .map(.landscape), !request.memory.lines.isEmpty else {
      return []
    }
    var (all, new) = ([Int: Int](), [Int: Int]())
    for (ends, isNew) in zip(ends, newLines) {
      guard let ends, ends.0 != ends.1 else { continue }
      for node in [ends.0, ends.1] {
        all[node, default: 0] += 1
        if isNew { new[node, default: 0] += 1 }
      }
    }
    let standing = frames.count { $0 != nil }
    let most = max(1, standing / Self.share)
    var moved: Set<Int> = []
    for (node, _) in new.sorted(by: { (-$0.value, $0.key) < (-$1.value, $1.key) })
    where moved.count < most && all[node, default: 0] <= Self.mostLines && frames[node] != nil
      && search.frameOf[node] == nil
    {
      guard let old = search.boxes[node] else { continue }
      let before = search.cost(of: node, at: old)
      search.boxes[node] = nil
      let found = search.place(of: node, size: Point(x: old.width, y: old.height))
      search.boxes[node] = old
      guard let found else { continue }
      let far = Segment(from: old.middle, to: found.middle).length
      let gain = before - search.cost(of: node, at: found)
      guard gain > Price.leastGain + Price.shift * far else { continue }
      search.boxes[node] = found
      moved.insert(node)
    }
    return moved
  }

  /// Which lines join two that were there and were not linked.
  private var newLines: [Bool] {
    let keys = Dictionary(
      request.memory.boxes.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    var known: Set<[Int]> = []
    for line in request.memory.lines {
      if let from = keys[line.from], let to = keys[line.to] { known.insert([from, to].sorted()) }
    }
    return ends.map { ends in
      guard let ends, let from = matching.before[ends.0], let to = matching.before[ends.1] else {
        return false
      }
      return !known.contains([from, to].sorted())
    }
  }
}
