import ArgumentParser
import Insights

/// `ecomap fit`: what functions want beside what companies offer.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Says which need has no partner, and which partner serves no need.",
    discussion: """
      “Which partner does X?” is asked last: first what functions want (column wants), then who offers it (column offers of \
      companies): partners, others with the number of partnerships to them, or nobody. Then partners that offer nothing that is \
      wanted.

      EXAMPLES
        ecomap fit datasets/moffitt
        ecomap fit datasets/moffitt --table offers
        ecomap fit datasets/moffitt --stated-only -o fit.xlsx
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @OptionGroup var rows: RowOptions

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(data, FitQuestion(limit: rows.limit))
  }
}
