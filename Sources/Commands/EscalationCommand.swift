import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap escalation`: how long a proposal takes to its approval, and why.
struct EscalationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalation",
    abstract: "Follows proposals up to the final decider: steps, days, bottlenecks, faults.",
    discussion: """
      Days come from the columns cadence, lead_days and approval_rate of the committees, with their dated figures. \
      --compare sets two days beside each other: the “alliance tax” before and after a change.

      EXAMPLES
        ecomap escalation datasets/enhertu --as-of 2020-06-01
        ecomap escalation datasets/enhertu --from jlt-breast --as-of 2020-06-01
        ecomap escalation datasets/enhertu --compare 2019-05-01 2020-06-01
        ecomap escalation datasets/enhertu --as-of 2020-06-01 -o days.svg
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup(title: "The answer") var result: ResultOptions

  @Option(help: ArgumentHelp("The committee where a proposal begins.", valueName: "committee"))
  var from: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two days to set beside each other.", valueName: "date"),
    transform: CalendarDate.argument)
  var compare: [CalendarDate] = []

  @Option(help: ArgumentHelp("The seed of the simulations.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    try CalendarDate.validate(compared: compare, with: result.selection.asOf)
  }

  func run() throws {
    guard let first = compare.first, let second = compare.last else {
      try result.answer(data, EscalationQuestion(from: from, seed: seed))
      return
    }
    try result.answer(
      data, on: second, EscalationComparisonQuestion(before: first, from: from, seed: seed))
  }
}
