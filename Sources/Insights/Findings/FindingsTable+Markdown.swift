extension FindingsTable {
  /// The table in the Markdown of GitHub, under a heading, with the method and the notes as paragraphs.
  package var markdown: String {
    var text = "## \(Self.escaped(title))\n\n"
    if !method.isEmpty { text += "\(Self.escaped(method))\n\n" }
    if rows.isEmpty {
      text += "No rows.\n"
    } else {
      text += Self.line(columns.map { Self.escaped($0.title) })
      text += Self.line(columns.map { $0.kind == .text ? "---" : "---:" })
      for row in rows {
        text += Self.line(zip(row, columns).map { Self.escaped(Self.display($0, in: $1)) })
      }
    }
    for note in notes + conventions { text += "\n\(Self.escaped(note))\n" }
    return text
  }

  /// The text with the characters escaped that Markdown would read as markup.
  package static func escaped(_ text: String) -> String {
    sanitized(text).reduce(into: "") { result, character in
      if "\\|<*_`[]".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }
}
