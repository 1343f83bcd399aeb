package import EcosystemModel
internal import GraphCore

extension OverlapQuestion {
  /// Returns how far bodies share their members.
  ///
  /// With two names that pair is told in full; with one name it is compared with all others; without names all pairs of
  /// committees are compared. A name is the id or name of a committee, or a kind, which stands for the people on any
  /// committee of that kind.
  ///
  /// - Throws: ``InsightError`` where there are no memberships or a name is unknown.
  /// - Complexity: O(Σ *d*²) for the numbers *d* of seats of each person.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> OverlapFindings {
    try snapshot.require(.committees, .memberships, for: "overlap")
    let ecosystem = snapshot.ecosystem
    let seats = ecosystem.memberships.indices.filter {
      !isVotingOnly || ecosystem.memberships.columns.roles[$0].isVoting
    }
    let leftOutCount = ecosystem.memberships.count - seats.count
    let first = try first.map { name throws(InsightError) in
      try ecosystem.overlapBody(named: name)
    }
    let second = try second.map { name throws(InsightError) in
      try ecosystem.overlapBody(named: name)
    }
    if let first, first.committees == second?.committees {
      throw InsightError(
        .badOption,
        "“\(first.name)” is compared with itself; name two bodies, or one to compare it with all.")
    }
    let family = OverlapFamily(
      Self.bodies(first, second, in: ecosystem), in: snapshot, seats: seats)
    let parts = [first, second].compactMap { body in
      body.flatMap { body in family.bodies.firstIndex { $0.committees == body.committees } }
    }
    let tests = try OverlapTests(
      family, universe: universe, asked: parts, limit: parts.count == 2 ? 0 : limit)
    let layers = OverlapLayers(snapshot)
    let describer = OverlapDescriber(family: family, tests: tests, layers: layers)
    let isWhole = parts.isEmpty
    let redundancy = isWhole ? try describer.redundancy() : []
    return OverlapFindings(
      question: self, date: snapshot.date,
      filter: snapshot.filter.conditions.map(\.description), withheld: snapshot.withheld,
      universe: tests.universe.choice, degreeModel: tests.degrees.words,
      testCount: tests.testCount, overlappingPairCount: tests.sweep.askedCount,
      significantPairCount: tests.significantCount,
      seatedCount: family.seatedPeopleCount,
      bridgeCount: describer.bridgingPeople.count,
      pair: parts.count == 2
        ? try describer.pair(tests.result(parts[0], parts[1]), first: parts[0]) : nil,
      pairs: tests.chosen.map { describer.pair($0, first: parts.first) },
      layers: parts.count == 2
        ? layers.layer(family.bodies[parts[0]], family.bodies[parts[1]]).map { [$0] } ?? []
        : layers.all(touching: parts.first.map { family.bodies[$0] }),
      statedAims: parts.count == 2
        ? Self.statedAims(
          in: snapshot.whole, of: family.bodies[parts[0]], and: family.bodies[parts[1]]) : [],
      bridges: isWhole ? describer.bridges(limit: limit) : [],
      redundancies: isWhole ? describer.redundancies(redundancy, limit: limit) : [],
      mergeCandidates: isWhole ? describer.mergeCandidates(redundancy, limit: limit) : [],
      matrix: parts.count == 2 ? nil : try describer.matrix(with: parts),
      combinations: describer.combinations(of: parts),
      leftOut: leftOutCount == 0
        ? [] : ["\(Phrase.count(leftOutCount, "seat")) of observers or alternates"])
  }

  /// What scores of any day say of the overlap of two bodies: those whose measure names both, and “overlap”.
  private static func statedAims(
    in whole: Ecosystem, of first: OverlapBody, and second: OverlapBody
  ) -> [String] {
    func words(_ text: String) -> [Substring] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
    func names(_ measure: [Substring], _ body: OverlapBody) -> Bool {
      let name = words(body.name)
      return !name.isEmpty
        && measure.indices.contains { measure[$0...].starts(with: name) }
    }
    return whole.scores.filter { score in
      let measure = words(score.measure)
      return measure.contains("overlap") && names(measure, first) && names(measure, second)
    }.map { score in
      let value =
        (0...1).contains(score.value)
        ? NumberText.percent(score.value, decimals: 0) : NumberText.short(score.value)
      return "\(score.measure) \(value)\(score.date.map { " (\($0))" } ?? "")"
    }
  }

  /// The bodies to compare: all kinds for a pair of kinds, all committees otherwise, and just the two if they are unlike.
  private static func bodies(
    _ first: OverlapBody?, _ second: OverlapBody?, in ecosystem: Ecosystem
  ) -> [OverlapBody] {
    let committees = ecosystem.committees.map { OverlapBody($0) }
    let kinds = ecosystem.committeeKinds
    if let first, second == nil, first.isKind {
      return [first] + committees.filter { !first.committees.contains($0.committees[0]) }
    }
    let asked = [first, second].compactMap { $0 }
    for family in [committees, kinds]
    where asked.allSatisfy({ body in family.contains { $0.committees == body.committees } }) {
      return family
    }
    return asked
  }
}
