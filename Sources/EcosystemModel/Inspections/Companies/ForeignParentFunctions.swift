/// Finds functions that report to a function of an unrelated company.
struct ForeignParentFunctions: Inspection {
  static let rule = "function.parent.foreign"
  static let summary =
    "A function reports to a function of its own company, or of that company's owner."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    ecosystem.functions.enumerated().compactMap { position, function in
      guard let parent = ecosystem.functions[function.parent],
        !ecosystem.owners(of: function.company).contains(parent.company)
      else { return nil }
      return Finding(
        .warning,
        "function \(Phrase.quoted(function.name)) of \(ecosystem.quoted(.company(function.company))) reports to \(Phrase.quoted(parent.name)) of \(ecosystem.quoted(.company(parent.company))); name a parent in the same company, by id where names repeat.",
        at: .init(.functions, position), column: "parent")
    }
  }
}
