public import ArgumentParser
public import Cartography

/// What a map shows.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A saved view of the dataset, a kind of map (\(MapKind.allCases.map(\.rawValue).joined(separator: ", "))), or the picture of an answer: \(ChartCatalog.questions.map(\.kind.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var view: String?

  @Option(
    help: ArgumentHelp(
      "Draw what surrounds this company, person, committee …; for the picture of an answer what it is about, such as \"FROM|TO\".",
      valueName: "name"))
  var focus: String?

  @Option(help: ArgumentHelp("How many links away from the focus to go.", valueName: "number"))
  var steps: Int?

  @Option(
    help: ArgumentHelp(
      "What is drawn on its own: functions, companies, regions, or communities of those who have more to do with each other than with the rest; on a map of people also people, or committees, linked by the people they share.",
      valueName: "level"))
  var rollUp: RollUp?

  @Option(
    help: ArgumentHelp(
      "Show only the community that this company, person, committee … belongs to.",
      valueName: "name"))
  var community: String?

  @Option(
    help: ArgumentHelp(
      "Make this company, person, committee … stand out, and fade what is not linked to it. May be repeated.",
      valueName: "name"))
  var highlight: [String] = []

  @Flag(
    help:
      "Make relationships stand out that nobody answers for though somebody should: not rivalries, nor what joins two others."
  )
  var highlightUnowned = false

  @Option(help: ArgumentHelp("The title above the map.", valueName: "text"))
  var title: String?

  func validate() throws {
    if let steps, !(1...20).contains(steps) {
      throw ValidationError("--steps must be between 1 and 20.")
    }
  }
}

extension RollUp: ExpressibleByArgument {}
