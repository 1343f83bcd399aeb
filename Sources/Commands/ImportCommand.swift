import ArgumentParser
import Ecomap
import EcosystemModel
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap import`: workbooks of somebody's own, and what their sheets are.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Finds out what the sheets of your own workbook are, and how to read them.",
    discussion: """
      Recognises lists, wide trackers, blocks under the name of a committee, grids of marks, tables of responsibilities, \
      lists with managers, outlines, logs of events and who decides what; headers in English, German, French and Spanish. Says what it understood, what it \
      leaves out and why, and asks what only you can know.

      Writes a mapping beside the file, such as roster.mapping.yaml, that can be edited. Every command then reads the file, and \
      others that fit its pattern, through it. A mapping that is there is never changed: roster.mapping.new.yaml says what would be \
      written today. With --to, the data is written in ecomap's own form as well.

      EXAMPLES
        ecomap import roster.xlsx
        ecomap map roster.xlsx -o map.svg
        ecomap import roster.xlsx --to my-dataset
        ecomap import crm-export
      """)

  @Argument(
    help: "Workbooks, CSV files, or folders of CSV files.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Write the data in ecomap's own form: a folder of CSV tables, or a file that ends in .xlsx, .yaml or .json.",
      valueName: "dataset"), completion: .file())
  var to: String?

  @Flag(help: "Put the result of --to in the place of a dataset that is there already.")
  var replace = false

  @Flag(help: "Only say what is understood; write no mapping.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Read through this mapping.", valueName: "mapping.yaml"),
    completion: .file(extensions: ["yaml"]))
  var mapping: String?

  @Flag(help: "Look at the sheets as if there were no mapping.")
  var noMapping = false

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Name a workbook or a folder of CSV files.") }
    guard to == nil || files.count == 1 else {
      throw ValidationError("--to writes one dataset; name one file.")
    }
    guard mapping == nil || !noMapping else {
      throw ValidationError("Choose --mapping or --no-mapping.")
    }
  }

  func run() throws {
    if let to { try InputFiles(files.map(Optional.some)).refuse([to], holdTables: true) }
    var hasErrors = false
    for (number, file) in files.enumerated() {
      if number > 0 { Terminal.print("") }
      hasErrors = try read(file) || hasErrors
    }
    if hasErrors { throw ExitCode.findings }
  }

  /// Reads one file, says what it is, and writes its mapping.
  private func read(_ file: String) throws -> Bool {
    let book: ImportedBook
    do throws(ReadError) {
      let choice: MappingChoice = mapping.map(MappingChoice.file) ?? (noMapping ? .none : .beside)
      book = try ImportedBook(at: file, options: ReadOptions(mapping: choice))
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
    ImportReport(book).lines.forEach(Terminal.print)
    if let to { try write(book.dataset.ecosystem, to: to) }
    if !dryRun { try writeMapping(of: book) }
    return book.dataset.hasErrors || book.sheets.allSatisfy { $0.ignored != nil }
  }

  private func writeMapping(of book: ImportedBook) throws {
    guard book.sheets.contains(where: { $0.ignored == nil }) else { return }
    let path = MappingFile.path(for: book.path)
    guard FileManager.default.fileExists(atPath: path) || book.dataset.mapping != nil else {
      try endingWithoutFile { () throws(WriteError) in try AtomicFile.write(book.proposal, to: path)
      }
      return Terminal.note(
        "wrote \(path), through which every command reads \(book.path) now; edit it where it is not so"
      )
    }
    guard !book.isUnchanged else {
      return Terminal.note("\(book.dataset.mapping ?? path) says the same and stays as it is")
    }
    let new = MappingFile.proposalPath(for: book.path)
    try endingWithoutFile { () throws(WriteError) in try AtomicFile.write(book.proposal, to: new) }
    Terminal.note(
      "\(book.dataset.mapping ?? path) stays as it is; \(new) is what would be written today")
  }

  private func write(_ ecosystem: Ecosystem, to path: String) throws {
    guard let format = FileFormat(writing: path), case .dataset(let form) = format else {
      throw ValidationError(
        "“\(path)” is no dataset; name a folder, or a file that ends in .xlsx, .yaml or .json.")
    }
    if !replace { try ExistingDataset.refuse(at: path) }
    try endingWithoutFile { () throws(WriteError) in
      try ecosystem.write(to: OutputFile.folder(path), as: form)
    }
    Terminal.note("wrote \(path)")
  }
}
