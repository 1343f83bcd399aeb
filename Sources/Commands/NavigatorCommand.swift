import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap navigator`: whom to go through.
struct NavigatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "navigator",
    abstract: "Says whom to go through to reach a company, a function, a person or a committee.",
    discussion: """
      With --from the best introductions, step by step. In any case: who owns links there, which links have no owner, who \
      brokers between companies and between functions, and the partners tier by tier.

      EXAMPLES
        ecomap navigator datasets/digital-spaghetti --to Coldrunner --from am
        ecomap navigator datasets/digital-spaghetti --to mer --tier 3
        ecomap navigator datasets/digital-spaghetti --to "Rowan CRO" --from am -o ways.svg
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup(title: "The answer") var result: ResultOptions

  @Option(help: ArgumentHelp("Whom to reach.", valueName: "name"))
  var to: String

  @Option(help: ArgumentHelp("Who wants to reach them.", valueName: "name"))
  var from: String?

  @Option(
    name: .customShort("k"),
    help: ArgumentHelp("How many introductions at most.", valueName: "number"))
  var limit = 3

  @Option(help: ArgumentHelp("How many tiers of partners to list.", valueName: "number"))
  var tier = 1

  func validate() throws {
    guard (1...1000).contains(limit) else {
      throw ValidationError("-k must be between 1 and 1000.")
    }
    guard (1...100).contains(tier) else {
      throw ValidationError("--tier must be between 1 and 100.")
    }
  }

  func run() throws {
    try result.answer(data, NavigatorQuestion(to: to, from: from, limit: limit, tier: tier))
  }
}
