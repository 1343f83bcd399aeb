public import EcosystemModel
import Insights

extension Snapshot {
  /// The answer to a question by the name of its command: sentences and tables, without figures by their names.
  ///
  /// ```swift
  /// let decisions = try dataset.on("2020-06-01").answer(to: "decisions", about: "Clinical design")
  /// ```
  ///
  /// - Parameters:
  ///   - question: `decisions`, `alignment`, `health`, `tax`, `work`, `fit`, `structure`, `turnover` or `roles`.
  ///   - subject: What it is about, where it is not about everything: the matter of `decisions`, the measure of `health`, what is to
  ///     arrive for `work`, who leaves for `roles`, who is new for `turnover`; for `tax` and `turnover` an earlier day to compare with.
  ///   - conditions: What everything counted must meet, such as `region=Japan`.
  /// - Returns: The answer that the command gives with its usual options.
  /// - Throws: ``EcomapError`` with code `badRequest` for another name, a subject where none is asked for, or one that is not there;
  ///   `missingData` where the data says nothing.
  public func answer(
    to question: String, about subject: String? = nil, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<Void> {
    func asked(_ question: some Question) throws(EcomapError) -> Answer<Void> {
      Answer(about: try answered(question, conditions).findings)
    }
    let day = subject.flatMap { CalendarDate($0) }
    switch (question, subject) {
    case ("decisions", _): return try asked(DecisionQuestion(matter: subject))
    case ("health", _): return try asked(HealthQuestion(measure: subject))
    case ("work", _): return try asked(WorkQuestion(goal: subject))
    case ("alignment", nil): return try asked(AlignmentQuestion())
    case ("fit", nil): return try asked(FitQuestion())
    case ("structure", nil): return try asked(StructureQuestion())
    case ("tax", nil): return try asked(TaxQuestion())
    case ("roles", nil): return try asked(RolesQuestion())
    case ("roles", let person?): return try asked(DepartureQuestion(of: person))
    case ("turnover", let person?) where day == nil:
      return try asked(NewcomerQuestion(of: person))
    default: break
    }
    if question == "tax", let day { return try asked(TaxComparisonQuestion(before: day)) }
    if question == "turnover", let day, let date {
      return try asked(TurnoverQuestion(from: day, to: date))
    }
    throw EcomapError(.badRequest, Self.refusal(of: question, about: subject))
  }

  private static func refusal(of question: String, about subject: String?) -> String {
    let names = [
      "decisions", "alignment", "health", "tax", "work", "fit", "structure", "turnover", "roles",
    ]
    guard names.contains(question) else {
      return "There is no question “\(question)”; there are \(names.joined(separator: ", "))."
    }
    if question == "turnover", subject.map({ CalendarDate($0) != nil }) ?? true {
      return "“turnover” needs a person, or an earlier day and a snapshot of a later one."
    }
    return "“\(question)” is not about “\(subject ?? "")”."
  }
}
