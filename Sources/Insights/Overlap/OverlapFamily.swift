internal import EcosystemModel
internal import GraphCore

/// The bodies that are compared, and who sits on them.
struct OverlapFamily {
  let snapshot: Snapshot
  /// The seats that count, by position, ascending.
  let seats: [Int]
  /// The bodies, with their sizes.
  let bodies: [OverlapBody]
  /// People on the left by their position in the roster, bodies on the right.
  let graph: AffiliationGraph
  /// The committees of each body, by position.
  let committees: [[Int]]

  var ecosystem: Ecosystem { snapshot.ecosystem }
  var hierarchy: Hierarchy { snapshot.hierarchy }

  init(_ bodies: [OverlapBody], in snapshot: Snapshot, seats: [Int]) {
    self.snapshot = snapshot
    self.seats = seats
    let ecosystem = snapshot.ecosystem
    committees = bodies.map { body in
      body.committees.compactMap { ecosystem.committees.position(of: $0) }
    }
    var bodiesOfCommittee = [[Int]](repeating: [], count: ecosystem.committees.count)
    for (position, own) in committees.enumerated() {
      for committee in own { bodiesOfCommittee[committee].append(position) }
    }
    var people: [Int32] = []
    var places: [Int32] = []
    people.reserveCapacity(seats.count)
    places.reserveCapacity(seats.count)
    for seat in seats {
      guard let person = snapshot.hierarchy.person(inSeat: seat),
        let committee = snapshot.hierarchy.committee(ofSeat: seat)
      else { continue }
      for body in bodiesOfCommittee[committee] {
        people.append(Int32(person))
        places.append(Int32(body))
      }
    }
    let graph = AffiliationGraph(
      leftCount: ecosystem.people.count, rightCount: bodies.count, lefts: people, rights: places)
    self.graph = graph
    self.bodies = bodies.enumerated().map { position, body in
      var body = body
      body.size = graph.degree(of: NodeIndex(position), on: .right)
      return body
    }
  }

  /// Whether a seat is among those that count.
  func counts(_ seat: Int) -> Bool {
    var (low, high) = (0, seats.count)
    while low < high {
      let middle = (low + high) / 2
      if seats[middle] < seat { low = middle + 1 } else { high = middle }
    }
    return low < seats.count && seats[low] == seat
  }

  /// The number of people with a seat, on the bodies compared or not.
  var seatedPeopleCount: Int {
    var isSeated = [Bool](repeating: false, count: ecosystem.people.count)
    for seat in seats {
      if let person = hierarchy.person(inSeat: seat) { isSeated[person] = true }
    }
    return isSeated.count { $0 }
  }

  /// The positions of the people on a body, ascending.
  func members(of body: Int) -> [Int] {
    graph.neighbors(of: NodeIndex(body), on: .right).map(\.position)
  }

  /// The positions of the people on both, ascending.
  func shared(_ first: Int, _ second: Int) -> [Int] {
    let other = Set(members(of: second))
    return members(of: first).filter(other.contains)
  }

  /// The number of pairs of bodies with members, which are the tests made.
  var testCount: Int {
    let seated = bodies.count { $0.size > 0 }
    return seated * (seated - 1) / 2
  }
}
