/// A language, as its readers write figures and dates; sentences stay English.
///
/// Where none is spoken, figures have a point and no groups of digits, and dates are those of ISO 8601, as in the tables. Texts that
/// programs read, such as CSV and JSON, are always written so.
///
/// The forms are those of the Unicode Common Locale Data Repository, version 44 (https://cldr.unicode.org): decimal and grouping mark,
/// `minimumGroupingDigits`, and the short date with four digits of the year, in English the medium one, which Britons and Americans
/// cannot confuse.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case chinese = "zh"
  case czech = "cs"
  case danish = "da"
  case dutch = "nl"
  case english = "en"
  case americanEnglish = "en-US"
  case finnish = "fi"
  case french = "fr"
  case swissFrench = "fr-CH"
  case german = "de"
  case swissGerman = "de-CH"
  case hungarian = "hu"
  case italian = "it"
  case japanese = "ja"
  case korean = "ko"
  case norwegian = "nb"
  case polish = "pl"
  case portuguese = "pt"
  case europeanPortuguese = "pt-PT"
  case russian = "ru"
  case spanish = "es"
  case swedish = "sv"
  case turkish = "tr"

  /// The language of those who read what this task writes for people; `nil` for the form of the tables.
  ///
  /// A thread that is started meanwhile must be told by ``speaking(_:_:)``.
  @TaskLocal package static var current: Language?

  /// Does work that writes figures and dates for the readers of a language.
  package static func speaking<Value, Failure: Error>(
    _ language: Language?, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let made = $current.withValue(language) {
      Result { () throws(Failure) in try work() }
    }
    return try made.get()
  }

  /// Reads the code of a language with or without a country: `de`, `de-AT` and `de_DE.UTF-8` are German.
  package init?(code text: String) {
    let code = text.prefix { $0 != "." && $0 != "@" }.replacing("_", with: "-").lowercased()
    let language = code.prefix { $0 != "-" }
    let synonym = ["no": "nb", "nn": "nb"][language] ?? String(language)
    let known = Self.allCases
    guard
      let found = known.first(where: { $0.rawValue.lowercased() == code })
        ?? known.first(where: { $0.rawValue == synonym })
    else { return nil }
    self = found
  }
}

// MARK: Figures

extension Language {
  private static let space = "\u{A0}"
  private static let narrowSpace = "\u{202F}"

  private var hasDecimalPoint: Bool {
    switch self {
    case .english, .americanEnglish, .chinese, .japanese, .korean, .swissGerman: true
    default: false
    }
  }

  /// What stands between groups of three digits.
  private var groupMark: String {
    switch self {
    case .english, .americanEnglish, .chinese, .japanese, .korean: ","
    case .swissGerman: "’"
    case .french, .swissFrench: Self.narrowSpace
    case .danish, .dutch, .german, .italian, .portuguese, .spanish, .turkish: "."
    default: Self.space
    }
  }

  /// How many digits of a whole number stay together at most.
  private var longestUngrouped: Int {
    switch self {
    case .europeanPortuguese, .polish, .spanish: 4
    default: 3
    }
  }

  /// A figure of digits with a point, as this language writes it: `1250.5` as `1.250,5` in German.
  ///
  /// - Parameters:
  ///   - plain: The figure; texts with other characters, such as `2.8e-110`, get the decimal mark and no groups.
  ///   - ungrouped: How many digits of a whole number stay together at least, where four of them may be a year.
  /// - Returns: The figure in this language.
  package func figure(_ plain: String, ungrouped: Int = 3) -> String {
    let decimal = hasDecimalPoint ? "." : ","
    let digits = plain.drop { $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2,
      parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
      whole.count > max(longestUngrouped, ungrouped)
    else { return plain.replacing(".", with: decimal) }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += groupMark }
      grouped.append(digit)
    }
    let sign = plain.prefix(plain.count - digits.count)
    return sign + grouped + parts.dropFirst().map { decimal + $0 }.joined()
  }
}

// MARK: Dates

extension Language {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The day as this language writes it: `29.03.2019`, `29 Mar 2019`.
  package func date(_ date: CalendarDate) -> String {
    let (year, month, day) = ("\(date.year)", two(date.month), two(date.day))
    let name = Self.months[date.month - 1]
    return switch self {
    case .english: "\(date.day) \(name) \(year)"
    case .americanEnglish: "\(name) \(date.day), \(year)"
    case .chinese: "\(year)/\(date.month)/\(date.day)"
    case .czech: "\(day). \(month). \(year)"
    case .dutch: "\(day)-\(month)-\(year)"
    case .finnish: "\(date.day).\(date.month).\(year)"
    case .french, .italian, .portuguese, .europeanPortuguese, .spanish: "\(day)/\(month)/\(year)"
    case .hungarian: "\(year). \(month). \(day)."
    case .japanese: "\(year)/\(month)/\(day)"
    case .korean: "\(year). \(date.month). \(date.day)."
    case .swedish: date.description
    case .danish, .german, .norwegian, .polish, .russian, .swissFrench, .swissGerman, .turkish:
      "\(day).\(month).\(year)"
    }
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CalendarDate {
  /// The day in sentences and pictures, as their readers write it; ``description`` is what tables hold.
  package var words: String { Language.current?.date(self) ?? description }
}

extension DefaultStringInterpolation {
  /// Puts a day into a sentence as its readers write it; for programs write ``CalendarDate/description``.
  package mutating func appendInterpolation(_ date: CalendarDate) {
    appendLiteral(date.words)
  }
}
