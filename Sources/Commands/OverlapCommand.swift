public import ArgumentParser
import EcosystemModel
public import Insights

/// `ecomap overlap`: how far committees share their members.
struct OverlapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlap",
    abstract:
      "Says who sits on both of two committees, how much that is, and whether chance explains it.",
    discussion: """
      A and B are committees by id or name, or kinds such as JLT, which stand for everyone on a committee of that kind. With A \
      alone it is compared with all others; without both, all pairs of committees are compared. Every share names its \
      denominator.

      EXAMPLES
        ecomap overlap datasets/enhertu JLT JDC --as-of 2020-06-01
        ecomap overlap datasets/enhertu "Joint Executive Committee" --as-of 2020-06-01
        ecomap overlap datasets/takeda-portfolio --as-of 2015-09-11 --universe eligible --top 10
        ecomap overlap datasets/enhertu --as-of 2020-06-01 -o heatmap.svg
        ecomap overlap datasets/enhertu --as-of 2020-06-01 --picture upset -o upset.svg
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Argument(help: ArgumentHelp("A committee, or a kind of committees.", valueName: "A"))
  var first: String?

  @Argument(help: ArgumentHelp("Another one.", valueName: "B"))
  var second: String?

  @Option(
    help: ArgumentHelp(
      "Whom chance could have put there: everyone, alliance (with a seat in it) or eligible (may sit on both). (default: alliance where every committee has one, else everyone)",
      valueName: "people"))
  var universe: OverlapQuestion.Universe?

  @Flag(help: "Leave observers and alternates out.")
  var votingOnly = false

  @Option(
    help: ArgumentHelp("How many rows to write in each table; 0 writes all.", valueName: "number"))
  var top = 20

  @OptionGroup(title: "The answer") var result: ResultOptions

  @OptionGroup(title: "Into your own workbook") var into: IntoOptions

  func validate() throws {
    try RowLimit.validate(top)
    guard into.into == nil || first == nil else {
      throw ValidationError("--into takes the overlaps of all committees; leave A and B out.")
    }
  }

  func run() throws {
    try result.answer(data, question(limit: RowLimit.of(top))) { dataset in
      try into.add(question(limit: nil), of: dataset, data, meeting: result.selection)
    }
  }

  private func question(limit: Int?) -> OverlapQuestion {
    OverlapQuestion(
      first, second, universe: universe, isVotingOnly: votingOnly, limit: limit)
  }
}

extension OverlapQuestion.Universe: ExpressibleByArgument {}
