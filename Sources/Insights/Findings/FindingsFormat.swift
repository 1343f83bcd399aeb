import EcosystemModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The forms in which findings are written.
package enum FindingsFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// Aligned text for a terminal.
  case table
  /// One table as comma-separated values.
  case csv
  /// The findings themselves.
  case json
  /// Headings and tables for a document.
  case markdown

  /// Whether programs read it, for which figures and dates are written as in tables.
  package var isForPrograms: Bool { self == .csv || self == .json }

  /// The format that a file's ending stands for, `nil` if it stands for none.
  package init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last?.lowercased() else { return nil }
    switch ending {
    case "txt": self = .table
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }
}

extension Findings {
  /// The findings as text in a format.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - id: The id of the only table wanted; `nil` for all. CSV holds one table, the first unless another is named.
  ///     JSON always holds everything.
  ///   - width: Columns of the terminal.
  /// - Returns: Text that ends with a line break.
  /// - Throws: ``InsightError`` with code `unknownName` if there is no such table.
  package func text(
    _ format: FindingsFormat, table id: String? = nil, width: Int = 120
  ) throws(InsightError) -> String {
    try Language.speaking(format.isForPrograms ? nil : Language.current) {
      () throws(InsightError) in
      try written(as: format, table: id, width: width)
    }
  }

  private func written(
    as format: FindingsFormat, table id: String?, width: Int
  ) throws(InsightError) -> String {
    var chosen = tables
    if let id {
      chosen = tables.filter { $0.id == id }
      guard !chosen.isEmpty else {
        throw InsightError(
          .unknownName,
          "There is no table “\(id)”; there are \(tables.map(\.id).joined(separator: ", ")).")
      }
    }
    let sentences = id == nil ? summary : []
    switch format {
    case .json: return try json()
    case .csv:
      guard var table = chosen.first else { return "" }
      if let withheld { table.method += (table.method.isEmpty ? "" : " ") + withheld.sentence }
      return table.csv
    case .markdown:
      var text = "# \(FindingsTable.escaped(title))\n\n"
      for sentence in sentences { text += "\(FindingsTable.escaped(sentence))\n\n" }
      text += chosen.map(\.markdown).joined(separator: "\n")
      return text + (groundsText.map { "\n\($0)\n" } ?? "")
    case .table:
      let opening = sentences.flatMap {
        DisplayWidth.wrapped(FindingsTable.sanitized($0), to: width)
      }
      let paragraphs =
        (opening.isEmpty ? [] : [opening.joined(separator: "\n") + "\n"])
        + chosen.map { $0.text(width: width) }
        + (groundsText.map { DisplayWidth.wrapped($0, to: width).map { $0 + "\n" } } ?? [])
      return paragraphs.joined(separator: "\n")
    }
  }

  /// The findings as JSON with sorted keys, and how each table was computed under `conventions`.
  private func json() throws(InsightError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return String(decoding: try encoder.encode(WithConventions(findings: self)), as: UTF8.self)
        + "\n"
    } catch {
      throw InsightError(.failed, "The findings cannot be written as JSON: \(error).")
    }
  }
}

/// Findings beside the conventions of their tables, as one object.
private struct WithConventions<Answer: Findings>: Encodable {
  let findings: Answer

  private enum Key: CodingKey { case conventions }

  func encode(to encoder: any Encoder) throws {
    try findings.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    let texts =
      findings.tables.map { ($0.id, $0.computation) }.filter { !$0.1.isEmpty }
      + (findings.groundsText.map { [("grounds", $0)] } ?? [])
    try container.encode(
      Dictionary(texts, uniquingKeysWith: { first, _ in first }), forKey: .conventions)
  }
}
