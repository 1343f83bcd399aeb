/// What a word beside a number says of it.
enum QuantityUnit: Equatable {
  /// So many times the number.
  case multiple(Double)
  /// A unit of time, in hours.
  case time(Double)
  case currency(String)
  case percent
  /// `m`: a million of money, minutes elsewhere.
  case letterM
  case filler

  /// Reads a word or a sign; `nil` if it says nothing of numbers.
  init?(_ word: String) {
    if let sign = Self.signs[word] {
      self = sign
      return
    }
    let plain = Slug.text(of: word)
    if word == "M" {
      self = .multiple(1e6)
    } else if let unit = Self.units.first(where: { $0.words.contains(plain) }) {
      self = unit.meaning
    } else {
      return nil
    }
  }

  /// The words of what a header says of numbers, with signs of currencies by themselves: `M€` is two.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var isSign = false
    for character in text {
      let sign = character.isCurrencySymbol || character == "%"
      guard character.isLetter || sign else {
        words.append("")
        continue
      }
      if words.isEmpty || sign != isSign { words.append("") }
      words[words.count - 1].append(character)
      isSign = sign
    }
    return words.filter { !$0.isEmpty }
  }

  /// The units at the end of a header, such as `EUR m` of `Deal value EUR m`; `nil` if it ends otherwise, or in what is counted per
  /// unit.
  static func unit(after header: String) -> String? {
    let words = words(of: header)
    let units = Array(words.reversed().prefix { QuantityUnit($0) != nil }.reversed())
    let before = words.dropLast(units.count).last?.lowercased() ?? ""
    let tells = units.contains { word in
      switch QuantityUnit(word) {
      case .currency, .time, .multiple: word.count > 2 || word.first?.isCurrencySymbol == true
      default: false
      }
    }
    guard tells, units.count < words.count, !rates.contains(before),
      !header.contains(where: { "/(".contains($0) })
    else { return nil }
    return units.joined(separator: " ")
  }

  /// Words before a unit that make a rate of it.
  private static let rates: Set<String> = [
    "per", "pro", "par", "por", "a", "each", "every", "last", "next", "of", "full", "first",
  ]

  private static let signs: [String: Self] = [
    "%": .percent, "$": .currency("USD"), "€": .currency("EUR"), "£": .currency("GBP"),
    "¥": .currency("JPY"),
  ]

  private static let units: [(words: Set<String>, meaning: Self)] = [
    (["k", "tsd", "thousand", "tausend", "mille", "mil"], .multiple(1e3)),
    (["mn", "mm", "mio", "mill", "million", "millions", "millionen", "millones"], .multiple(1e6)),
    (
      [
        "bn", "b", "mrd", "md", "billion", "billions", "milliarde", "milliarden", "milliard",
        "milliards",
      ],
      .multiple(1e9)
    ),
    (["min", "mins", "minute", "minutes", "minuten", "minutos"], .time(1.0 / 60)),
    (
      [
        "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora",
        "horas",
      ],
      .time(1)
    ),
    (["d", "day", "days", "tag", "tage", "tagen", "jour", "jours", "j", "dia", "dias"], .time(24)),
    (
      [
        "w", "wk", "wks", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana",
        "semanas",
      ],
      .time(168)
    ),
    (["mo", "month", "months", "monat", "monate", "mois", "mes", "meses"], .time(730.5)),
    (
      ["y", "yr", "yrs", "year", "years", "jahr", "jahre", "an", "ans", "ano", "anos"], .time(8766)
    ),
    (["percent", "prozent", "pct"], .percent),
    (["usd", "us"], .currency("USD")), (["eur", "euro", "euros"], .currency("EUR")),
    (["gbp"], .currency("GBP")), (["chf"], .currency("CHF")), (["jpy"], .currency("JPY")),
    (["m"], .letterM),
    (["ca", "approx", "about", "circa", "env", "aprox", "rd", "in"], .filler),
  ]
}
