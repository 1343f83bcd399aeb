import EcosystemModel
import Insights

// Plans that leave nothing out.
extension LanePlan {
  /// Everything, where lanes and slots suffice in some order of the lanes of each company; `nil` where they do not.
  ///
  /// - Complexity: O(*lanes*² · *bundles* · *slots*).
  static func whole(
    of flows: [HandoffFlow], isByCompany: Bool, in room: Room
  ) -> LanePlan? {
    let bundles = bundles(of: flows, isByCompany: isByCompany)
    var lanes = lanes(of: bundles, isByCompany: isByCompany)
    guard !lanes.isEmpty, lanes.count <= room.laneLimit,
      bundles.count <= room.slotLimit * lanes.count
    else { return nil }
    let height = room.laneHeight(lanes.count)
    func slots(_ lanes: [Lane]) -> Int {
      columns(bundles, lanes: lanes, laneHeight: height).reduce(0) { $0 + $1.slots.count }
    }
    var fewest = slots(lanes)
    // Lanes of one company change places as long as that puts more arrows above each other.
    search: for first in lanes.indices {
      for second in lanes.indices.dropFirst(first + 1) {
        guard fewest > room.slotLimit else { break search }
        guard (lanes[first].company ?? "") == (lanes[second].company ?? "") else { continue }
        var other = lanes
        other.swapAt(first, second)
        let count = slots(other)
        if count < fewest { (lanes, fewest) = (other, count) }
      }
    }
    guard fewest <= room.slotLimit else { return nil }
    return LanePlan(
      showing: bundles, on: lanes, of: flows, isByCompany: isByCompany, laneHeight: height)
  }

  /// Everything, party by party, in panels that follow each other: each with as many stages as there are slots for, and with
  /// no more lanes than these need.
  static func panels(
    of flows: [HandoffFlow], slotLimit: Int, laneHeight: Double
  ) -> [LanePlan] {
    var panels: [[LaneBundle]] = []
    func fits(_ bundles: [LaneBundle]) -> Bool {
      let lanes = lanes(of: bundles, isByCompany: false)
      return columns(bundles, lanes: lanes, laneHeight: laneHeight)
        .reduce(0) { $0 + $1.slots.count } <= slotLimit
    }
    /// Adds what belongs together to the last panel; `false` if there is no room.
    func add(_ bundles: [LaneBundle]) -> Bool {
      guard let last = panels.last, fits(last + bundles) else { return false }
      panels[panels.count - 1] += bundles
      return true
    }
    for stage in Self.stages(of: bundles(of: flows, isByCompany: false)) where !add(stage) {
      panels.append([])
      if add(stage) { continue }
      for bundle in stage where !add([bundle]) { panels.append([bundle]) }
    }
    return panels.filter { !$0.isEmpty }.map { bundles in
      LanePlan(
        showing: bundles, on: lanes(of: bundles, isByCompany: false), of: flows,
        isByCompany: false, laneHeight: laneHeight)
    }
  }

  private static func bundles(of flows: [HandoffFlow], isByCompany: Bool) -> [LaneBundle] {
    let lane = lanes(byCompany: isByCompany)
    return LaneBundle.bundles(of: flows.filter { lane($0.from) != lane($0.to) }, by: lane)
  }

  private static func lanes(of bundles: [LaneBundle], isByCompany: Bool) -> [Lane] {
    let lane = lanes(byCompany: isByCompany)
    return ordered(distinct(bundles.flatMap { $0.flows.flatMap { [lane($0.from), lane($0.to)] } }))
  }

  /// The bundles stage by stage, in their order.
  private static func stages(of bundles: [LaneBundle]) -> [[LaneBundle]] {
    var stages: [[LaneBundle]] = []
    for bundle in bundles {
      if let last = stages.last?.last, last.stageKey == bundle.stageKey {
        stages[stages.count - 1].append(bundle)
      } else {
        stages.append([bundle])
      }
    }
    return stages
  }
}
