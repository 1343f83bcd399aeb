import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap structure`: who is missing, and how the whole hangs together.
struct StructureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: "Says who is missing in the governance, and how the whole hangs together.",
    discussion: """
      Missing: managers and sponsors of alliances, alliances that end soon, committees not revisited since their alliance reached \
      another stage, companies with more than half of a committee's votes. What only an empty column would tell is not judged, and \
      said so. Then density, reciprocity, components, bridges, communities and the links inside groups and between them, on the \
      graph of `ecomap centrality`; alliances that share partners; the fewest people who reach every committee; handoffs from place \
      to place and from clock to clock.

      EXAMPLES
        ecomap structure datasets/enhertu --as-of 2020-06-01
        ecomap structure datasets/enhertu --as-of 2020-06-01 --by region --table groups
        ecomap structure datasets/takeda-portfolio --as-of 2015-09-11 --within 24 --table missing
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp(
      "Who is linked: people, committees, companies or functions. (default: people on committees, or else what most relationships link)",
      valueName: "of"))
  var of: CentralityQuestion.Subject?

  @Option(
    help: ArgumentHelp(
      "The column whose groups are compared, such as region. (default: company; the alliance of committees, the region of companies)",
      valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Name alliances that end within so many months of --as-of. (default: 12)",
      valueName: "months"))
  var within: Int?

  @Option(help: ArgumentHelp("How many rows to write; 0 writes all.", valueName: "number"))
  var top = 20

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    try RowLimit.validate(top)
    guard let within else { return }
    guard (0...1200).contains(within) else {
      throw ValidationError("--within must be between 0 and 1200 months.")
    }
    guard result.selection.asOf != nil else {
      throw ValidationError("--within needs the day from which months count: --as-of 2020-06-01.")
    }
  }

  func run() throws {
    try result.answer(
      data,
      StructureQuestion(of: of, by: by, within: within ?? 12, limit: RowLimit.of(top)))
  }
}
