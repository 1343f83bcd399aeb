package import Insights
import Interchange

/// The forms in which an answer is written.
public enum AnswerFormat: String, CaseIterable, Hashable, Sendable {
  /// Aligned text for a terminal.
  case table
  /// One table as comma-separated values.
  case csv
  /// The answer itself, for programs.
  case json
  /// Headings and tables for a document.
  case markdown
  /// An Excel workbook with a sheet for each table.
  case xlsx

  /// Whether programs read it, for which figures and dates are written as in tables.
  package var isForPrograms: Bool {
    FindingsFormat(rawValue: rawValue)?.isForPrograms ?? false
  }

  /// The format that a file's ending stands for; `nil` if it stands for none.
  package init?(fileName: String) {
    if fileName.lowercased().hasSuffix(".xlsx") {
      self = .xlsx
    } else if let text = FindingsFormat(fileName: fileName) {
      self.init(rawValue: text.rawValue)
    } else {
      return nil
    }
  }
}

extension Findings {
  /// The answer as a file; a table for a terminal has so many columns.
  package func bytes(
    as format: AnswerFormat, table id: String?, width: Int
  ) throws(InsightError) -> [UInt8] {
    if let text = FindingsFormat(rawValue: format.rawValue) {
      return Array(try self.text(text, table: id, width: width).utf8)
    }
    let workbook = try workbook(table: id)
    do {
      return try workbook.bytes()
    } catch {
      throw InsightError(.failed, error.message)
    }
  }
}
