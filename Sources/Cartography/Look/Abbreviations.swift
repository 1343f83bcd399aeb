import EcosystemModel

/// Short forms of long words that names have in common, such as `Mfg.` for `Manufacturing`; the legend spells them out.
///
/// The same word has the same form all over a picture, and no two words have one.
package struct Abbreviations: Hashable, Sendable, Codable {
  /// A word and what stands for it.
  package struct Entry: Hashable, Sendable, Codable {
    package var word: String
    package var short: String
  }

  /// The words that are shortened, the alphabet's first first.
  package private(set) var entries: [Entry]
  private let forms: [String: String]

  /// A legend has room for so many.
  private static let most = 14
  /// A word that no custom shortens is shortened by rule where it has so many letters and stands in so many names.
  private static let (longest, often) = (9, 3)
  /// A short form saves so many letters at least.
  private static let saved = 3

  /// Chooses the words that shorten the names most.
  ///
  /// - Complexity: O(*w*·log *w*) in the number of words.
  init(of names: some Sequence<String>) {
    var counts: [String: Int] = [:]
    for word in names.flatMap(Self.words) { counts[word, default: 0] += 1 }
    let candidates = counts.compactMap { word, count -> (entry: Entry, saved: Double)? in
      guard let short = Self.form(of: word, count: count),
        short.count + Self.saved <= word.count, counts[short] == nil
      else { return nil }
      let width = { TextMetrics.width(of: $0 as String, size: ChipText.letters) }
      return (Entry(word: word, short: short), Double(count) * (width(word) - width(short)))
    }
    var taken: Set<String> = []
    let ranked = candidates.sorted { (-$0.saved, $0.entry.word) < (-$1.saved, $1.entry.word) }
      .map(\.entry).filter { taken.insert($0.short).inserted }
    entries = ranked.prefix(Self.most).sorted { $0.short < $1.short }
    forms = Dictionary(
      entries.map { ($0.word, $0.short) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name with short forms of its words; `nil` if none has one.
  func shortened(_ name: String) -> String? {
    let words = Self.parts(of: name).map { forms[$0] ?? $0 }
    let short = words.joined()
    return short == name ? nil : short
  }

  /// The words that stand in names.
  func entries(in names: some Sequence<String>) -> [Entry] {
    let words = Set(names.flatMap(Self.words))
    return entries.filter { words.contains($0.word) }
  }

  /// A name in words of letters and what stands between them.
  private static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var isWord = false
    for letter in name {
      if parts.isEmpty || letter.isLetter != isWord { parts.append("") }
      isWord = letter.isLetter
      parts[parts.count - 1].append(letter)
    }
    return parts
  }

  private static func words(of name: String) -> [String] {
    parts(of: name).filter { $0.first?.isLetter ?? false }
  }

  private static func form(of word: String, count: Int) -> String? {
    if let usual = usual[word.lowercased()] {
      return word.first?.isUppercase ?? false
        ? usual.prefix(1).uppercased() + usual.dropFirst() : usual
    }
    guard count >= often, word.count >= longest, word.lowercased() != word.uppercased() else {
      return nil
    }
    return cut(word)
  }

  /// The beginning of a word up to its third vowel, with a full stop.
  private static func cut(_ word: String) -> String? {
    var (groups, wasVowel) = (0, false)
    for (place, letter) in word.enumerated() {
      let isVowel = Syllables.isVowel(letter)
      if isVowel, !wasVowel { groups += 1 }
      if groups == 3 { return word.prefix(place) + "." }
      wasVowel = isVowel
    }
    return nil
  }

  /// What names of organisations are usually shortened to.
  private static let usual: [String: String] = [
    "academy": "acad.", "administration": "admin.", "advanced": "adv.", "agency": "agcy.",
    "american": "amer.", "associates": "assoc.", "association": "assn.",
    "biological": "biol.", "biologics": "biol.", "biomedical": "biomed.",
    "biopharmaceutical": "biopharm.", "biopharmaceuticals": "biopharm.",
    "biotechnologies": "biotech", "biotechnology": "biotech", "chemicals": "chem.",
    "clinical": "clin.", "company": "co.", "consulting": "cons.",
    "corporation": "corp.", "department": "dept.", "development": "dev.",
    "diagnostics": "diagn.", "distribution": "distr.", "electronics": "electr.",
    "engineering": "eng.", "european": "eur.", "federation": "fed.",
    "financial": "fin.", "foundation": "fdn.", "government": "govt.", "holding": "hldg.",
    "holdings": "hldgs.", "hospital": "hosp.", "incorporated": "inc.", "industrial": "ind.",
    "industries": "ind.", "information": "info.", "innovation": "innov.", "innovations": "innov.",
    "institute": "inst.", "institution": "instn.", "international": "intl.",
    "investments": "inv.", "laboratories": "labs", "laboratory": "lab", "limited": "ltd.",
    "logistics": "log.", "management": "mgmt.", "manufacturing": "mfg.", "materials": "mat.",
    "medical": "med.", "medicine": "med.", "ministry": "min.", "national": "natl.",
    "organisation": "org.", "organization": "org.", "partners": "ptrs.",
    "pharmaceutical": "pharm.", "pharmaceuticals": "pharma", "production": "prod.",
    "products": "prod.", "regional": "reg.", "research": "res.", "sciences": "sci.",
    "scientific": "sci.", "services": "svcs.", "society": "soc.", "solutions": "soln.",
    "system": "syst.", "systems": "syst.", "technical": "tech.", "technologies": "tech.",
    "technology": "tech.", "therapeutic": "ther.", "therapeutics": "ther.",
    "university": "univ.", "ventures": "vent.",
  ]
}
