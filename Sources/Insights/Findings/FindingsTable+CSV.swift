extension FindingsTable {
  /// The rows as RFC 4180 text with LF line ends, headings first.
  ///
  /// Numbers have all their digits, shares lie between 0 and 1, and lengths of time are hours, as their headings say. Words that a spreadsheet would take for a formula,
  /// because they begin with `=`, `+`, `-`, `@` or a tab and are no negative number, get a `'` in front. The last column,
  /// `method`, says of each row how it was computed, so that rows keep it wherever they are pasted.
  package var csv: String {
    let method = computation.isEmpty ? [] : [Self.quoted(Self.neutralized(computation))]
    let titles = columns.map { Self.quoted(Self.neutralized($0.headingOfFigures)) }
    var text = (titles + (method.isEmpty ? [] : ["method"])).joined(separator: ",") + "\n"
    for row in rows {
      let cells = row.map { cell in
        guard case .text(let words) = cell else { return Self.plain(cell) }
        return Self.quoted(Self.neutralized(words))
      }
      text += (cells + method).joined(separator: ",") + "\n"
    }
    return text
  }

  /// The text as a spreadsheet takes it for words, never for a formula.
  package static func neutralized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      !isNegativeNumber(text)
    else { return text }
    return "'" + text
  }

  /// Whether a text is a minus sign, digits, and a point and an exponent at most, as `-3.5` is.
  private static func isNegativeNumber(_ text: String) -> Bool {
    text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
          true
        default: false
        }
      } && Double(text) != nil
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",;\t\"\n\r".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
