/// Where words of names may be broken: between syllables, as far as letters tell.
enum Syllables {
  /// The fewest letters before and behind a break.
  static let fewest = 3

  /// The beginning of a word that may end a line, with its hyphen, and what follows.
  struct Break {
    var head: String
    var rest: Substring
    /// Whether the word has the hyphen, the dash or the stroke itself.
    var isOwn: Bool
  }

  /// Where a word may be broken, the longest beginnings first.
  ///
  /// A consonant before a vowel begins a syllable; where a name has a capital or a hyphen inside, it may be broken there.
  static func breaks(of word: Substring) -> [Break] {
    let letters = Array(word)
    guard letters.count >= 2 * fewest else { return [] }
    return (fewest...(letters.count - fewest)).reversed().compactMap { place in
      let (before, after) = (letters[place - 1], letters[place])
      let (head, rest) = (word.prefix(place), word.dropFirst(place))
      if "-–—/".contains(before) { return Break(head: String(head), rest: rest, isOwn: true) }
      guard before.isLetter, after.isLetter else { return nil }
      let isInner = before.isLowercase && after.isUppercase
      let isSyllable =
        !isVowel(after) && isVowel(letters[place + 1]) && after.isLowercase
        && !joined.contains(String(letters[(place - 1)...place]).lowercased())
      return isInner || isSyllable ? Break(head: head + "-", rest: rest, isOwn: false) : nil
    }
  }

  /// Where to break a word so that its beginning fits: after a hyphen or dash of its own, else between syllables if words
  /// may be broken.
  static func firstBreak(
    of word: Substring, breaksWords: Bool, where fits: (String) -> Bool
  ) -> Break? {
    let fitting = breaks(of: word).filter { ($0.isOwn || breaksWords) && fits($0.head) }
    return fitting.first(where: \.isOwn) ?? fitting.first
  }

  static func isVowel(_ letter: Character) -> Bool {
    "aeiouyäöüáéíóúàèêëïôâAEIOUY".contains(letter)
  }

  /// Letters that stand for one sound, or begin a syllable together.
  private static let joined: Set = [
    "ch", "sh", "th", "ph", "gh", "ck", "qu", "tr", "dr", "br", "cr", "fr", "gr", "pr", "bl", "cl",
    "fl", "gl", "pl", "sc", "sk", "sp", "st", "sw", "wh", "kn",
  ]
}

extension TextMetrics {
  /// The text in lines no wider than `width`, broken at spaces and hyphens, or if need be at syllables.
  ///
  /// - Returns: The lines; `nil` if there are more of them than wanted, or a word is wider by itself.
  static func lines(
    of text: String, width: Double, size: Double, limit: Int, breaksWords: Bool
  ) -> [String]? {
    func fits(_ candidate: some StringProtocol) -> Bool {
      Self.width(of: candidate, size: size) <= width
    }
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = word
      while !fits(rest) {
        let piece = Syllables.firstBreak(of: rest, breaksWords: breaksWords, where: fits)
        guard let piece, lines.count < limit else { return nil }
        lines.append(piece.head)
        rest = piece.rest
      }
      line = String(rest)
    }
    if !line.isEmpty { lines.append(line) }
    return lines.count <= limit ? lines : nil
  }
}
