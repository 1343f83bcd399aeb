/// Notes that stand below the rows of a list.
enum NoteText {
  /// Whether a text that stands alone in its row is a note, as `* without pilots`, `1) estimated`, `Source: …` and `C = Chair` are.
  static func isNote(_ text: String) -> Bool {
    guard let first = text.first, text.count > 2 else { return false }
    if "*†‡¹²³⁴⁵⁶⁷⁸⁹".contains(first) { return true }
    if !MarkLegend.entries(text).isEmpty { return true }
    let inside = text.drop { "([".contains($0) }
    let digits = inside.prefix { $0.isNumber }
    if (1...2).contains(digits.count), let next = inside.dropFirst(digits.count).first,
      ")]".contains(next)
    {
      return true
    }
    let word = text.prefix { $0.isLetter }.lowercased()
    let next = text.dropFirst(word.count).drop { $0 == " " || $0 == "\u{A0}" }.first
    if dated.contains(word) { return text.contains(where: \.isNumber) }
    return next == ":" && words.contains(word)
  }

  private static let dated: Set<String> = ["stand", "stichtag"]
  private static let words: Set<String> = [
    "source", "sources", "note", "notes", "legend", "key", "remark", "remarks", "disclaimer",
    "quelle", "quellen", "hinweis", "hinweise", "anmerkung", "anmerkungen", "legende", "bemerkung",
    "remarque", "remarques", "légende", "nota", "notas", "fuente", "fuentes", "leyenda",
  ]
}
