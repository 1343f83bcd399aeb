import ArgumentParser
import Insights

/// `ecomap work`: handoffs as work that waits for other work.
struct WorkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Lays handoffs out in time: the critical path, and what comes late or is lost.",
    discussion: """
      A handoff starts when everything in its column needs has arrived, and takes its hours. The critical path is the chain that \
      decides when the last of it arrives; what lies beside it may wait. limit_hours and per_year give the cases a year that \
      come late; where what is needed arrives more often than it goes on, cases are lost.

      EXAMPLES
        ecomap work datasets/upsher-smith-handoffs
        ecomap work datasets/upsher-smith-handoffs --to "Stock in market" --table path
        ecomap work datasets/sos-workplace-options --table late
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp(
      "What is to arrive, as the column what says; otherwise whatever takes longest.",
      valueName: "what"))
  var to: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(data, WorkQuestion(goal: to, limit: rows.limit))
  }
}
