import ArgumentParser
import Interchange
import Publishing

/// Presentations that people worked on are never overwritten unasked.
enum EditedDecks {
  /// Ends the command where a file to write is a presentation that somebody edited since we wrote it, or that is none of ours.
  ///
  /// - Parameters:
  ///   - paths: What is to be written.
  ///   - replaces: Whether that was asked for; `nil` where the command does not offer it.
  /// - Throws: The end of the command with status 1, after saying what to do.
  static func refuse(_ paths: [String], replacing replaces: Bool?) throws {
    guard replaces != true else { return }
    for path in paths where path.lowercased().hasSuffix(".pptx") {
      guard let bytes = try? FileAccess.bytes(of: path),
        let standing = DeckSeal.standing(of: bytes), standing != .untouched
      else { continue }
      let advice =
        replaces == nil ? "name another file" : "name another file, or replace it with --overwrite"
      let reason =
        standing == .edited
        ? "was edited since it was written, and stays as it is; `ecomap update \"\(path)\" DATASET` takes new data into it, or \(advice)"
        : "is a presentation that ecomap did not write, or wrote before it could tell whether somebody edited it, and stays as it is; \(advice)"
      Terminal.note("error: “\(path)” \(reason)")
      throw ExitCode.findings
    }
  }
}
