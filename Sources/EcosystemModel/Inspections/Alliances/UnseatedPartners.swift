/// Finds partners that nobody represents on any committee of their own alliance.
///
/// A subsidiary's members represent the company that owns it.
struct UnseatedPartners: Inspection {
  static let rule = "alliance.company.unseated"
  static let summary = "Every partner has a seat on some committee of its alliance."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    // The alliance for which each company was last seen in a seat, as member or as owner of one.
    var lastAlliance = [Int](repeating: -1, count: ecosystem.companies.count)
    return ecosystem.alliances.indices.compactMap { position in
      let alliance = ecosystem.alliances[position]
      let committees = hierarchy.committees(ofAlliance: position)
      guard committees.contains(where: { !hierarchy.seats(ofCommittee: $0).isEmpty }) else {
        return nil
      }
      for committee in committees {
        for company in hierarchy.companies(onCommittee: committee)
        where company >= 0 && lastAlliance[company] != position {
          for owner in hierarchy.owners(ofCompany: company) { lastAlliance[owner] = position }
        }
      }
      let unseated = hierarchy.partners(ofAlliance: position)
        .filter { lastAlliance[$0] != position }
      guard !unseated.isEmpty else { return nil }
      let names = unseated.map { ecosystem.companies[$0].name }
      let verb = names.count == 1 ? "has" : "have"
      let unknown = committees.flatMap { hierarchy.seats(ofCommittee: $0) }
        .filter { hierarchy.company(ofSeat: $0) == nil }
      if !unknown.isEmpty {
        return Finding(
          .note,
          "\(Phrase.quotedList(names)) \(verb) no known seat on any committee of alliance \(Phrase.quoted(alliance.name)); state the companies of its \(Phrase.count(unknown.count, "member")) without one.",
          at: .init(.alliances, position), column: Alliance.column(\.companies))
      }
      let members = affiliated(with: Set(unseated), on: Array(committees), in: snapshot)
      if !members.isEmpty {
        return Finding(
          .note,
          "\(Phrase.quotedList(names)) \(verb) no seat of its own on any committee of alliance \(Phrase.quoted(alliance.name)), though \(Phrase.quotedList(members)), who \(members.count == 1 ? "works" : "work") there too, \(members.count == 1 ? "sits" : "sit") for another company; where a seat is for a further employer, name it in the column \(Membership.column(\.company)) of memberships.",
          at: .init(.alliances, position), column: Alliance.column(\.companies))
      }
      return Finding(
        .warning,
        "\(Phrase.quotedList(names)) \(verb) no seat on any committee of alliance \(Phrase.quoted(alliance.name)); add the seats to memberships, or remove the company from the alliance.",
        at: .init(.alliances, position), column: Alliance.column(\.companies))
    }
  }

  /// The members of committees who work for one of some companies beside the one that they sit for, by name.
  private func affiliated(
    with companies: Set<Int>, on committees: [Int], in snapshot: Snapshot
  ) -> [String] {
    let ecosystem = snapshot.ecosystem
    let seated = Set(
      committees.flatMap { snapshot.hierarchy.seats(ofCommittee: $0) }
        .map { ecosystem.memberships.columns.people[$0] })
    let working = ecosystem.affiliations.filter { row in
      seated.contains(row.person)
        && ecosystem.companies.position(of: row.company).map {
          !companies.isDisjoint(with: snapshot.hierarchy.owners(ofCompany: $0))
        } ?? false
    }
    return Set(working.map { ecosystem.name(of: .person($0.person)) }).sorted()
  }
}
