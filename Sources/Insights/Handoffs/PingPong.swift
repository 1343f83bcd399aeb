import EcosystemModel

/// Two parties between which work goes to and fro.
package struct PingPong: Hashable, Sendable, Codable {
  /// One party.
  package let a: String
  /// The other, later in the table.
  package let b: String
  /// Rows from `a` to `b`.
  package let forth: Int
  /// Rows from `b` to `a`.
  package let back: Int
  /// How often from `a` to `b`.
  package let forthFrequency: HandoffFrequency
  /// How often from `b` to `a`.
  package let backFrequency: HandoffFrequency
  /// How often one and the same piece of work went straight back to where it came from.
  package let returns: Int
}

extension HandoffNetwork {
  /// The pairs that hand over in both directions, those with most straight returns first, then the busiest.
  ///
  /// A straight return is a row that hands the same `what` back to whom the row before of that `what` took it from:
  /// in a log of cases, a case that bounces.
  ///
  /// - Complexity: O(rows).
  func pingPongs(names: PartyNames) -> [PingPong] {
    let handoffs = ecosystem.handoffs.columns
    var returns: [[Int]: Int] = [:]
    var previous: [String: Int] = [:]
    for row in 0..<handoffs.count where handoffs.from[row] != handoffs.to[row] {
      guard let what = handoffs.what[row] else { continue }
      if let last = previous.updateValue(row, forKey: what),
        handoffs.to[last] == handoffs.from[row], handoffs.from[last] == handoffs.to[row],
        let from = position(of: handoffs.from[row]), let to = position(of: handoffs.to[row])
      {
        returns[[min(from, to), max(from, to)], default: 0] += 1
      }
    }
    let pairs = links.filter { $0.from < $0.to }.compactMap { link -> (PingPong, [Int])? in
      guard let back = self.link(from: link.to, to: link.from) else { return nil }
      let pair = PingPong(
        a: names[parties[link.from]], b: names[parties[link.to]], forth: link.rows.count,
        back: back.rows.count, forthFrequency: HandoffFrequency(self.handoffs(of: link)),
        backFrequency: HandoffFrequency(self.handoffs(of: back)),
        returns: returns[[link.from, link.to]] ?? 0)
      return (pair, [link.from, link.to])
    }
    return pairs.sorted { left, right in
      let (first, second) = (left.0, right.0)
      return (-first.returns, -first.weight, left.1[0], left.1[1])
        < (-second.returns, -second.weight, right.1[0], right.1[1])
    }.map(\.0)
  }
}

extension PingPong {
  fileprivate var weight: Double { forthFrequency.weight + backFrequency.weight }
}
