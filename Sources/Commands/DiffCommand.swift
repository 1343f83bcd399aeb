import ArgumentParser
import Ecomap
import EcosystemModel
import Insights
import Interchange

/// `ecomap diff`: what changed between two datasets, or in one between two days.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed between two datasets, or in one between two days.",
    discussion: """
      Every table is compared column by column: what was added, removed, renamed, moved, re-chaired, re-parented, re-owned or \
      changed, with its places in both files, and the figures of every question before and after. The order of rows and columns \
      does not count. An id says who is who, then a name; who has neither is recognised by links, seats and cells, and the answer \
      says so.

      EXAMPLES
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01 --table figures
        ecomap diff last-quarter.xlsx this-quarter.xlsx -o changes.xlsx

      EXIT STATUS
        0 nothing changed · 1 something did, or bad data, which is named · 64 wrong usage · 70 a fault of the program
      """)

  @OptionGroup(title: "Reading the datasets") var data: DatasetOptions

  @Argument(
    help: "The dataset after the changes; left out, the first is compared on two days.",
    completion: .file())
  var changed: String?

  @Option(
    help: ArgumentHelp("The day of the state before.", valueName: "date"),
    transform: CalendarDate.argument)
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("The day of the state after.", valueName: "date"),
    transform: CalendarDate.argument)
  var to: CalendarDate?

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    guard changed != nil || (from != nil && to != nil) else {
      throw ValidationError(
        "Name a second dataset, or two days: --from 2019-05-01 --to 2020-06-01.")
    }
    guard result.selection.asOf == nil || (from == nil && to == nil) else {
      throw ValidationError("--from and --to name the days; leave --as-of out.")
    }
  }

  func run() throws {
    try InputFiles(data.inputs + [changed]).refuse(result.output)
    let old = try data.read()
    old.nameErrors()
    var other = data
    if let changed { other.dataset = changed }
    let new = changed == nil ? old : try other.read()
    if changed != nil { new.nameErrors() }
    let days = (from ?? result.selection.asOf, to ?? result.selection.asOf)
    let comparison = try endingWithoutPicture { () throws(EcomapError) in
      try old.comparison(
        on: days.0, with: changed == nil ? nil : new, on: days.1,
        meeting: result.selection.allConditions)
    }
    try result.write(comparison)
    if old.hasErrors || new.hasErrors || !comparison.isSame { throw ExitCode.findings }
  }
}
