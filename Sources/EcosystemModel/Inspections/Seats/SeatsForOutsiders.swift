/// Finds seats held for a company that is no partner of the committee's alliance.
struct SeatsForOutsiders: Inspection {
  static let rule = "membership.company.outsider"
  static let summary = "Those who sit on an alliance's committee sit for one of its partners."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    // The committee for which each company was looked at last.
    var lastCommittee = [Int](repeating: -1, count: ecosystem.companies.count)
    return ecosystem.committees.indices.compactMap { committee in
      guard let alliance = hierarchy.alliance(ofCommittee: committee) else { return nil }
      let partners = hierarchy.partners(ofAlliance: alliance)
      var outsiders: [Int] = []
      let seats = hierarchy.seats(ofCommittee: committee)
      for (place, company) in hierarchy.companies(onCommittee: committee).enumerated() {
        guard company >= 0, lastCommittee[company] != committee,
          ecosystem.memberships.columns.roles[seats[place]] != .observer
        else { continue }
        lastCommittee[company] = committee
        guard hierarchy.partner(owning: company, among: partners) == nil else { continue }
        outsiders.append(company)
      }
      guard !outsiders.isEmpty else { return nil }
      return Finding(
        .note,
        "committee \(Phrase.quoted(ecosystem.committees[committee].name)) has members for \(Phrase.quotedList(outsiders) { ecosystem.companies[$0].name }), no partner of alliance \(Phrase.quoted(ecosystem.alliances[alliance].name)); add the company to the alliance, or make these members observers.",
        at: .init(.committees, committee))
    }
  }
}
