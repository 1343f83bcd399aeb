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

  /// Whether the texts of a row say that it adds others up: the first word does, and beside it are counts alone, as `10 Sitze`.
  static func isTotal(row texts: [String]) -> Bool {
    guard let word = texts.first(where: { Int($0) == nil }), isTotal(word) else { return false }
    return texts.count { !isCount($0) } == 1
  }

  /// Whether a text is a number, or a number of something.
  private static func isCount(_ text: String) -> Bool {
    if QuantityReading(text) != nil { return true }
    let words = text.split(separator: " ")
    return (2...3).contains(words.count) && words[0].allSatisfy(\.isNumber)
      && words.dropFirst().allSatisfy { $0.allSatisfy(\.isLetter) && $0.first?.isLetter == true }
  }

  /// Whether a text in the place of a person says that there is none: the seat is open.
  static func isVacant(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let name = text.prefix { $0 != "(" && $0 != "[" }
    return vacancies.contains(Slug.text(of: name.allSatisfy(\.isWhitespace) ? text : String(name)))
  }

  private static let vacancies: Set<String> = [
    "vacant", "vacancy", "vacant-seat", "vacant-position", "seat-vacant", "position-vacant",
    "vakant",
    "vacante", "open", "open-seat", "open-position", "offen", "unbesetzt", "nicht-besetzt",
    "zu-besetzen", "n-n", "nn", "tbd", "t-b-d", "tbc", "t-b-c", "tba", "tbn", "to-be-named",
    "to-be-nominated", "to-be-confirmed", "to-be-appointed", "to-be-announced", "to-be-determined",
    "to-be-defined", "to-be-filled", "poste-vacant", "siege-vacant", "a-pourvoir", "a-designer",
    "a-nommer", "a-definir", "por-designar", "por-nombrar", "por-definir", "pendiente",
  ]

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
