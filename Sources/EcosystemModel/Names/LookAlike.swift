/// Texts as the eye sees them, so that two that look the same and are not can be told.
///
/// Invisible characters do not count, full-width letters are their plain ones, and letters of other scripts that are drawn like
/// Latin ones are those, as in the skeletons of Unicode Technical Standard 39; only the letters that keyboards of partners'
/// countries have are in the table.
package enum LookAlike {
  /// Whether a text is plain ASCII without capital letters, and so its own key.
  package static func isKey(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
  }

  /// The text without regard to case and to what cannot be seen; spaces and punctuation count.
  package static func key(_ text: String) -> String {
    if isKey(text) { return text }
    var seen = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80, scalar.properties.generalCategory == .format { continue }
      seen.append(latin(scalar))
    }
    return String(seen).lowercased()
  }

  /// The same without spaces and punctuation, as words of a list are compared: `co-development` and `Co development`.
  package static func wordKey(_ text: String) -> String {
    let key = key(text)
    if key.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }),
      !key.isEmpty
    {
      return key
    }
    let plain = key.filter { $0.isLetter || $0.isNumber || $0.isSymbol }
    return plain.isEmpty ? key : plain
  }

  /// The Latin letter that a letter is drawn like, or the letter itself.
  package static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x80: scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: twins[scalar] ?? scalar
    }
  }

  /// What is odd about a text beside one that looks the same: `has a letter that is not Latin (U+0430)`; `nil` if it differs in
  /// nothing but case, spaces and punctuation.
  package static func oddity(of text: String) -> String? {
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      if scalar.properties.generalCategory == .format { return "an invisible character (\(code))" }
      if latin(scalar) != scalar { return "a letter that only looks Latin (\(code))" }
    }
    return nil
  }

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = [
      // Cyrillic, capital and small.
      ("АВЕЅІЈКМНОРСТУХҮԌԜԚ", "ABESIJKMHOPCTYXYGWQ"), ("аеорсухѕіјһԁԛԝү", "aeopcyxsijhdqwy"),
      // Greek, capital and small.
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("ονραιϲϳ", "ovpaicj"),
    ]
    return Dictionary(
      pairs.flatMap { Array(zip($0.0.unicodeScalars, $0.1.unicodeScalars)) },
      uniquingKeysWith: { first, _ in first })
  }()
}
