import EcosystemModel

extension MapContent {
  /// People, the committees they sit on and what else joins them; or their functions, companies or regions in their place;
  /// or committees tied by the people they share.
  static func people(of snapshot: Snapshot, view: MapView) -> MapContent {
    let isSeated = !snapshot.whole.memberships.isEmpty
    switch view.rollUp {
    case .committees: return sharedPeople(of: snapshot, view: view)
    case _ where view.reduction.backbone != nil && isSeated:
      return sharedPeople(of: snapshot, view: view)
    case .people, .communities, nil: break
    case .functions, .companies, .regions: return seats(of: snapshot, view: view)
    }
    let ecosystem = snapshot.ecosystem
    let seats = seatsByPerson(in: snapshot)
    let contacts = contacts(of: snapshot)
    let degrees = Dictionary(
      contacts.flatMap { [($0.from, 1), ($0.to, 1)] }, uniquingKeysWith: +)
    let shown = ecosystem.people.filter { person in
      let reference = EntityReference.person(person.id)
      return seats[person.id] != nil || degrees[reference] != nil
        || !isSeated && !snapshot.bystanders.contains(reference)
    }
    var content = MapContent(
      of: snapshot, view: view,
      Heading(
        subject: isSeated ? "People and their committees" : "Who is linked to whom",
        counts: [.person, .committee]))
    if !contacts.isEmpty {
      content.links = isSeated ? Noun(one: "seat or link", many: "seats and links") : .link
    } else {
      content.links = .seat
    }
    content.nodes = committeeNodes(of: snapshot)
    content.nodes += shown.map { person in
      var node = Node(reference: .person(person.id), name: person.name)
      let company = ecosystem.company(of: .person(person.id)).flatMap {
        ecosystem.companies[$0]?.name
      }
      node.details = [person.title, company].compactMap { $0 }
      node.details += (seats[person.id] ?? []).compactMap { ecosystem.committees[$0]?.name }
      node.tieCount = (seats[person.id] ?? []).count
      return node
    }
    for position in content.nodes.indices {
      content.nodes[position].tieCount += degrees[content.nodes[position].reference] ?? 0
    }
    content.ties = ecosystem.memberships.map { seat in
      var tie = Tie(
        from: .committee(seat.committee), to: .person(seat.person),
        kind: seat.role == .member ? "member" : seat.role.rawValue, isDirected: false)
      tie.details = [detail(of: seat, in: ecosystem)]
      return tie
    }
    content.ties += contacts
    content.availableNodes = ecosystem.committees.count + shown.count
    content.availableTies = content.ties.count
    return content
  }

  /// The committees each person sits on, each once, in the order of their seats.
  static func seatsByPerson(in snapshot: Snapshot) -> [Person.ID: [Committee.ID]] {
    var committees: [Person.ID: [Committee.ID]] = [:]
    for person in snapshot.ecosystem.people {
      var seen: Set<Committee.ID> = []
      let own = snapshot.seats(of: person.id).map(\.committee).filter {
        seen.insert($0).inserted
      }
      if !own.isEmpty { committees[person.id] = own }
    }
    return committees
  }

  /// One box for each committee, with the number of its members.
  static func committeeNodes(of snapshot: Snapshot) -> [Node] {
    snapshot.ecosystem.committees.map { committee in
      var node = Node(reference: .committee(committee.id), name: committee.name)
      let members = Set(snapshot.seats(of: committee.id).map(\.person))
      node.details = [Phrase.count(members.count, "member")]
      node.tieCount = members.count
      return node
    }
  }

  static func detail(of seat: Membership, in ecosystem: Ecosystem) -> String {
    let person = ecosystem.people[seat.person]?.name ?? seat.person.rawValue
    let committee = ecosystem.committees[seat.committee]?.name ?? seat.committee.rawValue
    return "\(person), \(seat.role.rawValue) of \(committee)"
  }
}
