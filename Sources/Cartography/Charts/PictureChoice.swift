package import EcosystemModel

/// The picture that suits a dataset, and why.
package struct PictureChoice: Hashable, Sendable {
  /// The picture.
  package var picture: Picture
  /// The reason, as a sentence for the user.
  package var reason: String
}

extension Picture {
  /// Picks the picture from what the dataset holds on the day.
  ///
  /// Committees that report to one another ask for governance; functions and companies with ties for an ecosystem
  /// map, or for swimlanes where most ties are handoffs with stages or owners; people on committees for a people map.
  package static func suitable(for snapshot: Snapshot) -> PictureChoice {
    let ecosystem = snapshot.ecosystem
    let hierarchy = ecosystem.committees.filter { $0.parent != nil }.count
    let ties = ecosystem.alliances.count + ecosystem.relationships.count + ecosystem.handoffs.count
    let seats = ecosystem.memberships.count
    let staged = ecosystem.handoffs.filter { $0.stage != nil || $0.owner != nil }.count
    if staged >= 20, staged * 2 > ecosystem.handoffs.count, staged > 4 * ecosystem.committees.count,
      staged * 2 > ties
    {
      return PictureChoice(
        picture: .chart(HandoffLanes.kind),
        reason: "\(ecosystem.handoffs.count) handoffs, most of what links them")
    }
    if hierarchy > 0 && ecosystem.alliances.count <= 3 {
      return PictureChoice(
        picture: .map(.governance),
        reason: "\(ecosystem.committees.count) committees, \(hierarchy) of them under another one")
    }
    if ecosystem.handoffs.count == ties, ties > 0, seats == 0, ecosystem.committees.isEmpty {
      let parties = Set(ecosystem.handoffs.flatMap { [$0.from, $0.to] }).count
      // Lanes without stages and owners say no more than arrows, and a slide holds few of them.
      guard staged == 0, parties > 20, ecosystem.companies.count > 1 else {
        return PictureChoice(
          picture: .chart(HandoffLanes.kind), reason: "\(ties) handoffs and no other relationships")
      }
      return PictureChoice(
        picture: .map(.ecosystem),
        reason:
          "\(ties) handoffs between \(parties) parties, too many for lanes, of \(ecosystem.companies.count) companies"
      )
    }
    if ties > 0 && (seats == 0 || ties >= seats || ecosystem.alliances.count > 3) {
      return PictureChoice(
        picture: .map(.ecosystem),
        reason:
          "\(ecosystem.companies.count) companies with \(ties) alliances and other relationships")
    }
    if seats > 0 {
      return PictureChoice(
        picture: .map(.people), reason: "\(seats) seats on \(ecosystem.committees.count) committees"
      )
    }
    if !ecosystem.committees.isEmpty {
      return PictureChoice(
        picture: .map(.governance),
        reason: "\(ecosystem.committees.count) committees without members")
    }
    return PictureChoice(
      picture: .map(.ecosystem),
      reason: "\(ecosystem.companies.count) companies without any relationship")
  }
}
