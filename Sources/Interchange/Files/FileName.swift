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

  /// The name of the file that this one seems to be a copy of, by the words of sync clients, browsers and file managers: `people (1).csv`,
  /// `people-DESKTOP-1.csv`, `Copy of people.csv`; `nil` if it seems to be none.
  var original: String? {
    let lower = stem.lowercased()
    for start in ["copy of ", "kopie von ", "copie de ", "copia de "] where lower.hasPrefix(start) {
      return "\(stem.dropFirst(start.count)).\(ending)"
    }
    for mark in stem.indices.dropFirst() {
      let rest = stem[mark...]
      guard let first = rest.first, !first.isLetter, !first.isNumber, first != "_",
        Self.isCopy(rest)
      else { continue }
      return "\(stem[..<mark]).\(ending)"
    }
    return nil
  }

  /// Whether what follows a name says that a file is a copy.
  private static func isCopy(_ rest: Substring) -> Bool {
    let words = rest.lowercased()
    let plain = words.drop { " -(.".contains($0) }
    let starts = [
      "copy", "kopie", "copie", "copia", "conflict", "konflikt", "conflit", "sync-conflict",
    ]
    if starts.contains(where: plain.hasPrefix) { return true }
    if words.contains("conflicted copy") || words.contains("in konflikt") { return true }
    if rest.hasPrefix(" ("), rest.hasSuffix(")") {
      return rest.dropFirst(2).dropLast().allSatisfy(\.isNumber) && rest.count > 3
    }
    // OneDrive puts the name of the computer there.
    let host = rest.dropFirst()
    return rest.hasPrefix("-") && host.contains(where: \.isLetter) && host.count > 3
      && host.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
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
