/// Puts other words in the place of people's names in running text.
///
/// Names are found as whole words, whatever their case and whatever stands between the words, and with the family name first too. A
/// name of one word counts only as it is written, with a letter and three characters at least, since it may be a word like others.
struct NameReplacement: Sendable {
  private struct Phrase: Sendable {
    let words: [String]
    let new: String
  }

  /// Longer names stand before those that they begin with.
  private var phrases: [String: [Phrase]] = [:]
  private var whole: [String: String] = [:]

  /// Puts a text in the place of a name from now on; of equal names the first one's stays.
  mutating func add(_ name: String, _ new: String) {
    if whole[name] == nil { whole[name] = new }
    let words = Self.words(of: name[...]).map { name[$0].lowercased() }
    let bare = words.filter { !NameKey.courtesies.contains($0) }
    guard words.count > 1 else { return add(words, new) }
    for spelling in bare.count > 1 && bare != words ? [words, bare] : [words] {
      for start in spelling.indices { add(Array(spelling[start...] + spelling[..<start]), new) }
    }
  }

  private mutating func add(_ words: [String], _ new: String) {
    guard let first = words.first else { return }
    let isWord = words.count > 1 || first.count >= 3 && first.contains(where: \.isLetter)
    guard isWord, !(phrases[first] ?? []).contains(where: { $0.words == words }) else { return }
    let place = phrases[first]?.firstIndex { $0.words.count < words.count }
    phrases[first, default: []].insert(
      Phrase(words: words, new: new), at: place ?? phrases[first]?.count ?? 0)
  }

  /// The text with something else in the place of each name.
  ///
  /// - Complexity: O(letters of the text) where few names begin with the same word.
  func replacing(in text: String) -> String {
    if let new = whole[text] { return new }
    guard !phrases.isEmpty else { return text }
    let words = Self.words(of: text[...])
    var result = ""
    var (copied, next) = (text.startIndex, 0)
    while next < words.count {
      guard let phrase = phrase(at: next, of: words, in: text) else {
        next += 1
        continue
      }
      let last = next + phrase.words.count - 1
      result += text[copied..<words[next].lowerBound] + phrase.new
      copied = words[last].upperBound
      next = last + 1
    }
    return result + text[copied...]
  }

  private func phrase(at start: Int, of words: [Range<String.Index>], in text: String) -> Phrase? {
    phrases[text[words[start]].lowercased()]?.first { phrase in
      guard start + phrase.words.count <= words.count else { return false }
      guard phrase.words.count > 1 else { return whole[String(text[words[start]])] != nil }
      return phrase.words.indices.allSatisfy {
        text[words[start + $0]].lowercased() == phrase.words[$0]
      }
    }
  }

  /// Where the words of a text stand.
  private static func words(of text: Substring) -> [Range<String.Index>] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.startIndex..<$0.endIndex }
  }
}
