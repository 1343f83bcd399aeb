internal import EcosystemModel
internal import GraphCore

/// Puts names to what the tests of a family found.
struct OverlapDescriber {
  let family: OverlapFamily
  let tests: OverlapTests
  let layers: OverlapLayers

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
          firstRoles: roles(of: position, on: one), secondRoles: roles(of: position, on: other))
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

  private func roles(of person: Int, on body: Int) -> [MembershipRole] {
    let found = Set(
      family.hierarchy.seats(ofPerson: person).lazy.filter { seat in
        family.counts(seat)
          && family.hierarchy.committee(ofSeat: seat).map(family.committees[body].contains) ?? false
      }.map { family.ecosystem.memberships.columns.roles[$0] })
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
    let ecosystem = family.ecosystem
    let sole = tests.sweep.solePairs
    func degree(_ person: Int) -> Int { family.graph.degree(of: NodeIndex(person), on: .left) }
    let people = bridgingPeople.leading(limit) { left, right in
      if sole[left] != sole[right] { return sole[left] > sole[right] }
      let (one, other) = (degree(left), degree(right))
      if one != other { return one > other }
      return (ecosystem.people[left].name, left) < (ecosystem.people[right].name, right)
    }
    return people.map { position in
      let person = ecosystem.people[position]
      return OverlapFindings.Bridge(
        person: person.id, name: person.name,
        company: ecosystem.company(of: .person(person.id)).flatMap {
          ecosystem.companies[$0]?.name
        },
        bodies: family.graph.neighbors(of: NodeIndex(position), on: .left)
          .map { family.bodies[$0.position].name }, solePairs: sole[position])
    }
  }
}
