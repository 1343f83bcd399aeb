import EcosystemModel
import Insights

/// Which lanes a swimlane picture has, and where each handoff stands.
struct LanePlan {
  /// One lane.
  struct Lane: Hashable {
    var name: String
    var company: String?
  }

  /// A bundle of handoffs between lanes, by their positions.
  struct PlacedBundle {
    var bundle: LaneBundle
    var sources: [Int]
    var targets: [Int]
    /// The lanes over which arrow and texts stand; no other bundle of the slot touches them.
    var span: ClosedRange<Int>
  }

  /// A stage; the bundles of one slot stand above each other and touch no lane twice.
  struct Column {
    var stage: String?
    var slots: [[PlacedBundle]]
  }

  /// The room for lanes and slots.
  struct Room {
    /// The height for all lanes, in points.
    var height: Double
    /// How many slots fit beside each other.
    var slotLimit: Int

    /// How many lanes fit above each other.
    var laneLimit: Int { Int(height / LanePlan.leastHeight) }

    /// The height of each of so many lanes.
    func laneHeight(_ count: Int) -> Double { min(64, height / Double(max(count, 1))) }
  }

  let lanes: [Lane]
  /// What is shown.
  let bundles: [LaneBundle]
  let columns: [Column]
  /// Whether a lane stands for a company rather than a party.
  let isByCompany: Bool
  /// The number of lanes there would be without a limit.
  let laneCount: Int
  /// Rows of the table that are shown.
  let shownRows: Int
  /// Of these the rows that nobody owns.
  let shownOwnerless: Int
  /// Rows between parties of one company, where lanes stand for companies.
  let insideRows: Int
  /// Stages of which nothing is shown.
  let missingStages: [String]

  /// The height of a lane in which a name can be read.
  private static let leastHeight = 22.0
  /// The height that the texts of an arrow take: what, owner, hours, and a line more for a long one.
  private static let textHeight = 49.0
  /// A slide of usual letters, by which the level is chosen, so that it does not change with a font or a legend.
  private static let standard = Room(height: 400, slotLimit: 10)

  /// The plan of the level that suits the flows, as much of it as there is room for.
  ///
  /// A lane for each party or, where that shows less than half of what companies show, for each company. A smaller room
  /// shows less of the same level.
  static func best(for flows: [HandoffFlow], in room: Room) -> LanePlan {
    let isByCompany = suitsCompanies(flows)
    return whole(of: flows, isByCompany: isByCompany, in: room)
      ?? LanePlan(flows, isByCompany: isByCompany, room: room)
  }

  private static func suitsCompanies(_ flows: [HandoffFlow]) -> Bool {
    let byParty = LanePlan(flows, isByCompany: false, room: standard)
    guard byParty.lanes.count < byParty.laneCount else { return false }
    let byCompany = LanePlan(flows, isByCompany: true, room: standard)
    return byCompany.shownRows > 2 * byParty.shownRows
  }

  /// Plans lanes and slots.
  ///
  /// What nobody owns comes first, then something of each stage, then what shows most rows for the lanes it needs.
  ///
  /// - Complexity: O(*candidates* · (*candidates* + *kept* · log *kept*)).
  private init(_ flows: [HandoffFlow], isByCompany: Bool, room: Room) {
    let lane = Self.lanes(byCompany: isByCompany)
    let all = flows.filter { lane($0.from) != lane($0.to) }
    let bundles = Self.candidates(LaneBundle.bundles(of: all, by: lane))
    let order = Self.ordered(
      Self.distinct(bundles.flatMap { $0.flows.flatMap { [lane($0.from), lane($0.to)] } }))
    func columns(_ kept: [Int: LaneBundle], _ used: Set<Lane>) -> [Column] {
      let lanes = order.filter(used.contains)
      return Self.columns(
        kept.sorted { $0.key < $1.key }.map(\.value), lanes: lanes,
        laneHeight: room.laneHeight(lanes.count))
    }
    var kept: [Int: LaneBundle] = [:]
    var used: Set<Lane> = []
    /// Keeps a bundle, or part of it, if lanes and slots suffice.
    func keep(_ position: Int, _ bundle: LaneBundle?) -> Bool {
      guard let bundle else { return false }
      let wanted = used.union(bundle.lanes)
      let trial = kept.merging([position: bundle]) { _, new in new }
      // A picture that is full may still have a gap for a shorter arrow.
      let slots = columns(trial, wanted).reduce(0) { $0 + $1.slots.count }
      guard wanted.count <= room.laneLimit, slots <= room.slotLimit else { return false }
      (kept, used) = (trial, wanted)
      return true
    }
    var open = bundles.indices.filter { !bundles[$0].isOwned }
    while let place = Self.dearest(of: open, bundles, kept, lanes: used) {
      let position = open.remove(at: place)
      _ = keep(
        position, bundles[position].affordable(lanes: used, limit: room.laneLimit, by: lane))
    }
    // Of each stage one flow at first, so that long bundles do not take the lanes of later stages.
    open = Array(bundles.indices)
    while let place = Self.cheapest(of: open, bundles, kept, lanes: used) {
      let position = open.remove(at: place)
      _ = keep(position, bundles[position].cheapest(lanes: used, by: lane))
    }
    open = bundles.indices.filter { kept[$0]?.rowCount != bundles[$0].rowCount }
    while let place = Self.dearest(of: open, bundles, kept, lanes: used) {
      let position = open.remove(at: place)
      _ = keep(
        position, bundles[position].affordable(lanes: used, limit: room.laneLimit, by: lane))
    }
    // What else runs between the lanes there are costs none.
    for position in kept.keys.sorted() {
      guard let whole = bundles[position].within(used, by: lane),
        whole.rowCount > kept[position]?.rowCount ?? 0
      else { continue }
      _ = keep(position, whole)
    }
    self.init(
      showing: kept.sorted { $0.key < $1.key }.map(\.value), on: order.filter(used.contains),
      of: flows, isByCompany: isByCompany, laneHeight: room.laneHeight(used.count))
  }

