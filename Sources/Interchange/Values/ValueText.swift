import EcosystemModel

/// Values as people write them, written as the tables have them; `nil` for what is none.
enum ValueText {
  static func number(
    _ text: String, unit: String?, most: Double = .infinity, headerUnit: String? = nil,
    hasDecimalComma: Bool? = nil
  ) -> String? {
    guard let reading = QuantityReading(text, hasDecimalComma: hasDecimalComma) else {
      guard unit == "times" else { return nil }
      return CadenceReading.timesPerYear(text).map(NumberText.text)
    }
    return reading.number(in: unit, headerUnit: headerUnit, isShort: most <= 24)
      .map(NumberText.text)
  }

  /// A share from 0 to 1, also as a percentage without its sign.
  static func share(_ text: String, hasDecimalComma: Bool? = nil) -> String? {
    guard let reading = QuantityReading(text, hasDecimalComma: hasDecimalComma) else { return nil }
    let isWhole = !reading.isPercentage && reading.number > 1 && reading.number <= 100
    return NumberText.text(of: isWhole ? reading.number / 100 : reading.number)
  }

  /// A whole number, also with a letter or word before it, as in `L3` and `Level 3`.
  static func integer(_ text: String) -> String? {
    if let number = NumberText.number(in: text) { return NumberText.text(of: number) }
    let digits = text.split { !$0.isNumber }
    return digits.count == 1 && text.count <= 12 ? String(digits[0]) : nil
  }

  static func answer(_ text: String) -> String? {
    WordReading.answer(text).map { $0 ? "yes" : "no" }
  }

  static func cadence(_ text: String) -> String? {
    CadenceReading.timesPerYear(text).flatMap {
      Cadence(meetingsPerYear: ($0 * 1000).rounded() / 1000)?.description
    }
  }

  static func list(_ text: String) -> String {
    let strong = ListSplitting.strong(text)
    let parts = strong.count > 1 ? strong : text.split(separator: ",").map { String($0).trimmed }
    return ListText.cell(of: parts)
  }
}

extension QuantityReading {
  /// The number in a column's unit; `nil` if it is in a currency or unit that does not fit.
  ///
  /// - Parameters:
  ///   - unit: The column's unit, such as `hours`.
  ///   - headerUnit: What the header says, such as `USD m` or `days`.
  ///   - isShort: Whether days mean working days of eight hours.
  /// - Returns: `nil` if it cannot be in the unit.
  func number(in unit: String?, headerUnit: String?, isShort: Bool) -> Double? {
    let words =
      headerUnit.map {
        QuantityUnit.words(of: $0).compactMap(QuantityUnit.init)
      } ?? []
    var value = number
    var hours = hoursPerUnit
    var money = currency
    for word in words {
      switch word {
      // What a cell says itself counts more.
      case .multiple(let times): if !isScaled { value *= times }
      case .letterM: if unit == "US dollars", !isScaled { value *= 1e6 }
      case .time(let perUnit): hours = hours ?? perUnit
      case .currency(let code): money = money ?? code
      case .percent, .filler: break
      }
    }
    func inHours(_ perUnit: Double) -> Double {
      value * (isShort && perUnit >= 24 ? perUnit / 3 : perUnit)
    }
    switch unit {
    case "hours": return hours.map(inHours) ?? value
    case "days": return hours.map { value * $0 / 24 } ?? value
    case "minutes": return hours.map { value * $0 * 60 } ?? value
    case "US dollars": return money == nil || money == "USD" ? value : nil
    default: return value
    }
  }
}
