extension RawBook {
  /// Reads the cells of a workbook, a CSV file, or the CSV files and workbooks of a folder.
  ///
  /// - Throws: ``ReadError`` where there is nothing of the sort.
  init(at path: String) throws(ReadError) {
    self.init(path: path)
    guard try FileAccess.kind(of: path) == .folder else {
      try add(try FileAccess.bytes(of: path), file: path)
      return
    }
    let names = try FileAccess.names(inFolder: path).filter { FileName($0).isDelimited }
    guard !names.isEmpty else {
      throw ReadError(
        .notADataset, "\"\(path)\" holds no CSV files; name a workbook or a folder of CSV files.")
    }
    for name in names {
      if let original = FileName(name).original, names.contains(original) {
        diagnostics.append(SourceFiles.copy(name, of: original))
        continue
      }
      let bytes = try FileAccess.bytes(of: path.hasSuffix("/") ? path + name : "\(path)/\(name)")
      add(csv: bytes, file: name)
    }
  }

  /// Adds a workbook or a CSV file by its name.
  private mutating func add(_ bytes: [UInt8], file: String) throws(ReadError) {
    switch try FileFormat(reading: file) {
    case .dataset(.xlsx): try add(workbook: bytes, file: file)
    case .dataset(.csv): add(csv: bytes, file: file)
    default:
      throw ReadError(
        .unsupportedFormat,
        "\"\(file)\" is neither a workbook nor a CSV file; other files that ecomap reads need no mapping: name it in any command, such as `ecomap check` or `ecomap convert`."
      )
    }
  }
}
