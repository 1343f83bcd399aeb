package import EcosystemModel
internal import GraphCore

/// Who is central, with the graph that says so.
public struct CentralityFindings: Findings {
  /// How many of the rows behind the graph lead one way.
  package struct Directions: Codable, Hashable, Sendable {
    /// Rows that lead from one end to the other only.
    package let directed: Int
    /// Rows that lead both ways.
    package let undirected: Int
    /// Whether the graph is directed.
    package let areFollowed: Bool
  }

  /// One metric of one entity.
  package struct Value: Codable, Hashable, Sendable {
    /// The metric's id.
    package let metric: String
    /// The value; `nil` where the metric is undefined.
    package let value: Double?
    /// The place among those ranked; equal values share one.
    public let rank: Int
  }

  /// One entity.
  public struct Row: Codable, Hashable, Sendable {
    /// The place by the first metric.
    public let rank: Int
    /// The entity.
    package let entity: EntityReference
    /// Its name.
    public let name: String
    /// The company of a person or function, the kind of a committee or company.
    package let affiliation: String?
    /// All metrics.
    package let values: [Value]
    /// The first metric in words, and whom this one is linked to.
    public let reading: String
  }

  /// What was asked.
  package let question: CentralityQuestion
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The graph that the values were computed on, in words.
  package let graph: String
  /// The number of its nodes.
  package let nodeCount: Int
  /// The number of pairs in it that are linked.
  package let pairCount: Int
  /// How many rows lead one way, and how many both; `nil` where rows have no direction, as seats.
  package let directions: Directions?
  /// Rows that the graph does not show.
  package let leftOut: [String]
  /// The metrics, the one that ranks first.
  package let metrics: [MetricNote]
  /// How many were ranked, the ones beyond the limit included.
  package let rankedCount: Int
  /// Those with the highest places.
  public let rows: [Row]
  /// Remarks on the ranking.
  package let notes: [String]
}

extension CentralityQuestion {
  /// Returns who is central.
  ///
  /// Two-mode data is not projected unless asked: people on links are ranked on the graph of people and committees, and the
  /// findings say so.
  ///
  /// - Throws: ``InsightError`` where a table is missing, a metric unknown or a weight does not fit.
  /// - Complexity: That of the metrics; O(*V*·*E*) for betweenness and closeness.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> CentralityFindings {
    guard chosenSubject != nil else {
      var chosen = self
      chosen.chosenSubject = .likely(in: snapshot.ecosystem, on: basis)
      return try chosen.answer(in: snapshot)
    }
    var metrics: [CentralityMetric] = []
    for id in self.metrics {
      let metric = try MetricCatalog.required(id)
      if !metrics.contains(where: { $0.id == metric.id }) { metrics.append(metric) }
    }
    guard let first = metrics.first else {
      throw InsightError(.badOption, "Name at least one metric.")
    }
    let ecosystem = snapshot.ecosystem
    let graph = try CentralityGraph(for: self, in: snapshot)
    let ranked = graph.nodes.indices.filter { graph.nodes[$0].kind == subject.kind }
    guard !ranked.isEmpty else { throw graph.nobody(subject, in: snapshot) }
    let names = ranked.map { ecosystem.name(of: graph.nodes[$0]) }
    var columns: [(values: [Double?], ranks: [Int])] = []
    var order: [Ranking.Place] = []
    for metric in metrics {
      let values = try graph.values(of: metric)
      let own = ranked.map { values[$0] }
      let places = Ranking.places(own, isLowFirst: metric.isLowFirst, names: names)
      if columns.isEmpty { order = places }
      var ranks = [Int](repeating: 0, count: own.count)
      for place in places { ranks[place.position] = place.rank }
      columns.append((own, ranks))
    }
    let words = try graph.words(of: first)
    let shown = order.prefix(limit ?? order.count)
    let rows = shown.map { place in
      let node = ranked[place.position]
      return CentralityFindings.Row(
        rank: place.rank, entity: graph.nodes[node], name: names[place.position],
        affiliation: ecosystem.affiliation(of: graph.nodes[node]),
        values: zip(metrics, columns).map { metric, column in
          .init(
            metric: metric.id, value: column.values[place.position],
            rank: column.ranks[place.position])
        },
        reading: graph.reading(
          columns[0].values[place.position].map { words($0, node) }, of: node, by: first,
          in: ecosystem))
    }
    return CentralityFindings(
      question: self, date: snapshot.date,
      filter: snapshot.filter.conditions.map(\.description), withheld: snapshot.withheld,
      graph: graph.description,
      nodeCount: graph.topology.nodeCount,
      pairCount: graph.undirected.edgeCount, directions: graph.directions, leftOut: graph.leftOut,
      metrics: metrics.map { MetricNote($0, on: graph) },
      rankedCount: ranked.count, rows: rows, notes: Self.notes(order, shown: shown.count))
  }

  private static func notes(_ order: [Ranking.Place], shown: Int) -> [String] {
    guard shown < order.count, shown > 0 else { return [] }
    let last = order[shown - 1].rank
    let sharing = order[shown...].prefix { $0.rank == last }.count
    let rest = "\(order.count - shown) more are not shown"
    return [sharing > 0 ? "\(rest); \(sharing) of them share place \(last)." : "\(rest)."]
  }

}

