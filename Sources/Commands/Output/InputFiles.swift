import ArgumentParser
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files and folders that a command reads: nothing that it writes may be one of them.
struct InputFiles {
  /// What a path leads to, whatever the path is called.
  private struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  private let paths: [String]

  /// Takes the paths that were named; those left open read nothing.
  init(_ paths: [String?]) { self.paths = paths.compactMap { $0 } }

  /// Ends the command before it writes, if one of its outputs is one of its inputs: by its path, by a link, or as a file in the folder
  /// of a dataset.
  ///
  /// - Parameters:
  ///   - outputs: Files and folders to write; `-` is standard output.
  ///   - holdTables: Whether outputs that are folders may hold tables of the same names as the inputs'.
  ///   - replacing: Whether a presentation that somebody edited may be replaced; `nil` where the command does not offer that.
  /// - Throws: The end of the command.
  func refuse(_ outputs: [String], holdTables: Bool = false, replacing: Bool? = nil) throws {
    try EditedDecks.refuse(outputs, replacing: replacing)
    for output in outputs where output != "-" {
      for input in paths {
        guard let reason = try Self.conflict(of: output, with: input, holdTables) else { continue }
        Terminal.note("error: \(reason), and nothing is lost.")
        throw ExitCode.findings
      }
    }
  }

  /// Why an output would destroy an input, or `nil` if it would not.
  private static func conflict(
    of output: String, with input: String, _ holdTables: Bool
  ) throws -> String? {
    guard let source = try destination(of: input), let target = try destination(of: output),
      let sourceKind = kind(of: source)
    else { return nil }
    let targetIdentity = identity(of: target)
    if target == source || targetIdentity != nil && targetIdentity == identity(of: source) {
      return "“\(output)” is the \(sourceKind.rawValue) that is read; name another"
    }
    if holdTables, source.hasPrefix(target + "/") {
      return "“\(output)” holds “\(input)”, which is read; name another folder"
    }
    // A folder of its own beside the tables is none of them.
    guard sourceKind == .folder, kind(of: target) != .folder,
      folder(of: target) == source || isFile(targetIdentity, in: source)
    else { return nil }
    return "“\(output)” lies in the folder of the dataset “\(input)”; name a place outside of it"
  }

  /// Where a path leads, without links on its way even where its last part is not there yet.
  private static func destination(of path: String) throws -> String? {
    do throws(WriteError) {
      let end = try AtomicFile.destination(of: OutputFile.folder(path))
      guard !end.hasPrefix("/") || kind(of: end) == nil else { return end }
      let name = end.split(separator: "/").last ?? ""
      let above = try AtomicFile.destination(of: folder(of: end))
      return above == "/" ? "/\(name)" : "\(above)/\(name)"
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private enum Kind: String { case file, folder }

  /// Whether there is a file or a folder; pipes and devices are neither, for what they gave is gone anyway.
  private static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return nil
    }
  }

  private static func identity(of path: String) -> Identity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// Whether a file is, under another name, one of those in a folder.
  private static func isFile(_ file: Identity?, in folder: String) -> Bool {
    guard let file, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return false
    }
    return names.contains { identity(of: "\(folder)/\($0)") == file }
  }
}
