import ArgumentParser
package import GraphvizKit

/// What a map says by frames, sizes, colours, outlines, lines and words, and where it puts them.
struct EncodingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Frame the boxes by a column.", valueName: "column"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "Size the names by a column of numbers, by ties, or by a metric of ecomap centrality, such as betweenness.",
      valueName: "column"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      "Colour the boxes by a column, by ties, or by a metric, such as pagerank.",
      valueName: "column"))
  var colour: String?

  @Option(
    help: ArgumentHelp(
      "Widen the outlines of the boxes by a column of numbers, by ties, or by a metric.",
      valueName: "column"))
  var border: String?

  @Option(
    help: ArgumentHelp(
      "Widen the lines by count, by weight, by a column of numbers of relationships or handoffs, such as hours, or by the lower metric of their ends, such as betweenness.",
      valueName: "column"))
  var width: String?

  @Option(
    help: ArgumentHelp(
      "Write this column into the boxes in place of the name.", valueName: "column"))
  var label: String?

  @Option(
    help:
      "The layout engine: dot, neato, fdp, sfdp, twopi, circo or osage; the best is chosen otherwise."
  )
  var layout: LayoutEngine?
}

extension LayoutEngine: ExpressibleByArgument {
  /// Reads the engine's name.
  package init?(argument: String) {
    guard argument != Self.positioned.rawValue else { return nil }
    self.init(rawValue: argument)
  }

  /// The engines a user can ask for.
  package static var allValueStrings: [String] {
    allCases.filter { $0 != .positioned }.map(\.rawValue)
  }
}
