import EcosystemModel

/// The numbers and words that a date is made of.
struct DateParts {
  private(set) var numbers: [Int] = []
  /// How many digits each number has.
  private(set) var digits: [Int] = []
  private(set) var months: [Int] = []
  /// Words that are neither months nor days of the week nor fillers; with one of them, a text is no date.
  private(set) var words: [String] = []
  /// What stands between the first two numbers.
  private(set) var separator: Character = " "
  /// A quarter or half of a year, as the month it begins with and how many it has.
  private(set) var period: (start: String, months: Int)?

  init(_ text: String) {
    let day = Self.withoutTime(text)
    period = Self.period(in: day)
    var run = ""
    for character in day {
      let isSame =
        run.last.map {
          $0.isNumber == character.isNumber && $0.isLetter == character.isLetter
        } ?? true
      if !isSame {
        take(run)
        run = ""
      }
      run.append(character)
    }
    take(run)
  }

  private mutating func take(_ run: String) {
    guard let first = run.first else { return }
    if first.isNumber {
      numbers.append(Int(run) ?? Int.max >> 1)
      digits.append(run.count)
    } else if first.isLetter {
      let word = Slug.text(of: run)
      if let month = Self.month(word) {
        months.append(month)
      } else if !Self.fillers.contains(word), !Self.isDayOfWeek(word) {
        words.append(word)
      }
    } else if numbers.count == 1, months.isEmpty, words.isEmpty,
      let mark = run.first(where: { !$0.isWhitespace })
    {
      separator = mark
    }
  }

  /// What comes before the clock of `2010-12-30T11:02:00`, `29.03.2019 14:00` and the like.
  private static func withoutTime(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    guard let end = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" || $0 == "," }) else {
      return text
    }
    return String(text[..<end])
  }

  /// `Q2 2018`, `2018-Q2`, `2Q18`, `T2 2018`, `2. Quartal 2018`, `H1 2019`, `1H19`.
  private static func period(in text: String) -> (start: String, months: Int)? {
    let plain = Slug.text(of: text).filter { $0 != "-" }
    for (words, length) in [(quarters, 3), (halves, 6)] {
      for word in words {
        guard let found = plain.firstRange(of: word) else { continue }
        let before = plain[..<found.lowerBound]
        let after = plain[found.upperBound...]
        guard let (part, year) = Self.partAndYear(before, after),
          (1...(12 / length)).contains(part),
          let date = CalendarDate(year: year, month: (part - 1) * length + 1)
        else { continue }
        return (String(date.description.prefix(7)), length)
      }
    }
    return nil
  }

  private static func partAndYear(_ before: Substring, _ after: Substring) -> (Int, Int)? {
    func year(_ text: Substring) -> Int? {
      guard text.allSatisfy(\.isNumber), let number = Int(text) else { return nil }
      return text.count == 4 ? number : text.count == 2 ? 2000 + number : nil
    }
    if before.isEmpty, after.count == 3 || after.count == 5,
      let part = after.first?.wholeNumberValue, let year = year(after.dropFirst())
    {
      return (part, year)
    }
    if before.count == 1, let part = before.first?.wholeNumberValue, let year = year(after) {
      return (part, year)
    }
    if before.count == 4, after.count == 1, let part = after.first?.wholeNumberValue,
      let year = year(before)
    {
      return (part, year)
    }
    return nil
  }

  private static let quarters = ["quarter", "quartal", "trimestre", "trim", "qtr", "q", "t"]
  private static let halves = ["halbjahr", "semestre", "hj", "h", "s"]

  private static let fillers: Set<String> = [
    "st", "nd", "rd", "th", "er", "de", "del", "of", "den", "le", "el", "the", "am", "vom", "z",
    "utc", "t",
  ]

  private static func isDayOfWeek(_ word: String) -> Bool {
    days.contains(word)
      || (word.count > 3 && days.contains(String(word.prefix(3))) && word.hasSuffix("day"))
  }

  private static let days: Set<String> = [
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "wednesday",
    "saturday", "mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi", "dimanche", "lunes", "martes", "miercoles", "jueves", "viernes",
    "sabado", "domingo",
  ]

  /// Months in English, German, French and Spanish, whole and cut short.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return monthNames.firstIndex { names in
      names.contains { $0 == word || (word.count <= 5 && $0.hasPrefix(word)) }
    }.map { $0 + 1 }
  }

  private static let monthNames = [
    ["january", "januar", "janvier", "enero", "janner"],
    ["february", "februar", "fevrier", "febrero"],
    ["march", "marz", "maerz", "mars", "marzo", "mrz"],
    ["april", "avril", "abril", "avr"],
    ["may", "mai", "mayo"],
    ["june", "juni", "juin", "junio"],
    ["july", "juli", "juillet", "julio"],
    ["august", "aout", "agosto"],
    ["september", "septembre", "septiembre", "sept"],
    ["october", "oktober", "octobre", "octubre"],
    ["november", "novembre", "noviembre"],
    ["december", "dezember", "decembre", "diciembre"],
  ]
}
