import ArgumentParser
import Cartography
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
import Publishing

/// Draws views of one dataset and writes them to files.
struct MapPress {
  /// A file to write, in a format; `-` is standard output.
  struct Target {
    let path: String
    let format: OutputFormat
  }

  let dataset: Dataset
  let pool: LayoutPool
  let timeLimit: Duration
  let wantsStats: Bool
  /// How long to search for a legible layout.
  var effort = LayoutEffort.normal
  /// The colours, letters and logo of the sheets, by the theme that a view asks for.
  var themes: [Theme.Name: Theme] = [:]
  /// How maps become slides.
  var presentation = PresentationOptions()
  /// The size of the sheets; that of a slide where missing.
  var sheet: Diagram.Extent?
  private let provenance: Provenance

  init(dataset: Dataset, pool: LayoutPool, timeLimit: Duration, wantsStats: Bool) {
    self.dataset = dataset
    self.pool = pool
    self.timeLimit = timeLimit
    self.wantsStats = wantsStats
    provenance = dataset.provenance
  }

  /// Draws one view into all targets.
  func print(_ resolved: ResolvedView, to targets: [Target]) throws {
    if let reason = resolved.reason {
      Terminal.note(
        "drawing the \(resolved.picture.name) map: \(reason) (--view chooses another)")
    }
    do {
      let begin = ContinuousClock.now
      let (map, drawing, search) = try draw(resolved)
      let time = ContinuousClock.now - begin
      var publisher = MapPublisher(worker: pool.first, timeLimit: timeLimit)
      publisher.presentation = presentation
      let files = try publisher.publish(map, drawing: drawing, as: targets.map(\.format))
      for (target, bytes) in zip(targets, files) { try OutputFile.write(bytes, to: target.path) }
      guard wantsStats else { return }
      statistics(of: map, drawnIn: time, search).split(separator: "\n")
        .forEach { Terminal.note(String($0)) }
    } catch let error as PublishingError {
      throw error.reported()
    }
  }

  private func draw(
    _ resolved: ResolvedView
  ) throws -> (map: LaidOutDiagram, drawing: EngineDrawing?, search: SearchRecord?) {
    switch resolved.drawing {
    case .map(let request): try draw(request, resolved)
    case .chart(let chart): (try draw(chart, resolved), nil, nil)
    }
  }

  /// Answers a question and lays its picture out.
  private func draw(
    _ chart: ChartRequest, _ resolved: ResolvedView
  ) throws -> LaidOutDiagram {
    do throws(InsightError) {
      let context = PictureContext(
        theme: theme(of: resolved), provenance: provenance, title: resolved.title,
        sheet: sheet)
      guard let sheet = try chart.laidOut(in: resolved.snapshot, context) else {
        throw InsightError(
          .missingData, "There is nothing to draw on a picture of \(chart.kind.rawValue).")
      }
      return sheet
    } catch {
      throw chart.naming(error).reported()
    }
  }

  /// Lays a view out, and says where its letters are too small for a slide.
  private func draw(
    _ request: MapRequest, _ resolved: ResolvedView
  ) throws -> (map: LaidOutDiagram, drawing: EngineDrawing?, search: SearchRecord?) {
    let drawing = MapDrawing(
      provenance: provenance, timeLimit: timeLimit, effort: effort)
    let drawn: DrawnMap
    var request = request
    request.sheet = sheet
    request.style.theme = theme(of: resolved)
    do throws(MapRefusal) {
      drawn = try drawing.draw(request, of: resolved.snapshot, with: pool)
    } catch {
      throw error.reported(hint: "; choose another --view")
    }
    for note in drawn.search.failures.notes(on: drawn.map.diagram.title) { Terminal.note(note) }
    let letters = drawn.map.smallestLabel
    if letters < (request.fit == .page ? FitGoal.page : .slide).letters {
      let size = (letters * 10).rounded() / 10
      Terminal.note(
        "note: the smallest letters are \(size) pt on a slide; --where, --focus or --limit show less"
      )
    }
    return (drawn.map, drawn.drawing, drawn.search)
  }

  private func theme(of resolved: ResolvedView) -> Theme {
    let name = resolved.theme ?? .light
    return themes[name] ?? .named(name)
  }

  /// Draws named views into a folder, each in files of its name.
  func printAll(
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
      try print(
        view,
        to: formats.map { format in
          Target(path: "\(folder)/\(name).\(format.fileExtensions[0])", format: format)
        })
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
      search            \(rounded(seconds)) s with --effort \(effort.rawValue)\(tries ?? "")
      """
  }
}
