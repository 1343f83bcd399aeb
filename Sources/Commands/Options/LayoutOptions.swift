public import ArgumentParser
public import Cartography
import Ecomap
import GraphvizKit

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

  /// How the command draws: with its own worker processes, in these looks.
  func drawing(_ brand: BrandBook?, _ slides: SlideOptions? = nil) throws -> DrawingOptions {
    var options = DrawingOptions()
    options.layout = .shared
    options.effort = effort
    options.timeLimit = .seconds(layoutTimeout)
    options.brand = brand
    if let slides {
      options.lines = slides.edges
      options.template = try slides.slideTemplate()
    }
    return options
  }
}

extension LayoutEffort: ExpressibleByArgument {}
