import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import Interchange
import Publishing

/// Draws views of one dataset and writes them to files.
struct MapWriter {
  /// A file to write, in a format; `-` is standard output.
  struct Target {
    let path: String
    let format: OutputFormat
  }

  let dataset: Dataset
  let options: DrawingOptions
  let wantsStats: Bool
  /// Whether presentations that somebody edited are replaced; `nil` where nobody could say so.
  var replaces: Bool?

  /// Draws one view into all targets.
  func write(_ view: ResolvedView, to targets: [Target]) throws {
    if let reason = view.reason {
      Terminal.note("drawing the \(view.picture.name) map: \(reason) (--view chooses another)")
    }
    let begin = ContinuousClock.now
    let drawn = try endingWithoutPicture { () throws(EcomapError) in
      try dataset.draw(view, options)
    }
    let time = ContinuousClock.now - begin
    if drawn.map.diagram.kind != view.picture {
      Terminal.note(
        "note: a network of so many companies and links could not be read on a slide, so this is a landscape; --focus NAME draws the links of one company, --show-all draws them all"
      )
    }
    for failure in drawn.search?.failures.notes(on: drawn.title) ?? [] {
      Terminal.note("note: \(failure)")
    }
    for note in drawn.search?.kept?.notes ?? [] { Terminal.note("note: \(note)") }
    for clause in drawn.search?.unmet ?? [] {
      let isReduced = drawn.search?.isReduced ?? false
      let hint = isReduced ? " (--show-all draws everybody in a place of their own)" : ""
      Terminal.note("note: \(clause)\(hint)")
    }
    if let size = drawn.smallLetters {
      Terminal.note(
        "note: the smallest letters are \(size) pt on a slide; --where, --focus or --limit show less"
      )
    }
    try drawn.write(to: targets)
    guard wantsStats else { return }
    statistics(of: drawn.map, drawnIn: time, drawn.search).split(separator: "\n")
      .forEach { Terminal.note(String($0)) }
  }

  /// Draws named views into a folder, each in files of its name.
  func writeAll(
    _ views: some Collection<(String, ResolvedView)>, into folder: String, formats: [OutputFormat]
  ) throws {
    guard !views.isEmpty else {
      Terminal.note("error: the dataset has no saved views; add a table `views` with name and kind")
      throw ExitCode.findings
    }
    try OutputFile.makeFolder(folder)
    var names = FileNames()
    for (title, view) in views {
      let name = names.name(for: title)
      let targets = formats.map { format in
        Target(path: "\(folder)/\(name).\(format.fileExtensions[0])", format: format)
      }
      try EditedDecks.refuse(targets.map(\.path), replacing: replaces)
      try write(view, to: targets)
    }
  }

  private func statistics(
    of map: LaidOutDiagram, drawnIn time: Duration, _ search: SearchRecord?
  ) -> String {
    let measures = map.legibility()
    func rounded(_ value: Double) -> String { String((value * 10).rounded() / 10) }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let tries = search.map {
      """

      times folded      \($0.contents - 1)
      engine layouts    \($0.layouts)
      searches          \($0.searches)
      """
    }
    return """
      layout            \(map.layout.name)
      smallest label    \(rounded(measures.smallestLabel)) pt on a 13.33 × 7.5 in slide
      crossings         \(measures.crossings)
      lines over shapes \(measures.linesThroughBoxes)
      shape overlaps    \(measures.boxOverlaps)
      struck labels     \(measures.struckLabels)
      label overlaps    \(measures.labelOverlaps)
      aspect            \(rounded(measures.aspect)); a slide has 1.8
      fill              \(Int((measures.fill * 100).rounded())) % of the slide
      ink               \(rounded(measures.ink)) in
      search            \(rounded(seconds)) s with --effort \(options.effort.rawValue)\(tries ?? "")
      """
  }
}

extension DrawnView {
  /// Writes all files, drawn from the one layout, or ends the command.
  func write(to targets: [MapWriter.Target]) throws {
    let files = try endingWithoutPicture { () throws(EcomapError) in
      try self.files(as: targets.map(\.format))
    }
    for (target, bytes) in zip(targets, files) { try OutputFile.write(bytes, to: target.path) }
  }
}
