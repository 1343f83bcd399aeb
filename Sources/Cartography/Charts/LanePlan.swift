import EcosystemModel
import Insights

/// Which lanes a swimlane picture has, and where each handoff stands.
struct LanePlan {
  /// One lane.
  struct Lane: Hashable {
    var name: String
    var company: String?
  }

  /// A handoff between two lanes, by their positions.
  struct PlacedFlow {
    var flow: HandoffFlow
    var from: Int
    var to: Int
  }

  /// A stage; the handoffs of one slot stand above each other and touch no lane twice.
  struct Column {
    var stage: String?
    var slots: [[PlacedFlow]]
  }

  let lanes: [Lane]
  let columns: [Column]
  /// Whether a lane stands for a company rather than a party.
  let isByCompany: Bool
  /// The number of lanes there would be without a limit.
  let laneCount: Int
  /// Rows of the table that are shown.
  let shownRows: Int
  /// Rows between parties of one company, where lanes stand for companies.
  let insideRows: Int

  /// The plan that shows most rows: with a lane for each party or, where these are too many, for each company.
  static func best(for flows: [HandoffFlow], laneLimit: Int, slotLimit: Int) -> LanePlan {
    let byParty = LanePlan(
      flows, isByCompany: false, laneLimit: laneLimit, slotLimit: slotLimit)
    guard byParty.lanes.count < byParty.laneCount else { return byParty }
    let byCompany = LanePlan(flows, isByCompany: true, laneLimit: laneLimit, slotLimit: slotLimit)
    return byCompany.shownRows > byParty.shownRows ? byCompany : byParty
  }

  /// Plans lanes and slots; what does not fit is left out, links with fewest rows first.
  private init(_ flows: [HandoffFlow], isByCompany: Bool, laneLimit: Int, slotLimit: Int) {
    let parties = Self.distinct(flows.flatMap { [Self.lane($0.from), Self.lane($0.to)] })
    let companies = Self.distinct(
      flows.flatMap { [$0.from, $0.to] }.map { Lane(name: $0.company ?? $0.name) })
    self.isByCompany = isByCompany
    func lane(_ party: HandoffFlow.Party) -> Lane {
      isByCompany ? Lane(name: party.company ?? party.name) : Self.lane(party)
    }
    let all = flows.filter { lane($0.from) != lane($0.to) }
    insideRows = flows.reduce(0) { $0 + $1.rowCount } - all.reduce(0) { $0 + $1.rowCount }
    laneCount = isByCompany ? companies.count : parties.count

    // Those with most rows come first, those that nobody owns before others; lanes are added as they need them.
    let best = Self.ranked(all).prefix(Self.candidateLimit).sorted()
    let crossing = best.map { all[$0] }
    var kept: Set<Int> = []
    var used: Set<Lane> = []
    for position in Self.ranked(crossing) {
      let flow = crossing[position]
      let wanted = used.union([lane(flow.from), lane(flow.to)])
      guard wanted.count <= laneLimit else { continue }
      let trial = kept.union([position])
      let order = Self.order(of: wanted, among: crossing, by: lane)
      let columns = Self.columns(
        trial.sorted().map { crossing[$0] }, lanes: order, by: lane)
      let count = columns.reduce(0) { $0 + $1.slots.count }
      // A picture that is full may still have a gap for a shorter arrow.
      guard count <= slotLimit else { continue }
      (kept, used) = (trial, wanted)
    }
    lanes = Self.order(of: used, among: crossing, by: lane)
    let shown = kept.sorted().map { crossing[$0] }
    columns = Self.columns(shown, lanes: lanes, by: lane)
    shownRows = shown.reduce(0) { $0 + $1.rowCount }
  }

  /// Of large tables only so many flows are tried, since each is tried with all that are kept already.
  private static let candidateLimit = 240

  private static func ranked(_ flows: [HandoffFlow]) -> [Int] {
    func rank(_ position: Int) -> (Int, Int, Int) {
      (-flows[position].rowCount, flows[position].ownerlessCount > 0 ? 0 : 1, position)
    }
    return flows.indices.sorted { rank($0) < rank($1) }
  }

  private static func lane(_ party: HandoffFlow.Party) -> Lane {
    Lane(name: party.name, company: party.company)
  }

  /// The lanes of one company together, in the order in which the stages name them.
  private static func order(
    of lanes: Set<Lane>, among flows: [HandoffFlow], by lane: (HandoffFlow.Party) -> Lane
  ) -> [Lane] {
    let found = distinct(flows.flatMap { [lane($0.from), lane($0.to)] }).filter(lanes.contains)
    let companies = distinct(found.map { $0.company ?? $0.name })
    return companies.flatMap { company in found.filter { ($0.company ?? $0.name) == company } }
  }

  /// The stages in their order, each with its handoffs in the first slot where their lanes are free.
  private static func columns(
    _ flows: [HandoffFlow], lanes: [Lane], by lane: (HandoffFlow.Party) -> Lane
  ) -> [Column] {
    let places = Dictionary(
      lanes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var columns: [Column] = []
    for flow in flows {
      guard let from = places[lane(flow.from)], let to = places[lane(flow.to)] else { continue }
      let key = flow.stage.map { ColumnName.normalized($0) }
      if columns.last?.stage.map({ ColumnName.normalized($0) }) != key || columns.isEmpty {
        columns.append(Column(stage: flow.stage, slots: []))
      }
      let placed = PlacedFlow(flow: flow, from: from, to: to)
      let last = columns.count - 1
      let slot = columns[last].slots.firstIndex { slot in
        slot.allSatisfy { other in
          max(other.from, other.to) < min(from, to) || min(other.from, other.to) > max(from, to)
        }
      }
      if let slot {
        columns[last].slots[slot].append(placed)
      } else {
        columns[last].slots.append([placed])
      }
    }
    return columns
  }

  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
