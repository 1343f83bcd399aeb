import EcosystemModel

/// The content of one file.
struct SourceFile {
  let name: String
  let format: FileFormat
  let bytes: [UInt8]
}

/// The files of one dataset on their way into tables.
struct SourceFiles {
  let path: String
  /// Names in the folder that hold tables, one per table.
  private(set) var tableFiles: [String] = []
  var files: [SourceFile] = []
  private let isFolder: Bool
  /// Whether the files are the nodes and edges of another tool.
  private var isNetwork = false
  private var diagnostics: [Diagnostic] = []
  private var unreadable: Set<TableName> = []

  /// Takes a file that is a dataset of its own.
  init(path: String, lone file: SourceFile) {
    self.path = path
    files = [file]
    isFolder = false
  }

  /// Takes a folder and finds the files that hold tables.
  init(path: String, names: [String]) throws(ReadError) {
    self.path = path
    isFolder = true
    var owners: [TableName: String] = [:]
    for name in names {
      let parts = FileName(name)
      guard parts.isDelimited else { continue }
      guard let table = parts.table else {
        diagnostics.append(Self.unknownFile(name, parts))
        continue
      }
      if let first = owners[table] {
        diagnostics.append(
          Diagnostic(
            severity: .error, rule: "file.repeated",
            message:
              "\"\(first)\" holds the table \"\(table.rawValue)\" already; this file is not read. "
              + "Put the rows of both into one",
            location: Location(file: name)))
        continue
      }
      owners[table] = name
      tableFiles.append(name)
    }
    guard tableFiles.isEmpty else { return }
    let network = names.filter { NetworkFiles.isPart($0) }
    if network.contains(where: NetworkFiles.isOfEdges) {
      isNetwork = true
      tableFiles = network
      diagnostics.removeAll { network.contains($0.location?.file ?? "") }
      return
    }
    throw ReadError(.notADataset, Self.nothingFound(path, names: names))
  }

  private static func unknownFile(_ name: String, _ parts: FileName) -> Diagnostic {
    if let original = parts.original, FileName(original).table != nil {
      return copy(name, of: original)
    }
    var suggestion = Suggestion()
    let known = TableName.allCases.map { Suggestion.Candidate($0.rawValue) }
    let hint =
      suggestion.nearest(to: parts.stem, among: known).map {
        "did you mean \"\($0).\(parts.ending)\"?"
      }
      ?? "tables are called \(TableName.allCases.map(\.rawValue).spokenList(last: "and"))"
    return Diagnostic(
      severity: .warning, rule: "file.unknown",
      message: "\"\(parts.stem)\" is no table, so the file is not read; \(hint)",
      location: Location(file: name))
  }

  /// Says that a file is a copy of another, as sync clients and browsers make them, and is not read.
  static func copy(_ name: String, of original: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, rule: "file.copy",
      message:
        "\"\(name)\" seems to be a copy of \"\(original)\" that a sync client, a browser or somebody made, and is not read; compare the two, keep what is right in \"\(original)\", and remove this one",
      location: Location(file: name))
  }

  private static func nothingFound(_ path: String, names: [String]) -> String {
    // A workbook is meant rather than what lies beside it; a mapping tells how to read another file.
    let isBook = { (name: String) in ["xlsx", "xlsm"].contains(FileName(name).ending) }
    let other = (names.filter(isBook) + names.filter { !isBook($0) }).first { name in
      let parts = FileName(name)
      return !parts.ending.isEmpty && !parts.isDelimited && !name.hasPrefix(".")
        && !MappingFile.isMapping(name) && (try? FileFormat(reading: name)) != nil
    }
    let delimited = names.first { FileName($0).isDelimited }
    let hints = [
      other.map { "if \"\($0)\" in it is meant, name that file" },
      delimited.map { "\"\($0)\" in it is no table; name the file itself if it is a lone list" },
    ].compactMap(\.self)
    let hint =
      hints.isEmpty
      ? "a dataset has files such as companies.csv, people.csv or relationships.csv"
      : hints.joined(separator: "; ")
    return "\"\(path)\" holds no tables; \(hint)."
  }

  /// Notes that a file of the folder cannot be read.
  mutating func refuse(_ name: String, because error: ReadError) {
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: "file.unreadable", message: error.message,
        location: Location(file: name)))
    if let table = FileName(name).table { unreadable.insert(table) }
  }

  /// Reads the tables and decodes them.
  consuming func dataset(
    _ options: ReadOptions, _ dot: DOTStructure?
  ) throws(ReadError) -> Dataset {
    var tables: [TableName: Table] = [:]
    if isNetwork {
      let network = NetworkFiles(files, options: options)
      tables = network.tables
      diagnostics += network.diagnostics
    } else if isFolder {
      guard options.columns.isEmpty, options.fillDown.isEmpty else {
        throw ReadError(
          .badOption, "Column names and fill-down are for lone files; \"\(path)\" is a folder.")
      }
      for file in files {
        guard let name = FileName(file.name).table else { continue }
        if let table = CSVTable.read(file.bytes, file: file.name, diagnostics: &diagnostics) {
          tables[name] = table
        } else {
          unreadable.insert(name)
        }
      }
    } else if let file = files.first {
      switch file.format {
      case .dataset(.csv):
        guard let table = CSVTable.read(file.bytes, file: file.name, diagnostics: &diagnostics)
        else { break }
        if let network = NetworkFiles(lone: table, options: options) {
          tables = network.tables
          diagnostics += network.diagnostics
        } else {
          do throws(ReadError) {
            let lone = try LoneTable(table, path: path, options: options)
            var cells = ForeignCells(lone.table, of: lone.name, known: [])
            // A list of another tool may call anything a weight.
            if lone.name == .relationships {
              cells.setApart(only: [Relationship.column(\.weight)], keepsNumbers: true)
            }
            tables[lone.name] = cells.table
            diagnostics += cells.diagnostics
          } catch {
            guard let plain = Dataset(plain: file, path: path, options) else { throw error }
            return plain
          }
        }
      case .dataset(.yaml), .dataset(.json):
        let document = DocumentTables(file, nodeKind: options.nodeKind)
        tables = document.tables
        unreadable = document.unreadable
        diagnostics += document.diagnostics
      case .dataset(.xlsx):
        let workbook = try WorkbookTables(file, options: options)
        tables = workbook.tables
        unreadable = workbook.unreadable
        diagnostics += workbook.diagnostics
      case .network(let format):
        let network = try NetworkFiles(file, in: format, options: options, dot: dot)
        tables = network.tables
        diagnostics += network.diagnostics
      }
    }
    return Dataset(
      path: path, tables: tables, unreadable: unreadable, diagnostics: diagnostics,
      file: files.count == 1 ? files[0].name : nil, options: options)
  }
}
