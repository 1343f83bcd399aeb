import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap roles`: several roles in one person, what hangs on few, and who could take over.
struct RolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles",
    abstract:
      "Says who has several roles at once, what hangs on few people, and who could take over.",
    discussion: """
      Who is investigator, project manager and alliance manager at once, in one alliance and over the portfolio, with hours; who has \
      two day jobs; without how few people a committee or an alliance stalls; which offices and chairs nobody could take over. With \
      --leaves what falls vacant if somebody goes, and who could take over: a colleague of the same company and function, at most one \
      level of seniority apart, with hours free, and no firewall between.

      EXAMPLES
        ecomap roles datasets/takeda-portfolio --as-of 2015-09-11
        ecomap roles datasets/enhertu --as-of 2020-06-01 --table committees
        ecomap roles datasets/takeda-portfolio --as-of 2015-09-11 --leaves am-04
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(help: ArgumentHelp("Whoever leaves, by name or id.", valueName: "name"))
  var leaves: String?

  @Option(help: ArgumentHelp("How many rows to write; 0 writes all.", valueName: "number"))
  var top = 20

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    try RowLimit.validate(top)
  }

  func run() throws {
    if let leaves {
      try result.answer(data, DepartureQuestion(of: leaves))
    } else {
      try result.answer(data, RolesQuestion(limit: RowLimit.of(top)))
    }
  }
}
