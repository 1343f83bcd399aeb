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
  /// map, or for swimlanes where most ties are handoffs with stages or owners; people on committees, and people or
  /// committees with ties among themselves, for a people map; people with managers and nothing else for an org chart.
  package static func suitable(for snapshot: Snapshot) -> PictureChoice {
    let ecosystem = snapshot.ecosystem
    let hierarchy = ecosystem.committees.filter { $0.parent != nil }.count
    let ties = ecosystem.alliances.count + ecosystem.relationships.count + ecosystem.handoffs.count
    let seats = ecosystem.memberships.count
    let committees = EntityReference.Kind.committee.counted(ecosystem.committees.count)
    let staged = ecosystem.handoffs.filter { $0.stage != nil || $0.owner != nil }.count
    if staged >= 20, staged * 2 > ecosystem.handoffs.count, staged > 4 * ecosystem.committees.count,
      staged * 2 > ties
    {
      return PictureChoice(
        picture: .chart(HandoffLanes.kind),
        reason: "\(handoffs(ecosystem.handoffs.count)), most of what links them")
    }
    if hierarchy > 0 && ecosystem.alliances.count <= 3 {
      return PictureChoice(
        picture: .map(.governance),
        reason: "\(committees), \(hierarchy) of them under another one")
    }
    if ecosystem.handoffs.count == ties, ties > 0, seats == 0, ecosystem.committees.isEmpty {
      let parties = Set(ecosystem.handoffs.flatMap { [$0.from, $0.to] }).count
      // Lanes without stages and owners say no more than arrows, and a slide holds few of them.
      guard staged == 0, parties > 20, ecosystem.companies.count > 1 else {
        return PictureChoice(
          picture: .chart(HandoffLanes.kind), reason: "\(handoffs(ties)) and no other relationships"
        )
      }
      return PictureChoice(
        picture: .map(.ecosystem),
        reason:
          "\(handoffs(ties)) between \(parties) parties, too many for lanes, of \(ecosystem.companies.count) companies"
      )
    }
    let managed = ecosystem.people.count { $0.manager != nil }
    if ecosystem.relationships.count + managed > 0, seats == 0, ecosystem.committees.isEmpty,
      ecosystem.alliances.isEmpty, ecosystem.handoffs.isEmpty,
      ecosystem.relationships.allSatisfy(ReportingLines.isLine)
    {
      let people = EntityReference.Kind.person.counted(ecosystem.people.count)
      return PictureChoice(
        picture: .map(.reporting),
        reason: "\(people) who report to one another, and no other links")
    }
    let contacts = MapContent.contacts(of: snapshot).count
    if contacts * 2 > ties, contacts >= seats {
      return PictureChoice(picture: .map(.people), reason: links(of: ecosystem))
    }
    if ties > 0 && (seats == 0 || ties >= seats || ecosystem.alliances.count > 3) {
      return PictureChoice(picture: .map(.ecosystem), reason: links(of: ecosystem))
    }
    if seats > 0 {
      return PictureChoice(
        picture: .map(.people),
        reason: "\(Phrase.count(seats, "seat", "seats")) on \(committees)")
    }
    if !ecosystem.committees.isEmpty {
      return PictureChoice(
        picture: .map(.governance),
        reason: "\(committees) without members")
    }
    return PictureChoice(
      picture: .map(.ecosystem),
      reason:
        "\(EntityReference.Kind.company.counted(ecosystem.companies.count)) without any relationship"
    )
  }

  private static func handoffs(_ count: Int) -> String {
    Phrase.count(count, "handoff", "handoffs")
  }

  /// What links whom: `60 companies with 15 alliances and 120 relationships`, `5 relationships between people`.
  private static func links(of ecosystem: Ecosystem) -> String {
    let counts = [
      (ecosystem.alliances.count, "alliance", "alliances"),
      (ecosystem.relationships.count, "relationship", "relationships"),
      (ecosystem.handoffs.count, "handoff", "handoffs"),
    ]
    let links = counts.filter { $0.0 > 0 }.map { Phrase.count($0.0, $0.1, $0.2) }
      .spokenList(last: "and")
    let ends = Set(
      ecosystem.relationships.flatMap { [$0.from.kind, $0.to.kind] }
        + ecosystem.handoffs.flatMap { [$0.from.kind, $0.to.kind] })
    let kinds = EntityReference.Kind.allCases.filter(ends.contains)
    if ecosystem.alliances.isEmpty,
      kinds.count == 1 || ends.contains(.person) || ends.contains(.committee)
    {
      return "\(links) between \(kinds.map(\.plural).spokenList(last: "and"))"
    }
    let companies = ecosystem.companies.count
    return companies == 0
      ? links : "\(EntityReference.Kind.company.counted(companies)) with \(links)"
  }
}
