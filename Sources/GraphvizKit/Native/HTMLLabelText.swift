/// The text that an HTML-like label shows, without its markup.
enum HTMLLabelText {
  /// The text, a line for each line and cell of a table.
  static func text(of markup: String) -> String {
    var result = ""
    var rest = markup[...]
    while let character = rest.popFirst() {
      switch character {
      case "<":
        let tag = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(tag.count + 1)
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
        if ["br", "tr", "td", "hr"].contains(name) { result += "\n" }
      case "&":
        let name = rest.prefix { $0 != ";" && $0 != "<" && $0 != "&" }
        if rest.dropFirst(name.count).first == ";", let letter = letter(named: name) {
          result.append(letter)
          rest = rest.dropFirst(name.count + 1)
        } else {
          result.append("&")
        }
      // Line ends of the source are blanks.
      case "\n", "\r", "\r\n", "\t": result.append(" ")
      default: result.append(character)
      }
    }
    return result.split(separator: "\n").map(trimmed).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func trimmed(_ line: Substring) -> String {
    line.split(separator: " ").joined(separator: " ")
  }

  private static func letter(named name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return " "
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
