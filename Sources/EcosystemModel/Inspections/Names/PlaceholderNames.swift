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
    return ecosystem.namedRows.compactMap { row in
      // Most names are longer than any stand-in, and need no look at their letters.
      guard row.name.utf8.count <= longest || hasNoLetterOrDigit(row.name) else { return nil }
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

  private func hasNoLetterOrDigit(_ name: String) -> Bool {
    !name.contains { $0.isLetter || $0.isNumber || !$0.isASCII && $0.isSymbol }
  }
}
