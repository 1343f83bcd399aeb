public import ArgumentParser
import Cartography
public import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange
import Publishing

/// `ecomap deck`: a presentation of a dataset.
struct DeckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deck",
    abstract: "Makes a presentation: what to act on, the overview, the pictures that matter.",
    discussion: """
      At most twelve slides: what to act on in full sentences, the overview, saved views (those with deck=yes, else the first \
      four), the pictures of the findings that the summary speaks of, and the next steps. --per gives each view, alliance, \
      company or community a slide, an alliance with its facts, health, load, handoffs and firewalls beside its governance; --appendix adds all pictures of findings, rosters and tables, with contents. The slides of \
      a .pptx are native shapes and tables with notes and links; a click on a shape leads to its slide. Without --as-of the \
      latest day of the saved views counts.

      EXAMPLES
        ecomap deck datasets/enhertu -o enhertu.pptx
        ecomap deck datasets/takeda-portfolio --per alliance -o portfolio.pptx -o portfolio.pdf
        ecomap deck datasets/enhertu -o board.pptx --template corporate.potx
        ecomap deck datasets/enhertu --since 2019-05-01 -o quarter.pptx
        ecomap deck datasets/digital-spaghetti -o branded.pptx --brand datasets/digital-spaghetti/brand.yaml
        ecomap deck datasets/enhertu -o full.pptx --appendix
        ecomap deck datasets/enhertu -o short.pptx --without findings --max-slides 6
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
      "What gets a slide of its own: view, alliance, both of them, company or community. (default: a few views that suit the dataset)",
      valueName: "subject"))
  var per: DeckSubject?

  @Flag(help: "Add everything else: all pictures of findings, rosters and tables, with contents.")
  var appendix = false

  @Option(
    help: ArgumentHelp(
      "Tell what changed since a day, or since another dataset: in the summary, on a map, in figures and in a list.",
      valueName: "date or file"), completion: .file())
  var since: String?

  @Option(
    help: ArgumentHelp(
      "A part to show, and no other but those named: summary, changes (with --since), overview, subjects, findings, next-steps or appendix. May be repeated.",
      valueName: "part"))
  var parts: [DeckPart] = []

  @Option(help: ArgumentHelp("A part to leave out. May be repeated.", valueName: "part"))
  var without: [DeckPart] = []

  @Option(
    help: ArgumentHelp(
      "The most slides before the appendix. (default: 12, and with --per as many as it takes)",
      valueName: "count"))
  var maxSlides: Int?

  @OptionGroup var review: ReviewOptions
  @OptionGroup(title: "Slides") var slides: SlideOptions

  func run() throws { try review.branding.speaking(make) }

  private func make() throws {
    try InputFiles(
      data.inputs + [since, review.branding.brand, slides.template, review.layout.othersWork]
    ).refuse(output, replacing: slides.overwrite)
    let dataset = try review.read(data)
    let drawing = try review.drawing(slides)
    drawing.layout.start()
    var request = DeckRequest(
      per: per, date: review.selection.asOf, conditions: review.selection.allConditions)
    if !parts.isEmpty { request.parts = Set(parts) }
    if appendix { request.parts.insert(.appendix) }
    request.parts.subtract(without)
    request.mostSlides = maxSlides
    request.since = try since.map {
      try data.state(since: $0, of: dataset, on: review.selection.asOf)
    }
    request.title = review.title
    request.theme = review.branding.theme ?? .light
    let deck = try endingWithoutPicture { () throws(EcomapError) in
      try dataset.deck(request, drawing)
    }
    review.tell(deck.review, deck.notes)
    // A folder gets PNG.
    review.branding.noteFont(
      of: drawing.brand, for: dataset.ecosystem,
      drawing: output.map { OutputFormat(fileName: $0) ?? .png })
    for path in output {
      try write(deck, to: path)
      // On a template's slides, tables may take more of them.
      let isOther = drawing.template != nil && OutputFormat(fileName: path) == .pptx
      Terminal.note("wrote \(path)" + (isOther ? "" : " (\(deck.count) slides)"))
    }
    if dataset.hasErrors || !deck.isComplete { throw ExitCode.findings }
  }

  private func write(_ deck: DrawnDeck, to path: String) throws {
    let files = try endingWithoutPicture { () throws(EcomapError) in
      switch OutputFormat(fileName: path) {
      case .pptx: [(name: "", bytes: try deck.presentation())]
      case .pdf: [("", try deck.document())]
      default: try deck.pictures()
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
    try FormerFormat.refuse(output, writing: ["pptx", "pdf"])
    if let maxSlides, maxSlides < 2 {
      throw ValidationError("--max-slides is at least 2: the title and one more.")
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

extension DeckSubject: ExpressibleByArgument {}
extension DeckPart: ExpressibleByArgument {}
