/// Finds seats held for a company that is no partner of the committee's alliance.
struct SeatsForOutsiders: Inspection {
  static let rule = "membership.company.outsider"
  static let summary = "Those who sit on an alliance's committee sit for one of its partners."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    return ecosystem.committees.indices.compactMap { committee in
      guard let alliance = ecosystem.alliances[governance.alliances[committee]] else { return nil }
      var outsiders: [String] = []
      var judged: Set<Company.ID> = []
      for seat in governance.members(of: committee) where seat.role != .observer {
        guard let company = ecosystem.company(of: seat), judged.insert(company).inserted,
          ecosystem.partner(owning: company, among: alliance.companies) == nil
        else { continue }
        outsiders.append(ecosystem.name(of: .company(company)))
      }
      guard !outsiders.isEmpty else { return nil }
      return Finding(
        .note,
        "committee \(Phrase.quoted(ecosystem.committees[committee].name)) has members for \(Phrase.quotedList(outsiders)), no partner of alliance \(Phrase.quoted(alliance.name)); add the company to the alliance, or make these members observers.",
        at: .init(.committees, committee))
    }
  }
}
