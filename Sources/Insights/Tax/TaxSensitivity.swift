import EcosystemModel

/// What hangs on one figure of one committee.
package struct TaxSensitivity: Hashable, Sendable, Codable {
  /// The name of the committee.
  package let committee: String
  /// The figure, such as `approval rate`.
  package let figure: String
  /// What it is.
  package let value: Double
  /// Whether a source states it.
  package let isStated: Bool
  /// The value when lowered, and when raised.
  package let values: [Double]
  /// Average days until a decision for each of these.
  package let days: [Double?]
  /// Average person-hours for a decision for each of these.
  package let personHours: [Double?]
  /// The larger of both spans, as a share of the average as it is.
  package let weight: Double

  /// Whether the figure is a share, told in percent.
  var isRate: Bool {
    [TaxWays.Figure.approvalRate, .settles].contains { $0.rawValue == figure }
  }
}

extension TaxWays {
  /// What hangs on each figure of each committee, most first.
  ///
  /// - Parameters:
  ///   - swing: By which share figures are lowered and raised; rates stay within 0 to 1.
  ///   - network: The committees.
  /// - Returns: Those on which something hangs.
  /// - Complexity: O(ways · levels² + figures · ways), of which the latter is one sum.
  func sensitivities(swing: Double, in network: EscalationNetwork) -> [TaxSensitivity] {
    let averages = WayAverages(ways.map { cost(of: $0) })
    let average = averages.average
    let sources = FigureSources(network.snapshot)
    var through: [Int: [Int]] = [:]
    for (number, way) in ways.enumerated() {
      for position in Set(way) { through[position, default: []].append(number) }
    }
    var found: [TaxSensitivity] = []
    for position in stations.indices {
      guard let numbers = through[position] else { continue }
      for figure in Figure.allCases {
        guard let value = stations[position][figure], value > 0 else { continue }
        let outcomes = [-swing, swing].map { share -> (value: Double, cost: Cost) in
          var station = stations[position]
          station[figure] = value * (1 + share)
          let changed = numbers.map { number in
            (number, cost(of: ways[number], replacing: (position, station)))
          }
          return (station[figure] ?? value, averages.average(with: changed))
        }
        let weight = max(
          Self.span(of: outcomes.map(\.cost.days), average.days),
          Self.span(of: outcomes.map(\.cost.personHours), average.personHours))
        guard weight > 1e-12 else { continue }
        found.append(
          TaxSensitivity(
            committee: network.name(position), figure: figure.rawValue, value: value,
            isStated: sources.states(
              figure.columns, of: network.ecosystem.committees[position].id),
            values: outcomes.map(\.value), days: outcomes.map(\.cost.days),
            personHours: outcomes.map(\.cost.personHours), weight: weight))
      }
    }
    return found.enumerated().sorted {
      (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset)
    }.map(\.element)
  }

  /// How far two outcomes are apart, as a share of the average.
  private static func span(of outcomes: [Double?], _ average: Double?) -> Double {
    let known = outcomes.compactMap { $0 }
    guard known.count == 2, let average, average > 0 else { return 0 }
    return abs(known[1] - known[0]) / average
  }
}

extension TaxWays.Figure {
  /// The columns of a committee, and the measures of the same names, from which the figure comes.
  fileprivate var columns: [String] {
    switch self {
    case .approvalRate: [Committee.column(\.approvalRate)]
    case .meetings: [Committee.column(\.cadence), Committee.column(\.maxDays)]
    case .leadDays: [Committee.column(\.leadDays)]
    case .hours: [Committee.column(\.hours)]
    case .preparation: [Committee.column(\.preparationHours)]
    case .settles: [Committee.column(\.settles)]
    }
  }
}
