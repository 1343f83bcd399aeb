import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap portfolio`: where the alliances stand, how large they are, and how well they do.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Sorts the alliances by two columns or measures, with their size and their health.",
    discussion: """
      Without options by stage and area, sized by the stated value and coloured by the latest health measure, as far as the \
      data has them. Two columns of words make a grid, columns or measures of numbers a plot with axes. What is not given has \
      a row or a column of its own.

      EXAMPLES
        ecomap portfolio datasets/takeda-portfolio --as-of 2015-09-11
        ecomap portfolio datasets/takeda-portfolio --where area=Oncology --y kind -o oncology.png
        ecomap portfolio datasets/takeda-portfolio --x "alliance health" --y value_usd -o health.svg
        ecomap portfolio datasets/digital-spaghetti --table alliances --format csv
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup(title: "The axes") var axes: AxisOptions

  @Option(
    help: ArgumentHelp(
      "Size alliances by a column or measure of numbers; otherwise by value_usd.",
      valueName: "column"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      "Colour alliances by a column or measure; otherwise by their health, or else by area or kind.",
      valueName: "column"))
  var colour: String?

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(
      data,
      PortfolioQuestion(
        x: axes.x, y: axes.y, size: size, colour: colour, stages: axes.stageList))
  }
}
