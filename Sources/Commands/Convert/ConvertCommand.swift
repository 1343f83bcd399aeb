import ArgumentParser
import EcosystemModel
import Foundation
import Interchange

/// `ecomap convert`: a dataset in another form, or in the format of another tool.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a dataset in another form, or for another tool.",
    discussion: """
      The ending of the result's name tells the format, and a name without one is a folder of CSV tables; --to tells what \
      endings do not. What the format cannot hold is counted and named. In the formats of other tools every entity is a node \
      and every tie an edge, with all columns; reading such a file gives the same dataset, save what was named.

      FORMATS BY ENDING
        folder, .xlsx, .yaml, .json                 datasets
        .graphml, .gexf, .dot, .gv, .vna, .dl, .mmd networks

      FORMATS BY --to
        kumu-xlsx, kumu-json                        a workbook or a blueprint for Kumu
        kumu-csv, gephi-csv                         a folder of two tables for Kumu or Gephi
        yed                                         GraphML with boxes and colours for yEd
        networkx, polinode                          JSON for networkx and D3, for Polinode
        nodexl                                      a workbook for NodeXL
        drawio                                      CSV for draw.io (Arrange, Insert, Advanced)

      EXAMPLES
        ecomap convert datasets/enhertu enhertu.graphml
        ecomap convert datasets/enhertu roster.xlsx
        ecomap convert datasets/enhertu boxes.csv --to drawio
        ecomap convert datasets/enhertu for-gephi --to gephi-csv
        ecomap convert kumu-export.json my-dataset
        ecomap convert network.xml my-dataset --from graphml --nodes person
      """)

  @OptionGroup var data: DatasetOptions

  @Argument(help: "The file or folder to write, or - for standard output.", completion: .file())
  var result: String

  @Option(
    help: ArgumentHelp(
      "The format of the dataset, where its name does not tell: csv, xlsx, yaml, json, graphml, gexf, dot, vna or dl.",
      valueName: "format"))
  var from: SourceFormat?

  @Option(help: ArgumentHelp("The format of the result.", valueName: "format"))
  var to: ConvertTarget?

  func validate() throws { _ = try target() }

  private func target() throws -> ConvertTarget {
    if result == "-" {
      guard let to else { throw ValidationError("Say with --to what to write: --to graphml.") }
      guard !to.isFolder else {
        throw ValidationError("“\(to.name)” is a folder of files; name one to write.")
      }
      return to
    }
    if let target = to ?? ConvertTarget(fileName: result) { return target }
    let hint =
      result.lowercased().hasSuffix(".csv")
      ? "a dataset of CSV tables is a folder: name one, without an ending; --to drawio makes one CSV file"
      : "end it in .xlsx, .yaml, .json, .graphml, .gexf, .dot, .vna, .dl or .mmd, or say --to \(ConvertTarget.all[0].name)"
    throw ValidationError("The name “\(result)” tells no format; \(hint).")
  }

  func run() throws {
    let target = try target()
    let dataset = try data.read(as: from)
    dataset.nameErrors("the rest is converted")
    do {
      try write(dataset.ecosystem, as: target)
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
    if dataset.hasErrors { throw ExitCode.findings }
  }

  private func write(_ ecosystem: Ecosystem, as target: ConvertTarget) throws {
    let files: [(name: String, bytes: [UInt8])]
    var losses: [String] = []
    switch target {
    case .dataset(.csv): files = ecosystem.csvFiles.map { ($0.name, Array($0.text.utf8)) }
    case .dataset(.yaml): files = [("", Array(ecosystem.yamlText.utf8))]
    case .dataset(.json): files = [("", Array(ecosystem.jsonText.utf8))]
    case .dataset(.xlsx): files = [("", try ecosystem.workbook.bytes())]
    case .network(let format):
      let network = try ecosystem.exchanged(as: format)
      files = network.files.map { ($0.name, $0.bytes) }
      losses = network.losses
    }
    if result == "-" {
      files.forEach { Terminal.write($0.bytes) }
    } else if target.isFolder {
      try write(files, intoFolder: result.hasSuffix("/") ? String(result.dropLast()) : result)
    } else {
      for file in files { try AtomicFile.write(file.bytes, to: result) }
    }
    Terminal.note("\(result == "-" ? "standard output" : result): \(target.title)")
    losses.forEach { Terminal.note("left out: \($0)") }
  }

  private func write(
    _ files: [(name: String, bytes: [UInt8])], intoFolder folder: String
  ) throws {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let names = Set(files.map(\.name))
    let tables = present.filter { $0.lowercased().hasSuffix(".csv") && !names.contains($0) }
    guard let other = tables.min() else {
      try AtomicFile.makeFolder(folder)
      for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.name)") }
      return
    }
    Terminal.note(
      "error: \"\(folder)\" holds \(other), which would mix with the new tables; name a new folder."
    )
    throw ExitCode.findings
  }
}
