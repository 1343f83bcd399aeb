import EcosystemModel

/// The ways of matters up through committees, and what a decision costs on each: in days, and in person-hours.
struct TaxWays {
  /// One figure of a committee.
  enum Figure: String, CaseIterable, Hashable, Sendable, Codable {
    case approvalRate = "approval rate"
    case meetings = "meetings a year"
    case leadDays = "lead time in days"
    case hours = "hours of a meeting"
    case preparation = "hours of preparation"
    case settles = "share settled"
  }

  /// The figures of one committee that costs are made of.
  struct Station {
    var attendees: Double
    var hours: Double?
    var preparation: Double
    var approvalRate: Double
    var intervalDays: Double?
    var leadDays: Double
    var settles: Double?

    /// Days until it passes a matter; `nil` if unknown, or if it never does.
    var days: Double? {
      guard let intervalDays, approvalRate > 0 else { return nil }
      return CommitteeDelay(
        intervalDays: intervalDays, leadDays: leadDays, approvalRate: approvalRate
      ).expectedDays
    }

    /// Hours of people in the meetings that a matter takes, 1 ÷ approval rate on average.
    func personHours(matters: Double) -> Double? {
      guard let hours, approvalRate > 0 else { return nil }
      return attendees * (hours + preparation) / approvalRate / matters
    }

    subscript(figure: Figure) -> Double? {
      get {
        switch figure {
        case .approvalRate: approvalRate
        case .meetings: intervalDays.map { 365.25 / $0 }
        case .leadDays: leadDays
        case .hours: hours
        case .preparation: preparation
        case .settles: settles
        }
      }
      set {
        guard let newValue else { return }
        switch figure {
        case .approvalRate: approvalRate = min(1, max(0, newValue))
        case .meetings: intervalDays = newValue > 0 ? 365.25 / newValue : nil
        case .leadDays: leadDays = max(0, newValue)
        case .hours: hours = newValue
        case .preparation: preparation = newValue
        case .settles: settles = min(1, max(0, newValue))
        }
      }
    }
  }

  /// What a decision costs.
  struct Cost: Hashable, Sendable, Codable {
    /// Days until it is settled, or passed at the top; `nil` if unknown.
    var days: Double?
    /// Hours of people in the meetings on the way; `nil` if unknown.
    var personHours: Double?
  }

  /// The committees, in the order of the rows.
  let stations: [Station]
  /// The committees on each way, from below.
  let ways: [[Int]]
  /// How many matters a meeting deals with.
  let matters: Double

  /// Takes ways whose committees are in the snapshot.
  init(_ paths: [EscalationPath], in network: EscalationNetwork, matters: Double) {
    let committees = network.ecosystem.committees
    let taxes = network.taxes
    stations = committees.indices.map { position in
      let committee = committees[position]
      return Station(
        attendees: Double(taxes[position].attendees), hours: committee.hours,
        preparation: committee.preparationHours ?? 0,
        approvalRate: taxes[position].approvalRate,
        intervalDays: network.delays[position]?.intervalDays,
        leadDays: committee.leadDays ?? 0, settles: network.settledShares[position])
    }
    ways = paths.map { path in path.steps.compactMap { committees.position(of: $0.committee) } }
    self.matters = matters
  }

  /// What a decision costs on a way, with one station as it is not.
  func cost(of way: [Int], replacing changed: (position: Int, station: Station)? = nil) -> Cost {
    var cost = Cost(days: 0, personHours: 0)
    var reach = 1.0
    for position in way {
      let station = position == changed?.position ? changed?.station : nil
      let here = station ?? stations[position]
      cost.days = Self.sum(cost.days, here.days.map { $0 * reach })
      cost.personHours = Self.sum(
        cost.personHours, here.personHours(matters: matters).map { $0 * reach })
      reach *= 1 - (here.settles ?? 0)
    }
    return cost
  }

  private static func sum(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return nil }
    return first + second
  }

  /// The averages over all ways of which each is known.
  static func average(of costs: [Cost]) -> Cost {
    Cost(
      days: Spread(costs.compactMap(\.days))?.mean,
      personHours: Spread(costs.compactMap(\.personHours))?.mean)
  }
}
