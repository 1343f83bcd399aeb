import ArgumentParser
package import Cartography

/// How long layouts are searched for.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long to search for a layout with few crossings: quick, normal or thorough. The same map and effort always give the same layout.",
      valueName: "effort"))
  var effort = LayoutEffort.normal

  @Option(help: ArgumentHelp("The longest one layout may take.", valueName: "seconds"))
  var layoutTimeout = 60.0

  func validate() throws {
    guard layoutTimeout > 0, layoutTimeout <= 86_400 else {
      throw ValidationError("--layout-timeout must be between 0 and 86400 seconds.")
    }
  }

  /// The longest one layout may take.
  var timeLimit: Duration { .seconds(layoutTimeout) }
}

extension LayoutEffort: ExpressibleByArgument {}
