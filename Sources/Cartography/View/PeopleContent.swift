import EcosystemModel

extension MapContent {
  /// People and the committees they sit on; or their functions, companies or regions in their place; or committees tied
  /// by the people they share.
  static func people(of snapshot: Snapshot, view: MapView) -> MapContent {
    switch view.rollUp {
    case .committees: return sharedPeople(of: snapshot, view: view)
    case _ where view.reduction.backbone != nil: return sharedPeople(of: snapshot, view: view)
    case .people, .communities, nil: break
    case .functions, .companies, .regions: return seats(of: snapshot, view: view)
    }
    let ecosystem = snapshot.ecosystem
    let seats = seatsByPerson(in: snapshot)
    let seated = ecosystem.people.filter { seats[$0.id] != nil }
    var content = MapContent(
      of: snapshot, view: view,
      Heading(subject: "People and their committees", counts: [.person, .committee]))
    content.links = .seat
    content.nodes = committeeNodes(of: snapshot)
    content.nodes += seated.map { person in
      var node = Node(reference: .person(person.id), name: person.name)
      let company = ecosystem.company(of: .person(person.id)).flatMap {
        ecosystem.companies[$0]?.name
      }
      node.details = [person.title, company].compactMap { $0 }
      node.details += (seats[person.id] ?? []).compactMap { ecosystem.committees[$0]?.name }
      node.tieCount = (seats[person.id] ?? []).count
      return node
    }
    content.ties = ecosystem.memberships.map { seat in
      var tie = Tie(
        from: .committee(seat.committee), to: .person(seat.person),
        kind: seat.role == .member ? "member" : seat.role.rawValue, isDirected: false)
      tie.details = [detail(of: seat, in: ecosystem)]
      return tie
    }
    content.availableNodes = ecosystem.committees.count + seated.count
    content.availableTies = ecosystem.memberships.count
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
