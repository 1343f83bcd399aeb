import EcosystemModel
import GraphCore

/// Handoffs laid out in time.
struct WorkPlan {
  private(set) var activities: [WorkActivity]
  /// What each waits for.
  let waits: [[Int]]
  /// What somebody needs and nobody brings, with who needs it.
  let missing: [WorkFindings.Missing]
  /// Activities that wait for each other, in circles.
  let loops: [[Int]]
  private let order: [Int]

  init(of snapshot: Snapshot) {
    let names = PartyNames(snapshot.ecosystem)
    let handoffs = snapshot.ecosystem.handoffs
    var groups: [Key: [Handoff]] = [:]
    var keys: [Key] = []
    for handoff in handoffs {
      let key = Key(
        from: handoff.from, to: handoff.to, what: handoff.what.map(ColumnName.normalized),
        alliance: handoff.alliance)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(handoff)
    }
    activities = keys.map { key in
      WorkActivity(groups[key] ?? [], from: names[key.from], to: names[key.to])
    }
    var bringers: [String: [Int]] = [:]
    for (position, key) in keys.enumerated() {
      if let what = key.what { bringers[what, default: []].append(position) }
    }
    var missing: [WorkFindings.Missing] = []
    let activities = activities
    let waits = keys.indices.map { position in
      let own = keys[position].alliance
      return Set(
        activities[position].needs.flatMap { need -> [Int] in
          let found = (bringers[ColumnName.normalized(need)] ?? []).filter { other in
            own == nil || keys[other].alliance == nil || keys[other].alliance == own
          }
          if found.isEmpty {
            missing.append(
              .init(need: need, what: activities[position].what, to: activities[position].to))
          }
          return found
        }
      ).sorted()
    }
    self.waits = waits
    self.missing = missing
    let topology = Topology(
      nodeCount: keys.count, direction: .directed,
      pairs: waits.enumerated().flatMap { position, before in before.map { ($0, position) } })
    loops = topology.stronglyConnectedComponents().members.map { $0.map(\.position).sorted() }
      .filter {
        $0.count > 1 || waits[$0[0]].contains($0[0])
      }
    order = Self.order(waits)
    schedule()
  }

  private struct Key: Hashable {
    let from: EntityReference
    let to: EntityReference
    let what: String?
    let alliance: Alliance.ID?
  }

  /// Those that wait for no circle, each after all that it waits for.
  private static func order(_ waits: [[Int]]) -> [Int] {
    var followers: [[Int]] = Array(repeating: [], count: waits.count)
    var open = waits.map(\.count)
    for (position, before) in waits.enumerated() {
      for other in before { followers[other].append(position) }
    }
    var order = waits.indices.filter { open[$0] == 0 }
    var next = 0
    while next < order.count {
      for follower in followers[order[next]] {
        open[follower] -= 1
        if open[follower] == 0 { order.append(follower) }
      }
      next += 1
    }
    return order
  }

  private mutating func schedule() {
    for position in order {
      activities[position].start =
        waits[position].compactMap { activities[$0].finish }.max() ?? 0
      let arriving = waits[position].map { activities[$0].perYear }
      if !arriving.isEmpty, let own = activities[position].perYear,
        let all = Self.least(arriving), all >= own
      {
        activities[position].lostPerYear = all - own
      }
    }
  }

  /// The least of several numbers; `nil` if one of them is unknown.
  private static func least(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.count == values.count ? known.min() : nil
  }

  /// Says by how much each may be late that a goal waits for, and nothing of the others.
  mutating func measureSlack(to goal: Int) {
    for position in activities.indices { activities[position].slack = nil }
    guard let end = activities[goal].finish else { return }
    var latest: [Int: Double] = [goal: end]
    for position in order.reversed() {
      guard let finish = latest[position], let own = activities[position].finish else { continue }
      activities[position].slack = finish - own
      let start = finish - (activities[position].hours ?? 0)
      for before in waits[position] { latest[before] = min(latest[before] ?? start, start) }
    }
  }

  /// The chain that makes a goal arrive when it does, the first link first; of several the first in the table.
  func path(to goal: Int) -> [Int] {
    var path = [goal]
    while let first = path.last,
      let before = waits[first].max(by: { left, right in
        (activities[left].finish ?? -1, right) < (activities[right].finish ?? -1, left)
      })
    {
      path.append(before)
    }
    return path.reversed()
  }

  /// What nothing waits for although it waits for something: the ends of the work, the one that takes longest first.
  var ends: [Int] {
    let needed = Set(waits.joined())
    return order.filter { !needed.contains($0) && !waits[$0].isEmpty }.sorted { left, right in
      (-(activities[left].finish ?? 0), left) < (-(activities[right].finish ?? 0), right)
    }
  }
}
