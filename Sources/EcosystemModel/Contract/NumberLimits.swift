/// Which numbers a column may hold, and in what unit.
package struct NumberLimits: Hashable, Sendable {
  /// The least, unless it is zero and ``allowsZero``.
  package let least: Double
  /// The greatest.
  package let greatest: Double
  /// Whether ``greatest`` itself is too much.
  package var excludesGreatest = false
  /// Whether zero is fine although it is below ``least``.
  package var allowsZero = false
  /// The unit in the plural, such as `days`.
  package var unit: String?

  /// Zero and more, up to a number that no honest cell exceeds.
  static func upTo(_ greatest: Double, _ unit: String? = nil) -> Self {
    Self(least: 0, greatest: greatest, unit: unit)
  }

  /// Zero and more, and less than a number.
  static func under(_ greatest: Double, _ unit: String) -> Self {
    Self(least: 0, greatest: greatest, excludesGreatest: true, unit: unit)
  }

  /// Any finite number.
  package static let any = Self(least: -1e300, greatest: 1e300)

  /// 0 to 1.
  static let share = Self(least: 0, greatest: 1)

  /// 0 to 1, and if above 0 then not so near to it that nothing would ever come of it.
  static let rate = Self(least: 0.001, greatest: 1, allowsZero: true)

  /// Above 0 and up to 1, as levels of significance are.
  static let level = Self(least: 1e-12, greatest: 1)

  /// Whether a cell may hold the number.
  package func contains(_ number: Double) -> Bool {
    if number == 0, allowsZero { return true }
    return number >= least && (excludesGreatest ? number < greatest : number <= greatest)
  }

  /// What is allowed, in words: `0 or more and under 24 hours`.
  package var words: String {
    let unit = unit.map { " \($0)" } ?? ""
    let low = (allowsZero ? "0, or " : "") + NumberText.text(of: least)
    if excludesGreatest {
      return "\(low) or more and under \(NumberText.text(of: greatest))\(unit)"
    }
    return "\(low) to \(NumberText.text(of: greatest))\(unit)"
  }

  /// What to write in place of a number outside the limits.
  package func fix(for number: Double, isShare: Bool) -> String {
    if isShare, number > 1, number <= 100 {
      return
        "write \(NumberText.text(of: number / 100)) if \(NumberText.text(of: number)) % is meant"
    }
    return "write a number from \(words), or leave the cell empty if unknown"
  }
}
