extension Dataset {
  /// Reads the dataset at a path: a folder of CSV files, one YAML or JSON file, or a lone CSV or TSV file.
  ///
  /// Faults in the data do not throw; they are in ``diagnostics``, all of them.
  ///
  /// - Throws: ``ReadError`` where there is nothing to read.
  /// - Complexity: O(size of the files).
  public static func read(
    at path: String, options: ReadOptions = .init()
  ) throws(ReadError) -> Dataset {
    if try FileAccess.kind(of: path) == .file {
      let format = try SourceFormat(ofFile: path)
      return try SourceFiles(
        path: path, lone: SourceFile(name: path, format: format, bytes: FileAccess.bytes(of: path))
      ).dataset(options)
    }
    var folder = try SourceFiles(path: path, names: FileAccess.names(inFolder: path))
    for name in folder.tableFiles {
      do {
        let bytes = try FileAccess.bytes(of: path.hasSuffix("/") ? path + name : "\(path)/\(name)")
        folder.files.append(SourceFile(name: name, format: .delimited, bytes: bytes))
      } catch {
        folder.refuse(name, because: error)
      }
    }
    return try folder.dataset(options)
  }

  /// Reads a dataset from memory: several files are taken for a folder, one for itself.
  ///
  /// - Throws: ``ReadError`` where there is nothing to read.
  public static func read(
    files: [(name: String, bytes: [UInt8])], options: ReadOptions = .init()
  ) throws(ReadError) -> Dataset {
    if files.count == 1, let file = files.first {
      let format = try SourceFormat(ofFile: file.name)
      return try SourceFiles(
        path: file.name, lone: SourceFile(name: file.name, format: format, bytes: file.bytes)
      ).dataset(options)
    }
    var folder = try SourceFiles(path: "", names: files.map(\.name).sorted())
    for name in folder.tableFiles {
      let bytes = files.first { $0.name == name }?.bytes ?? []
      folder.files.append(SourceFile(name: name, format: .delimited, bytes: bytes))
    }
    return try folder.dataset(options)
  }
}
