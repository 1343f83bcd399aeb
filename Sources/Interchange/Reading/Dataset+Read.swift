/// Tells what a DOT text says, as JSON: an object with `directed`, `nodes` (`id`, `attributes`), `edges` (`tail`, `head`,
/// `attributes`) and `clusters` (`name`, `label`, `nodes`); labels in HTML are their text.
///
/// Graphviz itself reads DOT; who has it at hand passes it in, so that a hostile text can be read in another process.
package typealias DOTStructure = @Sendable (_ text: String) throws(DOTFault) -> [UInt8]

/// Why a DOT text could not be read.
package struct DOTFault: Error, Hashable, Sendable {
  /// What is wrong.
  package var message: String
  /// The line on which it shows, counted from 1, where that is known.
  package var line: Int?

  /// Makes a fault.
  package init(_ message: String, line: Int? = nil) {
    self.message = message
    self.line = line
  }
}

extension Dataset {
  /// Reads the dataset at a path: a folder of CSV files, one workbook, YAML or JSON file, a lone CSV or TSV file, or a
  /// network of another tool.
  ///
  /// Faults in the data do not throw; they are in ``diagnostics``, all of them.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - options: What the files alone do not say.
  ///   - dot: What reads DOT; without it such files are refused.
  /// - Returns: The ecosystem, and everything noticed on the way.
  /// - Throws: ``ReadError`` where there is nothing to read.
  /// - Complexity: O(size of the files).
  package static func read(
    at path: String, options: ReadOptions = .init(), dot: DOTStructure? = nil
  ) throws(ReadError) -> Dataset {
    if let mapped = try mapped(at: path, options) { return mapped }
    if try FileAccess.kind(of: path) == .file {
      let format = try options.format(ofFile: path)
      return try SourceFiles(
        path: path, lone: SourceFile(name: path, format: format, bytes: FileAccess.bytes(of: path))
      ).dataset(options, dot)
    }
    var folder = try SourceFiles(path: path, names: FileAccess.names(inFolder: path))
    for name in folder.tableFiles {
      do {
        let bytes = try FileAccess.bytes(of: path.hasSuffix("/") ? path + name : "\(path)/\(name)")
        folder.files.append(SourceFile(name: name, format: .dataset(.csv), bytes: bytes))
      } catch {
        folder.refuse(name, because: error)
      }
    }
    return try folder.dataset(options, dot)
  }

  /// Reads a dataset from memory: several files are taken for a folder, one for itself.
  ///
  /// - Parameters:
  ///   - files: The files by name.
  ///   - options: What the files alone do not say.
  ///   - dot: What reads DOT; without it such files are refused.
  /// - Returns: The ecosystem, and everything noticed on the way.
  /// - Throws: ``ReadError`` where there is nothing to read.
  package static func read(
    files: [(name: String, bytes: [UInt8])], options: ReadOptions = .init(),
    dot: DOTStructure? = nil
  ) throws(ReadError) -> Dataset {
    if files.count == 1, let file = files.first {
      let format = try options.format(ofFile: file.name)
      return try SourceFiles(
        path: file.name, lone: SourceFile(name: file.name, format: format, bytes: file.bytes)
      ).dataset(options, dot)
    }
    var folder = try SourceFiles(path: "", names: files.map(\.name).sorted())
    for name in folder.tableFiles {
      let bytes = files.first { $0.name == name }?.bytes ?? []
      folder.files.append(SourceFile(name: name, format: .dataset(.csv), bytes: bytes))
    }
    return try folder.dataset(options, dot)
  }
}
