package import EcosystemModel
package import Insights
package import Interchange

/// The rows behind a name in an answer, each with its place in the files and whether a source states it.
package struct RowsBehind: Findings {
  /// A row that names somebody or something, or describes it.
  package struct Row: Hashable, Sendable, Codable {
    /// Its table.
    package let table: TableName
    /// Where it stands, such as `people.csv:14`; `nil` if it stands in no file.
    package let place: String?
    /// Whether it is tagged `illustrative`.
    package let isIllustrative: Bool
    /// The names of its cells that no source states.
    package let assumed: [String]
    /// What it says, column by column.
    package let text: String
  }

  /// The name that was asked for.
  package let name: String
  /// The answer that the rows are behind.
  package let answer: String
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on: those listed.
  package var grounds: Grounds?
  /// The rows, in the order of the tables.
  package let rows: [Row]

  /// What was asked, as a title.
  package var title: String { "Rows behind “\(name)”: \(answer)" }

  /// How many there are, and how many of them no source states.
  package var summary: [String] {
    let illustrative = rows.count(where: \.isIllustrative)
    let assumed = rows.count { !$0.isIllustrative && !$0.assumed.isEmpty }
    let kinds = [
      illustrative > 0 ? "\(illustrative) illustrative" : nil,
      assumed > 0 ? "\(assumed) with assumed cells" : nil,
    ].compactMap { $0 }
    let counts = kinds.isEmpty ? "" : ": \(kinds.joined(separator: ", "))"
    return ["\(Phrase.count(rows.count, "row")) behind this answer name “\(name)”\(counts)."]
  }

  /// The rows.
  package var tables: [FindingsTable] {
    var table = FindingsTable(
      id: "rows", title: title,
      method:
        "rows of the tables that the answer reads, in force for it, that name “\(name)” or describe it; \(dateText)",
      columns: [.init("table"), .init("place"), .init("stated"), .init("row")])
    for row in rows {
      let stated =
        row.isIllustrative
        ? "illustrative" : row.assumed.isEmpty ? "yes" : "all but \(row.assumed.listed)"
      table.append([
        .text(row.table.rawValue), .text(row.place), .text(stated), .text(row.text),
      ])
    }
    return [table]
  }
}

extension Dataset {
  /// The rows behind a name in the answer to a question.
  ///
  /// - Parameters:
  ///   - name: The name or id of an entity.
  ///   - question: What was asked.
  ///   - day: The day the answer stands for.
  ///   - conditions: What everything counted meets.
  /// - Returns: The rows of the tables that the question reads, on the day and under the conditions, that name the entity, and its own.
  /// - Throws: ``InsightError`` for a name that nothing bears, and as the question does.
  /// - Complexity: O(rows).
  package func rows<Asked: Question>(
    behind name: String, _ question: Asked, on day: CalendarDate?, meeting conditions: [Condition]
  ) throws(InsightError) -> RowsBehind {
    let answer = try ecosystem.on(day).answer(question, meeting: conditions)
    let snapshot: Snapshot
    do throws(FilterFault) {
      snapshot = try ecosystem.numberingRows.on(day)
        .filtered(by: Filter(conditions, showing: Asked.tables))
    } catch {
      throw InsightError(.badOption, error.message)
    }
    let entity = try snapshot.whole.entity(named: name)
    var search = NamingRows(
      of: entity, in: snapshot, tables: Set(Asked.sources + [entity.kind.table])
    ) { [sources] table, position in sources.location(of: .init(table, position))?.description }
    snapshot.ecosystem.visit(&search)
    return RowsBehind(
      name: snapshot.whole.name(of: entity), answer: answer.title, date: answer.date,
      filter: answer.filter, withheld: answer.withheld, grounds: nil, rows: search.found)
  }
}

/// Gathers the rows that name an entity.
private struct NamingRows: RowVisitor {
  let entity: EntityReference
  let ecosystem: Ecosystem
  let tables: Set<TableName>
  let place: (TableName, Int) -> String?
  var found: [RowsBehind.Row] = []

  init(
    of entity: EntityReference, in snapshot: Snapshot, tables: Set<TableName>,
    place: @escaping (TableName, Int) -> String?
  ) {
    self.entity = entity
    ecosystem = snapshot.ecosystem
    self.tables = tables
    self.place = place
  }

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    guard tables.contains(Row.table) else { return }
    let columns = Row.contract.columns.filter { !$0.kinds.isEmpty }
    for row in rows {
      let own = (row as? any TableEntity)?.reference
      let isNamed = own == entity || columns.contains { $0.references(of: row).contains(entity) }
      guard isNamed, let number = row.number else { continue }
      found.append(
        RowsBehind.Row(
          table: Row.table, place: place(Row.table, number), isIllustrative: row.isIllustrative,
          assumed: row.assumed, text: text(of: row)))
    }
  }

  private func text<Row: TableRow>(of row: Row) -> String {
    let shared = [Row.contract.columns.count - 2, Row.contract.columns.count - 1]
    return Row.contract.columns.enumerated().compactMap { place, column -> String? in
      guard !shared.contains(place), !column.isOtherUnit else { return nil }
      if case .derived = column.form { return nil }
      return column.text(of: row, in: ecosystem).map { "\(column.name): \($0)" }
    }.joined(separator: "; ")
  }
}
