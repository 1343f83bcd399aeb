import ArgumentParser
import Insights

/// `ecomap decisions`: who decides what, and what must come before.
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Says who decides what, what nobody decides, and what a decision waits for.",
    discussion: """
      The table decisions gives each body its right in a matter: decides, approves (must approve first), consulted or \
      informed; what committees say in their column decides counts, too. The answer is a matrix of matters and bodies, what \
      nobody or several decide, the way of each matter through internal and joint bodies with its days, and a playbook by stage. Asked \
      about one alliance, it leaves out committees that belong to none.

      EXAMPLES
        ecomap decisions datasets/alliance-fundamentals
        ecomap decisions datasets/alliance-fundamentals --matter Budget --table paths
        ecomap decisions datasets/enhertu --as-of 2020-06-01 --table playbook
        ecomap decisions datasets/alliance-fundamentals -o decisions.svg
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(help: ArgumentHelp("Only this matter.", valueName: "name"))
  var matter: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(data, DecisionQuestion(matter: matter, limit: rows.limit))
  }
}
