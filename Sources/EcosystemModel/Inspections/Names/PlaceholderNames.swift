/// Finds names that stand for a missing one.
struct PlaceholderNames: Inspection {
  static let rule = "name.placeholder"
  static let summary = "No name is a stand-in such as TBD, n/a, ? or a spreadsheet's #REF!."

  private static let words: Set<String> = [
    "tbd", "tba", "tbc", "n/a", "n.a.", "none", "null", "nil", "nan", "unknown", "undefined",
    "to be determined", "to be defined", "to be confirmed", "to be announced", "xxx", "todo",
  ]

  /// What spreadsheets write into a cell whose formula failed.
  private static let formulaErrors: Set<String> = [
    "#ref!", "#n/a", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#spill!", "#calc!",
    "#getting_data",
  ]

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let longest = Self.words.union(Self.formulaErrors).map(\.utf8.count).max() ?? 0
    let found = ecosystem.rows { name in
      // Most names are longer than any stand-in, or begin like none; these need no look at their letters.
      let isShort = name.utf8.count <= longest && Self.mayBegin(name)
      return isShort || hasNoLetterOrDigit(name)
    }
    return found.compactMap { row in
      let name = row.name.lowercased()
      if Self.formulaErrors.contains(name) {
        return Finding(
          .warning,
          "the name of this \(row.noun) is the spreadsheet error \(Phrase.quoted(row.name)); repair the formula or type the name.",
          at: row.row, column: Company.column(\.name))
      }
      guard Self.words.contains(name) || hasNoLetterOrDigit(name) else { return nil }
      return Finding(
        .warning,
        "\(row.noun) \(Phrase.quoted(row.name)) has a placeholder for a name; write the name, or what the \(row.noun) is for, or remove the row.",
        at: row.row, column: Company.column(\.name))
    }
  }

  /// The first bytes of all stand-ins, in small and in capital letters.
  private static let firstBytes = Set(
    words.union(formulaErrors).flatMap { [$0, $0.uppercased()] }.compactMap(\.utf8.first))

  private static func mayBegin(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return true }
    return first >= 0x80 || firstBytes.contains(first)
  }

  private func hasNoLetterOrDigit(_ name: String) -> Bool {
    let hasPlain = name.utf8.contains { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return !hasPlain && !name.contains { $0.isLetter || $0.isNumber || !$0.isASCII && $0.isSymbol }
  }
}
