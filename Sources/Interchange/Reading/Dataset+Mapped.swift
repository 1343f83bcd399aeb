import EcosystemModel

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

  /// Reads a lone CSV file that can only be a matrix or an event log, as `ecomap import` recognises it; `nil` if it may be anything
  /// else.
  init?(plain file: SourceFile, path: String, _ options: ReadOptions) {
    guard options.mapping == .beside, options.columns.isEmpty, options.fillDown.isEmpty,
      options.nodeKind == nil
    else { return nil }
    var raw = RawBook(path: path)
    raw.add(csv: file.bytes, file: file.name)
    let mapping = BookRecognition(raw).mapping
    let sheets = mapping.sheets.filter { $0.ignored == nil }
    guard sheets.count == 1, let table = sheets[0].tables.first else { return nil }
    let reading: String
    switch (sheets[0].layout, table.table) {
    case (.eventLog, _): reading = "an event log: who hands a case to whom is a handoff"
    case (.responsibilities, _):
      reading = "a table of responsibilities: who does a task hands it to whoever answers for it"
    case (.list, .memberships) where !table.across.isEmpty:
      reading = "a matrix: a mark is a seat of the person of its row on the committee of its column"
    case (.list, .relationships) where !table.across.isEmpty:
      reading = "a matrix: a filled cell is a relationship of its row with its column"
    default: return nil
    }
    let book = MappedBook(raw, mapping)
    let note = Diagnostic(
      severity: .note, rule: "file.matrix",
      message:
        "the file is read as \(reading); `ecomap import` writes that down as a mapping, to be changed where it is not so",
      location: Location(file: file.name))
    self.init(
      path: path, tables: book.tables,
      diagnostics: [note] + book.diagnostics + book.questions.map(\.diagnostic), file: file.name,
      options: options)
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
