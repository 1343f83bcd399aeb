import EcosystemModel
import Insights

extension MapContent {
  /// Committees tied by the people they share: one tie for each pair, which counts the people on both.
  static func sharedPeople(of snapshot: Snapshot, view: MapView) -> MapContent {
    let ecosystem = snapshot.ecosystem
    var content = MapContent(
      of: snapshot, view: view, Heading(subject: "Committees and the people they share"))
    content.links = Noun(one: "shared person", many: "shared people")
    let seats = seatsByPerson(in: snapshot)
    let people = ecosystem.people.filter { seats[$0.id] != nil }
    content.nodes = committeeNodes(of: snapshot)
    let positions = Dictionary(
      ecosystem.committees.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var sharers: [Pair: [String]] = [:]
    var pairs: [(body: Int, member: Int)] = []
    for (member, person) in people.enumerated() {
      let bodies = (seats[person.id] ?? []).compactMap { positions[$0] }.sorted()
      pairs += bodies.map { ($0, member) }
      for (rank, first) in bodies.enumerated() {
        for second in bodies[(rank + 1)...] {
          sharers[Pair(first: first, second: second), default: []].append(person.name)
        }
      }
    }
    content.addTies(
      sharers, between: content.nodes.map(\.reference), kind: "shares people",
      chances: view.reduction.backbone == nil
        ? [:]
        : chances(pairs, bodies: positions.count, members: people.count))
    content.tieTest = "SDSM"
    let seated = Set(snapshot.unfiltered.memberships.map(\.person)).count
    if people.count < seated {
      content.omissions.append(
        Omission(
          seated - people.count, Noun(one: "person", many: "people"), "not matching the filter"))
    }
    content.availableNodes = ecosystem.committees.count
    content.availableTies = content.ties.reduce(0) { $0 + $1.count }
    return content
  }

  /// Two boxes by their positions, the lower one first.
  struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// The natural logarithm of the chance of each pair of bodies to share as many members.
  static func chances(
    _ seats: [(body: Int, member: Int)], bodies: Int, members: Int
  ) -> [Pair: Double] {
    let tested = TieSignificance.ofSharing(seats, bodyCount: bodies, memberCount: members)
    return Dictionary(
      tested.map { (Pair(first: $0.first, second: $0.second), $0.logPValue) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Adds one tie for each pair that shares somebody or something.
  mutating func addTies(
    _ sharers: [Pair: [String]], between ends: [EntityReference], kind: String,
    chances: [Pair: Double]
  ) {
    for (pair, names) in sharers.sorted(by: { $0.key < $1.key }) {
      var tie = Tie(from: ends[pair.first], to: ends[pair.second], kind: kind, isDirected: false)
      tie.count = names.count
      tie.weight = Double(names.count)
      tie.logPValue = chances[pair]
      tie.details = names
      ties.append(tie)
    }
  }
}
