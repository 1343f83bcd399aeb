/// The rules by which text survives DOT's scanner and Graphviz' escapes.
enum DOTQuoting {
  /// An invisible character (U+2060 WORD JOINER) without width.
  ///
  /// Graphviz decodes entities in labels and, when it writes SVG, takes what looks like an entity in
  /// the decoded text for one again; so `&lt;` in the data cannot be shown in SVG and PNG alike by
  /// any escape. Put behind the ampersand, the joiner keeps the two apart.
  static let joiner: Unicode.Scalar = "\u{2060}"

  /// The characters of a text that XML allows, with every kind of line break as `\n`.
  static func printable(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(scalar)
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// Whether what follows an ampersand makes it an entity, such as `lt;` or `#233;`.
  static func startsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    var length = 0
    for scalar in rest {
      if scalar == ";" { return length > 0 }
      guard scalar.isASCII, scalar.properties.isAlphabetic || isDigitOrHash(scalar) else {
        return false
      }
      length += 1
    }
    return false
  }

  private static func isDigitOrHash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#" || ("0"..."9").contains(scalar)
  }

  /// A text in the notation of labels: backslashes doubled, ampersands as entities.
  static func text(_ text: String, lineEnd: String = "\\n") -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    var cursor = printable(text)[...]
    while let scalar = cursor.popFirst() {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += lineEnd
      case "&":
        result += "&amp;"
        if startsEntity(cursor) { result.unicodeScalars.append(joiner) }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text in the notation of other strings: backslashes doubled, line breaks as spaces.
  static func literal(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in printable(text) {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An id between quotes.
  ///
  /// DOT has no way to write an odd number of backslashes before a quote, so all are doubled here and
  /// halved again by ``decodedID(_:)``.
  static func id(_ id: String) -> String {
    var result = "\""
    result.reserveCapacity(id.utf8.count + 8)
    for scalar in printable(id) {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The id that ``id(_:)`` wrote, as Graphviz holds it.
  static func decodedID(_ name: String) -> String {
    name.utf8.contains(UInt8(ascii: "\\")) ? name.replacing("\\\\", with: "\\") : name
  }

  /// A string in Graphviz' notation between quotes; a lone backslash at the end is doubled.
  static func quoted(_ notation: String) -> String {
    var result = "\""
    result.reserveCapacity(notation.utf8.count + 8)
    var cursor = printable(notation)[...]
    while let scalar = cursor.popFirst() {
      switch scalar {
      case "\\":
        result += "\\"
        // The pair is kept as it is, so that an escaped quote is not escaped twice.
        switch cursor.first {
        case nil: result += "\\"
        case "\n": result += "\\"
        case let next?:
          result.unicodeScalars.append(next)
          cursor.removeFirst()
        }
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
