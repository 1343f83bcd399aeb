import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// What holds of every metric on directed, weighted, disconnected graphs.
@Suite("Laws of centrality") struct CentralityLawTests {
  /// Eighteen companies in two parts and alone, with relationships of all directions and weights.
  private func ecosystem(seed: UInt64) -> Ecosystem {
    var dice = SeededDice(seed: seed)
    var made = Ecosystem()
    let companies = (0..<18).map { made.addCompany("Company \($0)") }
    for row in 0..<34 {
      let part = row % 2 == 0 ? 0..<10 : 10..<16
      let from = part.lowerBound + dice.below(part.count)
      let to = part.lowerBound + dice.below(part.count)
      made.addRelationship(from: .company(companies[from]), to: .company(companies[to])) {
        $0.kind = ["supplies", "works with", "funds"][dice.below(3)]
        $0.directed = [true, false, nil, nil][dice.below(4)]
        $0.weight = Double(1 + dice.below(9)) / 2
      }
    }
    return made
  }

  private struct SeededDice {
    var state: UInt64
    init(seed: UInt64) { state = seed &* 2_654_435_761 &+ 1 }
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  /// The values of every metric by name; metrics that have no single answer on a graph are left out.
  private func values(
    of ecosystem: Ecosystem, weights: CentralityQuestion.Weights
  ) throws -> [String: [String: Double?]] {
    var all: [String: [String: Double?]] = [:]
    for metric in MetricCatalog.all where metric.need != .strengths || weights != .none {
      // Of several parts with equal eigenvalues any may come out.
      guard !["eigenvector", "hubs", "authorities"].contains(metric.id) else { continue }
      let found = try ecosystem.on(nil).answer(
        CentralityQuestion(of: .companies, weights: weights, metrics: [metric.id], limit: nil))
      all[metric.id] = Dictionary(
        uniqueKeysWithValues: found.rows.map { ($0.name, $0.values[0].value) })
    }
    return all
  }

  private func expectSame(
    _ one: [String: Double?]?, _ other: [String: Double?]?, _ comment: Comment
  ) {
    #expect(one?.keys.sorted() == other?.keys.sorted(), comment)
    for (name, value) in one ?? [:] {
      switch (value, other?[name] ?? nil) {
      case (nil, nil): break
      case (let left?, let right?):
        #expect(abs(left - right) <= 1e-9 * max(1, abs(right)), comment)
      default: Issue.record(comment)
      }
    }
  }

  @Test(arguments: UInt64(0)..<8, [CentralityQuestion.Weights.none, .weight])
  func turningAllDirectionsSwapsInAndOut(
    seed: UInt64, weights: CentralityQuestion.Weights
  ) throws {
    let made = ecosystem(seed: seed)
    var turned = made
    for position in turned.relationships.indices where turned.relationships[position].isDirected {
      let (from, to) = (turned.relationships[position].from, turned.relationships[position].to)
      turned.relationships[position].from = to
      turned.relationships[position].to = from
    }
    let (before, after) = (
      try values(of: made, weights: weights), try values(of: turned, weights: weights)
    )
    expectSame(before["in-degree"], after["out-degree"], "in-degree")
    expectSame(before["out-degree"], after["in-degree"], "out-degree")
    // Lengths are added up the other way round, so that with weights two paths may be equal on one side only.
    let exact = weights == .none ? ["betweenness"] : ["strength"]
    for metric in exact + ["links", "core", "clustering", "splits", "constraint"] {
      expectSame(before[metric], after[metric], "\(metric)")
    }
  }

  @Test(arguments: UInt64(0)..<8, [CentralityQuestion.Weights.none, .weight])
  func theOrderOfRowsChangesNothing(seed: UInt64, weights: CentralityQuestion.Weights) throws {
    let made = ecosystem(seed: seed)
    var other = made
    other.relationships.reverse()
    other.companies = Roster(Array(made.companies.reversed()))
    let (before, after) = (
      try values(of: made, weights: weights), try values(of: other, weights: weights)
    )
    for metric in before.keys { expectSame(before[metric], after[metric], "\(metric)") }
  }

  @Test(arguments: UInt64(0)..<8) func newNamesChangeNothingButNames(seed: UInt64) throws {
    let made = ecosystem(seed: seed)
    var other = made
    let renamed = Dictionary(
      uniqueKeysWithValues: made.companies.map { ($0.name, "Firm \($0.name.reversed())") }
        .map { ($0.0, String($0.1)) })
    other.companies = Roster(
      made.companies.map { company in
        var company = company
        company.name = renamed[company.name] ?? ""
        return company
      })
    let (before, after) = (
      try values(of: made, weights: .weight), try values(of: other, weights: .weight)
    )
    for (metric, values) in before {
      expectSame(
        Dictionary(uniqueKeysWithValues: values.map { (renamed[$0.key] ?? "", $0.value) }),
        after[metric], "\(metric)")
    }
  }

