/// Finds names with characters that nobody sees.
struct UntidyNames: Inspection {
  static let rule = "name.untidy"
  static let summary =
    "No name starts or ends with a space, has two spaces in a row, or holds invisible characters."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.rows { !Self.isPlainlyTidy($0) }.compactMap { row in
      let faults = faults(of: row.name)
      guard !faults.isEmpty else { return nil }
      return Finding(
        .warning,
        "the name of \(row.noun) \(Phrase.quoted(row.name)) has \(Phrase.list(faults)); type it again without.",
        at: row.row, column: Company.column(\.name))
    }
  }

  private func faults(of name: String) -> [String] {
    var faults: [String] = []
    if name.first?.isWhitespace == true { faults.append("a space before it") }
    if name.last?.isWhitespace == true { faults.append("a space after it") }
    var hasRun = false
    var hidden: UInt32?
    var wasSpace = false
    for scalar in name.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      hasRun = hasRun || (isSpace && wasSpace)
      wasSpace = isSpace
      if hidden == nil, Self.isHidden(scalar) { hidden = scalar.value }
    }
    if hasRun { faults.append("two spaces in a row") }
    if let hidden {
      let digits = String(hidden, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      faults.append("the invisible character U+\(code)")
    }
    return faults
  }

  /// Whether a name is made of printable ASCII with single spaces inside, as nearly all are; told without a look into Unicode's tables.
  private static func isPlainlyTidy(_ name: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in name.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// Control and format characters, and the spaces that look like a plain one.
  ///
  /// The joiners U+200C and U+200D are part of correct spelling in several scripts.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{200C}" || scalar == "\u{200D}" { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .spaceSeparator: scalar != " " && scalar != "\u{3000}"
    default: false
    }
  }
}
