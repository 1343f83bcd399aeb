import EcosystemModel
import GraphvizKit

// When something that stood gives way.
extension KeptLayout {
  /// What weighs against moving, in points of line length.
  private enum Price {
    /// As much as a crossing.
    static let leastGain = 400.0
    /// For each point that it moves.
    static let shift = 1.0
  }

  /// One of so many may move.
  private static let share = 40
  /// Who has more lines than these is where others look for it.
  private static let mostLines = 4
  /// How far all may move, on average, as a share of the picture's width.
  private static let farthest = 0.01

  /// Moves those few that got relationships which would cross several others where they stand, if they may stand where these do not.
  ///
  /// One score decides: what crossings, lines over shapes and length cost less, against how far away it is. Newcomers that they
  /// are linked to look for their places again with them. Without a new relationship nothing moves.
  ///
  /// - Returns: Those that moved.
  func relieve(_ search: inout NewcomerSearch) -> Set<Int> {
    guard forest == nil, diagram.kind != .map(.landscape), !request.memory.lines.isEmpty else {
      return []
    }
    let standing = frames.count { $0 != nil }
    let most = max(1, standing / Self.share)
    var room = Self.farthest * search.area.width * Double(standing)
    var moved: Set<Int> = []
    for node in candidates where moved.count < most && search.frameOf[node] == nil {
      guard let old = search.boxes[node] else { continue }
      let others = newcomers(beside: node, search)
      let group = [node] + others
      let before = search.cost(of: group, at: group.compactMap { search.boxes[$0] })
      guard before > Price.leastGain else { continue }
      var best: (gain: Double, places: [Rectangle], far: Double)?
      for order in others.isEmpty ? [group] : [group, others + [node]] {
        guard let places = search.places(of: order) else { continue }
        let found = group.compactMap { member in order.firstIndex(of: member).map { places[$0] } }
        let far = Segment(from: old.middle, to: found[0].middle).length
        let gain = before - search.cost(of: group, at: found) - Price.shift * far
        if far <= room, gain > best?.gain ?? Price.leastGain { best = (gain, found, far) }
      }
      guard let best else { continue }
      for (member, place) in zip(group, best.places) { search.boxes[member] = place }
      search.forgetRuns(of: node)
      room -= best.far
      moved.insert(node)
    }
    return moved
  }

  /// Those that stood and have few lines, a new one among them; those with most new ones first.
  private var candidates: [Int] {
    var (all, new) = ([Int: Int](), [Int: Int]())
    for (ends, isNew) in zip(ends, newLines) {
      guard let ends, ends.0 != ends.1 else { continue }
      for node in [ends.0, ends.1] {
        all[node, default: 0] += 1
        if isNew { new[node, default: 0] += 1 }
      }
    }
    return new.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
      .filter { frames[$0] != nil && all[$0, default: 0] <= Self.mostLines }
  }

  /// The newcomers outside frames that one is linked to.
  private func newcomers(beside node: Int, _ search: NewcomerSearch) -> [Int] {
    let linked = search.lines.compactMap { ends in
      ends.0 == node ? ends.1 : ends.1 == node ? ends.0 : nil
    }
    return Set(linked).filter { frames[$0] == nil && search.frameOf[$0] == nil }.sorted()
  }

  /// Which lines were not there, between two that stood or to a newcomer.
  var newLines: [Bool] {
    let keys = Dictionary(
      request.memory.boxes.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    var known: Set<[Int]> = []
    for line in request.memory.lines {
      if let from = keys[line.from], let to = keys[line.to] { known.insert([from, to].sorted()) }
    }
    return ends.map { ends in
      guard let ends, let from = matching.before[ends.0], let to = matching.before[ends.1] else {
        return true
      }
      return !known.contains([from, to].sorted())
    }
  }
}
