package import EcosystemModel

/// What a file or folder may be: a dataset in one of its forms, or a network of another tool.
package enum FileFormat: Hashable, Sendable {
  /// Tables of ours; CSV with any separator, YAML, JSON or a workbook.
  case dataset(DatasetFormat)
  /// Nodes and edges, as another tool has them.
  case network(NetworkFormat)

  /// All of them, datasets first.
  package static let all =
    DatasetFormat.allCases.map(Self.dataset) + NetworkFormat.all.map(Self.network)

  /// Those that a lone file is known by: by its ending, or by their name.
  package static let readable = all.filter { format in
    guard case .network(let network) = format else { return true }
    return network.isReadByName
  }

  /// The format of a name such as `gexf`, `nil` if there is none.
  package init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The format in which a file of the name is written: by its ending, or a folder of tables where it has none; `nil` if
  /// the ending tells no format.
  package init?(writing path: String) {
    let name = FileName(path.split(separator: "/").last.map(String.init) ?? "")
    guard !path.hasSuffix("/"), !name.ending.isEmpty else {
      self = .dataset(.csv)
      return
    }
    guard let format = Self.all.first(where: { $0.writtenEndings.contains(name.ending) }) else {
      return nil
    }
    self = format
  }

  /// The format in which a file is read, by its ending; a file without one is taken for CSV.
  ///
  /// - Throws: ``ReadError`` with code `unsupportedFormat`, which says what is read.
  init(reading path: String) throws(ReadError) {
    let name = path.split(separator: "/").last ?? ""
    guard !name.hasPrefix("~$") else {
      throw ReadError(
        .unsupportedFormat,
        "\"\(path)\" is what Office leaves beside a file that is open; name \"\(name.dropFirst(2))\" itself."
      )
    }
    let ending = FileName(path.split(separator: "/").last.map(String.init) ?? "").ending
    guard !ending.isEmpty else {
      self = .dataset(.csv)
      return
    }
    guard let format = Self.readable.first(where: { $0.readEndings.contains(ending) }) else {
      throw Self.unsupported(path, ending)
    }
    self = format
  }

  private static func unsupported(_ path: String, _ ending: String) -> ReadError {
    guard !["xls", "xlsb", "ods", "numbers"].contains(ending) else {
      return ReadError(
        .unsupportedFormat,
        "\"\(path)\" is a workbook of a format that is not read; save it as "
          + "\"Excel Workbook (.xlsx)\".")
    }
    let networks = NetworkFormat.all.filter(\.isReadByName).flatMap(\.endings).map { ".\($0)" }
    return ReadError(
      .unsupportedFormat,
      "\"\(path)\" has the format .\(ending), which is not read; datasets are folders of CSV files, "
        + ".xlsx, .yaml, .json, .csv, .tsv, and the networks \(networks.spokenList(last: "and")).")
  }

  /// The name by which it is asked for.
  package var name: String {
    switch self {
    case .dataset(let format): format.rawValue
    case .network(let format): format.name
    }
  }

  /// What people call it.
  package var title: String {
    switch self {
    case .dataset(.csv): "CSV tables"
    case .dataset(.yaml): "YAML"
    case .dataset(.json): "JSON"
    case .dataset(.xlsx): "a workbook of tables"
    case .network(let format): format.title
    }
  }

  /// Whether it is written as a folder of files rather than one.
  package var isFolder: Bool {
    switch self {
    case .dataset(let format): format == .csv
    case .network(let format): format.isFolder
    }
  }

  /// The endings of files that are read as such.
  private var readEndings: [String] {
    switch self {
    case .dataset(.csv): ["csv", "tsv", "tab", "txt"]
    case .dataset(.yaml): ["yaml", "yml"]
    case .dataset(.json): ["json", "cyjs"]
    case .dataset(.xlsx): ["xlsx", "xlsm", "xltx", "xltm"]
    case .network(let format): format.isToldByEnding ? format.endings : []
    }
  }

  /// The endings of files that are written as such.
  private var writtenEndings: [String] {
    switch self {
    case .dataset(.csv): []
    case .dataset(.xlsx): ["xlsx"]
    case .dataset(.json): ["json"]
    default: readEndings
    }
  }
}

extension Ecosystem {
  /// The files of the ecosystem in a format, and what that cannot hold.
  ///
  /// - Throws: ``WriteError`` where a workbook cannot be made.
  /// - Complexity: O(size of the ecosystem).
  package func files(as format: FileFormat) throws(WriteError) -> ExchangedNetwork {
    func one(_ bytes: [UInt8]) -> ExchangedNetwork {
      ExchangedNetwork(files: [.init(name: "", bytes: bytes)], losses: [])
    }
    switch format {
    case .dataset(.csv):
      return ExchangedNetwork(
        files: csvFiles.map { .init(name: $0.name, bytes: Array($0.text.utf8)) }, losses: [])
    case .dataset(.yaml): return one(Array(yamlText.utf8))
    case .dataset(.json): return one(Array(jsonText.utf8))
    case .dataset(.xlsx): return one(try workbook.bytes())
    case .network(let network): return try exchanged(as: network)
    }
  }
}
