/// The markup of an HTML-like label: Graphviz' small dialect of tables and fonts.
///
/// ```swift
/// HTMLLabel(trusted: "<b>\(HTMLLabel.escape(committee.name))</b><br/>\(memberCount) members")
/// ```
package struct HTMLLabel: Sendable, Hashable {
  /// The markup.
  package let markup: String

  /// Creates a label from markup in which every piece of data went through ``escape(_:)``.
  ///
  /// Angle brackets must be balanced; markup in which they are not is shown as plain text, because
  /// it would change the meaning of the DOT text after it.
  package init(trusted markup: String) {
    self.markup = markup
  }

  /// Returns a text as markup that shows it exactly.
  ///
  /// `& < > " '` become entities, backslashes are doubled, line breaks become `<br/>`, tabs become
  /// spaces, and characters that XML forbids are left out. An empty text becomes an invisible
  /// character, because Graphviz refuses tags without content.
  ///
  /// - Complexity: O(length of the text).
  package static func escape(_ text: String) -> String {
    let escaped = escape(text, lineBreak: "<br/>")
    return escaped.isEmpty ? String(DOTQuoting.joiner) : escaped
  }

  private static func escape(_ text: String, lineBreak: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var cursor = DOTQuoting.printable(text)[...]
    while let character = cursor.popFirst() {
      switch character {
      case "&":
        result += "&amp;"
        if DOTQuoting.startsEntity(cursor) { result.unicodeScalars.append(DOTQuoting.joiner) }
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\\": result += "\\\\"
      case "\n": result += lineBreak
      case "\t": result += " "
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// Whether the brackets pair up, which is all that DOT's scanner looks at.
  var isBalanced: Bool {
    var depth = 0
    for byte in markup.utf8 {
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      guard depth >= 0 else { return false }
    }
    return depth == 0
  }
}
