import ArgumentParser
import Cartography
import EcosystemModel
import GraphvizKit
import Interchange
import Publishing

/// `ecomap deck`: a presentation of a dataset.
struct DeckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deck",
    abstract: "Makes a presentation: overview, one slide per view or alliance, findings, tables.",
    discussion: """
      The slides of a .pptx are native shapes and tables with notes and links. Saved views come first; where there are none, \
      each alliance gets a slide; where there are no alliances either and the overview would be too full, it shows communities \
      of those who have more to do with each other than with the rest, and each gets a slide. A click on a shape leads to its \
      slide. Without --as-of the latest day of the saved views counts.

      EXAMPLES
        ecomap deck datasets/enhertu -o enhertu.pptx
        ecomap deck datasets/takeda-portfolio --per alliance -o portfolio.pptx -o portfolio.pdf
        ecomap deck datasets/enhertu -o board.pptx --template corporate.potx
        ecomap deck datasets/digital-spaghetti -o branded.pptx --brand datasets/digital-spaghetti/brand.yaml
        ecomap deck datasets/evenity -o slides
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where to write: a file ending in pptx or pdf, or a folder for SVG and PNG pictures of the slides. May be repeated.",
      valueName: "file"), completion: .file())
  var output: [String]

  @Option(
    help: ArgumentHelp(
      "What gets a slide of its own: view, alliance, both of them, company or community. (default: view where any are saved, else alliance where there are any, else community where one slide is too small)",
      valueName: "subject"))
  var per: DeckSubject?

  @OptionGroup var review: ReviewOptions
  @OptionGroup(title: "Slides") var slides: SlideOptions

  func run() throws {
    try InputFiles(data.inputs + [review.branding.brand, slides.template]).refuse(output)
    let dataset = try review.read(data)
    let (presentation, sheet) = try slides.resolved()
    let snapshot = try review.snapshot(of: dataset)
    var question = try review.question(about: dataset, snapshot, sheet: sheet, slides: slides)
    let subject = per ?? .suitable(for: snapshot)
    try review.ask(about: subject, in: dataset, snapshot, &question)
    let pool = LayoutPool.shared
    pool.start()
    let made = review.make(question, of: snapshot, with: pool)
    let deck = Deck(made)
    // A folder gets PNG.
    review.branding.noteFont(
      of: question.theme, drawing: output.map { OutputFormat(fileName: $0) ?? .png },
      with: .shared)
    for path in output {
      try write(deck, to: path, presentation, pool)
      // On a template's slides, tables may take more of them.
      let isOther = presentation.template != nil && OutputFormat(fileName: path) == .pptx
      Terminal.note("wrote \(path)" + (isOther ? "" : " (\(deck.count) slides)"))
    }
    if dataset.hasErrors || !made.failed.isEmpty { throw ExitCode.findings }
  }

  private func write(
    _ deck: Deck, to path: String, _ options: PresentationOptions, _ pool: LayoutPool
  ) throws {
    let files = try endingWithoutDocument { () throws(PublishingError) in
      switch OutputFormat(fileName: path) {
      case .pptx: [(name: "", bytes: try deck.presentation(options))]
      case .pdf: [("", try deck.document(with: pool, timeLimit: review.layout.timeLimit))]
      default: try deck.pictures(with: pool, timeLimit: review.layout.timeLimit)
      }
    }
    try endingWithoutFile { () throws(WriteError) in
      guard OutputFormat(fileName: path) == nil else {
        return try AtomicFile.write(files[0].bytes, to: path)
      }
      let folder = OutputFile.folder(path)
      try AtomicFile.makeFolder(folder)
      for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.name)") }
      try DeckFolder.removeSlides(of: folder, butFor: files.map(\.name))
    }
  }

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("Say where to write: -o deck.pptx, -o deck.pdf or -o FOLDER.")
    }
    for name in output {
      let format = OutputFormat(fileName: name)
      guard format == nil || format == .pptx || format == .pdf else {
        throw ValidationError(
          "A deck is no .\(format?.rawValue ?? "") file; end “\(name)” in .pptx or .pdf, or name a folder."
        )
      }
    }
  }
}
