import EcosystemModel

/// A file's name in its parts.
package struct FileName {
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

  /// Whether a file of this name holds a table where it lies in a folder.
  package static func holdsTable(_ name: String) -> Bool {
    let name = FileName(name)
    return name.isDelimited && name.table != nil
  }

  /// Whether a file of this name may hold a table.
  var isDelimited: Bool { ["csv", "tsv", "tab"].contains(ending) }
}
