import EcosystemModel

/// Puts the rows of a table that describe one entity together, as a list of aliases says.
///
/// A row keeps what it says; what it leaves open is taken from the rows that are merged into it, in their order. Every cell keeps its place
/// in the file.
struct RowMerger {
  /// What the merger has to know of a column.
  struct Column {
    let position: Int
    /// The kind of entity that its cells name, if they name one.
    let kind: EntityReference.Kind?
    let isList: Bool
  }

  private(set) var table: Table
  /// The rows that have become part of others.
  private(set) var absorbed: Set<Int> = []
  private let kind: EntityReference.Kind
  private let name: Int
  private let id: Int?
  private let columns: [Column]
  private let rows: RowNames
  /// The row that a row goes into, which may go into another itself.
  private var into: [Int: Int] = [:]
  private var diagnostics: [Diagnostic] = []

  init(
    _ table: Table, kind: EntityReference.Kind, name: Int, id: Int?, columns: [Column]
  ) {
    var table = table
    table.cutAll()
    self.table = table
    self.kind = kind
    self.name = name
    self.id = id
    self.columns = columns
    rows = RowNames(table, name: name, id: id)
  }

  /// Merges the rows, and lets their names and ids stand for the rows they went into.
  mutating func merge(_ aliases: inout Aliases, diagnostics reports: inout [Diagnostic]) {
    assign(&aliases)
    for row in table.rows.indices {
      let root = root(of: row)
      guard root != row else { continue }
      absorbed.insert(row)
      for text in [id.map { table.text(row: row, column: $0) } ?? "", rows.name(of: row)]
      where !text.isEmpty {
        aliases.add(text, standingFor: canonical(root), kind: kind)
      }
    }
    aliases.shorten(kind)
    for row in absorbed.sorted() { fill(root(of: row), from: row, aliases) }
    for row in Set(absorbed.map { root(of: $0) }).sorted() {
      dropReferenceToItself(of: row, aliases)
    }
    reports += diagnostics
  }

