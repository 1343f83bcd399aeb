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

  /// The printable characters of a text as a text.
  static func printed(_ text: String) -> String {
    isPrintable(text) ? text : String(String.UnicodeScalarView(printable(text)))
  }

  /// Whether ``printable(_:)`` surely leaves a text as it is.
  private static func isPrintable(_ text: String) -> Bool {
    var lead: UInt8 = 0
    return text.utf8.allSatisfy { byte in
      defer { lead = byte }
      switch lead {
      case 0xC2 where byte < 0xA0: return false  // U+0080 to U+009F
      case 0xE2 where byte == 0x80: return false  // U+2028 and its neighbours
      case 0xEF where byte == 0xBF: return false  // U+FFFE and its neighbours
      default: return byte >= 0x20 && byte != 0x7F
      }
    }
  }

  /// Whether a text has no character with a meaning of its own in DOT; most have none, and need not be
  /// taken apart.
  private static func isOrdinary(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "%"): false
      default: true
      }
    } && isPrintable(text)
  }

  /// Whether what follows an ampersand makes Graphviz take it for an entity, such as `lt;`, `#233;`
  /// or even `;`.
  static func startsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    for scalar in rest {
      if scalar == ";" { return true }
      guard scalar.isASCII, scalar.properties.isAlphabetic || isDigitOrHash(scalar) else {
        return false
      }
    }
    return false
  }

  private static func isDigitOrHash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#" || ("0"..."9").contains(scalar)
  }

  /// A text in the notation of labels: backslashes doubled, ampersands as entities.
  static func text(_ text: String, lineEnd: String = "\\n") -> String {
    if isOrdinary(text) { return text }
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

  /// A text in the notation of tooltips, in which backslashes are interpreted twice.
  static func tooltip(_ text: String) -> String {
    Self.text(text.replacing("\\", with: "\\\\"))
  }

  /// A text in the notation of other strings: backslashes doubled, line breaks as spaces.
  static func literal(_ text: String) -> String {
    if isOrdinary(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    var cursor = printable(text)[...]
    while let scalar = cursor.popFirst() {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += " "
      case "&" where startsEntity(cursor): result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text as a URL: what a URL may not hold is percent-encoded, for Graphviz writes quotes and
  /// ampersands in URLs as they are.
  ///
  /// Control characters are kept in encoded form, so that leaving them out cannot turn harmless text
  /// into the name of a scheme.
  static func link(_ text: String, for links: DOTWriter.Links = .markup) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "&": result += links == .markup ? "&amp;" : "&"
      case "!", "#"..."%", "("...";", "=", "?"..."[", "]", "_", "a"..."z", "~":
        result.unicodeScalars.append(scalar)
      default:
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          result += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
    }
    return result
  }

  /// A text as the name of a font, which Graphviz writes into SVG as it is.
  static func fontName(_ text: String) -> String {
    String(printable(text).map(Character.init).filter { !"\"<>&\\\n".contains($0) })
  }

  /// An id between quotes, such that every text is its own id and breaks no format.
  ///
  /// - DOT has no way to write an odd number of backslashes before a quote: all are doubled.
  /// - Graphviz writes ids into SVG and takes `&name;` for an entity, and names of its own start with
  ///   `%`: a ``joiner`` is put after such an ampersand, and before such a percent sign.
  ///
  /// ``decodedID(_:)`` undoes it.
  static func id(_ id: String) -> String {
    if isOrdinary(id) { return "\"\(id)\"" }
    var result = "\""
    result.reserveCapacity(id.utf8.count + 8)
    var cursor = printable(id)[...]
    if let first = cursor.first, first == "%" || first == joiner {
      result.unicodeScalars.append(joiner)
    }
    while let scalar = cursor.popFirst() {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
      if scalar == "&", startsEntity(cursor) || cursor.first == joiner {
        result.unicodeScalars.append(joiner)
      }
    }
    return result + "\""
  }

  /// The id that ``id(_:)`` wrote, from the name that Graphviz holds.
  static func decodedID(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\\") }
    guard !isPlain else { return name }
    var result = String.UnicodeScalarView()
    var cursor = Array(name.unicodeScalars)[...]
    if cursor.first == joiner { cursor.removeFirst() }
    while let scalar = cursor.popFirst() {
      result.append(scalar)
      let isEncoded =
        (scalar == "\\" && cursor.first == "\\") || (scalar == "&" && cursor.first == joiner)
      if isEncoded { cursor.removeFirst() }
    }
    return String(result)
  }

  /// Graphviz' scanner refuses strings with more than 16,384 bytes between two backslashes.
  private static let longestRun = 4_000

  /// A string in Graphviz' notation between quotes; a lone backslash at the end is doubled.
  ///
  /// A backslash at the end of a line means that the string goes on; long strings have them.
  static func quoted(_ notation: String) -> String {
    let isShort = notation.utf8.count < longestRun
    if isShort, isOrdinary(notation) { return "\"\(notation)\"" }
    var result = "\""
    result.reserveCapacity(notation.utf8.count + 8)
    var cursor = printable(notation)[...]
    var run = 0
    while let scalar = cursor.popFirst() {
      run += 1
      if run == longestRun {
        result += "\\\n"
        run = 0
      }
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
