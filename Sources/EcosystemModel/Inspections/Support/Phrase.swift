/// How the messages of inspections name things.
enum Phrase {
  /// A name in quotation marks, cut after 60 characters; characters that could garble a terminal become `·`.
  static func quoted(_ name: String) -> String {
    let isLong = name.count > 60
    let shown = isLong ? name.prefix(59) + "…" : name[...]
    let safe = shown.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "·"
      default: String(scalar)
      }
    }
    return "\"\(safe.joined())\""
  }

  /// `A`, `A and B`, `A, B and C`; beyond `limit` the rest is counted: `A, B and 4 more`.
  static func list(_ items: [String], limit: Int = 5, joint: String = "and") -> String {
    let shown = items.count <= limit ? items : Array(items.prefix(limit))
    let rest = items.count - shown.count
    let parts = rest > 0 ? shown + ["\(rest) more"] : shown
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  /// Names in quotation marks, as a list.
  static func quotedList(_ names: [String], limit: Int = 5) -> String {
    list(names.map(quoted), limit: limit)
  }

  /// `1 seat`, `2 seats`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A number without a needless fraction: `3`, `0.25`.
  static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// How to mend a share that does not lie between 0 and 1: `85` was probably meant as a percentage.
  static func shareFix(_ value: Double) -> String {
    value > 1 && value <= 100
      ? "write \(number(value / 100)) if \(number(value)) % is meant."
      : "write a number from 0 to 1."
  }

  /// `2019-01-01 to 2020-01-01`, `from 2019-01-01`, `until 2020-01-01`, or `at all times`.
  static func period(_ validity: Validity) -> String {
    switch (validity.since, validity.until) {
    case (let since?, let until?): "\(since) to \(until)"
    case (let since?, nil): "from \(since)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): "at all times"
    }
  }
}
