extension Dataset {
  /// Reads a workbook, a CSV file or a folder of them through the mapping that is for it; `nil` if none is.
  static func mapped(at path: String, _ options: ReadOptions) throws(ReadError) -> Dataset? {
    guard options.columns.isEmpty, options.fillDown.isEmpty, try isMappable(path, options),
      let found = try MappingFile.mapping(for: path, options.mapping)
    else {
      guard case .file(let file) = options.mapping else { return nil }
      throw ReadError(
        .badOption,
        "The mapping \"\(file)\" is for workbooks and CSV files whose columns it names; \"\(path)\" is read without one."
      )
    }
    let book = MappedBook(try RawBook(at: path), found.mapping)
    return Dataset(book, path: path, options: options, mapping: found.path)
  }

  init(_ book: MappedBook, path: String, options: ReadOptions, mapping: String?) {
    self.init(
      path: path, tables: book.tables,
      diagnostics: book.diagnostics + book.questions.map(\.diagnostic),
      file: nil, options: options, mapping: mapping)
  }

  /// Whether a mapping may be for a path: a workbook, a CSV file or a folder.
  private static func isMappable(
    _ path: String, _ options: ReadOptions
  ) throws(ReadError) -> Bool {
    guard try FileAccess.kind(of: path) == .file else { return true }
    switch try? options.format(ofFile: path) {
    case .dataset(.xlsx), .dataset(.csv): return true
    default: return false
    }
  }
}
