/// Finds functions that report to a function of an unrelated company.
struct ForeignParentFunctions: Inspection {
  static let rule = "function.parent.foreign"
  static let summary =
    "A function reports to a function of its own company, or of that company's owner."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    return ecosystem.functions.enumerated().compactMap { position, function in
      guard let above = hierarchy.functions.parent(of: position),
        let company = hierarchy.company(ofFunction: position),
        let other = hierarchy.company(ofFunction: above),
        hierarchy.partner(owning: company, among: [other]) == nil
      else { return nil }
      let parent = ecosystem.functions[above]
      return Finding(
        .warning,
        "function \(Phrase.quoted(function.name)) of \(ecosystem.quoted(.company(function.company))) reports to \(Phrase.quoted(parent.name)) of \(ecosystem.quoted(.company(parent.company))); name a parent in the same company, by id where names repeat.",
        at: .init(.functions, position), column: Function.column(\.parent))
    }
  }
}
