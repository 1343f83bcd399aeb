public import ArgumentParser
import EcosystemModel
public import Insights

/// `ecomap centrality`: who is central, by which metric, on which graph.
struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract: "Ranks people, committees, companies or functions by how central they are.",
    discussion: """
      People and committees are ranked on the two-mode graph of both, which is never projected unless you ask for it with \
      --on overlap. Relationships lead one way where the column directed or else their kind (supplies, funds, reports to) \
      says so; all metrics follow that, unless you ask for --undirected. The answer says on which graph it was computed, and \
      which call of networkx gives the same values.

      METRICS
      \(MetricCatalog.all.map { "  \($0.id): \($0.meaning)\n    High: \($0.reading)" }.joined(separator: "\n"))

      EXAMPLES
        ecomap centrality datasets/takeda-portfolio --of people --as-of 2015-09-11
        ecomap centrality datasets/enhertu --of committees --on overlap --weights jaccard --metric strength
        ecomap centrality datasets/upsher-smith-handoffs --of functions --on handoffs --metric betweenness --top 5
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    name: [.customLong("metric")],
    help: ArgumentHelp(
      "A metric, see above; the first one ranks. May be repeated. (default: betweenness, links, harmonic)",
      valueName: "id"),
    completion: .list(MetricCatalog.all.map(\.id)))
  var metrics: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who is ranked: people, committees, companies or functions. (default: people on committees, or else what most relationships link)",
      valueName: "of"))
  var of: CentralityQuestion.Subject?

  @Option(
    help:
      "What links them: links (seats; relationships or alliances for companies), overlap (what they share) or handoffs."
  )
  var on = CentralityQuestion.Basis.ties

  @Option(
    help: ArgumentHelp(
      "What makes a link strong: none; count; weight (relationships); hours (seats; of handoffs the length); frequency (handoffs); jaccard, smaller, newman (overlap).",
      valueName: "weights"))
  var weights = CentralityQuestion.Weights.none

  @Flag(help: "Read relationships and handoffs that lead one way as leading both.")
  var undirected = false

  @Option(help: ArgumentHelp("How many rows to write; 0 writes all.", valueName: "number"))
  var top = 20

  @OptionGroup(title: "The answer") var result: ResultOptions

  @OptionGroup(title: "Into your own workbook") var into: IntoOptions

  func validate() throws {
    try RowLimit.validate(top)
    for id in metrics where MetricCatalog.metric(id) == nil {
      throw ValidationError(
        "There is no metric “\(id)”; there are \(MetricCatalog.all.map(\.id).joined(separator: ", "))."
      )
    }
  }

  func run() throws {
    try result.answer(data, question(limit: RowLimit.of(top))) { dataset in
      try into.add(question(limit: nil), of: dataset, data, meeting: result.selection)
    }
  }

  private func question(limit: Int?) -> CentralityQuestion {
    CentralityQuestion(
      of: of, on: on, weights: weights, metrics: metrics, limit: limit,
      ignoringDirections: undirected)
  }
}

extension CentralityQuestion.Subject: ExpressibleByArgument {}
extension CentralityQuestion.Basis: ExpressibleByArgument {
  /// Takes `ties` too, the former word for links.
  public init?(argument: String) { self.init(rawValue: argument == "ties" ? "links" : argument) }
}
extension CentralityQuestion.Weights: ExpressibleByArgument {}
