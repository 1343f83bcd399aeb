import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import Interchange
import Publishing

/// What decks and reports have in common.
struct ReviewOptions: ParsableArguments {
  @OptionGroup(title: "What it is about") var selection: SelectionOptions

  @Option(help: ArgumentHelp("The title of all.", valueName: "text"))
  var title: String?

  @OptionGroup(title: "Looks") var branding: BrandOptions
  @OptionGroup(title: "Layout") var layout: LayoutOptions

  /// Reads the dataset, names its first errors, and says for which day everything stands where nobody said so.
  func read(_ data: DatasetOptions) throws -> Dataset {
    let dataset = try data.read()
    dataset.nameErrors()
    guard !dataset.ecosystem.isEmpty else {
      Terminal.note(
        "error: there is nothing to show; `ecomap check \(data.dataset)` says what was read")
      throw ExitCode.findings
    }
    if selection.asOf == nil, let latest = dataset.latestViewDate {
      Terminal.note("as of \(latest), the latest day of the saved views (--as-of chooses another)")
    }
    return dataset
  }

  /// Who draws, in which looks.
  func drawing(_ slides: SlideOptions? = nil) throws -> DrawingOptions {
    var drawing = try layout.drawing(nil, slides)
    drawing.brand = try branding.book(for: [branding.theme ?? .light], slides)
    return drawing
  }

  /// Names the maps that are not in a review although the data has them, and those with small letters.
  func tell(_ review: Review, _ notes: [String]) {
    for note in notes { Terminal.note("note: \(note)") }
    for section in review.failed {
      Terminal.note("error: the map “\(section.title)” is left out: \(section.missing ?? "")")
    }
    for section in review.sections {
      for note in section.failures.notes(on: section.title) { Terminal.note("note: \(note)") }
      for note in section.kept { Terminal.note("note: “\(section.title)”: \(note)") }
    }
    for note in review.smallLetters { Terminal.note("note: \(note)") }
  }
}