  /// Decides which row goes into which.
  private mutating func assign(_ aliases: inout Aliases) {
    var heirs: [String: Int] = [:]
    for (position, entry) in aliases.entries.enumerated() where entry.kinds.contains(kind) {
      guard let target = aliases.target(of: entry.alias, kind: kind) else { continue }
      switch (rows.match(entry.alias), rows.match(target)) {
      case (.ambiguous(let ids), _), (_, .ambiguous(let ids)):
        aliases.meetRow(position, kind: kind, .kept)
        report(
          .error, "alias.ambiguous",
          "\"\(entry.alias)\" or \"\(target)\" could be \(ids.prefix(5).map { "\"\($0)\"" }.spokenList(last: "or")); write the id that is meant",
          at: entry.location)
      case (.row(let row), .row(let other)):
        join(row, to: other, position, entry, &aliases)
      case (.row(let row), .none):
        if let heir = heirs[target] {
          join(row, to: heir, position, entry, &aliases)
        } else if into[row] == nil {
          heirs[target] = row
          aliases.meetRow(position, kind: kind, .renamed)
          report(
            .note, "alias.renamed",
            "no \(kind.rawValue) is called \"\(target)\", so this row takes the name",
            at: table.location(row: row, column: name))
          table.cells[row * table.width + name].text = target
        }
      case (.none, .none) where entry.kinds.count == 1:
        var suggestion = Suggestion()
        let nearest = suggestion.nearest(
          to: target, among: rows.names.map(Suggestion.Candidate.init))
        aliases.meetRow(position, kind: kind, .kept)
        report(
          .error, "alias.unknown",
          "neither \"\(entry.alias)\" nor \"\(target)\" is a \(kind.rawValue); "
            + (nearest.map { "did you mean \"\($0)\"?" } ?? "add a row for \"\(target)\""),
          at: entry.location)
      case (.none, _): continue
      }
    }
  }

  private mutating func join(
    _ row: Int, to other: Int, _ position: Int, _ entry: AliasList.Entry, _ aliases: inout Aliases
  ) {
    let root = root(of: other)
    aliases.meetRow(position, kind: kind, root != row ? .merged : .kept)
    if let earlier = into[row] {
      guard self.root(of: earlier) != root else { return }
      report(
        .error, "alias.contradiction",
        "\"\(entry.alias)\" is the row at \(table.location(row: row, column: name)), which is merged into "
          + "\"\(rows.name(of: earlier))\" already; let it stand for one name",
        at: entry.location)
    } else if root != row {
      into[row] = root
    } else if row == other {
      report(
        .warning, "alias.self",
        "\"\(entry.alias)\" and \"\(entry.name)\" are one row already; remove this one",
        at: entry.location)
    } else {
      report(
        .error, "alias.circle",
        "\"\(entry.alias)\" is merged into \"\(entry.name)\", which is merged into it; let both stand for one name",
        at: entry.location)
    }
  }

  private func root(of row: Int) -> Int {
    var root = row
    // Rows are only ever joined to roots, and roots to others, so that there is no circle.
    while let next = into[root] { root = next }
    return root
  }

  /// What cells call the entity of a row without any doubt.
  private func canonical(_ row: Int) -> String {
    let stated = id.map { table.text(row: row, column: $0) } ?? ""
    return stated.isEmpty ? table.text(row: row, column: name) : stated
  }

  /// Fills the open cells of a row, and reports where both say something else.
  private mutating func fill(_ row: Int, from other: Int, _ aliases: Aliases) {
    for column in columns where column.position != name && column.position != id {
      let place = row * table.width + column.position
      let source = other * table.width + column.position
      let text = table.cells[source].text
      guard !text.isEmpty, !isItself(text, row, column, aliases) else { continue }
      let present = table.cells[place].text
      if present.isEmpty {
        table.cells[place] = table.cells[source]
        if table.listCells.contains(source) { table.listCells.insert(place) }
      } else if column.isList {
        let elements = ListText.elements(of: present)
        let new = ListText.elements(of: text).filter { !elements.contains($0) }
        guard !new.isEmpty else { continue }
        table.cells[place].text = ListText.cell(of: elements + new)
      } else if Self.meaning(of: text, column, aliases)
        != Self.meaning(of: present, column, aliases)
      {
        report(
          .warning, "alias.contradiction",
          "\"\(table.headers[column.position].text)\" is \"\(text)\" here and \"\(present)\" at "
            + "\(table.location(row: row, column: column.position)), of one \(kind.rawValue) "
            + "\"\(table.text(row: row, column: name))\"; the latter is used. Keep one of the two",
          at: table.location(row: other, column: column.position))
      }
    }
  }

  /// Empties the cells in which an entity names one that has become part of it, such as its own parent.
  private mutating func dropReferenceToItself(of row: Int, _ aliases: Aliases) {
    for column in columns where column.kind == kind {
      let place = row * table.width + column.position
      let text = table.cells[place].text
      guard isItself(text, row, column, aliases) else { continue }
      report(
        .note, "alias.self",
        "\"\(text)\" is merged into \"\(table.text(row: row, column: name))\", "
          + "so it is no longer its \(table.headers[column.position].text)",
        at: table.location(row: row, column: column.position))
      table.cells[place].text = ""
    }
  }

  private func isItself(_ text: String, _ row: Int, _ column: Column, _ aliases: Aliases) -> Bool {
    guard column.kind == kind, !text.isEmpty else { return false }
    let meant = Self.meaning(of: text, column, aliases)
    if meant == canonical(row) { return true }
    guard case .row(let other) = rows.match(meant) else { return false }
    return root(of: other) == row
  }

  private static func meaning(of text: String, _ column: Column, _ aliases: Aliases) -> String {
    column.kind.flatMap { aliases.target(of: text, kind: $0) } ?? text
  }

  private mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, at location: Location
  ) {
    diagnostics.append(
      Diagnostic(severity: severity, rule: rule, message: message, location: location))
  }
}
