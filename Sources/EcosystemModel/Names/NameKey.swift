/// What is left of a name when spelling habits are taken away, so that two spellings of one name compare equal.
///
/// Case, accents, spaces and punctuation do not count; `&` counts as `and`. Comparing keys makes the search for near-duplicates
/// linear: no two names are ever compared with each other.
package struct NameKey: Hashable, Sendable {
  let text: String

  /// The key of a person's name: `Smith, Dr. John` and `john smith` are one.
  ///
  /// - Returns: Nothing where the name has no letter or digit.
  package static func person(_ name: String) -> NameKey? {
    if let plain = plainPerson(name) { return plain }
    let halves = name.split(separator: ",", omittingEmptySubsequences: false)
    let spoken = halves.count == 2 ? "\(halves[1]) \(halves[0])" : name
    let all = words(of: spoken)
    let kept = all.filter { !courtesies.contains($0) }
    return NameKey(joining: kept.isEmpty ? all : kept)
  }

  /// The key of a company's name without its legal form, and the legal form: `Red Hat, Inc.` is `redhat` and `inc`.
  ///
  /// - Returns: Nothing where the name has no letter or digit.
  package static func company(_ name: String) -> (key: NameKey, legalForms: Set<String>)? {
    var rest = words(of: name)[...]
    if rest.count > 1, rest.first == "the" { rest.removeFirst() }
    var forms: Set<String> = []
    while rest.count > 1, let last = rest.last {
      if let form = legalForms[last] {
        forms.insert(form)
        rest.removeLast()
      } else if rest.count > 2, let form = legalForms[rest.suffix(2).joined()] {
        forms.insert(form)
        rest.removeLast(2)
      } else if last == "and" {
        rest.removeLast()
      } else {
        break
      }
    }
    return NameKey(joining: Array(rest)).map { ($0, forms) }
  }

  /// The key of a name in plain ASCII without a comma, in one pass over its bytes; `nil` if the name needs a closer look.
  private static func plainPerson(_ name: String) -> NameKey? {
    var key: [UInt8] = []
    return readPlainPerson(name, into: &key)
      ? NameKey(text: String(decoding: key, as: UTF8.self)) : nil
  }

  /// The same into bytes that serve for many names; false if the name needs a closer look.
  static func readPlainPerson(_ name: String, into key: inout [UInt8]) -> Bool {
    key.removeAll(keepingCapacity: true)
    var wordStart = 0
    func isCourtesy() -> Bool {
      courtesyBytes.contains { $0.count == key.count - wordStart && key[wordStart...] == $0[...] }
    }
    for byte in name.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: key.append(byte)
      case 0x41...0x5A: key.append(byte + 32)
      case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: ","), 0x80...: return false
      default:
        if isCourtesy() { return false }
        wordStart = key.count
      }
    }
    return !key.isEmpty && !isCourtesy()
  }

  private init(text: String) { self.text = text }

  private init?(joining words: [String]) {
    text = words.joined()
    guard !text.isEmpty else { return nil }
  }

  /// Words before and after names that are no part of them.
  static let courtesies: Set<String> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "phd", "md", "mba", "msc",
  ]

  private static let courtesyBytes = courtesies.map { Array($0.utf8) }

  /// Words that state a legal form, with the form that they state.
  private static let legalForms: [String: String] = {
    let plain = [
      "plc", "llc", "llp", "lp", "ag", "gmbh", "kg", "kgaa", "se", "sa", "sas", "sarl", "spa",
      "srl", "sl", "bv", "nv", "ab", "as", "asa", "aps", "oy", "oyj", "kk", "pty", "pte", "pvt",
      "sro", "doo", "zrt", "kft", "ltda",
    ]
    let spelledOut = [
      "inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "ltd": "ltd",
      "limited": "ltd", "co": "co", "company": "co", "mbh": "gmbh", "aktiengesellschaft": "ag",
    ]
    return spelledOut.merging(plain.map { ($0, $0) }) { first, _ in first }
  }()

  /// The words of a name in lower case, without accents.
  static func words(of name: String) -> [String] {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return plainWords(of: name) }
    var words: [String] = []
    var word = ""
    func finishWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    let latin = String(String.UnicodeScalarView(name.unicodeScalars.map(LookAlike.latin)))
    for scalar in latin.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case ".", "'", "’", "`", "´": continue
      case "&": finishWord(); words.append("and")
      case "+": finishWord(); words.append("plus")
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format: continue
        case .spacingMark: word.unicodeScalars.append(scalar)
        case let category where Self.isLetterOrDigit(category): word += baseLetters(of: scalar)
        default: finishWord()
        }
      }
    }
    finishWord()
    return words
  }

  /// The words of a name in ASCII.
  private static func plainWords(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func finishWord() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
      case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      case UInt8(ascii: "&"): finishWord(); words.append("and")
      case UInt8(ascii: "+"): finishWord(); words.append("plus")
      default: finishWord()
      }
    }
    finishWord()
    return words
  }

  private static func isLetterOrDigit(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// The letter without its accents: `é` is `e`, `ß` is `ss`, a full-width `ａ` is `a`.
  ///
  /// The standard library decomposes no characters, but it knows their Unicode names, which state the base letter.
  private static func baseLetters(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "ß": return "ss"
    case "æ": return "ae"
    case "œ": return "oe"
    case "þ": return "th"
    case "ð": return "d"
    case "ı": return "i"
    case "\u{FF10}"..."\u{FF19}", "\u{FF41}"..."\u{FF5A}":
      return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) } ?? String(scalar)
    case "\u{E0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}":
      let start = "LATIN SMALL LETTER "
      guard let name = scalar.properties.name, name.hasPrefix(start) else { return String(scalar) }
      let rest = name.dropFirst(start.count)
      guard rest.dropFirst().hasPrefix(" WITH"), let letter = rest.first else {
        return String(scalar)
      }
      return letter.lowercased()
    default: return String(scalar)
    }
  }
}
