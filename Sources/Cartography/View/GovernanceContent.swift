import EcosystemModel

extension MapContent {
  /// The committees as a hierarchy: each box says who chairs, how many sit there and for whom.
  static func governance(of snapshot: Snapshot, view: MapView) -> MapContent {
    let ecosystem = snapshot.ecosystem
    let alliances = ecosystem.committees.compactMap { snapshot.alliance(of: $0.id) }
    let isOneAlliance = Set(alliances).count <= 1
    let name = alliances.first.flatMap { ecosystem.alliances[$0]?.name }
    var content = MapContent(
      of: snapshot, view: view,
      Heading(
        subject: isOneAlliance
          ? "Governance of \(name ?? "the committees")" : "Governance of the alliances"))
    content.links = Noun(one: "reporting line", many: "reporting lines")
    content.nodes = ecosystem.committees.map { committee in
      let seats = snapshot.seats(of: committee.id)
      var node = Node(reference: .committee(committee.id), name: committee.name)
      node.optionalLines = chairLines(seats, in: ecosystem)
      // Where no table says who sits anywhere, nobody is missing.
      node.lines =
        snapshot.whole.memberships.isEmpty
        ? [committee.cadence?.description].compactMap(\.self)
        : [sizeLine(for: committee, seats: seats)]
      node.balance = balance(of: seats.filter(\.role.isVoting), in: ecosystem)
      node.details = details(for: committee, seats: seats, in: ecosystem)
      node.group =
        isOneAlliance
        ? nil : snapshot.alliance(of: committee.id).flatMap { ecosystem.alliances[$0]?.name }
      node.tieCount = seats.count
      return node
    }
    // Where the parent is not there on that day, a relationship may say who stands in its place.
    let above = Dictionary(
      ecosystem.escalations.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    content.ties = ecosystem.committees.compactMap { committee in
      guard let upper = above[committee.id], upper != committee.id,
        let name = ecosystem.committees[upper]?.name
      else { return nil }
      var tie = Tie(
        from: .committee(committee.id), to: .committee(upper), kind: "escalates to",
        isDirected: true)
      tie.pointsUp = true
      tie.details = ["\(committee.name) reports and escalates to \(name)"]
      return tie
    }
    content.availableNodes = ecosystem.committees.count
    content.availableTies = content.ties.count
    return content
  }

  private static func chairLines(_ seats: [Membership], in ecosystem: Ecosystem) -> [String] {
    let chairs = seats.filter(\.role.isChairing).compactMap { ecosystem.people[$0.person]?.name }
    guard !chairs.isEmpty else { return [] }
    let others = chairs.count > 2 ? " +\(chairs.count - 2)" : ""
    return [
      (chairs.count > 1 ? "Chairs: " : "Chair: ") + Array(chairs.prefix(2)).listed
        + others
    ]
  }

  /// How many sit there, in which role where not all vote, and how often they meet.
  private static func sizeLine(for committee: Committee, seats: [Membership]) -> String {
    let voters = Set(seats.filter(\.role.isVoting).map(\.person))
    let rest = seats.filter { !voters.contains($0.person) }
    let observers = Set(rest.filter { $0.role == .observer }.map(\.person))
    let alternates = Set(rest.map(\.person)).subtracting(observers)
    func counted(_ count: Int, _ noun: String) -> String? {
      count == 0 ? nil : Phrase.count(count, noun)
    }
    let count =
      rest.isEmpty
      ? Phrase.count(voters.count, "member")
      : [
        counted(voters.count, "seat"), counted(observers.count, "observer"),
        counted(alternates.count, "alternate"),
      ].compactMap { $0 }.joined(separator: ", ")
    return ([count] + [committee.cadence?.description].compactMap { $0 }).joined(separator: " · ")
  }

  private static func details(
    for committee: Committee, seats: [Membership], in ecosystem: Ecosystem
  ) -> [String] {
    var details: [String] = []
    if let kind = committee.kind { details.append(kind) }
    if let decides = committee.decides { details.append("Decides: \(decides)") }
    if let days = committee.maxDays {
      details.append("Decides within \(Phrase.count(NumberText.words(of: days), "day"))")
    }
    if let rate = committee.approvalRate {
      details.append("Approves \(NumberText.text(of: (rate * 100).rounded())) % of proposals")
    }
    for seat in seats {
      let name = ecosystem.people[seat.person]?.name ?? seat.person.rawValue
      let company = ecosystem.company(of: seat).flatMap { ecosystem.companies[$0]?.name }
      let role = seat.role == .member ? nil : seat.role.rawValue
      let notes = [company, role].compactMap { $0 }.joined(separator: ", ")
      details.append(notes.isEmpty ? name : "\(name) (\(notes))")
    }
    return details
  }

  /// Seats by company, the largest first and equal ones by name.
  static func balance(of seats: [Membership], in ecosystem: Ecosystem) -> [CompanyShare] {
    let byCompany = Dictionary(grouping: seats) { ecosystem.company(of: $0) }
    let shares = byCompany.map { company, seats in
      CompanyShare(
        company: company,
        name: company.flatMap { ecosystem.companies[$0]?.name } ?? "no company",
        count: Set(seats.map(\.person)).count)
    }
    guard shares.contains(where: { $0.company != nil }) else { return [] }
    return shares.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

extension MapContent {
  /// Whether a few stand above each other, each alone on its level, so that shapes may be wide.
  var isChain: Bool {
    guard view.kind == .governance, (2...8).contains(nodes.count) else { return false }
    let lines = ties.filter(\.pointsUp)
    return lines.count == nodes.count - 1 && Set(lines.map(\.to)).count == lines.count
      && Set(lines.map(\.from)).count == lines.count
  }
}
