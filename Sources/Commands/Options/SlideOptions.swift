import ArgumentParser
import Cartography
package import Publishing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How maps become slides of a presentation.
struct SlideOptions: ParsableArguments {
  @Option(
    help:
      "Lines on slides: glued to the shapes, so that they follow when one is moved, or exact, curves as in the picture."
  )
  var edges = LineStyle.glued

  @Option(
    help: ArgumentHelp(
      "A presentation or template whose masters, layouts, fonts and slide size slides take over. Maps are made to fit the room it leaves.",
      valueName: "pptx|potx"), completion: .file(extensions: ["pptx", "potx"]))
  var template: String?

  /// The options with the template read, and the size of sheets that fill it; or the end of the command with a message.
  func resolved() throws -> (options: PresentationOptions, sheet: Diagram.Extent?) {
    guard let template else { return (PresentationOptions(lines: edges), nil) }
    guard let bytes = try? Data(contentsOf: URL(filePath: template)) else {
      Terminal.note("error: \"\(template)\" cannot be read; check its path and permissions")
      throw ExitCode.findings
    }
    let options = PresentationOptions(lines: edges, template: [UInt8](bytes))
    do {
      let checked = try options.check()
      for reference in checked.leftOut {
        Terminal.note(
          "warning: \"\(template)\": \(reference) would be loaded from elsewhere whenever the slides are opened, and is left out"
        )
      }
      return (options, checked.sheet)
    } catch {
      Terminal.note("error: \"\(template)\": \(error.message)")
      throw ExitCode.findings
    }
  }
}

extension LineStyle: ExpressibleByArgument {}