  @Test func undirectedRowsThatSayNothingAndRowsReadBothWaysAreOneGraph() throws {
    let made = ecosystem(seed: 3)
    var plain = made
    for position in plain.relationships.indices { plain.relationships[position].directed = false }
    let question = CentralityQuestion(
      of: .companies, metrics: ["betweenness", "closeness", "pagerank"], limit: nil,
      ignoringDirections: true)
    let (ignored, undirected) = (
      try made.on(nil).answer(question), try plain.on(nil).answer(question)
    )
    #expect(ignored.rows == undirected.rows)
    #expect(ignored.directions?.areFollowed == false)
    #expect(ignored.graph.contains("of them ignored"))
  }
}

/// Readings are true on graphs with directions, parts and weights.
@Suite("Readings of centrality") struct CentralityReadingTests {
  private func reading(
    _ rows: [(String, String, Double?)], isDirected: Bool = false, metric: String,
    weights: CentralityQuestion.Weights = .none, others: [String] = [], of name: String
  ) throws -> CentralityFindings.Row {
    var made = Ecosystem()
    var ids: [String: Company.ID] = [:]
    for name in rows.flatMap({ [$0.0, $0.1] }) + others where ids[name] == nil {
      ids[name] = made.addCompany(name)
    }
    for (from, to, weight) in rows {
      let (start, end) = (try #require(ids[from]), try #require(ids[to]))
      made.addRelationship(from: .company(start), to: .company(end)) {
        $0.directed = isDirected
        $0.weight = weight
      }
    }
    let found = try made.on(nil).answer(
      CentralityQuestion(of: .companies, weights: weights, metrics: [metric], limit: nil))
    return try #require(found.rows.first { $0.name == name })
  }

  @Test func aRingOfThreeGivesOneHalf() throws {
    let ring: [(String, String, Double?)] = [("A", "B", nil), ("B", "C", nil), ("C", "A", nil)]
    for name in ["A", "B", "C"] {
      let row = try reading(ring, isDirected: true, metric: "betweenness", of: name)
      #expect(row.values[0].value == 0.5)
    }
  }

  @Test func betweennessIsAShareOfThePathsThatExist() throws {
    let two: [(String, String, Double?)] = [
      ("A", "B", nil), ("B", "C", nil), ("D", "E", nil), ("E", "F", nil), ("F", "D", nil),
    ]
    let middle = try reading(two, metric: "betweenness", of: "B")
    #expect(middle.reading.hasPrefix("on 25.0 % of the shortest paths between others"))
    let way: [(String, String, Double?)] = [("A", "B", nil), ("B", "C", nil)]
    let only = try reading(way, isDirected: true, metric: "betweenness", of: "B")
    #expect(only.reading.hasPrefix("on 100.0 % of the shortest paths between others"))
  }

  @Test func closenessCountsWhoIsReached() throws {
    let pair: [(String, String, Double?)] = [("A", "B", nil)]
    let near = try reading(pair, metric: "closeness", others: ["C", "D"], of: "A")
    #expect(near.reading == "reaches 1 of 3, 1 step on average; linked to B")
    let end = try reading(
      [("A", "B", nil), ("B", "C", nil)], isDirected: true, metric: "closeness", of: "C")
    #expect(end.reading == "reached by 2 of 2, 1.5 steps on average; linked to B")
    let weighted = try reading(
      [("A", "B", 4)], metric: "closeness", weights: .weight, others: ["C"], of: "A")
    #expect(
      weighted.reading == "reaches 1 of 2, 0.25 on average, each link 1/weight long; linked to B")
  }

  @Test func strengthsAreSumsAndLinksAreOthers() throws {
    let rows: [(String, String, Double?)] = [("A", "B", 2.5), ("B", "A", 1), ("B", "C", 4)]
    let sum = try reading(rows, isDirected: true, metric: "strength", weights: .weight, of: "B")
    #expect(sum.reading == "weights add up to 7.5; linked to A, C")
    let links = try reading(rows, isDirected: true, metric: "ties", of: "A")
    #expect(links.reading == "1 other: B")
    let core = try reading(
      [("A", "B", nil), ("B", "A", nil)], isDirected: true, metric: "core", of: "A")
    #expect(core.reading == "in a part where everyone is linked to at least 1 other; linked to B")
  }

  @Test func rowsWithoutAWeightAreLeftOutAndCounted() throws {
    var made = Ecosystem()
    let companies = ["A", "B", "C", "D"].map { made.addCompany($0) }
    for (position, weight) in [2.0, 0, nil, -1].enumerated() {
      made.addRelationship(
        from: .company(companies[position]), to: .company(companies[(position + 1) % 4])
      ) { $0.weight = weight }
    }
    let found = try made.on(nil).answer(
      CentralityQuestion(of: .companies, weights: .weight, metrics: ["strength"], limit: nil))
    #expect(found.leftOut == ["3 relationships without weight above 0"])
    #expect(found.pairCount == 1)
    let plain = try made.on(nil).answer(CentralityQuestion(of: .companies, limit: nil))
    #expect(plain.leftOut == [] && plain.pairCount == 4)
  }

  @Test func directionsAreCounted() throws {
    var made = Ecosystem()
    let companies = ["A", "B", "C"].map { made.addCompany($0) }
    for (kind, end) in [("supplies", 1), ("works with", 2), ("competes with", 2)] {
      made.addRelationship(from: .company(companies[0]), to: .company(companies[end])) {
        $0.kind = kind
      }
    }
    let found = try made.on(nil).answer(CentralityQuestion(of: .companies))
    #expect(
      found.graph
        == "directed graph of 3 companies, linked by 1 directed and 1 undirected relationships between 2 pairs"
    )
    #expect(found.leftOut == ["1 rivalry"])
  }
}
