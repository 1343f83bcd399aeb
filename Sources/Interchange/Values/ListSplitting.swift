import EcosystemModel

/// Lists in one cell, with what people put between their elements.
enum ListSplitting {
  /// The elements where a sign stands between them that no name has: `|`, `;` or a line break.
  static func strong(_ text: String) -> [String] {
    text.split(whereSeparator: { "|;\n\r\u{2028}•".contains($0) }).map { String($0).trimmed }
      .map { $0.hasPrefix("- ") ? String($0.dropFirst(2)).trimmed : $0 }
      .filter { !$0.isEmpty }
  }

  /// The elements of a cell.
  ///
  /// What may stand in a name, such as ` / `, ` & ` and commas, parts elements only where every part is a known name.
  ///
  /// - Parameters:
  ///   - text: What the cell shows.
  ///   - isKnown: Whether a text is the name of something known.
  /// - Returns: One or more; the text itself where nothing parts it.
  static func elements(_ text: String, isKnown: (String) -> Bool) -> [String] {
    if isKnown(text) { return [text] }
    let parts = strong(text)
    return parts.count > 1
      ? parts.flatMap { elements($0, isKnown: isKnown) } : weak(parts.first ?? text, isKnown)
  }

  /// The elements that a list is likely to have by its signs alone; of commas, those that no legal form follows.
  static func likely(_ text: String) -> [String] {
    let parts = strong(text).flatMap { part in
      part.split(separator: " / ").flatMap { $0.split(separator: " + ") }.map { String($0).trimmed }
    }
    guard parts.count == 1, let only = parts.first, only.contains(", ") else { return parts }
    let halves = only.split(separator: ", ").map { String($0).trimmed }
    let forms: Set<String> = [
      "inc", "inc.", "ltd", "ltd.", "llc", "co.", "corp.", "s.a.", "plc", "ag",
    ]
    return halves.contains { forms.contains($0.lowercased()) } ? parts : halves
  }

  /// The parts of a text at the words for “and” and the signs of it, which names may have as well.
  static func pairs(_ text: String) -> [String] {
    var parts = [text]
    for separator in [" & ", " + ", " and ", " und ", " et ", " y ", " e ", " x "] {
      parts = parts.flatMap { $0.split(separator: separator) }.map { String($0).trimmed }
    }
    return parts
  }

  private static let weakSeparators = [
    " / ", "/", " & ", " + ", " and ", " und ", " et ", " y ", " e ", " x ", " – ", ", ", ",",
  ]

  private static func weak(_ text: String, _ isKnown: (String) -> Bool) -> [String] {
    if isKnown(text) { return [text] }
    for separator in weakSeparators where text.contains(separator) {
      let parts = text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
      guard parts.count > 1 else { continue }
      // `A, B and C`: the last part has a separator of its own.
      let all = parts.flatMap { isKnown($0) ? [$0] : weak($0, isKnown) }
      if all.allSatisfy(isKnown) { return all }
    }
    return [text]
  }
}
