#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers as texts: in cells with a point and never in groups of digits, for people as the language that is spoken writes them.
package enum NumberText {
  /// The shortest text that reads back as the same number, without `.0` on whole ones.
  package static func text(of number: Double) -> String {
    let isWhole = number == number.rounded() && abs(number) < 1e16
    return isWhole ? String(Int64(number)) : "\(number)"
  }

  /// The shortest text of a number, for those who read it.
  package static func words(of number: Double, sparesYears: Bool = false) -> String {
    spoken(text(of: number), sparesYears: sparesYears)
  }

  /// What the digits of a figure are for those who read it; four digits that may be a year stay together if asked to.
  package static func spoken(_ plain: String, sparesYears: Bool = false) -> String {
    Language.current?.figure(plain, ungrouped: sparesYears ? 4 : 3) ?? plain
  }

  /// Reads digits with a point and an exponent, both optional; hexadecimal digits, `nan` and `inf` are no numbers.
  package static func number(in text: some StringProtocol) -> Double? {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        break
      default: return nil
      }
    }
    guard hasDigit, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// The number with so many decimals, rounded half away from zero; `∞` and `–` where there is none.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    spoken(rounded(value, decimals: decimals))
  }

  private static func rounded(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value > 0 ? "∞" : "-∞" }
    let scaled = (value.magnitude * pow(10, Double(decimals))).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The number with as many decimals as it needs, at most `limit`.
  package static func short(_ value: Double, limit: Int = 2) -> String {
    var text = rounded(value, decimals: limit)
    guard text.contains("."), !text.contains("e") else { return spoken(text) }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return spoken(text)
  }

  /// An amount as people say it: `1.35 bn`, `850 m`, `12`.
  package static func amount(_ value: Double) -> String {
    for (unit, name) in [(1e12, "tn"), (1e9, "bn"), (1e6, "m")] where abs(value) >= unit {
      return "\(short(value / unit)) \(name)"
    }
    return short(value)
  }

  /// How a figure changed, as a share of what it was: `up by 86 %`, `no change`.
  package static func change(from old: Double, to new: Double) -> String {
    guard old != new else { return "no change" }
    guard old > 0 else { return "from nothing" }
    return "\(new > old ? "up" : "down") by \(percent(abs(new - old) / old, decimals: 0))"
  }

  /// `29.2 %` for 0.292.
  package static func percent(_ share: Double, decimals: Int = 1) -> String {
    fixed(share * 100, decimals: decimals) + " %"
  }

  /// A probability by its logarithm to base 10: `0.0072348`, `2.7887e-110`; five significant digits.
  package static func probability(decimalLogarithm exponent: Double) -> String {
    guard exponent.isFinite else { return "0" }
    var whole = exponent.rounded(.down)
    var mantissa = rounded(pow(10, exponent - whole), decimals: 4)
    if mantissa.hasPrefix("10") {
      whole += 1
      mantissa = "1.0000"
    }
    guard whole < -4 else { return fixed(pow(10, exponent), decimals: max(4, 4 - Int(whole))) }
    return spoken("\(mantissa)e\(Int(whole))")
  }

  /// A probability for a headline, with two significant digits: `0.06`, `0.0072`, `2.8e-110`.
  package static func roundedProbability(decimalLogarithm exponent: Double) -> String {
    guard exponent.isFinite else { return "0" }
    let whole = exponent.rounded(.down)
    guard whole < -4 else { return short(pow(10, exponent), limit: max(2, 1 - Int(whole))) }
    let mantissa = short(pow(10, exponent - whole), limit: 1)
    return mantissa == "10" ? "1e\(Int(whole) + 1)" : "\(mantissa)e\(Int(whole))"
  }
}
