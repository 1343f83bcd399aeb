import EcosystemModel

/// How often a year something happens, in the words of people.
enum CadenceReading {
  /// The times a year that a text means, such as 4 for `vierteljährlich` and 26 for `every two weeks`; `nil` if it means none.
  static func timesPerYear(_ text: String) -> Double? {
    if let known = Cadence(text) { return known.meetingsPerYear }
    var words = Slug.text(of: text).split(separator: "-").map(String.init)
    while let first = words.first, words.count > 1, openers.contains(first) { words.removeFirst() }
    let key = words.joined(separator: " ")
    if let known = times.first(where: { $0.words.contains(key) }) { return known.times }
    return spaced(words) ?? counted(words)
  }

  /// `14-tägig`, `6-wöchentlich`, `alle 14 Tage`: days of the calendar, weeks or months from one to the next.
  private static func spaced(_ words: [String]) -> Double? {
    let rest = words.first.map(intervals.contains) == true ? words.dropFirst() : words[...]
    let plain = rest.filter { $0 != "les" }
    guard plain.count == 2, let number = Double(plain[0]), number > 0 else { return nil }
    let isDays = ["tagig", "taglich"].contains(plain[1])
    if isDays || rest.count < words.count && ["days", "tage", "jours", "dias"].contains(plain[1]) {
      // Fifteen days are two weeks in French and Spanish.
      return number == 15 ? 26 : 364 / number
    }
    if ["wochentlich", "wochig"].contains(plain[1]) { return 52 / number }
    return ["monatlich", "monatig"].contains(plain[1]) ? 12 / number : nil
  }

  /// `2x per month`, `twice a year`, `every 6 weeks`, `alle 2 Wochen`, `3 times / year`, `10 p.a.`.
  private static func counted(_ words: [String]) -> Double? {
    let plain = words.flatMap(split).filter { !fillers.contains($0) }
    let isInterval = plain.first.map(intervals.contains) ?? false
    let rest = isInterval ? Array(plain.dropFirst()) : plain
    guard rest.count == 2 || (isInterval && rest.count == 1), let period = rest.last,
      let perYear = (periods.first { $0.words.contains(period) } ?? adverb(period))?.times
    else { return nil }
    guard rest.count == 2 else { return perYear }
    guard let number = numbers[rest[0]] ?? Double(rest[0]), number > 0 else { return nil }
    return isInterval ? perYear / number : number * perYear
  }

  /// What `2x monatlich` is counted in.
  private static func adverb(_ word: String) -> (words: Set<String>, times: Double)? {
    times.first { $0.words.contains(word) }
  }

  /// `2x` and `6weeks` as their parts.
  private static func split(_ word: String) -> [String] {
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count < word.count else { return [word] }
    return [String(digits), String(word.dropFirst(digits.count))]
  }

  /// Words before what is meant, as in `Meets: quarterly`.
  private static let openers: Set<String> = [
    "meets", "meet", "meeting", "meetings", "frequency", "cadence", "tagt", "trifft", "sich",
    "turnus", "sitzung", "sitzungen", "rhythmus", "se", "reunit", "reunion", "reunions",
    "frequence", "reune", "reuniones", "frecuencia", "usually", "held",
  ]

  private static let fillers: Set<String> = [
    "x", "times", "time", "mal", "fois", "veces", "per", "a", "pro", "im", "par", "por", "al",
    "the",
    "in", "meetings", "an", "each", "der", "p", "je",
  ]
  private static let intervals: Set<String> = [
    "every", "alle", "jede", "jeden", "tous", "toutes", "cada",
  ]
  private static let numbers: [String: Double] = [
    "once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4, "other": 2,
    "second": 2, "third": 3, "zwei": 2, "drei": 3, "vier": 4, "einmal": 1, "zweimal": 2, "deux": 2,
    "trois": 3, "dos": 2, "tres": 3,
  ]
  private static let periods: [(words: Set<String>, times: Double)] = [
    (["day", "tag", "jour", "dia"], 260),
    (["week", "weeks", "wk", "woche", "wochen", "semaine", "semaines", "semana", "semanas"], 52),
    (["month", "months", "mth", "monat", "monate", "mois", "mes", "meses"], 12),
    (["quarter", "quarters", "qtr", "quartal", "quartale", "trimestre", "trimestres"], 4),
    (["year", "yr", "years", "annum", "jahr", "jahre", "annee", "ano", "anos"], 1),
  ]
  private static let times: [(words: Set<String>, times: Double)] = [
    (["daily", "taglich", "quotidien", "diario"], 260),
    (["weekly", "wochentlich", "hebdomadaire", "semanal"], 52),
    (
      [
        "fortnightly", "bi weekly", "every other week", "14 taglich", "zweiwochentlich",
        "bimensuel",
        "quincenal", "fortnight",
      ], 26
    ),
    (["monthly", "monatlich", "mensuel", "mensuelle", "mensual", "month", "mtl"], 12),
    (["bi monthly", "zweimonatlich", "bimestriel", "bimestral"], 6),
    (
      [
        "quarterly", "vierteljahrlich", "quartalsweise", "trimestriel", "trimestrielle",
        "trimestral",
        "quarter", "qtr", "quartal",
      ], 4
    ),
    (
      [
        "semi annual", "semi annually", "semiannual", "half yearly", "biannual", "bi annual",
        "halbjahrlich", "semestriel", "semestral",
      ], 2
    ),
    (["annual", "annually", "yearly", "jahrlich", "annuel", "annuelle", "anual"], 1),
  ]
}