  /// The plan that shows some bundles of the flows on some lanes.
  init(
    showing bundles: [LaneBundle], on lanes: [Lane], of flows: [HandoffFlow], isByCompany: Bool,
    laneHeight: Double
  ) {
    let lane = Self.lanes(byCompany: isByCompany)
    let all = flows.filter { lane($0.from) != lane($0.to) }
    self.lanes = lanes
    self.bundles = bundles
    self.isByCompany = isByCompany
    columns = Self.columns(bundles, lanes: lanes, laneHeight: laneHeight)
    insideRows = flows.reduce(0) { $0 + $1.rowCount } - all.reduce(0) { $0 + $1.rowCount }
    laneCount = Self.distinct(flows.flatMap { [lane($0.from), lane($0.to)] }).count
    shownRows = bundles.reduce(0) { $0 + $1.rowCount }
    shownOwnerless = bundles.reduce(0) { $0 + $1.ownerlessCount }
    var shown = Set(bundles.map(\.stageKey))
    missingStages = all.compactMap(\.stage).filter {
      shown.insert(ColumnName.normalized($0)).inserted
    }
  }

  /// The lane of a party: its own, or its company's.
  static func lanes(byCompany isByCompany: Bool) -> (HandoffFlow.Party) -> Lane {
    isByCompany
      ? { Lane(name: $0.company ?? $0.name) } : { Lane(name: $0.name, company: $0.company) }
  }

  /// Of large tables only so many bundles are tried, since each is tried with all that are kept already.
  private static let candidateLimit = 240

  /// Those that nobody owns and those with most rows, in their order.
  private static func candidates(_ bundles: [LaneBundle]) -> [LaneBundle] {
    func rank(_ position: Int) -> (Int, Int, Int) {
      (bundles[position].isOwned ? 1 : 0, -bundles[position].rowCount, position)
    }
    return bundles.indices.sorted { rank($0) < rank($1) }.prefix(candidateLimit).sorted()
      .map { bundles[$0] }
  }

  /// The place of the bundle that shows most further rows for the lanes it needs; of equals, of what takes longest.
  private static func dearest(
    of open: [Int], _ bundles: [LaneBundle], _ kept: [Int: LaneBundle], lanes: Set<Lane>
  ) -> Int? {
    let ranks = open.enumerated().map { place, position in
      let bundle = bundles[position]
      let rows = Double(bundle.rowCount - (kept[position]?.rowCount ?? 0))
      let added = Double(bundle.lanes.subtracting(lanes).count)
      return (-rows / (added + 0.5), -(bundle.mostHours ?? 0), place)
    }
    return ranks.min { $0 < $1 }?.2
  }

  /// The place of the bundle of a stage without any that needs fewest lanes for one of its flows; of equals, with most rows.
  private static func cheapest(
    of open: [Int], _ bundles: [LaneBundle], _ kept: [Int: LaneBundle], lanes: Set<Lane>
  ) -> Int? {
    let stages = Set(kept.values.map(\.stageKey))
    let ranks = open.enumerated().compactMap { place, position -> (Int, Int, Int)? in
      let bundle = bundles[position]
      guard !stages.contains(bundle.stageKey) else { return nil }
      return (bundle.fewestLanes(besides: lanes), -bundle.rowCount, place)
    }
    return ranks.min { $0 < $1 }?.2
  }

  /// The lanes of one company together, in the order in which the stages name them.
  static func ordered(_ lanes: [Lane]) -> [Lane] {
    let companies = distinct(lanes.map { $0.company ?? $0.name })
    return companies.flatMap { company in lanes.filter { ($0.company ?? $0.name) == company } }
  }

  /// The stages in their order, each with its bundles in the first slot where their lanes are free.
  static func columns(
    _ bundles: [LaneBundle], lanes: [Lane], laneHeight: Double
  ) -> [Column] {
    let places = Dictionary(
      lanes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let textSpan = max(1, Int((textHeight / laneHeight).rounded(.up)))
    var columns: [Column] = []
    var stage: String?
    for bundle in bundles {
      let sources = bundle.sources.compactMap { places[$0] }.sorted()
      let targets = bundle.targets.compactMap { places[$0] }.sorted()
      guard let first = (sources + targets).min(), let last = (sources + targets).max() else {
        continue
      }
      // A short arrow takes a lane more for its texts, below or above it.
      let below = max(last, min(first + textSpan, lanes.count - 1))
      let above = min(first, max(last - textSpan, 0))
      let spans = below - first >= textSpan ? [first...below, above...last] : [above...last]
      if bundle.stageKey != stage {
        columns.append(Column(stage: bundle.stage, slots: []))
        stage = bundle.stageKey
      }
      let column = columns.count - 1
      let free = columns[column].slots.enumerated().lazy.compactMap { slot, others in
        spans.first { span in others.allSatisfy { !$0.span.overlaps(span) } }.map { (slot, $0) }
      }.first
      let placed = PlacedBundle(
        bundle: bundle, sources: sources, targets: targets, span: free?.1 ?? spans[0])
      if let free {
        columns[column].slots[free.0].append(placed)
      } else {
        columns[column].slots.append([placed])
      }
    }
    return columns
  }

  /// The values, each once, in the order of the first of each.
  static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
