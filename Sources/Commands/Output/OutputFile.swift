import ArgumentParser
import Interchange

/// A file that a command writes.
enum OutputFile {
  /// Writes a file whole or not at all and says so, or ends the command with status 1 after saying why; `-` is standard output.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return Terminal.write(bytes) }
    try endingWithoutFile { () throws(WriteError) in try AtomicFile.write(bytes, to: path) }
    Terminal.note("wrote \(path)")
  }

  /// Makes a folder, or ends the command with status 1 after saying why.
  static func makeFolder(_ path: String) throws {
    try endingWithoutFile { () throws(WriteError) in try AtomicFile.makeFolder(path) }
  }

  /// Where a file goes that is replaced: `roster.before.xlsx`; `people.csv.before`, so that nobody reads it as a
  /// table.
  static func former(of path: String) -> String {
    for ending in [".xlsx", ".pptx"] where path.lowercased().hasSuffix(ending) {
      return "\(path.dropLast(ending.count)).before\(ending)"
    }
    return path + ".before"
  }

  /// The path of a folder as people write it, without a slash at its end.
  static func folder(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

/// Writes or reads, or ends the command with status 1 after saying why that was not possible.
func endingWithoutFile<Failure: Error, Result>(
  _ write: () throws(Failure) -> Result
) throws -> Result {
  do throws(Failure) {
    return try write()
  } catch {
    Terminal.note("error: \(error)")
    throw ExitCode.findings
  }
}
