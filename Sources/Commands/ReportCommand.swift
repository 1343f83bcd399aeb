public import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange
public import Publishing

/// `ecomap report`: the documents that go with the maps.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the portfolio review and a briefing for each alliance as a document.",
    discussion: """
      First what to act on, in the sentences of the deck's summary, with the map of everything; then a briefing of at most four pages for \
      each alliance: its facts, its governance, who sits where, the first sentences of each answer, and a line for what the data \
      does not tell. --tables adds rosters, saved views and every table and picture of the answers. The HTML is one file with its pictures \
      inside; it needs no network and prints well. Markdown has a folder of SVG pictures.

      EXAMPLES
        ecomap report datasets/enhertu -o enhertu-report
        ecomap report datasets/enhertu -o enhertu-in-full.pdf --tables
        ecomap report datasets/enhertu -o briefing --alliance enhertu --since 2019-05-01
        ecomap report datasets/digital-spaghetti -o branded --brand datasets/digital-spaghetti/brand.yaml
        ecomap report datasets/evenity -o evenity-report --format html --format markdown --format pdf
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The folder to write into, or one file that ends in .html or .pdf.", valueName: "folder"),
    completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "The form: html, markdown or pdf. May be repeated. (default: html)", valueName: "format"))
  var format: [ReportFormat] = []

  @Flag(help: "Add rosters, saved views, and every table and picture of the answers.")
  var tables = false

  @Option(
    help: ArgumentHelp(
      "Tell what changed since this day, or since another dataset.", valueName: "date or file"),
    completion: .file())
  var since: String?

  @OptionGroup var review: ReviewOptions

  func validate() throws {
    try FormerFormat.refuse(
      [output], writing: [],
      document:
        "a report is a folder with a page that Word and browsers open: name a folder, without an ending"
    )
    if output.isEmpty { throw ValidationError("Name the folder to write into: -o FOLDER.") }
    if let oneFile, format.contains(where: { $0 != oneFile }) {
      throw ValidationError(
        "“\(output)” is one file of one form; name a folder, without an ending, for several.")
    }
  }

  /// The form of the one file that the output is by its ending; `nil` where it is a folder.
  private var oneFile: ReportFormat? {
    switch OutputFormat(fileName: output) {
    case .html: .html
    case .pdf: .pdf
    default: nil
    }
  }

  func run() throws { try review.branding.speaking(make) }

  private func make() throws {
    try InputFiles(data.inputs + [since, review.branding.brand, review.layout.othersWork])
      .refuse([output])
    let dataset = try review.read(data)
    let drawing = try review.drawing()
    drawing.layout.start()
    var request = request
    request.since = try since.map {
      try data.state(since: $0, of: dataset, on: review.selection.asOf)
    }
    let made = try endingWithoutPicture { () throws(EcomapError) in
      try dataset.report(request, drawing)
    }
    review.tell(made.review, made.notes)
    if format.contains(.pdf) || oneFile == .pdf {
      review.branding.noteFont(of: drawing.brand, for: dataset.ecosystem, drawing: [.pdf])
    }
    try write(made)
    if dataset.hasErrors || !made.isComplete { throw ExitCode.findings }
  }

  private func write(_ made: DrawnReport) throws {
    if let oneFile {
      let files = try endingWithoutPicture { () throws(EcomapError) in
        try made.files(as: oneFile)
      }
      // Either form has everything inside.
      for file in files { try OutputFile.write(file.bytes, to: output) }
      return
    }
    let folder = OutputFile.folder(output)
    for format in format.isEmpty ? [.html] : format {
      let files = try endingWithoutPicture { () throws(EcomapError) in
        try made.files(as: format)
      }
      try endingWithoutFile { () throws(WriteError) in
        try AtomicFile.makeFolder(folder)
        if files.count > 1 { try AtomicFile.makeFolder("\(folder)/figures") }
        for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.path)") }
      }
      if let first = files.first { Terminal.note("wrote \(folder)/\(first.path)") }
    }
  }

  /// A briefing where one alliance is named, else the portfolio.
  private var request: ReportRequest {
    let selection = review.selection
    let only = selection.alliance.count == 1 ? selection.alliance.first : nil
    var request = ReportRequest(
      alliance: only, date: selection.asOf,
      conditions: only == nil ? selection.allConditions : selection.conditions)
    request.title = review.title
    request.theme = review.branding.theme ?? .light
    request.hasTables = tables
    return request
  }
}

extension ReportFormat: ExpressibleByArgument {}
