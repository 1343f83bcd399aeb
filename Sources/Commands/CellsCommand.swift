import ArgumentParser
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap cells`: what the page of `ecomap serve` shows beside messages; on no menu.
struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells", abstract: "Lists the cells of a dataset as JSON.", shouldDisplay: false)

  @Argument(help: "A workbook, a CSV file, or a folder of CSV files.", completion: .file())
  var dataset: String

  func run() throws {
    do throws(ReadError) {
      let listing = try CellListing(at: dataset)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard let bytes = try? encoder.encode(listing) else { throw ReadError(.unreadable, "") }
      Terminal.write(Array(bytes))
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
  }
}
