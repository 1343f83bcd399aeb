package import EcosystemModel
internal import GraphCore

/// Why a question about an ecosystem has no answer.
package struct InsightError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sorts of reason.
  package enum Code: String, Hashable, Sendable, Codable {
    /// The dataset lacks the table or the column that the question is about.
    case missingData
    /// The question names something that is not there, or that several share.
    case unknownName
    /// The options contradict each other or the data.
    case badOption
    /// The computation did not come to an end.
    case failed
  }

  /// The sort of reason.
  package var code: Code
  /// A sentence that says what is wrong.
  package var message: String
  /// What the asker may do about it, where that depends on the program; `nil` if the message says it all.
  package var remedy: Remedy?

  /// What the asker may do, which a program says in words of its own.
  package enum Remedy: Hashable, Sendable {
    /// Look at what was read of the dataset.
    case readingOfData
    /// Ask for another day, or for all.
    case day
    /// Say what makes a relationship strong.
    case strengths
    /// Leave out what makes a relationship strong.
    case noStrengths
    /// Ask for handoffs, which have a direction.
    case handoffs
    /// Count steps rather than hours.
    case steps
  }

  /// Makes an error.
  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Makes an error with something to do about it.
  package init(_ code: Code, _ message: String, remedy: Remedy) {
    self.init(code, message)
    self.remedy = remedy
  }

  /// The message.
  package var description: String { message }
}

extension InsightError {
  /// Takes over why an algorithm could not answer.
  init(_ error: AlgorithmError) {
    self.init(.failed, error.message)
  }
}

extension Snapshot {
  /// Throws unless every table has a row on the day, naming those that have none.
  ///
  /// - Parameters:
  ///   - tables: The tables that the question needs.
  ///   - question: What is asked, as in “overlap needs …”.
  /// - Throws: ``InsightError`` with code `missingData`.
  package func require(_ tables: TableName..., for question: String) throws(InsightError) {
    let missing = tables.filter { ecosystem.count(of: $0) == 0 }
    guard let first = missing.first else { return }
    if let date, case let all = on(nil).ecosystem, missing.allSatisfy({ all.count(of: $0) > 0 }) {
      throw InsightError(
        .missingData,
        "On \(date) there are no \(first.rawValue); the dataset has \(all.count(of: first)) with other dates.",
        remedy: .day)
    }
    let names = missing.map { "“\($0.rawValue)”" }.joined(separator: " and ")
    let sentence =
      "\(question.prefix(1).uppercased())\(question.dropFirst()) needs the table\(missing.count == 1 ? "" : "s") \(names), which "
      + "\(missing.count == 1 ? "is" : "are") missing or empty."
    throw InsightError(
      .missingData, sentence, remedy: .readingOfData)
  }

}

extension Ecosystem {
  /// The only entity of a kind with this id or name.
  ///
  /// - Throws: ``InsightError`` with code `unknownName` where there is none, with names that come near, or several.
  package func entity(
    named text: String, among kinds: EntityReference.Kind...
  ) throws(InsightError) -> EntityReference {
    let found = references(named: text).filter { kinds.isEmpty || kinds.contains($0.kind) }
    if found.count == 1, let only = found.first { return only }
    if found.isEmpty {
      let near = names(similarTo: text).map { "“\($0)”" }.joined(separator: " or ")
      let sort = kinds.isEmpty ? "nothing" : "no " + kinds.map(\.rawValue).joined(separator: " or ")
      throw InsightError(
        .unknownName,
        "There is \(sort) called “\(text)” in the dataset"
          + (near.isEmpty ? "." : "; did you mean \(near)?"))
    }
    // A reference such as committee:jdc is always an id.
    throw InsightError(
      .unknownName,
      "“\(text)” is the name of several; write one of \(found.map(\.rawID).joined(separator: ", "))."
    )
  }
}
