import EcosystemModel

/// Words of a header, or of what it may be called, without regard to case, accents, endings of the plural and fillers.
struct HeaderPhrase: Hashable {
  let words: [String]

  init(_ text: String) {
    if text.trimmed == "#" || text.trimmed == "№" {
      words = ["#"]
      return
    }
    let plain = Slug.text(of: text).split(separator: "-").map(String.init)
    let end = Self.end(plain, isAccented: text.trimmed.lowercased().hasPrefix("à"))
    let all = plain.dropFirst(end == nil ? 0 : 1).map(Self.stem)
    let telling = all.filter { !Self.fillers.contains($0) }
    words = (end.map { [$0] } ?? []) + (telling.isEmpty ? all : telling)
  }

  /// Which end of a link a header is about, where its first word says so, as in `De la société` and `An Abteilung`.
  private static func end(_ words: [String], isAccented: Bool) -> String? {
    guard words.count > 1 else { return nil }
    if froms.contains(words[0]) { return "from" }
    let isTo = words[0] == "a" && (isAccented || ["la", "el", "los", "las"].contains(words[1]))
    return isTo || tos.contains(words[0]) ? "to" : nil
  }

  /// How well a header fits what it may be called: 1 where both are the same, 0 where one has nothing of the other.
  func fit(_ phrase: HeaderPhrase) -> Double {
    guard !phrase.words.isEmpty, !words.isEmpty else { return 0 }
    if words == phrase.words { return 1 }
    let plain = words.filter { !Self.units.contains($0) && !$0.allSatisfy(\.isNumber) }
    if plain == phrase.words { return 0.97 }
    // `Supplier name` is the supplier.
    if let last = plain.last, Self.names.contains(last), Array(plain.dropLast()) == phrase.words {
      return 0.96
    }
    guard phrase.words.count <= plain.count else { return 0 }
    if Set(plain) == Set(phrase.words) { return 0.93 }
    guard Self.contains(plain, phrase.words) else { return 0 }
    // The more of the header is told, the better; what stands last is what a header is about.
    let share = Double(phrase.words.count) / Double(plain.count)
    let isLast = plain.suffix(phrase.words.count) == phrase.words[...]
    return 0.3 + 0.4 * share + (isLast ? 0.1 : 0)
  }

  private static func contains(_ words: [String], _ part: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: part) }
  }

  private static func stem(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      !word.hasSuffix("is")
    else { return word }
    return word.hasSuffix("ies") ? String(word.dropLast(3)) + "y" : String(word.dropLast())
  }

  private static let names: Set<String> = ["name", "nom", "nombre"]
  private static let froms: Set<String> = ["from", "von", "vom", "de", "du", "del", "desde"]
  private static let tos: Set<String> = ["to", "an", "au", "aux", "al", "vers", "hacia", "nach"]
  private static let fillers: Set<String> = [
    "the", "of", "s", "der", "die", "das", "des", "dem", "de", "la", "le", "les", "du",
    "l",
    "d", "el", "los", "las", "del", "please", "and", "en", "e", "mr", "ms",
    "r",
    "in",
  ]
  private static let units: Set<String> = [
    "h", "hr", "hour", "min", "minute", "d", "day", "week", "month", "usd", "eur", "m", "mio", "mn",
    "k",
    "bn", "rag", "yyyy", "mm", "dd", "jj", "tt", "optional", "std", "tage", "wochen", "million",
    "stunden", "minuten", "heure", "jour", "semaine", "hora", "minuto", "dia", "semana", "tsd",
    "millionen", "millione", "keur", "kusd", "meur", "musd", "dollar", "euro", "chf", "gbp",
  ]
}
