package import EcosystemModel
package import Insights

/// All pictures of answers: nothing else lists them.
package enum ChartCatalog {
  /// The charts; of those of one answer the main one first, and of a kind the one that declares it.
  package static let all: [any Chart.Type] = [
    OverlapHeatmap.self, OverlapUpSet.self, LoadBars.self, EscalationDays.self,
    EscalationBeforeAfter.self, HandoffLanes.self, HandoffWays.self, CoverageClock.self,
    FirewallSides.self, PeerSides.self, IntroductionWays.self, PortfolioGrid.self,
    PortfolioBubbles.self, TimelineBars.self, DecisionMatrix.self, HealthDumbbell.self,
    HealthTrends.self, TaxBars.self, TaxBeforeAfter.self, TurnoverGrowth.self, GrowthLines.self,
  ]

  /// The kinds of view, each with the question that it asks.
  package static let questions: [(kind: ChartKind, question: ChartQuestion)] = all.compactMap {
    chart in chart.question.map { (chart.kind, $0) }
  }

  /// The names of pictures, each once.
  package static let names: [String] = {
    var seen: Set<String> = []
    return all.map { $0.name }.filter { seen.insert($0).inserted }
  }()

  /// The charts that can be drawn of some findings, the main one first.
  package static func charts(of findings: any Findings) -> [any Chart.Type] {
    all.filter { $0.draws(findings) }
  }

  /// Whether some chart shows findings of a type, be there something to draw or not.
  package static func shows<Answer: Findings>(_: Answer.Type) -> Bool {
    all.contains { answer(of: $0) == Answer.self }
  }

  private static func answer<Drawn: Chart>(of _: Drawn.Type) -> any Findings.Type {
    Drawn.Answer.self
  }
}

extension Picture {
  /// All there are: maps first.
  package static let all: [Picture] =
    MapKind.allCases.map(Picture.map) + ChartCatalog.questions.map { .chart($0.kind) }

  /// The picture of a name, such as `governance` or `overlap`; `nil` if there is none.
  package init?(named name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

extension Picture {
  /// The tables of what is shown, about which a condition must say something.
  package var tables: [TableName] {
    switch self {
    case .map(let kind): kind.tables
    case .chart(let kind):
      ChartCatalog.questions.first { $0.kind == kind }?.question.tables ?? TableName.allCases
    }
  }
}

/// The picture of an answer that is wanted.
package struct ChartRequest: Hashable, Sendable {
  /// The sort of view.
  package var kind: ChartKind
  /// The names of what it is about, such as the two ends of a way.
  package var subjects: [String]
  /// What leads from left to right, what from top to bottom, and what sizes, colours and groups: columns, where they are chosen.
  package var x: String?, y: String?, size: String?, colour: String?, group: String?
  /// The order of stages, where it is stated.
  package var stages: [String] = []
  /// Whether everything is drawn, on a sheet as tall as that takes.
  package var showsAll = false

  /// Asks for a picture.
  package init(_ kind: ChartKind, about subjects: [String] = []) {
    self.kind = kind
    self.subjects = subjects
  }

  /// The answer.
  ///
  /// - Throws: ``Insights/InsightError`` where a name is missing, one too many or unknown, or the dataset lacks a table.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> any Findings {
    guard let question = ChartCatalog.questions.first(where: { $0.kind == kind })?.question else {
      throw InsightError(.badOption, "There is no picture of kind “\(kind.rawValue)”.")
    }
    guard question.subjects.counts.contains(subjects.count) else {
      throw InsightError(
        .badOption, "A picture of kind “\(kind.rawValue)” is about \(question.subjects.meaning).")
    }
    return try question.answer(self, snapshot)
  }

  /// The picture; `nil` if there is nothing to draw.
  ///
  /// - Throws: ``Insights/InsightError`` as ``answer(in:)`` does.
  package func laidOut(
    in snapshot: Snapshot, _ context: PictureContext
  ) throws(InsightError) -> LaidOutDiagram? {
    let answer = try answer(in: snapshot)
    func drawn(_ context: PictureContext) -> LaidOutDiagram? {
      ChartCatalog.all.lazy.filter { $0.kind == kind }
        .compactMap { $0.laidOut(answer, context) }.first
    }
    return showsAll ? whole(context, drawn) : drawn(context)
  }

  /// The picture on the lowest sheet that shows all, found by making it taller until nothing more appears.
  private func whole(
    _ context: PictureContext, _ drawn: (PictureContext) -> LaidOutDiagram?
  ) -> LaidOutDiagram? {
    var context = context
    context.showsAll = true
    let width = (context.sheet ?? Slide.extent).width
    var best = drawn(context)
    func marks(_ picture: LaidOutDiagram?) -> Int {
      (picture?.diagram.nodes.count ?? 0) + (picture?.diagram.edges.count ?? 0)
    }
    while let height = best?.diagram.slide.height, height < Self.tallest {
      context.sheet = .init(width: width, height: height + max(90, height / 5))
      let next = drawn(context)
      guard marks(next) > marks(best) else { break }
      best = next
    }
    return best
  }

  /// No PDF page is taller, in points.
  private static let tallest = 14_400.0
}
