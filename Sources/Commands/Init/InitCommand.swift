import ArgumentParser
import EcosystemModel
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap init`: a dataset to fill in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Starts a dataset: empty tables with headers, a guide, and a small filled example.",
    discussion: """
      The folder is made where it is missing; one that holds files already is left as it is. Tables that you do not need \
      can be deleted, and columns as well.

      With --xlsx, or a name that ends so, it is one workbook instead: a sheet for each table with the rows of the example \
      to replace, explained headers, and lists to choose from.

      EXAMPLES
        ecomap init my-alliance
        ecomap init roster.xlsx
        ecomap check my-alliance/example
        ecomap map my-alliance/example -o example.svg
      """)

  @Argument(help: "The folder or workbook to make.", completion: .directory)
  var folder: String

  @Flag(help: "Make one Excel workbook instead of a folder of CSV tables.")
  var xlsx = false

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError("The folder needs a name.") }
  }

  func run() throws {
    if xlsx || folder.lowercased().hasSuffix(".xlsx") { return try writeWorkbook() }
    let path = OutputFile.folder(folder)
    // Names with a leading dot are a system's or a version control's own.
    let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard !present.contains(where: { !$0.hasPrefix(".") }) else {
      Terminal.note("error: \"\(path)\" is not empty; name a new folder, and nothing is lost.")
      throw ExitCode.findings
    }
    try endingWithoutFile { () throws(WriteError) in try write(DatasetTemplate.files, into: path) }
    Terminal.print(
      "\(path)/ has \(TableName.byHand.count) empty tables, and README.md says what goes into each."
    )
    Terminal.print(
      "\(path)/example/ is a small filled one; draw it with: ecomap map \(path)/example -o example.svg"
    )
  }

  private func writeWorkbook() throws {
    let path = folder.lowercased().hasSuffix(".xlsx") ? folder : folder + ".xlsx"
    guard !FileManager.default.fileExists(atPath: path) else {
      Terminal.note("error: \"\(path)\" is there already; name a new file, and nothing is lost.")
      throw ExitCode.findings
    }
    try endingWithoutFile { try TemplateWorkbook.workbook.write(to: path) }
    Terminal.print(
      "\(path) has a sheet for each of the \(TableName.byHand.count) tables, with invented rows to replace; its first sheet says how."
    )
    Terminal.print("Then: ecomap check \(path) --annotate checked.xlsx")
  }

  /// Writes all of the files or, where one cannot be written, none.
  private func write(_ files: [DatasetTemplate.File], into folder: String) throws(WriteError) {
    var written: [String] = []
    do {
      for file in files {
        let path = "\(folder)/\(file.name)"
        try AtomicFile.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try AtomicFile.write(file.text, to: path)
        written.append(path)
      }
    } catch {
      for path in written { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
  }
}
