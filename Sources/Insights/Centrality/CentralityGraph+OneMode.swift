internal import EcosystemModel
internal import GraphCore

/// Rows that tie two entities, each with a weight.
struct TieRows {
  /// One tie.
  struct Row {
    var from: EntityReference
    var to: EntityReference
    var weight = 1.0
  }

  /// What a row is called.
  var noun: CentralityGraph.Noun
  var direction: Topology.Direction
  var rows: [Row]

  static func relationships(
    of ecosystem: Ecosystem, weights: CentralityQuestion.Weights
  ) throws(InsightError) -> TieRows {
    var rows: [Row] = []
    for tie in ecosystem.relationships {
      var row = Row(from: tie.from, to: tie.to)
      if weights == .weight {
        row.weight = tie.weight ?? 1
        guard row.weight > 0, row.weight.isFinite else {
          throw InsightError(
            .missingData,
            """
            The relationship of “\(ecosystem.name(of: tie.from))” and “\(ecosystem.name(of: tie.to))” has the weight \
            \(row.weight); weights as strengths must be above 0.
            """)
        }
      }
      rows.append(row)
    }
    return TieRows(
      noun: .init(one: "relationship", many: "relationships"), direction: .undirected, rows: rows)
  }

  static func handoffs(
    of ecosystem: Ecosystem, weights: CentralityQuestion.Weights
  ) throws(InsightError) -> TieRows {
    var rows: [Row] = []
    for handoff in ecosystem.handoffs {
      var row = Row(from: handoff.from, to: handoff.to)
      let column = Handoff.column(weights == .hours ? \.hours : \.perYear)
      if weights == .hours || weights == .frequency {
        let value = weights == .hours ? handoff.hours : handoff.perYear
        guard let value, value > 0, value.isFinite else {
          throw InsightError(
            .missingData,
            """
            The handoff from “\(ecosystem.name(of: handoff.from))” to “\(ecosystem.name(of: handoff.to))” has no \
            \(column) above 0; fill the column in, or count handoffs.
            """, remedy: .strengths)
        }
        row.weight = value
      }
      rows.append(row)
    }
    return TieRows(
      noun: .init(one: "handoff", many: "handoffs"), direction: .directed, rows: rows)
  }
}

extension CentralityGraph {
  /// The graph of one kind of entity, where what belongs to an entity of that kind stands for it.
  init(
    _ table: TieRows, among subject: CentralityQuestion.Subject, of ecosystem: Ecosystem
  ) throws(InsightError) {
    let (nodes, positions) = Self.numbered(subject, in: ecosystem)
    var kept: [(from: Int, to: Int, weight: Double)] = []
    var inner = 0
    for row in table.rows {
      guard let from = positions[Self.lifted(row.from, to: subject, in: ecosystem)],
        let to = positions[Self.lifted(row.to, to: subject, in: ecosystem)]
      else { continue }
      if from == to { inner += 1 } else { kept.append((from, to, row.weight)) }
    }
    let all = Topology(
      nodeCount: nodes.count, direction: table.direction,
      pairs: kept.lazy.map { ($0.from, $0.to) })
    do throws(AlgorithmError) {
      let simple = all.simplified(strengths: try EdgeStrengths(kept.map(\.weight)))
      topology = simple.topology
      strengths = simple.strengths
      costs = try EdgeCosts(
        Self.medians(kept.map(\.weight), groups: simple.mergedEdge, count: topology.edgeCount))
    } catch {
      throw InsightError(error)
    }
    self.nodes = nodes
    description = """
      \(topology.isDirected ? "directed " : "")graph of \(nodes.count) \(subject.rawValue), tied by \
      \(table.noun.count(kept.count)) between \(topology.edgeCount) pairs
      """
    if inner > 0 {
      leftOut.append("\(table.noun.count(inner)) within one of the \(subject.rawValue)")
    }
    let foreign = table.rows.count - kept.count - inner
    if foreign > 0 {
      leftOut.append(
        "\(table.noun.count(foreign)) with an end that is no \(subject.kind.rawValue) and belongs to none"
      )
    }
    noun = Noun(one: "other", many: "others")
  }

  private static func numbered(
    _ subject: CentralityQuestion.Subject, in ecosystem: Ecosystem
  ) -> ([EntityReference], [EntityReference: Int]) {
    let nodes: [EntityReference] =
      switch subject {
      case .people: ecosystem.people.map { .person($0.id) }
      case .committees: ecosystem.committees.map { .committee($0.id) }
      case .companies: ecosystem.companies.map { .company($0.id) }
      case .functions: ecosystem.functions.map { .function($0.id) }
      }
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return (nodes, positions)
  }

  /// The company or function that an entity belongs to, where these are asked for.
  private static func lifted(
    _ reference: EntityReference, to subject: CentralityQuestion.Subject, in ecosystem: Ecosystem
  ) -> EntityReference {
    switch (subject, reference) {
    case (.companies, _): ecosystem.company(of: reference).map { .company($0) } ?? reference
    case (.functions, .person(let id)):
      ecosystem.people[id]?.function.map { .function($0) } ?? reference
    default: reference
    }
  }

  /// The median weight of the rows that went into each tie.
  private static func medians(
    _ weights: [Double], groups: EdgeColumn<EdgeIndex?>, count: Int
  ) -> [Double] {
    var lists = [[Double]](repeating: [], count: count)
    for (row, weight) in weights.enumerated() {
      if let tie = groups.values[row] { lists[tie.position].append(weight) }
    }
    return lists.map { Median.of($0) ?? 1 }
  }
}
