import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap timeline`: when alliances and programs begin and end, and what happens in between.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Lists the dates of alliances and programs, and what ends soon.",
    discussion: """
      Every column that holds days is read: negotiated, signed, filed, approved, launched, expires, and columns of your own. All \
      alliances and programs are there, whatever the day; --as-of names the day after which the next twelve months count.

      EXAMPLES
        ecomap timeline datasets/enhertu --as-of 2020-06-01
        ecomap timeline datasets/takeda-portfolio --as-of 2015-09-11 --where area=Vaccines -o vaccines.png
        ecomap timeline datasets/digital-spaghetti --group kind -o timeline.pptx
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp(
      "Put alliances together by a column, such as companies; otherwise by area or kind.",
      valueName: "column"))
  var group: String?

  @Option(
    help: ArgumentHelp("Colour alliances by a column, such as stage.", valueName: "column"))
  var colour: String?

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(data, TimelineQuestion(group: group, colour: colour))
  }
}
