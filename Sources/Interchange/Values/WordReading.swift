/// Words that stand for nothing, and those that say yes or no.
enum WordReading {
  /// Whether a cell's text means that nobody has filled it in.
  static func isBlank(_ text: String) -> Bool {
    guard text.utf8.count <= 12 else { return false }
    return blanks.contains(text.lowercased())
  }

  /// Yes or no in English, German, French and Spanish; `nil` if the text says neither.
  static func answer(_ text: String) -> Bool? {
    guard text.utf8.count <= 6 else { return nil }
    let word = text.lowercased()
    return yes.contains(word) ? true : no.contains(word) ? false : nil
  }

  /// Whether the first text of a row says that the row adds others up.
  static func isTotal(_ text: String) -> Bool {
    let key = Slug.text(of: text)
    return totals.contains { key == $0 || key.hasPrefix($0 + "-") }
      && key.split(separator: "-").count <= 3
  }

  private static let blanks: Set<String> = [
    "n/a", "n.a.", "n. a.", "#n/a", "-", "–", "—", "--", "---", "?", "??", "tbd", "t.b.d.", "tbc",
    "t.b.c.", "tba", "k.a.", "k. a.", "n.n.", "s/o", "s.o.", "n.d.", "unknown", "unbekannt",
    "inconnu", "desconocido", "none", "null", "nil", "(blank)", "(leer)", "(vide)", "…", "...",
    "vacant", "vakant", "n/v", "pendiente", "à définir", "x.x.",
  ]
  private static let yes: Set<String> = [
    "yes", "true", "1", "y", "ja", "j", "oui", "o", "si", "sí", "s", "x", "✓", "✔", "wahr", "vrai",
  ]
  private static let no: Set<String> = ["no", "false", "0", "n", "nein", "non", "falsch", "faux"]
  private static let totals = [
    "total", "grand-total", "totals", "subtotal", "sub-total", "sum", "summe", "gesamt",
    "gesamtsumme", "zwischensumme", "gesamtergebnis", "somme", "total-general", "sous-total",
    "suma",
    "count", "anzahl", "seats", "number-of-seats", "sitze", "headcount",
  ]
}
