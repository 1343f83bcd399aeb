import ArgumentParser
import EcosystemModel

/// What leads from left to right and from top to bottom on a picture of alliances.
struct AxisOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "On the portfolio, what leads from left to right: a column or measure of alliances; otherwise stage.",
      valueName: "column"))
  var x: String?

  @Option(
    help: ArgumentHelp(
      "On the portfolio, what leads from top to bottom, or upwards where it is numbers; otherwise area.",
      valueName: "column"))
  var y: String?

  @Option(
    help: ArgumentHelp(
      "The order of stages on the portfolio and of handoffs; otherwise sourcing to sunset.",
      valueName: "first,second,…"))
  var stages: String?

  /// The stages in the order stated; empty where none is.
  var stageList: [String] {
    (stages ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }
}
