import ArgumentParser
import EcosystemModel
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap convert`: a dataset in another form, or in the format of another tool.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a dataset in another form, or for another tool.",
    discussion: """
      The ending of the result's name tells the format, and a name without one is a folder of CSV tables; --to tells what \
      endings do not. What the format cannot hold is counted and named. In the formats of other tools every entity is a node \
      and every relationship an edge, with all columns; reading such a file gives the same dataset, save what was named.

      \(FormatHelp.lists)

      EXAMPLES
        ecomap convert datasets/enhertu enhertu.graphml
        ecomap convert datasets/enhertu roster.xlsx
        ecomap convert datasets/enhertu drawio.csv --to drawio
        ecomap convert datasets/enhertu for-gephi --to gephi-csv
        ecomap convert kumu-export.json my-dataset
        ecomap convert network.xml my-dataset --from graphml --nodes person
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Argument(help: "The file or folder to write, or - for standard output.", completion: .file())
  var result: String

  @Option(
    help: ArgumentHelp(
      "The format of the dataset, where its name does not tell.", valueName: "format"))
  var from: SourceChoice?

  @Option(help: ArgumentHelp("The format of the result.", valueName: "format"))
  var to: FileFormat?

  @Flag(help: "Put the result in the place of a dataset that is there already.")
  var replace = false

  func validate() throws { _ = try target() }

  private func target() throws -> FileFormat {
    if result == "-" {
      guard let to else { throw ValidationError("Say with --to what to write: --to graphml.") }
      guard !to.isFolder else {
        throw ValidationError("“\(to.name)” is a folder of files; name one to write.")
      }
      return to
    }
    if let target = to ?? FileFormat(writing: result) { return target }
    try FormerFormat.refuse([result], writing: ["xlsx"])
    let hint =
      result.lowercased().hasSuffix(".csv")
      ? "a dataset of CSV tables is a folder: name one, without an ending; --to drawio makes one CSV file"
      : "end it in one of \(FormatHelp.writtenEndings), or say --to \(FileFormat.all[0].name)"
    throw ValidationError("The name “\(result)” tells no format; \(hint).")
  }

  func run() throws {
    let target = try target()
    try InputFiles(data.inputs).refuse([result], holdTables: target.isFolder)
    let dataset = try data.read(as: from?.format)
    dataset.nameErrors()
    guard !dataset.ecosystem.isEmpty else {
      Terminal.note("error: nothing was read, so nothing is written")
      throw ExitCode.findings
    }
    if result != "-", !replace { try ExistingDataset.refuse(at: result) }
    try write(dataset.ecosystem, as: target)
    if dataset.hasErrors { throw ExitCode.findings }
  }

  private func write(_ ecosystem: Ecosystem, as target: FileFormat) throws {
    let written = try endingWithoutFile { try ecosystem.files(as: target) }
    let files = written.files
    if result == "-" {
      files.forEach { Terminal.write($0.bytes) }
    } else if target.isFolder {
      try write(files, intoFolder: OutputFile.folder(result))
    } else {
      try endingWithoutFile { () throws(WriteError) in
        for file in files { try AtomicFile.write(file.bytes, to: result) }
      }
    }
    Terminal.note("\(result == "-" ? "standard output" : result): \(target.title)")
    written.losses.forEach { Terminal.note("left out: \($0)") }
    if written.formulaLikeCount > 0 {
      let isOne = written.formulaLikeCount == 1
      Terminal.note(
        "note: \(Phrase.count(written.formulaLikeCount, "cell")) \(isOne ? "begins" : "begin") like \(isOne ? "a formula" : "formulas") (= + - @); a spreadsheet that opens the CSV may compute \(isOne ? "it" : "them")"
      )
    }
  }

  /// Writes tables into a folder; those of a dataset that they replace go.
  private func write(
    _ files: [ExchangedNetwork.File], intoFolder folder: String
  ) throws {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let names = Set(files.map(\.name))
    let others = present.filter { $0.lowercased().hasSuffix(".csv") && !names.contains($0) }
    guard let other = others.min(), !replace else {
      return try endingWithoutFile { () throws(WriteError) in
        try AtomicFile.makeFolder(folder)
        for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.name)") }
        for name in present where FileName.holdsTable(name) && !names.contains(name) {
          try AtomicFile.remove("\(folder)/\(name)")
        }
      }
    }
    Terminal.note(
      "error: “\(folder)” holds \(other), which would mix with the new tables; name a new folder.")
    throw ExitCode.findings
  }
}
