public import ArgumentParser
import EcosystemModel
public import Insights

/// `ecomap handoffs`: ways from one party to another, or what is wrong with the handoffs.
struct HandoffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handoffs",
    abstract: "Finds the ways by which work is handed on, or reviews all handoffs.",
    discussion: """
      With --from and --to the shortest chains of contacts from one function, person or committee to another, step by step; \
      each keeps to one alliance and forward in its stages. Without them a review: no owner, to and fro, loops, work that \
      follows the sun, dead ends, single points of failure, slow links, hours that nobody covers. What states per_year \
      counts so often, any other row once.

      EXAMPLES
        ecomap handoffs datasets/upsher-smith-handoffs
        ecomap handoffs datasets/upsher-smith-handoffs --from proc --to sales -k 5 --by hours
        ecomap handoffs datasets/sos-workplace-options --table coverage
        ecomap handoffs datasets/upsher-smith-handoffs -o lanes.svg
        ecomap handoffs datasets/sos-workplace-options --picture coverage -o hours.svg
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup(title: "The answer") var result: ResultOptions

  @Option(help: ArgumentHelp("Where the work begins.", valueName: "name"))
  var from: String?

  @Option(help: ArgumentHelp("Where it must get.", valueName: "name"))
  var to: String?

  @Option(
    name: .customShort("k"), help: ArgumentHelp("How many ways at most.", valueName: "number"))
  var limit = 5

  @Option(help: "What makes a way short: steps, hours or crossings.")
  var by = HandoffMeasure.steps

  @Option(
    help: ArgumentHelp(
      "The order of the stages; otherwise sourcing to sunset, and others where the table has them.",
      valueName: "first,second,…"))
  var stages: String?

  @Flag(help: "Let ways go back to earlier stages and over from one alliance to another.")
  var anyStage = false

  @Option(help: ArgumentHelp("The seed of the simulation.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if (from == nil) != (to == nil) {
      throw ValidationError("A way needs both ends: --from NAME --to NAME.")
    }
    if anyStage, from == nil {
      throw ValidationError("--any-stage is about ways: --from NAME --to NAME.")
    }
    guard (1...1000).contains(limit) else {
      throw ValidationError("-k must be between 1 and 1000.")
    }
  }

  func run() throws {
    let order = stages?.split(separator: ",").map { String($0) }
    guard let from, let to else {
      try result.answer(data, HandoffReviewQuestion(stages: order))
      return
    }
    try result.answer(
      data,
      HandoffPathsQuestion(
        from: from, to: to, limit: limit, by: by, stages: order, isAnyStage: anyStage, seed: seed))
  }
}

extension HandoffMeasure: ExpressibleByArgument {}
