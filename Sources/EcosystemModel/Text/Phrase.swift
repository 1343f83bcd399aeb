/// How texts for people name, list and count things.
package enum Phrase {
  /// A name in quotation marks, cut after 60 characters; characters that could garble a terminal become `·`.
  package static func quoted(_ name: String) -> String {
    if name.utf8.count <= 60, name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      return "\"\(name)\""
    }
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

  /// `A`, `A and B`, `A, B and C`; of more than `limit` some are counted: `A, B and 4 more`, never `1 more`.
  ///
  /// - Parameters:
  ///   - items: The words.
  ///   - limit: The most to name.
  ///   - joint: What stands before the last one; `nil` sets a comma there too, as in cells of tables.
  /// - Returns: The words as one text, empty without any.
  package static func list(_ items: [String], limit: Int = 5, joint: String? = "and") -> String {
    list(items, limit: limit, joint: joint) { $0 }
  }

  private static func list<Item>(
    _ items: [Item], limit: Int, joint: String?, _ word: (Item) -> String
  ) -> String {
    let isLong = items.count > max(limit, 2)
    let shown = (isLong ? items.prefix(limit - 1) : items[...]).map(word)
    let end = isLong ? " \(joint ?? "and") \(items.count - shown.count) more" : ""
    guard !isLong, let joint else { return shown.listed + end }
    return shown.spokenList(last: joint)
  }

  /// Names in quotation marks, as a list.
  package static func quotedList(_ names: [String], limit: Int = 5) -> String {
    list(names, limit: limit, joint: "and", quoted)
  }

  /// The names of things in quotation marks, as a list; only those that are shown are asked for.
  static func quotedList<Item>(_ items: [Item], name: (Item) -> String) -> String {
    list(items, limit: 5, joint: "and") { quoted(name($0)) }
  }

  /// `1 seat`, `2 seats`, or with a plural of its own `2 people`.
  package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    count(NumberText.spoken("\(number)"), noun, plural)
  }

  /// The same for a number as it is written, such as `0.5 hours`.
  package static func count(_ number: String, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == "1" ? noun : plural ?? noun + "s")"
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
