/// What somebody wants to see of a dataset: the rows that meet every one of some conditions.
///
/// A condition holds for a row by the row's own column, or else by that of what the row belongs to: an alliance's `area` holds for its
/// companies, committees, programs, seats and handoffs, a company's `region` for its functions and people. The nearest table that
/// has the column, and a row there that meets the condition, decides; `alliances.kind=research` names the table. A kind of
/// thing as column, such as `alliance` or `company`, asks for what a row belongs to by name or id.
package struct Filter: Hashable, Sendable, Codable {
  /// The conditions, all of which must be met.
  package var conditions: [Condition]
  /// The tables of what is to be shown: a condition must say something about one of them.
  package var subjects: [TableName]

  /// Makes a filter; without conditions everything meets it.
  package init(_ conditions: [Condition] = [], showing subjects: [TableName] = TableName.allCases) {
    self.conditions = conditions
    self.subjects = subjects
  }

  /// Whether everything meets it.
  package var isEmpty: Bool { conditions.isEmpty }
}

/// A filter that cannot be applied as it was meant.
package struct FilterFault: Error, Hashable, Sendable {
  /// What is wrong, and what there is instead.
  package let message: String
  /// The condition at fault, or `nil` where each is met by something and all together by nothing.
  package let condition: Condition?
}

extension FilterFault: CustomStringConvertible {
  /// The message.
  package var description: String { message }
}
