#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A changed copy of a dataset, which belongs to a session and which its maps are drawn from until it is saved or undone.
struct Draft: Sendable {
  /// Where the copy is.
  let source: DatasetSource
  /// The folder that goes with it.
  let folder: String
  /// What the dataset was when it was copied.
  let basis: Int
  /// How many cells were changed.
  var changes = 0

  /// Copies a dataset: a file, or the files of a folder.
  ///
  /// - Throws: ``Refusal`` where that cannot be.
  init(of source: DatasetSource, in folder: String) throws(Refusal) {
    let original = source.absolute
    basis = source.revision
    self.folder = folder
    guard Files.makeFolder(folder), let facts = Files.facts(of: original) else {
      throw Refusal(.unavailable, "There is no room for a copy of the dataset.", retryAfter: 30)
    }
    let name = original.split(separator: "/").last { $0 != "." }.map(String.init) ?? "data"
    let copy = "\(folder)/\(name)"
    do {
      if facts.isFolder {
        guard Files.makeFolder(copy) else { throw CocoaError(.fileWriteUnknown) }
        for file in Files.names(in: original) where Files.isPlain("\(original)/\(file)") {
          try FileManager.default.copyItem(atPath: "\(original)/\(file)", toPath: "\(copy)/\(file)")
        }
      } else {
        try FileManager.default.copyItem(atPath: original, toPath: copy)
      }
    } catch {
      Files.remove(folder)
      throw Refusal(.unavailable, "There is no room for a copy of the dataset.", retryAfter: 30)
    }
    self.source = DatasetSource(
      place: folder, argument: name, shown: source.shown, companions: source.companions)
  }
}

/// A cell that somebody changed on the page, in the words of our own command.
struct ChangedCell: Codable, Sendable {
  let file: String
  let sheet: String?
  let line: Int
  let column: Int
  let text: String
}

extension Order {
  /// Changes cells of a draft.
  static func edit(_ draft: Draft, by list: String) -> Order {
    own("edit-cells", [draft.source.argument, list], in: draft.source.place)
  }

  /// Puts a draft into the place of what it is a draft of.
  static func keep(_ draft: Draft, for original: DatasetSource) -> Order {
    own("keep-draft", [original.absolute, draft.source.absolute], in: draft.source.place)
  }

  private static func own(_ command: String, _ words: [String], in place: String) -> Order {
    Order(
      command: command, form: .own, format: nil, options: [], words: words, place: place,
      equivalent: "", stem: "changes")
  }
}
