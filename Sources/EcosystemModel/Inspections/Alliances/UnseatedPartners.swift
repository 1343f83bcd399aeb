/// Finds partners that nobody represents on any committee of their own alliance.
///
/// A subsidiary's members represent the company that owns it.
struct UnseatedPartners: Inspection {
  static let rule = "alliance.company.unseated"
  static let summary = "Every partner has a seat on some committee of its alliance."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      let seats = hierarchy.committees(ofAlliance: position).flatMap {
        hierarchy.seats(ofCommittee: $0)
      }
      guard !seats.isEmpty else { return nil }
      let companies = Set(seats.compactMap { hierarchy.company(ofSeat: $0) })
      let seated = Set(companies.flatMap { hierarchy.owners(ofCompany: $0) })
      let unseated = hierarchy.partners(ofAlliance: position).filter { !seated.contains($0) }
      guard !unseated.isEmpty else { return nil }
      let names = unseated.map { ecosystem.companies[$0].name }
      let verb = names.count == 1 ? "has" : "have"
      let unknown = seats.filter { hierarchy.company(ofSeat: $0) == nil }
      if !unknown.isEmpty {
        return Finding(
          .note,
          "\(Phrase.quotedList(names)) \(verb) no known seat on any committee of alliance \(Phrase.quoted(alliance.name)); state the companies of its \(Phrase.count(unknown.count, "member")) without one.",
          at: .init(.alliances, position), column: Alliance.column(\.companies))
      }
      return Finding(
        .warning,
        "\(Phrase.quotedList(names)) \(verb) no seat on any committee of alliance \(Phrase.quoted(alliance.name)); add the seats to memberships, or remove the company from the alliance.",
        at: .init(.alliances, position), column: Alliance.column(\.companies))
    }
  }
}
