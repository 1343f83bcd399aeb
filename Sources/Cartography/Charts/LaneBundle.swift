import EcosystemModel
import Insights

/// What one lane hands to several at a stage, or several to one, drawn as a fan or as a funnel.
struct LaneBundle {
  let flows: [HandoffFlow]
  /// The lanes that hand over; one where there are several ``targets``.
  let sources: [LanePlan.Lane]
  /// The lanes that take over.
  let targets: [LanePlan.Lane]
  /// Both together.
  let lanes: Set<LanePlan.Lane>
  let rowCount: Int
  let ownerlessCount: Int
  /// The stage in its normal form; empty for none.
  let stageKey: String

  var stage: String? { flows.first?.stage }
  var what: [String] { flows.first?.what ?? [] }
  var isOwned: Bool { ownerlessCount == 0 }

  /// The owners by name, each once.
  var owners: [String] {
    var seen: Set<String> = []
    return flows.flatMap(\.owners).filter { seen.insert($0).inserted }
  }

  /// One of the things that pass, over all flows.
  struct Thing {
    var what: [String]
    /// The median hours, those of the quickest and of the slowest flow; `nil` where no row states any.
    var hours: (least: Double, most: Double)?
  }

  /// The things that pass, each with its own time.
  var things: [Thing] {
    (flows.first?.items ?? []).indices.map { place in
      let items = flows.map { $0.items[place] }
      let medians = items.compactMap { $0.hours?.median }
      return Thing(
        what: items[0].what,
        hours: medians.min().flatMap { least in medians.max().map { (least, $0) } })
    }
  }

  /// The median hours of the slowest of all; `nil` where no row states any.
  var mostHours: Double? { things.compactMap { $0.hours?.most }.max() }

  /// How often a year, where every row says so.
  var perYear: Double? {
    let frequencies = flows.flatMap(\.items).map(\.frequency)
    guard frequencies.allSatisfy({ $0.unstatedRows == 0 }) else { return nil }
    return frequencies.reduce(0) { $0 + ($1.perYear ?? 0) }
  }

  /// How often, and the hours of the only thing: `4 × 12 min`, or `90/year, 12 min`.
  var time: String { Self.joined(times) }

  /// The same in parts.
  var times: [String] {
    let things = things
    let hours = things.count == 1 ? Self.time(things[0].hours) : ""
    let often = perYear.map { "\(PictureText.number($0))/year" } ?? "\(rowCount) ×"
    return ([rowCount > 1 ? often : "", hours]).filter { !$0.isEmpty }
  }

  /// The parts in a line.
  static func joined(_ times: [String]) -> String {
    times.joined(separator: times.first?.hasSuffix("×") ?? false ? " " : ", ")
  }

  /// Hours from the least to the most, such as `9–12 min`.
  static func time(_ hours: (least: Double, most: Double)?) -> String {
    guard let hours else { return "" }
    let (least, most) = (
      PictureText.duration(hours: hours.least), PictureText.duration(hours: hours.most)
    )
    if least == most { return least }
    // The unit once.
    let parts = [least, most].map { $0.split(separator: "\u{A0}") }
    return parts[0].count == 2 && parts[1].count == 2 && parts[0].last == parts[1].last
      ? "\(parts[0][0])–\(most)" : "\(least)–\(most)"
  }

  /// A bundle of flows that have a lane in common.
  init(_ flows: [HandoffFlow], by lane: (HandoffFlow.Party) -> LanePlan.Lane) {
    self.flows = flows
    sources = LanePlan.distinct(flows.map { lane($0.from) })
    targets = LanePlan.distinct(flows.map { lane($0.to) })
    lanes = Set(sources + targets)
    rowCount = flows.reduce(0) { $0 + $1.rowCount }
    ownerlessCount = flows.reduce(0) { $0 + $1.ownerlessCount }
    stageKey = flows.first?.stage.map { ColumnName.normalized($0) } ?? ""
  }

  /// The flows that touch none but some lanes; `nil` where there are none.
  func within(
    _ lanes: Set<LanePlan.Lane>, by lane: (HandoffFlow.Party) -> LanePlan.Lane
  ) -> LaneBundle? {
    let kept = flows.filter { lanes.contains(lane($0.from)) && lanes.contains(lane($0.to)) }
    return kept.isEmpty ? nil : LaneBundle(kept, by: lane)
  }

  /// The bundle, or as much of it as there are lanes for.
  func affordable(
    lanes: Set<LanePlan.Lane>, limit: Int, by lane: (HandoffFlow.Party) -> LanePlan.Lane
  ) -> LaneBundle? {
    guard lanes.union(self.lanes).count > limit else { return self }
    var wanted = lanes
    for flow in flows {
      let more = wanted.union([lane(flow.from), lane(flow.to)])
      if more.count <= limit { wanted = more }
    }
    return within(wanted, by: lane)
  }

  /// How many lanes must be added for one of the flows.
  func fewestLanes(besides lanes: Set<LanePlan.Lane>) -> Int {
    // One side is a single lane that all flows share.
    let (hub, ends) = sources.count == 1 ? (sources, targets) : (targets, sources)
    return (hub.contains(where: lanes.contains) ? 0 : 1)
      + (ends.contains(where: lanes.contains) ? 0 : 1)
  }

  /// The flow that needs fewest lanes besides some, with those that then need no more.
  func cheapest(
    lanes: Set<LanePlan.Lane>, by lane: (HandoffFlow.Party) -> LanePlan.Lane
  ) -> LaneBundle? {
    func added(_ flow: HandoffFlow) -> Int {
      Set([lane(flow.from), lane(flow.to)]).subtracting(lanes).count
    }
    guard let first = flows.min(by: { added($0) < added($1) }) else { return nil }
    return within(lanes.union([lane(first.from), lane(first.to)]), by: lane)
  }

  /// Flows as bundles, in the order of the first flow of each: the same things of the same stage, owned or not, from one
  /// lane or to one lane.
  static func bundles(
    of flows: [HandoffFlow], by lane: (HandoffFlow.Party) -> LanePlan.Lane
  ) -> [LaneBundle] {
    struct Key: Hashable {
      var stage: String?
      var what: [[String]]
      var isOwned: Bool
      var isFrom: Bool
      var lane: LanePlan.Lane
    }
    func key(_ flow: HandoffFlow, isFrom: Bool) -> Key {
      Key(
        stage: flow.stage.map { ColumnName.normalized($0) }, what: flow.items.map(\.what),
        isOwned: flow.ownerlessCount == 0, isFrom: isFrom, lane: lane(isFrom ? flow.from : flow.to))
    }
    var members: [Key: [Int]] = [:]
    for (position, flow) in flows.enumerated() where !flow.what.isEmpty {
      for isFrom in [true, false] {
        members[key(flow, isFrom: isFrom), default: []].append(position)
      }
    }
    // The largest bundles first; a flow that one has taken is missing from the other it could be part of.
    var free = Set(flows.indices)
    var found: [[Int]] = []
    let order = members.values.filter { $0.count > 1 }
      .sorted { (-$0.count, $0[0], $0[1]) < (-$1.count, $1[0], $1[1]) }
    for group in order {
      let own = group.filter(free.contains)
      guard own.count > 1 else { continue }
      free.subtract(own)
      found.append(own)
    }
    return (found + free.map { [$0] }).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
      .map { LaneBundle($0.map { flows[$0] }, by: lane) }
  }
}
