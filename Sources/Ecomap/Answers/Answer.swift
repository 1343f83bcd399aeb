public import EcosystemModel
public import Insights

/// The answer to a question: in sentences, in tables, and in figures by their names.
///
/// ```swift
/// let overlap = try dataset.on("2020-06-01").answer(OverlapQuestion("JLT", "JDC"))
/// overlap.sentences  // 7 people sit on both …
/// overlap.pair?.shared  // 7
/// ```
@dynamicMemberLookup
public struct Answer<Figures: Sendable>: Sendable {
  /// What is behind it.
  package let findings: any Findings
  private let figures: Figures

  package init(_ findings: Figures) where Figures: Findings {
    self.findings = findings
    figures = findings
  }

  /// Takes an answer whose figures have no names.
  init(about findings: any Findings) where Figures == Void {
    self.findings = findings
    figures = ()
  }

  /// What was asked, as a title.
  public var title: String { findings.title }
  /// The day it stands for; `nil` if every row counted, whatever its dates.
  public var date: CalendarDate? { findings.date }
  /// The conditions that everything counted meets; none if nothing was filtered.
  public var conditions: [String] { findings.filter }
  /// The answer in sentences, the most important first; empty where the tables say it all.
  public var sentences: [String] { findings.summary }
  /// The answer in tables, the main one first.
  public var tables: [FindingsTable] { findings.tables }

  /// A figure of the answer.
  public subscript<Value>(dynamicMember path: KeyPath<Figures, Value>) -> Value {
    figures[keyPath: path]
  }

  /// The answer as a file.
  ///
  /// - Parameters:
  ///   - format: The form. CSV holds one table, the first unless another is named; JSON always holds everything.
  ///   - id: The id of the only table wanted; `nil` for all.
  /// - Returns: The content of the file.
  /// - Throws: ``EcomapError`` with code `badRequest` if there is no such table.
  public func bytes(
    as format: AnswerFormat, table id: String? = nil
  ) throws(EcomapError) -> [UInt8] {
    try EcomapError.wrapping { () throws(InsightError) in
      try findings.bytes(as: format, table: id, width: 120)
    }
  }
}
