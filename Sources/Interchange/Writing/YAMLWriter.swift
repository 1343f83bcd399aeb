import EcosystemModel

/// Writes tables as one YAML mapping: a key per table, a block per row.
enum YAMLWriter {
  /// The text of the document.
  static func text(of tables: [WritableTable]) -> String {
    guard !tables.isEmpty else { return "{}\n" }
    var text = ""
    for table in tables {
      text += "\(table.name.rawValue):\n"
      for row in table.rows {
        var lead = "  - "
        for (header, value) in zip(table.headers, row) {
          guard let literal = literal(value) else { continue }
          text += "\(lead)\(scalar(header)): \(literal)\n"
          lead = "    "
        }
      }
    }
    return text
  }

  private static func literal(_ value: CellValue) -> String? {
    switch value {
    case .none: nil
    case .text(let text): scalar(text)
    case .number(let number): NumberText.text(of: number)
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): scalar(date.description)
    case .list(let elements): "[\(elements.map(scalar).joined(separator: ", "))]"
    }
  }

  /// The text as it is where every YAML reader takes it for the same text, otherwise in quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : JSONWriter.quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      text.utf8.last != UInt8(ascii: " "), text.utf8.count <= 200
    else { return false }
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]
    guard !words.contains(text.lowercased()) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case " ", "-", "_", ".", "/", "(", ")", "+", "0"..."9", "a"..."z", "A"..."Z": true
      default: scalar.value >= 0xC0 && scalar.value < 0x2000 && scalar.properties.isAlphabetic
      }
    }
  }
}
