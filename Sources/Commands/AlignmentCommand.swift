import ArgumentParser
import Insights

/// `ecomap alignment`: how far members of committees are joined, on three dimensions.
struct AlignmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alignment",
    abstract: "Names the weakest of three dimensions of alignment, committee by committee.",
    discussion: """
      Alignment is needed inside each team, with the governance of one's own company, and between partners. Counted are \
      members who are joined otherwise than by the committee itself: by another committee, a relationship, a handoff, their \
      functions or their managers. Where scores measure alignment, they decide.

      EXAMPLES
        ecomap alignment datasets/alliance-fundamentals --as-of 2021-12-01
        ecomap alignment datasets/enhertu --as-of 2020-06-01 --table missing
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @OptionGroup var rows: RowOptions

  @OptionGroup(title: "The answer") var result: ResultOptions

  func run() throws {
    try result.answer(data, AlignmentQuestion(limit: rows.limit))
  }
}
