internal import EcosystemModel

/// Which handoffs pass from one country to another, and from one clock to another.
package struct HandoffPlaces: Codable, Hashable, Sendable {
  /// The handoffs between two places, or two time zones.
  package struct Link: Codable, Hashable, Sendable {
    /// Where the work comes from.
    package let from: String
    /// Where it goes.
    package let to: String
    /// The number of rows.
    package let rows: Int
    /// How often a year, over the rows that say so; `nil` if none does.
    package let perYear: Double?
    /// The hours between the clocks, in the half of the year in which they are further apart; `nil` for places.
    package let hoursApart: Double?

    /// Whether the work leaves the place.
    package var isCrossing: Bool { from != to }
  }

  /// The column that says where somebody is, in its own spelling.
  package let column: String
  /// The number of handoffs.
  package let rowCount: Int
  /// Those whose ends have a place both, by places, those that cross first, the busiest first.
  package let places: [Link]
  /// Those whose ends have a time zone both, likewise.
  package let clocks: [Link]
  /// The year whose clocks count.
  package let year: Int

  /// The handoffs that cross, and those of which it is known whether they do.
  package func crossing(_ links: KeyPath<HandoffPlaces, [Link]>) -> (rows: Int, known: Int) {
    let links = self[keyPath: links]
    return (
      links.filter(\.isCrossing).reduce(0) { $0 + $1.rows }, links.reduce(0) { $0 + $1.rows }
    )
  }

  /// A column of one's own for countries is finer than that of regions.
  private static let countryColumn = "country"

  /// Looks at the handoffs in O(their number); `nil` if there are none.
  init?(_ snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    guard !ecosystem.handoffs.isEmpty else { return nil }
    let column =
      ecosystem.hasColumn(Self.countryColumn)
      ? Self.countryColumn : Company.column(\.region)
    var known: [EntityReference: String?] = [:]
    func place(of party: EntityReference) -> String? {
      if let place = known[party] { return place }
      let place =
        snapshot.value(of: column, for: party)
        ?? ecosystem.company(of: party).flatMap { snapshot.value(of: column, for: .company($0)) }
      known[party] = .some(place)
      return place
    }
    year = snapshot.year
    var times = WorkingTimes(ecosystem, year: year)
    var places = Tally()
    var clocks = Tally()
    for handoff in ecosystem.handoffs {
      if let from = place(of: handoff.from), let to = place(of: handoff.to) {
        places.add(handoff, from, to, minutes: nil)
      }
      if let from = times.time(of: handoff.from), let to = times.time(of: handoff.to) {
        let apart = from.distance(to: to)
        clocks.add(handoff, from.zone, to.zone, minutes: max(apart.winter, apart.summer))
      }
    }
    self.column = column
    rowCount = ecosystem.handoffs.count
    self.places = places.links
    self.clocks = clocks.links
  }

  /// Handoffs by where they come from and go.
  private struct Tally {
    private struct Ends: Hashable {
      var from: String
      var to: String
    }

    private var rows: [Ends: (count: Int, perYear: Double?, minutes: Int?)] = [:]

    mutating func add(_ handoff: Handoff, _ from: String, _ to: String, minutes: Int?) {
      var entry = rows[Ends(from: from, to: to)] ?? (0, nil, minutes)
      entry.count += 1
      if let times = handoff.perYear { entry.perYear = (entry.perYear ?? 0) + times }
      rows[Ends(from: from, to: to)] = entry
    }

    var links: [Link] {
      rows.map { ends, entry in
        Link(
          from: ends.from, to: ends.to, rows: entry.count, perYear: entry.perYear,
          hoursApart: entry.minutes.map { Double($0) / 60 })
      }.sorted { left, right in
        (left.isCrossing ? 0 : 1, -left.rows, left.from, left.to)
          < (right.isCrossing ? 0 : 1, -right.rows, right.from, right.to)
      }
    }
  }
}
