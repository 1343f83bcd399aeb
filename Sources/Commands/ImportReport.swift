import EcosystemModel
import Interchange

/// What was understood of a workbook, in words.
struct ImportReport {
  let lines: [String]

  init(_ book: ImportedBook) {
    var lines = Self.table(of: book.sheets)
    lines.append("")
    for sheet in book.sheets where sheet.ignored == nil { lines += Self.columns(of: sheet) }
    let counts = book.ledger.counts
    lines += Self.numbered(book.questions)
    let messages = DiagnosticGroup.groups(
      of: book.dataset.diagnostics.filter { $0.rule != "mapping.question" })
    lines += messages.prefix(40).map(\.description)
    if messages.count > 40 {
      lines.append("… and \(messages.count - 40) more; `ecomap check` lists all")
    }
    if !messages.isEmpty { lines.append("") }
    let read = book.dataset.counts.filter { $0.read > 0 }.map {
      Phrase.count($0.read, $0.table.singular, $0.table.rawValue)
        + ($0.leftOut > 0 ? " (\(Phrase.count($0.leftOut, "row")) left out)" : "")
    }
    lines.append("\(book.path): " + (read.isEmpty ? "nothing read" : read.joined(separator: ", ")))
    lines.append(
      "\(Phrase.count(counts.all, "cell")) with text: \(counts.used) used, \(counts.ignored) left out with a reason, \(counts.asked) asked about"
    )
    if let mapping = book.dataset.mapping { lines.append("read through \(mapping)") }
    self.lines = lines
  }

  /// A line for each sheet: what it was read as, how many rows, how sure.
  private static func table(of sheets: [ImportedBook.Sheet]) -> [String] {
    let rows = sheets.map { sheet in
      [
        sheet.name,
        sheet.ignored.map { "not read: \($0)" }
          ?? sheet.tables.map(\.rawValue).joined(separator: ", "),
        sheet.ignored == nil ? String(sheet.rows) : "",
        sheet.confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? "by the mapping",
      ]
    }
    let head = ["sheet", "read as", "rows", "sure"]
    let widths = head.indices.map { column in
      min(60, ([head] + rows).map { $0[column].count }.max() ?? 0)
    }
    return ([head] + rows).map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: max(0, widths[column] - row[column].count))
        return column == 2 ? gap + row[column] : row[column] + gap
      }.joined(separator: "  ").trimmed
    }
  }

  private static func columns(of sheet: ImportedBook.Sheet) -> [String] {
    var lines = [
      "\(sheet.name): " + sheet.columns.map { "\($0.ours) ← \($0.theirs)" }.joined(separator: ", ")
    ]
    if !sheet.ownColumns.isEmpty {
      lines.append("  kept as columns of your own: \(sheet.ownColumns.joined(separator: ", "))")
    }
    if !sheet.doubts.isEmpty {
      lines.append("  least sure: \(sheet.doubts.joined(separator: ", "))")
    }
    for entry in sheet.leftOut {
      let rows = entry.lines.prefix(3).map(String.init).joined(separator: ", ")
      lines.append(
        "  left out: \(entry.reason) (\(Phrase.count(entry.count, "cell")), row\(entry.lines.count == 1 ? "" : "s") \(rows)\(entry.lines.count > 3 ? " …" : ""))"
      )
    }
    return lines
  }

  private static func numbered(_ questions: [String]) -> [String] {
    guard !questions.isEmpty else { return [] }
    return ["", "Questions:"]
      + questions.enumerated().map { "\($0.offset + 1). \($0.element)" } + [""]
  }
}
