import EcosystemModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

internal import Insights

/// How texts and numbers are written on pictures.
enum PictureText {
  /// The text, or its beginning with `…` where it is wider than so many points.
  static func clipped(
    _ text: String, to width: Double, size: Double, isBold: Bool = false
  ) -> String {
    guard TextMetrics.width(of: text, size: size, isBold: isBold) > width else { return text }
    // From the front, since a name of thousands of letters would have to be measured for each that is dropped.
    var used = TextMetrics.width(of: "…", size: size, isBold: isBold)
    let head = text.prefix { character in
      used += TextMetrics.width(of: String(character), size: size, isBold: isBold)
      return used <= width
    }
    return head.trimmed + "…"
  }

  /// The text, or its beginning and its last word with `…` between where it is wider than so many points.
  ///
  /// The last word of a name tells it from others, as that of `Oncology scientist 05` does; a long one is cut itself.
  static func shortened(
    _ text: String, to width: Double, size: Double, isBold: Bool = false
  ) -> String {
    func measured(_ text: some StringProtocol) -> Double {
      TextMetrics.width(of: text, size: size, isBold: isBold)
    }
    guard measured(text) > width else { return text }
    guard let tail = text.split(separator: " ").last.map({ " " + $0 }),
      tail.count < text.count, measured(tail) <= width * 0.4
    else { return clipped(text, to: width, size: size, isBold: isBold) }
    let head = clipped(
      String(text.dropLast(tail.count)), to: width - measured(tail), size: size, isBold: isBold)
    return (head.hasSuffix("…") ? head : head + "…") + tail
  }

  /// The text in at most so many lines, none wider than so many points.
  static func lines(
    _ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int
  ) -> [String] {
    TextMetrics.wrap(text, width: width, size: size, isBold: isBold, lineLimit: limit)
      .map { clipped($0, to: width, size: size, isBold: isBold) }
  }

  /// The place that a time zone is named after, such as `New York` of `America/New_York`; other names stay as they are.
  static func place(ofTimeZone name: String) -> String {
    let parts = name.split(separator: "/")
    guard parts.count > 1, let area = parts.first, area != "Etc", let place = parts.last else {
      return name
    }
    return String(place.replacing("_", with: " "))
  }

  /// A number of a scale, with three significant digits.
  static func ofScale(_ number: Double) -> String {
    // Sums of money would else be as long as the names beside them.
    for (size, unit) in [(1e9, "bn"), (1e6, "m")] where (size..<1e15).contains(abs(number)) {
      return "\(ofScale(number / size)) \(unit)"
    }
    guard number != 0, abs(number) < 1e15, number != number.rounded() || abs(number) >= 1e6 else {
      return NumberText.words(of: number, sparesYears: true)
    }
    var unit = 1.0
    while abs(number) * unit < 100, unit < 1e9 { unit *= 10 }
    return NumberText.words(of: (number * unit).rounded() / unit)
  }

  /// The number with at most one decimal.
  static func number(_ value: Double) -> String {
    value.isFinite ? NumberText.short(value, limit: 1) : "–"
  }

  /// Hours as `20 min`, `36 h` or `3 days`, with no-break spaces.
  static func duration(hours: Double) -> String {
    DurationText.words(hours: hours).replacing(" ", with: "\u{A0}")
  }

  /// A share as `29 %`.
  static func percent(_ share: Double) -> String { "\(number((share * 100).rounded())) %" }

  /// A person's name of two or three words with its first ones as initials, `K. Tanaka-Ito`; a role stays as it is.
  static func initialed(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard (2...3).contains(words.count), let last = words.last,
      words.allSatisfy({
        $0.first?.isUppercase ?? false && $0.allSatisfy { $0.isLetter || "-.’'".contains($0) }
      })
    else { return name }
    return words.dropLast().map { "\($0.prefix(1))." }.joined(separator: " ") + " " + last
  }

  /// Round steps of an axis from 0: 1, 2 or 5 times a power of ten, at most so many.
  static func ticks(to most: Double, limit: Int = 8) -> [Double] {
    guard most > 0, most.isFinite else { return [0] }
    var step = pow(10, (log10(most / Double(limit))).rounded(.down))
    for factor in [1.0, 2, 5, 10] where most / (step * factor) <= Double(limit) {
      step *= factor
      break
    }
    return (0...Int((most / step).rounded(.down))).map { Double($0) * step }
  }
}
