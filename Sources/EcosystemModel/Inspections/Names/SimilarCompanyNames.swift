/// Finds companies whose names differ only in case, accents, spaces, punctuation or legal form.
struct SimilarCompanyNames: Inspection {
  static let rule = "company.name.similar"
  static let summary = "No two companies have names that differ only in spelling or legal form."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.likeCompanies.map { finding($0, in: ecosystem.companies) }
  }

  private func finding(_ group: LikeNames, in companies: Roster<Company>) -> Finding {
    let members = group.positions.map { companies[$0] }
    var seen: Set<String> = []
    let list = Phrase.quotedList(members.map(\.name).filter { seen.insert($0).inserted })
    let row = Finding.Row(.companies, group.positions[1])
    switch group.similarity {
    case .onlyIDs:
      let ids = Phrase.quotedList(members.map(\.id.rawValue))
      return Finding(
        .warning,
        "\(members.count) companies are named \(list) (ids \(ids)); merge them, or tell them apart in their names.",
        at: row, column: Company.column(\.name))
    case .legalForms:
      return Finding(
        .note,
        "companies \(list) differ only in their legal forms; if they are one company, keep one name and use it in every row.",
        at: row, column: Company.column(\.name))
    case .spelling, .employers:
      return Finding(
        .warning,
        "companies \(list) look like one company; keep one spelling and use it in every row.",
        at: row, column: Company.column(\.name))
    }
  }
}
