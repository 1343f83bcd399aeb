import ArgumentParser
import Cartography
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
package import Publishing

/// `ecomap report`: the documents that go with the maps.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the portfolio review and a briefing for each alliance as a document.",
    discussion: """
      The HTML is one file with its pictures inside; it needs no network and prints well. Markdown has a folder of SVG \
      pictures. Figures and tables are those of the other commands; sections without data say what is missing.

      EXAMPLES
        ecomap report datasets/enhertu -o enhertu-report
        ecomap report datasets/enhertu -o briefing --alliance enhertu --since 2019-05-01
        ecomap report datasets/digital-spaghetti -o branded --brand datasets/digital-spaghetti/brand.yaml
        ecomap report datasets/evenity -o evenity-report --format html --format markdown --format pdf
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "The form: html, markdown or pdf. May be repeated. (default: html)", valueName: "format"))
  var format: [ReportFormat] = []

  @Option(
    help: ArgumentHelp("Tell what began and ended since this day.", valueName: "date"),
    transform: CalendarDate.argument)
  var since: CalendarDate?

  @OptionGroup var review: ReviewOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError("Name the folder to write into: -o FOLDER.") }
  }

  func run() throws {
    try InputFiles(data.inputs + [review.branding.brand]).refuse([output])
    let dataset = try review.read(data)
    // A briefing about one alliance names the others that it has to do with, and none else.
    let isBriefing = review.selection.alliance.count == 1
    let snapshot = try review.snapshot(
      of: dataset, meeting: isBriefing ? review.selection.conditions : nil)
    var question = try question(about: dataset, snapshot)
    question.dataFindings = Self.findings(in: dataset)
    let pool = LayoutPool.shared
    pool.start()
    let made = review.make(question, of: snapshot, with: pool)
    let report = Report(made)
    if format.contains(.pdf) {
      review.branding.noteFont(of: question.theme, drawing: [.pdf], with: .shared)
    }
    let folder = OutputFile.folder(output)
    for format in format.isEmpty ? [.html] : format {
      let files = try endingWithoutDocument { () throws(PublishingError) in
        try report.files(format, with: pool, timeLimit: review.layout.timeLimit)
      }
      try endingWithoutFile { () throws(WriteError) in
        try AtomicFile.makeFolder(folder)
        if files.count > 1 { try AtomicFile.makeFolder("\(folder)/figures") }
        for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.path)") }
      }
      if let first = files.first { Terminal.note("wrote \(folder)/\(first.path)") }
    }
    if dataset.hasErrors || !made.failed.isEmpty { throw ExitCode.findings }
  }

  private func question(
    about dataset: Dataset, _ snapshot: Snapshot
  ) throws -> ReviewQuestion {
    var question = try review.question(about: dataset, snapshot)
    question.since = since
    question.depth = .briefing
    let ecosystem = snapshot.whole
    guard review.selection.alliance.count == 1, let alliance = review.selection.alliance.first
    else {
      question.views = review.savedViews(of: dataset, snapshot, for: question)
      question.alliances = snapshot.ecosystem.alliances.map(\.id)
      return question
    }
    do {
      guard case .alliance(let id) = try ecosystem.entity(named: alliance, among: .alliance) else {
        throw InsightError(.unknownName, "“\(alliance)” is no alliance.")
      }
      question.alliances = [id]
      question.title = review.title ?? "Briefing: \(ecosystem.name(of: .alliance(id)))"
    } catch let error as InsightError {
      throw ValidationError(error.message)
    }
    question.overview = nil
    question.hasPortfolio = false
    return question
  }

  /// What `ecomap check` finds, as a table.
  private static func findings(in dataset: Dataset) -> FindingsTable {
    let all = dataset.check(with: InspectionCatalog.all + [UndrawableViews()])
    var table = FindingsTable(
      id: "open", title: "What the inspections found",
      method: "As `ecomap check` lists it, errors first.",
      columns: [.init("Severity"), .init("Where"), .init("Finding"), .init("Rule")])
    let order = all.enumerated().sorted {
      (-rank($0.element.severity), $0.offset) < (-rank($1.element.severity), $1.offset)
    }
    for (_, finding) in order {
      table.append([
        .text(finding.severity.rawValue), .text(finding.location?.description),
        .text(finding.message), .text(finding.rule),
      ])
    }
    return table
  }

  private static func rank(_ severity: Severity) -> Int {
    Severity.allCases.count { $0 < severity }
  }
}

extension ReportFormat: ExpressibleByArgument {}
