import EcosystemModel

/// Writes tables as one JSON object: a key per table, an object per row.
enum JSONWriter {
  /// The text of the document, two blanks per level, one row per line.
  static func text(of tables: [WritableTable]) -> String {
    guard !tables.isEmpty else { return "{}\n" }
    let parts = tables.map { table in
      let rows = table.rows.map { row in
        let cells = zip(table.headers, row).compactMap { header, value in
          literal(value).map { "\(quoted(header)): \($0)" }
        }
        return "    {\(cells.joined(separator: ", "))}"
      }
      return "  \(quoted(table.name.rawValue)): [\n\(rows.joined(separator: ",\n"))\n  ]"
    }
    return "{\n\(parts.joined(separator: ",\n"))\n}\n"
  }

  /// The value as JSON; `nil` where there is none.
  static func literal(_ value: CellValue) -> String? {
    switch value {
    case .none: nil
    case .text(let text): quoted(text)
    case .number(let number): NumberText.text(of: number)
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): quoted(date.description)
    case .list(let elements): "[\(elements.map(quoted).joined(separator: ", "))]"
    }
  }

  /// The text in double quotes, in a form that is right in JSON and in YAML.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // What YAML allows only escaped: control characters, its further line breaks, byte order marks, non-characters.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}",
        "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