extension Ecosystem {
  /// The company of a person or function, the kind of anything else.
  fileprivate func affiliation(of reference: EntityReference) -> String? {
    switch reference {
    case .person, .function: company(of: reference).flatMap { companies[$0]?.name }
    case .committee(let id): committees[id]?.kind
    case .company(let id): companies[id]?.kind
    case .alliance(let id): alliances[id]?.kind
    case .program: nil
    }
  }
}

extension CentralityGraph {
  fileprivate func values(of metric: CentralityMetric) throws(InsightError) -> [Double?] {
    if metric.need == .strengths, strengths == nil {
      throw InsightError(
        .badOption,
        "The metric “\(metric.id)” needs to know what makes a link strong.", remedy: .strengths
      )
    }
    if metric.need == .directions, !topology.isDirected {
      throw InsightError(
        .badOption,
        "The metric “\(metric.id)” needs links with a direction: handoffs, or relationships of which some lead one way.",
        remedy: .handoffs
      )
    }
    do throws(AlgorithmError) {
      return try metric.values(self)
    } catch {
      throw InsightError(error)
    }
  }

  /// Why nobody is ranked, and who could be.
  fileprivate func nobody(
    _ subject: CentralityQuestion.Subject, in snapshot: Snapshot
  ) -> InsightError {
    let ecosystem = snapshot.ecosystem
    guard snapshot.filter.isEmpty else {
      return InsightError(
        .missingData, "No \(subject.kind.rawValue) meets the filter \(snapshot.filter).")
    }
    let others = CentralityQuestion.Subject.allCases.filter {
      ecosystem.count(of: .init(rawValue: $0.rawValue) ?? .people) > 0
    }.map(\.rawValue)
    return InsightError(
      .missingData,
      "There are no \(subject.rawValue) in the data\(others.isEmpty ? "." : "; rank its \(others.joined(separator: " or ")).")"
    )
  }

  fileprivate func words(of metric: CentralityMetric) throws(InsightError) -> MetricWords {
    do throws(AlgorithmError) {
      return try metric.words(self)
    } catch {
      throw InsightError(error)
    }
  }

  /// The value in words, and the names of whom the node is linked to.
  fileprivate func reading(
    _ words: String?, of node: Int, by metric: CentralityMetric, in ecosystem: Ecosystem
  ) -> String {
    let names = contacts(of: node).map { ecosystem.name(of: $0) }
    let words = words ?? "undefined: too few links"
    guard !names.isEmpty else { return words }
    let list = Phrase.list(names, joint: nil)
    return metric.id == "links" ? "\(words): \(list)" : "\(words); linked to \(list)"
  }
}
