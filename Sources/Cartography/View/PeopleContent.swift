import EcosystemModel

extension MapContent {
  /// People and the committees they sit on.
  ///
  /// People with a single seat say nothing about how committees hang together: where they would crowd the map they are
  /// counted in their committee's box instead of drawn.
  static func people(of ecosystem: Ecosystem, view: MapView) -> MapContent {
    var content = MapContent(view: view, title: "People and their committees")
    let seats = Dictionary(grouping: ecosystem.memberships, by: \.person)
      .mapValues { seats in unique(seats.map(\.committee)) }
    let seatsByCommittee = Dictionary(grouping: ecosystem.memberships, by: \.committee)
    let seated = ecosystem.people.filter { seats[$0.id] != nil }
    let isCrowded = seated.count + ecosystem.committees.count > (view.limit ?? .max)
    let drawn = isCrowded ? seated.filter { (seats[$0.id] ?? []).count > 1 } : seated
    let folded = isCrowded ? seated.filter { (seats[$0.id] ?? []).count == 1 } : Roster()
    let foldedSeats = Dictionary(grouping: folded) { seats[$0.id]?.first }

    content.nodes = ecosystem.committees.map { committee in
      var node = Node(reference: .committee(committee.id), name: committee.name)
      let hidden = foldedSeats[committee.id] ?? []
      let members = Set((seatsByCommittee[committee.id] ?? []).map(\.person))
      if !hidden.isEmpty {
        node.lines = [hidden.count == 1 ? "+ 1 person" : "+ \(hidden.count) people"]
      }
      node.details = ["\(members.count) members"] + hidden.map(\.name)
      node.tieCount = members.count
      return node
    }
    content.nodes += drawn.map { person in
      var node = Node(reference: .person(person.id), name: person.name)
      let company = ecosystem.company(of: .person(person.id)).flatMap {
        ecosystem.companies[$0]?.name
      }
      node.details = [person.title, company].compactMap { $0 }
      node.details += (seats[person.id] ?? []).compactMap { ecosystem.committees[$0]?.name }
      node.tieCount = (seats[person.id] ?? []).count
      return node
    }
    let isDrawn = Set(drawn.map(\.id))
    content.ties = ecosystem.memberships.filter { isDrawn.contains($0.person) }.map { seat in
      var tie = Tie(
        from: .committee(seat.committee), to: .person(seat.person),
        kind: seat.role == .member ? "member" : seat.role.rawValue, isDirected: false)
      let person = ecosystem.people[seat.person]?.name ?? seat.person.rawValue
      let committee = ecosystem.committees[seat.committee]?.name ?? seat.committee.rawValue
      tie.details = ["\(person), \(seat.role.rawValue) of \(committee)"]
      return tie
    }
    if !folded.isEmpty {
      content.omissions.append(
        Omission(
          reason: "people with one seat, counted in their committee's box", count: folded.count,
          names: folded.map(\.name)))
    }
    content.availableNodes = ecosystem.committees.count + seated.count
    content.availableTies = ecosystem.memberships.count
    return content
  }

  private static func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}
