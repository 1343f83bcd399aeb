import ArgumentParser
import Cartography
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
import Publishing

/// What decks and reports have in common.
struct ReviewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day everything stands for: 2020, 2020-06 or 2020-06-01; otherwise the latest day of the saved views, else every row counts.",
      valueName: "date"))
  var asOf: String?

  @Option(help: "The colours: light, dark or print.")
  var theme = Theme.Name.light

  @OptionGroup var branding: BrandOptions

  @Option(help: ArgumentHelp("The title of all.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "How long to search for the layout of each map: quick, normal or thorough.",
      valueName: "effort"))
  var effort = LayoutEffort.normal

  @Option(help: ArgumentHelp("The longest one layout may take.", valueName: "seconds"))
  var layoutTimeout = 60.0

  func validate() throws {
    try CalendarDate.validate(option: asOf)
    guard layoutTimeout > 0, layoutTimeout <= 86_400 else {
      throw ValidationError("--layout-timeout must be between 0 and 86400 seconds.")
    }
  }

  /// The longest one layout may take.
  var timeLimit: Duration { .seconds(layoutTimeout) }

  /// Reads the dataset and names its first errors.
  func read(_ data: DatasetOptions) throws -> Dataset {
    let dataset = try data.read()
    dataset.nameErrors()
    guard !dataset.ecosystem.isEmpty else {
      Terminal.note(
        "error: there is nothing to show; `ecomap check \(data.dataset)` says what was read")
      throw ExitCode.findings
    }
    return dataset
  }

  /// A dataset on the day that everything stands for.
  func snapshot(of dataset: Dataset) -> Snapshot {
    let days = dataset.ecosystem.views.compactMap(\.date)
    var date = asOf.flatMap { CalendarDate($0) }
    if date == nil, let latest = days.max() {
      date = latest
      Terminal.note("as of \(latest), the latest day of the saved views (--as-of chooses another)")
    }
    return dataset.ecosystem.on(date)
  }

  /// What holds for all documents about a dataset.
  ///
  /// Pictures have the size of the sheet; that of a slide where it is missing.
  func question(
    about dataset: Dataset, _ snapshot: Snapshot, sheet: Diagram.Extent? = nil,
    slides: SlideOptions? = nil
  ) throws -> ReviewQuestion {
    var question = ReviewQuestion(title: title ?? Self.title(of: dataset))
    question.theme = try branding.theme(theme, for: slides)
    question.sheet = sheet
    question.timeLimit = timeLimit
    question.effort = effort
    question.provenance = dataset.provenance
    let overview = try ResolvedView(viewOptions(snapshot.date), in: dataset.ecosystem)
    question.overview = source(of: overview, titled: "Overview", question)
    return question
  }

  /// The saved views, each for its own day or that of the command line.
  func savedViews(
    of dataset: Dataset, for question: ReviewQuestion
  ) throws -> [ReviewQuestion.View] {
    let options = try viewOptions(asOf.flatMap { CalendarDate($0) })
    return try dataset.ecosystem.views.map { saved in
      let resolved = try ResolvedView(options, savedView: saved, in: dataset.ecosystem)
      return .init(
        name: saved.name, title: saved.title ?? saved.name,
        source: source(of: resolved, titled: saved.title, question))
    }
  }

  private func viewOptions(_ date: CalendarDate?) throws -> ViewOptions {
    try ViewOptions.parse(date.map { ["--as-of", $0.description] } ?? [])
  }

  /// A map to draw, or the picture of an answer.
  private func source(
    of resolved: ResolvedView, titled title: String?, _ question: ReviewQuestion
  ) -> ReviewQuestion.Source {
    guard let asked = resolved.chart else {
      var request = resolved.request
      request.view.title = title
      request.style.theme = question.theme
      return .map(request, resolved.snapshot)
    }
    let context = PictureContext(
      theme: question.theme, provenance: question.provenance, title: title, sheet: question.sheet)
    do throws(InsightError) {
      guard let sheet = try asked.laidOut(in: resolved.snapshot, context) else {
        return .missing("There is nothing to draw.")
      }
      return .picture(sheet)
    } catch {
      return .missing(error.message)
    }
  }

  /// Makes the review, and names the maps that are not in it although the data has them.
  func make(
    _ question: ReviewQuestion, of snapshot: Snapshot, with pool: LayoutPool
  ) -> Review {
    let review = Review.make(question, of: snapshot, with: pool)
    for section in review.failed {
      Terminal.note("error: the map “\(section.title)” is left out: \(section.missing ?? "")")
    }
    for section in review.sections where !section.failures.isEmpty {
      for note in section.failures.notes(on: section.title) { Terminal.note(note) }
    }
    for map in review.maps where map.smallestLabel < FitGoal.slide.letters {
      let size = (map.smallestLabel * 10).rounded() / 10
      Terminal.note(
        "note: the smallest letters of “\(map.diagram.title)” are \(size) pt on a slide")
    }
    return review
  }

  /// The name of the only alliance, else that of the dataset.
  private static func title(of dataset: Dataset) -> String {
    let name = dataset.path.split(separator: "/").last.map(String.init) ?? dataset.path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let words = stem.split(whereSeparator: { "-_ ".contains($0) })
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
