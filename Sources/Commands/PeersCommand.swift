import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap peers`: who faces whom in an alliance.
struct PeersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract:
      "Sets the partners of an alliance side by side: who faces whom, and where nobody does.",
    discussion: """
      Functions face each other where a relationship or a handoff links them, or where they have the same name. Each pair \
      shows its people, whether one side outranks the other, whether it hangs on one person, and how far apart the clocks are.

      EXAMPLES
        ecomap peers datasets/enhertu enhertu
        ecomap peers datasets/evenity evenity-alliance --as-of 2020-06-01 --table gaps
        ecomap peers datasets/evenity evenity-alliance -o sides.svg
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup(title: "The answer") var result: ResultOptions

  @Argument(help: ArgumentHelp("The alliance, by id or name.", valueName: "alliance"))
  var alliance: String

  func run() throws {
    try result.answer(data, PeerQuestion(of: alliance))
  }
}
