import ArgumentParser
import Insights

/// `ecomap health`: what was measured of alliances and companies.
struct HealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: "Reads health checks and scores: by measure, respondent group, time and target.",
    discussion: """
      The table scores, measure by measure: the latest value over all groups, how far it is from its target, how it changed, how \
      far respondent groups (leadership and teams, partner A and partner B) are apart, and how many of those asked answered. The \
      weakest measure of each alliance is the lowest on its scale.

      EXAMPLES
        ecomap health datasets/bayer
        ecomap health datasets/enhertu --as-of 2020-10-01 --table weakest
        ecomap health datasets/bayer --measure agreement --table groups
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(help: ArgumentHelp("Only this measure.", valueName: "name"))
  var measure: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(data, HealthQuestion(measure: measure, limit: rows.limit))
  }
}
