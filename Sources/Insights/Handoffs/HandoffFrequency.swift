import EcosystemModel

/// How often something is handed over.
///
/// Rows that state `per_year` count so often, any other row counts once.
package struct HandoffFrequency: Hashable, Sendable, Codable {
  /// Times a year, over the rows that state it; `nil` if none does.
  package let perYear: Double?
  /// How many rows do not state it.
  package let unstatedRows: Int

  /// Counts rows.
  init(_ rows: some Sequence<Handoff>) {
    var perYear: Double?
    var unstated = 0
    for row in rows {
      if row.perYear == nil { unstated += 1 } else { perYear = (perYear ?? 0) + row.weight }
    }
    self.perYear = perYear
    unstatedRows = unstated
  }

  /// Counts a single row.
  init(perYear: Double?) {
    self.perYear = perYear.map(Handoff.weight)
    unstatedRows = perYear == nil ? 1 : 0
  }

  /// Counts a single row of an ecosystem.
  init(ofRow row: Int, in ecosystem: Ecosystem) {
    self.init(perYear: ecosystem.handoffs.columns.perYear[row])
  }

  /// Counts all rows.
  init(_ handoffs: HandoffColumns) {
    let isStated = !handoffs.perYear.isBlank
    let stated = isStated ? (0..<handoffs.count).compactMap { handoffs.perYear[$0] } : []
    perYear = stated.isEmpty ? nil : stated.reduce(0) { $0 + Handoff.weight($1) }
    unstatedRows = handoffs.count - stated.count
  }

  /// What busier links have more of.
  var weight: Double { (perYear ?? 0) + Double(unstatedRows) }

  /// `900 times a year`, or `4 rows` where no row says how often.
  package var words: String {
    let rows = Phrase.count(unstatedRows, "row", "rows")
    guard let perYear else { return rows }
    let times = NumberText.short(perYear)
    let words = times == "1" ? "once a year" : "\(times) times a year"
    return unstatedRows == 0 ? words : "\(words), and \(rows) without per_year"
  }

  /// How figures over rows count them, for the line that says how a table was computed.
  var convention: String {
    if perYear == nil { return "no row states per_year: each counts once" }
    guard unstatedRows > 0 else { return "weighted by per_year" }
    return
      "weighted by per_year; \(Phrase.count(unstatedRows, "row that states none counts", "rows that state none count")) once"
  }
}

extension Handoff {
  /// How often the row counts.
  var weight: Double { perYear.map(Self.weight) ?? 1 }

  /// How often a row counts that says so.
  static func weight(_ perYear: Double) -> Double { perYear.isFinite ? max(0, perYear) : 1 }
}
