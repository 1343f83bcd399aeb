/// Finds partners that nobody represents on any committee of their own alliance.
///
/// A subsidiary's members represent the company that owns it.
struct UnseatedPartners: Inspection {
  static let rule = "alliance.company.unseated"
  static let summary = "Every partner has a seat on some committee of its alliance."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    let committees = governance.committeesByAlliance
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      let seats = (committees[alliance.id] ?? []).flatMap { governance.members(of: $0) }
      guard !seats.isEmpty else { return nil }
      let companies = Set(seats.compactMap { ecosystem.company(of: $0) })
      let seated = Set(companies.flatMap { ecosystem.owners(of: $0) })
      let unseated = alliance.companies.filter { !seated.contains($0) }
      guard !unseated.isEmpty else { return nil }
      let names = unseated.map { ecosystem.name(of: .company($0)) }
      let verb = names.count == 1 ? "has" : "have"
      let unknown = seats.filter { ecosystem.company(of: $0) == nil }
      if !unknown.isEmpty {
        return Finding(
          .note,
          "\(Phrase.quotedList(names)) \(verb) no known seat on any committee of alliance \(Phrase.quoted(alliance.name)); state the companies of its \(Phrase.count(unknown.count, "member")) without one.",
          at: .init(.alliances, position), column: "companies")
      }
      return Finding(
        .warning,
        "\(Phrase.quotedList(names)) \(verb) no seat on any committee of alliance \(Phrase.quoted(alliance.name)); add the seats to memberships, or remove the company from the alliance.",
        at: .init(.alliances, position), column: "companies")
    }
  }
}
