internal import EcosystemModel
internal import GraphCore

/// Puts names to what the tests of a family found.
struct OverlapDescriber {
  let family: OverlapFamily
  let tests: OverlapTests
  let layers: OverlapLayers
  private let roles: [Seat: [MembershipRole]]

  private struct Seat: Hashable {
    var person: Person.ID
    var committee: Committee.ID
  }

  init(family: OverlapFamily, tests: OverlapTests, layers: OverlapLayers) {
    self.family = family
    self.tests = tests
    self.layers = layers
    var roles: [Seat: [MembershipRole]] = [:]
    for seat in family.seats.map({ family.ecosystem.memberships[$0] }) {
      roles[Seat(person: seat.person, committee: seat.committee), default: []].append(seat.role)
    }
    self.roles = roles
  }

  /// Orders pairs by their chance after correction, then before it, then by size.
  static func isMoreRemarkable(_ left: OverlapTests.Result, _ right: OverlapTests.Result) -> Bool {
    if left.pValue != right.pValue { return left.pValue < right.pValue }
    if left.overlap.shared != right.overlap.shared {
      return left.overlap.shared > right.overlap.shared
    }
    return (left.overlap.first, left.overlap.second) < (right.overlap.first, right.overlap.second)
  }

  /// A pair in full, with the given body first.
  func pair(_ result: OverlapTests.Result, first: Int?) -> PairOverlap {
    let low = result.overlap.first.position
    let high = result.overlap.second.position
    let (one, other) = first == high ? (high, low) : (low, high)
    let overlap = result.overlap
    let ecosystem = family.ecosystem
    let (first, second) = (family.bodies[one], family.bodies[other])
    let isTurned = one == high
    let sharers = overlap.shared == 0 ? [] : family.shared(one, other)
    let population = Overlap(
      first: overlap.first, second: overlap.second, shared: overlap.shared,
      firstSize: result.population.first, secondSize: result.population.second)
    let expected = population.expected(in: result.population.count)
    return PairOverlap(
      first: first, second: second,
      sharers: sharers.map { position in
        let person = ecosystem.people[position]
        return PairOverlap.Sharer(
          person: person.id, name: person.name,
          company: ecosystem.company(of: .person(person.id)).flatMap {
            ecosystem.companies[$0]?.name
          },
          firstRoles: rolesOf(person.id, on: first), secondRoles: rolesOf(person.id, on: second))
      }.sorted { ($0.name, $0.person) < ($1.name, $1.person) },
      shared: overlap.shared, either: first.size + second.size - overlap.shared,
      shareOfFirst: isTurned ? overlap.shareOfSecond : overlap.shareOfFirst,
      shareOfSecond: isTurned ? overlap.shareOfFirst : overlap.shareOfSecond,
      jaccard: overlap.jaccard, overlapCoefficient: overlap.overlapCoefficient,
      population: result.population.count,
      shareOfPopulation: result.population.count == 0
        ? 0 : Double(overlap.shared) / Double(result.population.count),
      expected: expected,
      lift: expected > 0 ? Double(overlap.shared) / expected : nil, pValue: PValue(result.pValue),
      adjustedPValue: PValue(result.adjustedPValue),
      sdsmPValue: result.sdsmPValue.map(PValue.init),
      adjustedSDSMPValue: result.adjustedSDSMPValue.map(PValue.init))
  }

  private func rolesOf(_ person: Person.ID, on body: OverlapBody) -> [MembershipRole] {
    let found = Set(
      body.committees.flatMap { roles[Seat(person: person, committee: $0)] ?? [] })
    return MembershipRole.allCases.filter(found.contains)
  }

  /// The positions of the people on two bodies or more.
  var bridgingPeople: [Int] {
    family.ecosystem.people.indices.filter {
      family.graph.degree(of: NodeIndex($0), on: .left) > 1
    }
  }

  /// The people who connect most pairs that nobody else connects, then most bodies.
  func bridges(limit: Int?) -> [OverlapFindings.Bridge] {
    let count = family.bodies.count
    let sole = Set(
      tests.results.lazy.filter { $0.overlap.shared == 1 }
        .map { $0.overlap.first.position * count + $0.overlap.second.position })
    let ecosystem = family.ecosystem
    let people = bridgingPeople.map { person -> (person: Int, bodies: [Int], pairs: Int) in
      let bodies = family.graph.neighbors(of: NodeIndex(person), on: .left).map(\.position)
      var pairs = 0
      for (place, first) in bodies.enumerated() {
        for second in bodies[(place + 1)...] where sole.contains(first * count + second) {
          pairs += 1
        }
      }
      return (person: person, bodies: bodies, pairs: pairs)
    }.sorted { left, right in
      (-left.pairs, -left.bodies.count, ecosystem.people[left.person].name, left.person)
        < (-right.pairs, -right.bodies.count, ecosystem.people[right.person].name, right.person)
    }
    return people.prefix(limit ?? .max).map { found in
      let person = ecosystem.people[found.person]
      return OverlapFindings.Bridge(
        person: person.id, name: person.name,
        company: ecosystem.company(of: .person(person.id)).flatMap {
          ecosystem.companies[$0]?.name
        },
        bodies: found.bodies.map { family.bodies[$0].name }, solePairs: found.pairs)
    }
  }
}
