import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap turnover`: who came, who left, and what a newcomer must know.
struct TurnoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turnover",
    abstract: "Says who came, left or changed role between two days, or makes a newcomer's page.",
    discussion: """
      Between two days: for each committee, company and alliance who came, left or changed role, how long people have been on their \
      committees, and which share of the votes is newer than six months. With --person a page for somebody new: committees and \
      rights, what they answer for, whom to meet and why.

      EXAMPLES
        ecomap turnover datasets/enhertu --from 2019-05-01 --to 2020-06-01
        ecomap turnover datasets/enhertu --from 2019-05-01 --to 2020-06-01 --table tenure
        ecomap turnover datasets/takeda-portfolio --person am-04 --as-of 2015-09-11 -o page.md
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp("The day before.", valueName: "date"), transform: CalendarDate.argument)
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("The day after.", valueName: "date"), transform: CalendarDate.argument)
  var to: CalendarDate?

  @Option(
    help: ArgumentHelp("Make a page for this person, by name or id.", valueName: "name"))
  var person: String?

  @Option(help: ArgumentHelp("How many rows to write; 0 writes all.", valueName: "number"))
  var top = 0

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    try RowLimit.validate(top)
    if person != nil {
      guard from == nil, to == nil else {
        throw ValidationError(
          "A page for --person stands for one day: --as-of, not --from and --to.")
      }
      return
    }
    guard let from, let to else {
      throw ValidationError(
        "Name two days, --from 2019-05-01 --to 2020-06-01, or somebody with --person.")
    }
    guard from < to else { throw ValidationError("--to must come after --from.") }
    guard result.selection.asOf == nil else {
      throw ValidationError("--from and --to name the days; leave --as-of out.")
    }
  }

  func run() throws {
    if let person {
      try result.answer(data, NewcomerQuestion(of: person))
    } else if let from, let to {
      try result.answer(
        data, TurnoverQuestion(from: from, to: to, limit: RowLimit.of(top)))
    }
  }
}
