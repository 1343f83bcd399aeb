import ArgumentParser
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap edit-cells`: what the page of `ecomap serve` does when somebody mends a cell; on no menu.
struct EditCellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit-cells", abstract: "Changes cells of a dataset as a JSON file says.",
    shouldDisplay: false)

  @Argument(help: "A workbook, a CSV file, or a folder of CSV files.", completion: .file())
  var dataset: String

  @Argument(help: "A list of file, sheet, line, column and text.", completion: .file())
  var edits: String

  func run() throws {
    do throws(ReadError) {
      let list = try? JSONDecoder().decode(
        [CellEdit].self, from: Data(try FileAccess.bytes(of: edits)))
      guard let list else { throw ReadError(.refused, "The list of changes cannot be read.") }
      let isFolder = Self.isFolder(dataset)
      var drafts: [(path: String, bytes: [UInt8])] = []
      for (file, edits) in Dictionary(grouping: list, by: \.file).sorted(by: { $0.key < $1.key }) {
        let name = String(file.split(separator: "/").last ?? "")
        let path = isFolder ? "\(dataset)/\(name)" : dataset
        let bytes = try FileAccess.bytes(of: path)
        drafts.append((path, try CellEdit.applied(edits, to: bytes, file: name)))
      }
      for draft in drafts {
        do throws(WriteError) {
          try AtomicFile.write(draft.bytes, to: draft.path)
        } catch {
          throw ReadError(.refused, error.description)
        }
      }
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
    Terminal.print("{}")
  }

  static func isFolder(_ path: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
  }
}

/// `ecomap keep-draft`: what the page of `ecomap serve --write` does on Save; on no menu.
///
/// The former file stays beside the new one: `roster.before.xlsx`, `people.csv.before`.
struct KeepDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep-draft", abstract: "Puts changed files into the place of a dataset's.",
    shouldDisplay: false)

  @Argument(help: "The dataset.", completion: .file())
  var dataset: String

  @Argument(help: "The changed copy.", completion: .file())
  var draft: String

  func run() throws {
    do {
      let isFolder = EditCellsCommand.isFolder(dataset)
      let names =
        isFolder ? try FileManager.default.contentsOfDirectory(atPath: draft).sorted() : [""]
      for name in names {
        let path = isFolder ? "\(dataset)/\(name)" : dataset
        let changed = try FileAccess.bytes(of: isFolder ? "\(draft)/\(name)" : draft)
        let former = try FileAccess.bytes(of: path)
        guard changed != former else { continue }
        try AtomicFile.write(former, to: OutputFile.former(of: path))
        try AtomicFile.write(changed, to: path)
      }
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
    Terminal.print("{}")
  }
}
