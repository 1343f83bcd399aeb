import EcosystemModel

/// Other names of companies and people, as somebody has reviewed them: what each of them stands for.
///
/// A CSV file with the columns `alias` and `name`, names or ids, and optionally `kind` (`company` or `person`; both without) and `merge`
/// (`yes` or `no`; all rows apply without). Other columns are for the reader. ``AliasProposals`` writes such a file.
package struct AliasList: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var kinds: [EntityReference.Kind]
    var alias: String
    var name: String
    var location: Location
  }

  /// The kinds of entity that can have aliases.
  static let kinds: [EntityReference.Kind] = [.company, .person]

  /// What a spreadsheet takes for the beginning of a formula.
  static let formulaMarks = "=+-@".unicodeScalars

  let entries: [Entry]
  let diagnostics: [Diagnostic]

  /// Reads a file.
  ///
  /// - Throws: ``ReadError`` where it cannot be read or has no columns `alias` and `name`; faults in its rows are diagnostics of the
  ///   dataset that is read with it.
  package static func read(at path: String) throws(ReadError) -> AliasList {
    try AliasList(try FileAccess.bytes(of: path), file: path)
  }

  /// Takes the content of a file.
  ///
  /// - Throws: ``ReadError`` where it has no columns `alias` and `name`.
  package init(_ bytes: [UInt8], file: String) throws(ReadError) {
    var faults: [Diagnostic] = []
    guard let table = CSVTable.read(bytes, file: file, diagnostics: &faults) else {
      throw ReadError(
        .badOption, "\"\(file)\" is no list of aliases: \(faults.first?.message ?? "it is empty").")
    }
    func position(of column: String) -> Int? {
      table.headers.firstIndex { ColumnName.normalized($0.text) == column }
    }
    guard let alias = position(of: "alias"), let name = position(of: "name") else {
      throw ReadError(
        .badOption,
        "\"\(file)\" is no list of aliases: it needs the columns \"alias\" and \"name\".",
        remedy: .proposedAliases)
    }
    var reading = Reading(
      table: table, alias: alias, name: name, kind: position(of: "kind"),
      merge: position(of: "merge"), diagnostics: faults)
    for row in table.rows.indices { reading.read(row) }
    entries = reading.entries
    diagnostics = reading.diagnostics
  }
}

extension AliasList {
  /// The rows of a list on their way into entries.
  private struct Reading {
    let table: Table
    let alias: Int
    let name: Int
    let kind: Int?
    let merge: Int?
    var diagnostics: [Diagnostic]
    var entries: [Entry] = []
    private var first: [EntityReference.Kind: [String: Int]] = [:]

    init(
      table: Table, alias: Int, name: Int, kind: Int?, merge: Int?, diagnostics: [Diagnostic]
    ) {
      self.table = table
      self.alias = alias
      self.name = name
      self.kind = kind
      self.merge = merge
      self.diagnostics = diagnostics
    }

    mutating func read(_ row: Int) {
      guard isWanted(row), let kinds = kinds(row) else { return }
      let texts = [alias, name].map {
        Self.unquoted(table.text(row: row, column: $0))
      }
      for (text, column) in zip(texts, [(alias, "alias"), (name, "name")]) where text.isEmpty {
        report(row, column.0, .error, "cell.missing", "this row has no \(column.1); fill the cell")
        return
      }
      guard texts[0] != texts[1] else {
        report(
          row, alias, .warning, "alias.self", "\"\(texts[0])\" stands for itself; remove the row")
        return
      }
      for kind in kinds {
        guard let earlier = first[kind]?[texts[0]] else { continue }
        guard entries[earlier].name != texts[1] else { return }
        report(
          row, name, .error, "alias.contradiction",
          "\"\(texts[0])\" stands for \"\(entries[earlier].name)\" already "
            + "(\(entries[earlier].location)); keep one of the two rows")
        return
      }
      for kind in kinds { first[kind, default: [:]][texts[0]] = entries.count }
      entries.append(
        Entry(
          kinds: kinds, alias: texts[0], name: texts[1],
          location: table.location(row: row, column: alias)))
    }

    private mutating func isWanted(_ row: Int) -> Bool {
      guard let merge else { return true }
      switch table.text(row: row, column: merge).lowercased() {
      case "yes", "y", "true", "1", "x": return true
      case "no", "n", "false", "0": return false
      default:
        report(
          row, merge, .warning, "value.boolean",
          "this row says neither yes nor no, so nothing is merged; write yes or no")
        return false
      }
    }

    private mutating func kinds(_ row: Int) -> [EntityReference.Kind]? {
      guard let kind, case let text = table.text(row: row, column: kind), !text.isEmpty else {
        return AliasList.kinds
      }
      let word = ColumnName.normalized(text)
      if let found = AliasList.kinds.first(where: {
        $0.rawValue == word || $0.table.rawValue == word
      }) {
        return [found]
      }
      report(
        row, kind, .error, "value.choice",
        "\"\(text)\" can have no aliases; write company or person")
      return nil
    }

    private mutating func report(
      _ row: Int, _ column: Int, _ severity: Severity, _ rule: String, _ message: String
    ) {
      diagnostics.append(
        Diagnostic(
          severity: severity, rule: rule, message: message,
          location: table.location(row: row, column: column)))
    }

    /// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
    private static func unquoted(_ text: String) -> String {
      let scalars = text.unicodeScalars
      guard scalars.first == "'", let second = scalars.dropFirst().first,
        AliasList.formulaMarks.contains(second)
      else { return text }
      return String(scalars.dropFirst())
    }
  }
}
