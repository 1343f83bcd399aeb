public import ArgumentParser
public import GraphvizKit

/// What a map says by frames, sizes, colours, outlines, lines and words, and where it puts them.
struct EncodingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Frame what belongs together by a column.", valueName: "column"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "Size the names by a column of numbers, by links, or by a metric of ecomap centrality, such as betweenness.",
      valueName: "column"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      "Colour companies, committees, people … by a column, by links, or by a metric, such as pagerank.",
      valueName: "column"))
  var colour: String?

  @Option(
    help: ArgumentHelp(
      "Widen the outlines by a column of numbers, by links, or by a metric.",
      valueName: "column"))
  var border: String?

  @Option(
    help: ArgumentHelp(
      "Widen the lines by count, by weight, by a column of numbers of relationships or handoffs, such as hours, or by the lower metric of their ends, such as betweenness.",
      valueName: "column"))
  var width: String?

  @Option(
    help: ArgumentHelp(
      "Write this column in place of the name.", valueName: "column"))
  var label: String?

  @Option(
    help:
      "The layout engine: dot, neato, fdp, sfdp, twopi, circo or osage; the best is chosen otherwise."
  )
  var layout: LayoutEngine?
}

extension LayoutEngine: ExpressibleByArgument {
  /// Reads the engine's name.
  public init?(argument: String) {
    guard argument != Self.positioned.rawValue else { return nil }
    self.init(rawValue: argument)
  }

  /// The engines a user can ask for.
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .positioned }.map(\.rawValue)
  }
}
