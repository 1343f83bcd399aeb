import EcosystemModel

/// What numbers mean that people write with units, currencies, words for millions and marks between thousands.
struct QuantityReading: Equatable {
  /// The number without its unit; a percentage is a share.
  let number: Double
  /// How many hours one unit of time is; `nil` if the text names none.
  let hoursPerUnit: Double?
  /// The currency as three letters; `nil` if the text names none.
  let currency: String?
  /// Whether a percent sign follows.
  let isPercentage: Bool
  /// Whether a word such as `million` or `k` follows.
  let isScaled: Bool

  /// Reads a text such as `72 h`, `1.250,50`, `12 %`, `€ 1.2m` or `3 Tage`; `nil` if it is no such number.
  ///
  /// - Parameters:
  ///   - text: What the cell shows.
  ///   - hasDecimalComma: Whether a lone comma stands before decimals; `nil` where that is not known.
  init?(_ text: String, hasDecimalComma: Bool? = nil) {
    guard let parts = Self.parts(of: text),
      let number = Self.number(parts.digits, hasDecimalComma: hasDecimalComma)
    else { return nil }
    var factor = 1.0
    var unit: QuantityUnit?
    var currency: String?
    for word in parts.words {
      guard let meaning = QuantityUnit(word) else { return nil }
      switch meaning {
      case .multiple(let times): factor *= times
      case .currency(let code): currency = code
      case .filler: break
      case .time, .percent, .letterM:
        guard unit == nil else { return nil }
        unit = meaning
      }
    }
    var hours: Double?
    var isPercentage = false
    switch unit {
    case .time(let perUnit): hours = perUnit
    case .percent: isPercentage = true
    case .letterM: factor *= 1e6
    default: break
    }
    isScaled = factor != 1
    self.number = parts.sign * number * factor / (isPercentage ? 100 : 1)
    hoursPerUnit = hours
    self.currency = currency
    self.isPercentage = isPercentage
  }

  /// Whether a lone comma in the texts stands before decimals; `nil` where none of them tells.
  static func hasDecimalComma(_ texts: some Sequence<String>) -> Bool? {
    var counts = [0, 0]
    for text in texts {
      guard let digits = parts(of: text)?.digits,
        let last = digits.lastIndex(where: { ",.".contains($0) })
      else { continue }
      let decimals = digits.distance(from: last, to: digits.endIndex) - 1
      let marks = digits.filter { ",.".contains($0) }
      guard Set(marks).count == 2 || (marks.count == 1 && decimals != 3) else { continue }
      counts[digits[last] == "," ? 1 : 0] += 1
    }
    return counts[0] == counts[1] ? nil : counts[1] > counts[0]
  }

  /// The sign, the digits with the marks between them, and the words around them; `nil` if there is not one stretch of digits.
  private static func parts(
    of text: String
  ) -> (sign: Double, digits: String, words: [String])? {
    var digits = ""
    var words: [String] = []
    var word = ""
    var sign = 1.0
    var hasEnded = false
    func isMark(_ character: Character) -> Bool { ".,'’\u{A0}\u{202F} ".contains(character) }
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isDigit = character.isASCII && character.isNumber
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if isDigit || (!digits.isEmpty && !hasEnded && isMark(character) && next.isNumber) {
        guard !hasEnded else { return nil }
        if !word.isEmpty { words.append(word) }
        word = ""
        digits.append(character)
        continue
      }
      if !digits.isEmpty { hasEnded = true }
      if digits.isEmpty, "-−".contains(character), word.isEmpty {
        sign = -1
      } else if character.isLetter || character.isCurrencySymbol || "%$".contains(character) {
        if !word.isEmpty, let last = word.last, last.isLetter != character.isLetter {
          words.append(word)
          word = ""
        }
        word.append(character)
      } else if "/\\|:;=<>@#".contains(character) {
        return nil
      } else {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return digits.isEmpty ? nil : (sign, digits, words)
  }

  private static func number(_ digits: String, hasDecimalComma: Bool?) -> Double? {
    var plain = digits.filter { !"'’\u{A0}\u{202F} ".contains($0) }
    let points = plain.count { $0 == "." }
    let commas = plain.count { $0 == "," }
    let decimal: Character?
    switch (points, commas) {
    case (0, 0): decimal = nil
    case (1..., 1...):
      let last = plain.last { ",.".contains($0) }
      guard plain.count(where: { $0 == last }) == 1 else { return nil }
      decimal = last
    case (2..., 0), (0, 2...): decimal = nil
    case (1, 0): decimal = hasDecimalComma == true && groups(plain, ".") ? nil : "."
    default: decimal = hasDecimalComma != true && groups(plain, ",") ? nil : ","
    }
    plain = String(plain.compactMap { $0 == decimal ? "." : ",.".contains($0) ? nil : $0 })
    return NumberText.number(in: plain)
  }

  /// Whether a lone mark stands before exactly three digits, as between thousands.
  private static func groups(_ text: String, _ mark: Character) -> Bool {
    let halves = text.split(separator: mark, omittingEmptySubsequences: false)
    return halves.count == 2 && halves[1].count == 3 && (1...3).contains(halves[0].count)
      && halves[0] != "0"
  }
}
