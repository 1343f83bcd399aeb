extension ConditionScope {
  /// Refuses a condition that says nothing about what is shown, or that nothing can meet.
  func requireSense(for subjects: [TableName]) throws(FilterFault) {
    guard !subjects.contains(where: hasSense) else { return }
    var tables: [TableName] = []
    for table in subjects.flatMap({ candidates(for: $0) }) where !tables.contains(table) {
      tables.append(table)
    }
    guard tables.isEmpty else {
      throw FilterFault(message: valueMessage(tables), condition: condition)
    }
    throw FilterFault(message: columnMessage(subjects), condition: condition)
  }

  private func valueMessage(_ tables: [TableName]) -> String {
    let known = values(in: tables)
    let where_ = Phrase.list(tables.map(\.rawValue))
    let shown = known.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
    let more = known.count > 12 ? " and \(known.count - 12) more" : ""
    if condition.comparison.isOrder {
      return known.contains { Quantity($0) != nil }
        ? "No row of \(where_) has \(condition.description); there are \(shown)\(more)."
        : "The column “\(condition.column)” of \(where_) holds neither numbers nor dates but \(shown)\(more); compare with =."
    }
    let wanted = condition.values.map { "“\($0)”" }.joined(separator: " or ")
    let near = condition.values.lazy.compactMap { nearest(to: $0, among: known) }.first
    let hint = near.map { "; did you mean “\($0)”?" } ?? "; there are \(shown)\(more)."
    if let kind = isAboutBelonging ? tables.first?.kind : nil {
      return "There is no \(kind.rawValue) called \(wanted)\(hint)"
    }
    return "No row of \(where_) has the \(condition.column) \(wanted)\(hint)"
  }

  private func columnMessage(_ subjects: [TableName]) -> String {
    let shown = Phrase.list(subjects.map(\.rawValue))
    if bearers.isEmpty {
      let columns = ecosystem.columnNames
      let near = nearest(to: condition.column, among: columns)
      return "No table has a column “\(condition.column)”"
        + (near.map { "; did you mean “\($0)”?" }
          ?? "; there are \(columns.joined(separator: ", ")).")
    }
    let owners = Phrase.list(bearers.sorted().map(\.rawValue))
    return
      "“\(condition.column)” is a column of \(owners), which says nothing about \(shown), the rows shown here."
  }

  private func nearest(to word: String, among words: [String]) -> String? {
    var suggestion = Suggestion()
    return suggestion.nearest(to: word, among: words.map(Suggestion.Candidate.init))
  }
}
