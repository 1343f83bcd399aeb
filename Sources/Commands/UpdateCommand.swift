import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange
import Publishing

/// `ecomap update`: takes new data into a presentation that people worked on.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract:
      "Takes new data into a presentation that people worked on, and leaves their work alone.",
    discussion: """
      The presentation is one of map or deck. What people moved, resized, recoloured, retyped, added or took off stays as they \
      made it, and so do notes, slides of their own and the order of slides. What the data changed changes: texts, colours, \
      tables, charts; what is new stands in free room, and its lines are glued to it. What the data no longer has is faded. Where \
      both changed the same thing, people win: it is listed here and in the notes of the slide.

      The file before is kept beside it as NAME.before.pptx. A program that drops what slides carry along, as LibreOffice does, \
      takes away what was written: then --from OLD tells it, the data that the presentation was drawn from.

      EXAMPLES
        ecomap update board.pptx datasets/enhertu
        ecomap update board.pptx datasets/enhertu --dry-run
        ecomap update board.pptx datasets/enhertu -o next.pptx --remove-gone
        ecomap update board.pptx next-quarter --from datasets/enhertu
      """)

  @Argument(
    help: "The presentation, which map or deck wrote.", completion: .file(extensions: ["pptx"]))
  var deck: String

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp(
      "The data that the presentation was drawn from, where another program dropped what its slides carry along.",
      valueName: "dataset"), completion: .file())
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The view that slides show, where the presentation does not say: a saved one or a kind of map.",
      valueName: "name"))
  var view: String?

  @Flag(help: "Take off what the data no longer has, rather than fade it.")
  var removeGone = false

  @Flag(help: "Write nothing; list what would change.")
  var dryRun = false

  @Flag(help: "Keep no copy of the file before.")
  var noBackup = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where to write; the presentation that is read stays as it is. (default: into it)",
      valueName: "file"), completion: .file(extensions: ["pptx"]))
  var output: String?

  @Flag(help: "Replace an output that somebody edited since it was written.")
  var overwrite = false

  @Option(
    help: ArgumentHelp(
      "The brand that the presentation was drawn with.", valueName: "brand.yaml"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var brand: String?

  @Option(
    help: ArgumentHelp(
      "How long to search for places of newcomers: quick, normal or thorough. (default: as the presentation was drawn)",
      valueName: "effort"))
  var effort: LayoutEffort?

  @Option(help: ArgumentHelp("The longest one layout may take.", valueName: "seconds"))
  var layoutTimeout = 60.0

  func validate() throws {
    guard layoutTimeout > 0, layoutTimeout <= 86_400 else {
      throw ValidationError("--layout-timeout must be between 0 and 86400 seconds.")
    }
    if let output, OutputFormat(fileName: output) != .pptx {
      throw ValidationError("A presentation is a .pptx file; end “\(output)” in .pptx.")
    }
  }

  func run() throws {
    if let output {
      try InputFiles(data.inputs + [deck, from, brand]).refuse([output], replacing: overwrite)
    }
    let bytes = try endingWithoutFile { () throws(ReadError) in try FileAccess.bytes(of: deck) }
    var options = UpdateOptions()
    options.drawing.layout = .shared
    options.drawing.timeLimit = .seconds(layoutTimeout)
    if let brand { options.drawing.brand = try endingWithoutFile { try BrandBook(at: brand) } }
    (options.effort, options.view, options.removesGone) = (effort, view, removeGone)
    let dataset = try data.read()
    dataset.nameErrors()
    let old = try from.map { path in
      var before = data
      before.dataset = path
      return try before.read()
    }
    let updated = try made(bytes, dataset, old, options)
    tell(updated)
    try write(updated, over: bytes)
    if dataset.hasErrors { throw ExitCode.findings }
  }

  private func made(
    _ bytes: [UInt8], _ dataset: Dataset, _ old: Dataset?, _ options: UpdateOptions
  ) throws -> UpdatedDeck {
    do throws(EcomapError) {
      return try dataset.update(bytes, named: deck, from: old, options)
    } catch {
      if error.code == .unreadable {
        Terminal.note("error: “\(deck)” cannot be updated: \(error.message)")
        throw ExitCode.findings
      }
      throw error.reported()
    }
  }

  private func tell(_ updated: UpdatedDeck) {
    for note in updated.notes { Terminal.note("note: \(note)") }
    let report = updated.report
    for change in report.changes { Terminal.note(change) }
    for conflict in report.conflicts { Terminal.note("conflict: \(conflict)") }
    for note in report.notes { Terminal.note("note: \(note)") }
  }

  private func write(_ updated: UpdatedDeck, over bytes: [UInt8]) throws {
    let target = output ?? deck
    let isSame = updated.bytes == bytes
    if isSame { Terminal.note("the data changes nothing on “\(deck)”") }
    guard !dryRun else {
      Terminal.note("nothing was written")
      return
    }
    guard !isSame || output != nil else { return }
    if output == nil, !noBackup {
      let backup = OutputFile.former(of: deck)
      try endingWithoutFile { () throws(WriteError) in try AtomicFile.write(bytes, to: backup) }
      Terminal.note("kept the file before as \(backup)")
    }
    try OutputFile.write(updated.bytes, to: target)
  }
}
