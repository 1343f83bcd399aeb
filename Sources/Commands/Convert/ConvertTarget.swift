public import ArgumentParser
public import Interchange

/// What a dataset is converted into: a dataset of another form, or a network of another tool.
enum ConvertTarget: Hashable {
  case dataset(DatasetFormat)
  case network(ExchangeFormat)

  static let all =
    DatasetFormat.allCases.map(Self.dataset) + ExchangeFormat.allCases.map(Self.network)

  var name: String {
    switch self {
    case .dataset(let format): format.rawValue
    case .network(let format): format.rawValue
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .dataset(.csv): "CSV tables"
    case .dataset(.yaml): "YAML"
    case .dataset(.json): "JSON"
    case .dataset(.xlsx): "a workbook of tables"
    case .network(let format): format.title
    }
  }

  /// Whether it is a folder of files rather than one.
  var isFolder: Bool {
    switch self {
    case .dataset(let format): format == .csv
    case .network(let format): format.isFolder
    }
  }

  /// What a name alone stands for: by its ending, or a folder of tables where it has none.
  init?(fileName: String) {
    if let format = ExchangeFormat(fileName: fileName) {
      self = .network(format)
      return
    }
    let name = fileName.split(separator: "/").last ?? ""
    guard !fileName.hasSuffix("/"), let point = name.lastIndex(of: "."), point > name.startIndex
    else {
      self = .dataset(.csv)
      return
    }
    switch name[name.index(after: point)...].lowercased() {
    case "xlsx": self = .dataset(.xlsx)
    case "yaml", "yml": self = .dataset(.yaml)
    case "json": self = .dataset(.json)
    default: return nil
    }
  }
}

extension ConvertTarget: ExpressibleByArgument {
  init?(argument: String) {
    guard let target = Self.all.first(where: { $0.name == argument.lowercased() }) else {
      return nil
    }
    self = target
  }

  static var allValueStrings: [String] { all.map(\.name) }
}

extension SourceFormat: ExpressibleByArgument {}
