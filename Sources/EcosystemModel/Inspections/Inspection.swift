/// Something an inspection noticed, at a row of the model rather than at a line of a file.
package struct Finding: Hashable, Sendable {
  /// The row it is about.
  package struct Row: Hashable, Sendable {
    /// The table.
    package let table: TableName
    /// The position in that table's collection of the ecosystem, counted from 0.
    package let position: Int

    /// Names a row.
    package init(_ table: TableName, _ position: Int) {
      self.table = table
      self.position = position
    }
  }

  /// How much it matters.
  package var severity: Severity
  /// What is wrong and how to mend it.
  package var message: String
  /// The row it is about, or `nil` if it is about the dataset as a whole.
  package var row: Row?
  /// The column of the contract it is about, such as `time_zone`.
  package var column: String?

  /// Makes a finding.
  package init(_ severity: Severity, _ message: String, at row: Row? = nil, column: String? = nil) {
    self.severity = severity
    self.message = message
    self.row = row
    self.column = column
  }
}

/// A rule about the quality of an ecosystem: one rule, one type, one file.
package protocol Inspection: Sendable {
  /// The dotted id of the rule, such as `committee.chair.missing`.
  static var rule: String { get }
  /// What the rule asks of the data, in one line, for the documentation.
  static var summary: String { get }
  /// Makes the rule with its standard settings.
  init()
  /// Everything that breaks the rule, in the order of the rows.
  ///
  /// - Parameter snapshot: The ecosystem on all days, as `check` sees it.
  /// - Returns: The findings.
  func findings(in snapshot: Snapshot) -> [Finding]
}
