public import ArgumentParser
import Ecomap
public import Publishing

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

  @Flag(
    help:
      "Let slides carry nothing along by which `ecomap update` and --keep know them again: neither places nor what was asked for."
  )
  var noMemory = false

  @Flag(help: "Replace a presentation that somebody edited since it was written.")
  var overwrite = false

  /// The template, read; or the end of the command with a message.
  func slideTemplate() throws -> SlideTemplate? {
    guard let template else { return nil }
    do {
      let read = try SlideTemplate(at: template)
      for reference in read.leftOut {
        Terminal.note(
          "warning: \"\(template)\": \(reference) would be loaded from elsewhere whenever the slides are opened, and is left out"
        )
      }
      return read
    } catch {
      Terminal.note("error: \(error.message)")
      throw ExitCode.findings
    }
  }
}

extension LineStyle: ExpressibleByArgument {}
