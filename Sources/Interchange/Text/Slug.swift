/// Makes ids out of names.
enum Slug {
  /// The letters and digits of a name in lower case, other stretches as one `-`; accents of Latin letters are dropped.
  ///
  /// Letters of other scripts stay. A name without any letter or digit gives its code points, such as `u1f600`.
  static func text(of name: String) -> String {
    var slug = ""
    slug.reserveCapacity(name.utf8.count)
    var isGap = false
    for scalar in name.unicodeScalars {
      let piece = folded(scalar)
      guard let piece else {
        isGap = true
        continue
      }
      if isGap, !slug.isEmpty, !piece.isEmpty { slug += "-" }
      if !piece.isEmpty { isGap = false }
      slug += piece
    }
    guard slug.isEmpty else { return slug }
    return name.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// What a scalar becomes in a slug: letters and digits something, combining accents nothing, all others a gap (`nil`).
  private static func folded(_ scalar: UnicodeScalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": return String(Character(scalar))
    case "A"..."Z": return String(Character(UnicodeScalar(UInt8(scalar.value + 32))))
    case "'", "’", "\u{300}"..."\u{36F}": return ""
    case "\u{0}"..."\u{7F}": return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
      return latinBase(scalar) ?? scalar.properties.lowercaseMapping
    case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber,
      .letterNumber:
      return String(Character(scalar))
    default: return nil
    }
  }

  /// The plain letter of a Latin one, found in its Unicode name: `LATIN SMALL LETTER E WITH ACUTE` gives `e`.
  private static func latinBase(_ scalar: UnicodeScalar) -> String? {
    guard let words = scalar.properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER"
    else { return nil }
    switch words[3] {
    case "SHARP": return "ss"
    case "ETH": return "d"
    case "THORN": return "th"
    case "DOTLESS": return words.count > 4 ? words[4].lowercased() : nil
    default: break
    }
    guard words[3].utf8.count <= 2, words.count == 4 || words[4] == "WITH" else { return nil }
    return words[3].lowercased()
  }
}

/// Names without regard to case, spaces, `_`, `-`, punctuation and accents, for finding what a user may have meant.
enum FoldedName {
  static func text(of name: String) -> String {
    Slug.text(of: name).filter { $0 != "-" }
  }
}
