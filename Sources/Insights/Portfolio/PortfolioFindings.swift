package import EcosystemModel

/// The alliances of a day, each with what two columns, a size and a colour say of it.
package struct PortfolioFindings: Findings {
  /// One alliance.
  package struct Entry: Codable, Hashable, Sendable {
    /// The alliance.
    package let alliance: Alliance.ID
    /// Its name.
    package let name: String
    /// Its partners, by name.
    package let companies: [String]
    /// Where it stands from left to right; `nil` if that is not given.
    package let x: PortfolioValue?
    /// Where it stands from top to bottom; `nil` if that is not given.
    package let y: PortfolioValue?
    /// How large it is; `nil` if that is not given.
    package let size: Double?
    /// What colours it; `nil` if that is not given.
    package let colour: PortfolioValue?
  }

  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What leads from left to right; `nil` if nothing sorts the alliances.
  package let x: PortfolioField?
  /// What leads from top to bottom; `nil` if nothing sorts the alliances.
  package let y: PortfolioField?
  /// What sizes the alliances; `nil` if nothing does.
  package let size: PortfolioField?
  /// What colours the alliances; `nil` if nothing does.
  package let colour: PortfolioField?
  /// The alliances, the largest first and those of equal size by name.
  package let alliances: [Entry]
  /// The number of alliances.
  package let allianceCount: Int

  init(
    of snapshot: Snapshot, x: AllianceColumns.Reading?, y: AllianceColumns.Reading?,
    size: AllianceColumns.Reading?, colour: AllianceColumns.Reading?
  ) {
    let ecosystem = snapshot.ecosystem
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    (self.x, self.y, self.size, self.colour) = (x?.field, y?.field, size?.field, colour?.field)
    alliances = ecosystem.alliances.enumerated().map { row, alliance in
      Entry(
        alliance: alliance.id, name: alliance.name,
        companies: alliance.companies.map { ecosystem.name(of: .company($0)) },
        x: x?.values[row], y: y?.values[row], size: size?.values[row]?.number,
        colour: colour?.values[row])
    }.sorted { left, right in
      let sizes = (left.size ?? -.infinity, right.size ?? -.infinity)
      return sizes.0 != sizes.1
        ? sizes.0 > sizes.1
        : (left.name, left.alliance.rawValue) < (right.name, right.alliance.rawValue)
    }
    allianceCount = alliances.count
  }

  /// The sum of sizes that add up of some alliances; `nil` if none is known.
  package func total(of entries: [Entry]) -> Double? {
    guard size?.addsUp == true else { return nil }
    let known = entries.compactMap(\.size)
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
