import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap tax`: what decisions cost in days and in person-hours.
struct TaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tax",
    abstract: "Says what decisions cost: days, and hours of the people who make them.",
    discussion: """
      The “alliance tax” of each committee and each way up: attendees × (hours + prep_hours) × meetings, a month and for each \
      decision; hours that committees spend on what those below them could settle; and the figures on which the result hangs. \
      --compare sets two days beside each other: what is saved in days may be paid in hours.

      EXAMPLES
        ecomap tax datasets/enhertu --as-of 2020-06-01
        ecomap tax datasets/enhertu --compare 2019-05-01 2020-06-01
        ecomap tax datasets/enhertu --as-of 2020-06-01 --matters 4 --swing 0.1 --table sensitivity
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp("How many matters a meeting deals with.", valueName: "number"))
  var matters = 1.0

  @Option(
    help: ArgumentHelp(
      "By which share figures are raised and lowered to see what hangs on them.",
      valueName: "share"))
  var swing = 0.2

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two days to set beside each other.", valueName: "date"),
    transform: CalendarDate.argument)
  var compare: [CalendarDate] = []

  @Option(
    help: ArgumentHelp("How many rows to write in each table; 0 writes all.", valueName: "number"))
  var top = 20

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    try CalendarDate.validate(compared: compare, with: result.selection.asOf)
    try RowLimit.validate(top)
    guard matters > 0, matters.isFinite else {
      throw ValidationError("--matters must be a number above zero.")
    }
    guard swing > 0, swing < 1 else {
      throw ValidationError("--swing must be between 0 and 1, such as 0.2.")
    }
  }

  func run() throws {
    guard let first = compare.first, let second = compare.last else {
      try result.answer(
        data,
        TaxQuestion(mattersPerMeeting: matters, swing: swing, limit: RowLimit.of(top)))
      return
    }
    try result.answer(
      data, on: second, TaxComparisonQuestion(before: first, mattersPerMeeting: matters))
  }
}
