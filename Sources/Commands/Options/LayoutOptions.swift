public import ArgumentParser
public import Cartography
import Ecomap
import GraphvizKit
import Interchange

/// How long layouts are searched for.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long to search for a layout with few crossings: quick, normal or thorough. The same map and effort always give the same layout.",
      valueName: "effort"))
  var effort = LayoutEffort.normal

  @Option(help: ArgumentHelp("The longest one layout may take.", valueName: "seconds"))
  var layoutTimeout = 60.0

  @Option(
    help: ArgumentHelp(
      "Keep the places of a picture drawn before: an SVG, laid-out JSON or presentation of ours, a GraphML file of yEd, a draw.io file, or DOT with places. What is new stands in free room, who left leaves a gap.",
      valueName: "file"), completion: .file())
  var keep: String?

  @Flag(help: "Lay everything out anew, whatever the table places says.")
  var fresh = false

  /// The picture whose places are kept, where people may have worked on it: it is never overwritten.
  var othersWork: String? {
    guard let keep, [".svg", ".json"].contains(where: keep.lowercased().hasSuffix) else {
      return keep
    }
    return nil
  }

  func validate() throws {
    guard keep == nil || !fresh else { throw ValidationError("Choose --keep or --fresh.") }
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
    if fresh { options.places = PlaceBook() }
    if let keep {
      do throws(ReadError) {
        try options.keep(placesOf: keep)
      } catch {
        Terminal.note("error: \(error)")
        throw ExitCode.findings
      }
    }
    if let slides {
      options.lines = slides.edges
      options.carriesMemory = !slides.noMemory
      options.template = try slides.slideTemplate()
    }
    return options
  }
}

extension LayoutEffort: ExpressibleByArgument {}
