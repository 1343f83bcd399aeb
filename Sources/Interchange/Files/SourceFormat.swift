import EcosystemModel

/// The formats in which lone files come.
public enum SourceFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// CSV, with any separator.
  case delimited = "csv"
  /// YAML.
  case yaml
  /// JSON: tables, or a network of networkx, D3, Kumu or Polinode.
  case json
  /// An Excel workbook: tables, or a network of Kumu, NodeXL or Polinode.
  case workbook = "xlsx"
  /// GraphML of any dialect.
  case graphML = "graphml"
  /// GEXF.
  case gexf
  /// UCINET's DL.
  case dl
  /// NetDraw's VNA.
  case vna
  /// The language of Graphviz.
  case dot

  /// The format that a file's name stands for; a file without extension is taken for CSV.
  init(ofFile path: String) throws(ReadError) {
    let name = path.split(separator: "/").last ?? ""
    switch FileName(String(name)).ending {
    case "csv", "tsv", "tab", "txt", "": self = .delimited
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "xlsx", "xlsm", "xltx", "xltm": self = .workbook
    case "graphml": self = .graphML
    case "gexf": self = .gexf
    case "dl": self = .dl
    case "vna": self = .vna
    case "dot", "gv": self = .dot
    case "xls", "xlsb", "ods", "numbers":
      throw ReadError(
        .unsupportedFormat,
        "\"\(path)\" is a workbook of a format that is not read; save it as "
          + "\"Excel Workbook (.xlsx)\".")
    case let ending:
      throw ReadError(
        .unsupportedFormat,
        "\"\(path)\" has the format .\(ending), which is not read; datasets are folders of CSV files, "
          + ".xlsx, .yaml, .json, .csv, .tsv, and the networks .graphml, .gexf, .dot, .gv, .vna and .dl."
      )
    }
  }
}

/// A file's name in its parts.
struct FileName {
  /// The name without its extension.
  let stem: String
  /// The extension in lower case, without the point.
  let ending: String

  init(_ name: String) {
    if let point = name.lastIndex(of: "."), point > name.startIndex {
      stem = String(name[..<point])
      ending = name[name.index(after: point)...].lowercased()
    } else {
      stem = name
      ending = ""
    }
  }

  /// The table that a file of this name holds.
  var table: TableName? {
    let key = ColumnName.normalized(stem)
    return TableName.allCases.first { $0.rawValue == key }
  }

  /// Whether a file of this name may hold a table.
  var isDelimited: Bool { ["csv", "tsv", "tab"].contains(ending) }
}
