import EcosystemModel

/// The formats in which datasets come.
enum SourceFormat {
  case delimited, yaml, json, workbook

  /// The format that a file's name stands for; a file without extension is taken for CSV.
  init(ofFile path: String) throws(ReadError) {
    let name = path.split(separator: "/").last ?? ""
    switch FileName(String(name)).ending {
    case "csv", "tsv", "tab", "txt", "": self = .delimited
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "xlsx", "xlsm", "xltx", "xltm": self = .workbook
    case "xls", "xlsb", "ods", "numbers":
      throw ReadError(
        .unsupportedFormat,
        "\"\(path)\" is a workbook of a format that is not read; save it as "
          + "\"Excel Workbook (.xlsx)\".")
    case let ending:
      throw ReadError(
        .unsupportedFormat,
        "\"\(path)\" has the format .\(ending), which is not read; datasets are folders of CSV files, "
          + ".xlsx, .yaml, .json, .csv or .tsv.")
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
