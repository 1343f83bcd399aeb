/// Finds companies whose names differ only in case, accents, spaces, punctuation or legal form.
struct SimilarCompanyNames: Inspection {
  static let rule = "company.name.similar"
  static let summary = "No two companies have names that differ only in spelling or legal form."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let companies = ecosystem.companies
    var groups: [NameKey: [Int]] = [:]
    var forms: [Int: Set<String>] = [:]
    for (position, company) in companies.enumerated() {
      guard let (key, legalForms) = NameKey.company(company.name) else { continue }
      groups[key, default: []].append(position)
      forms[position] = legalForms
    }
    let found = groups.values.compactMap { group -> Finding? in
      // A company and its stated owner are known to be two.
      let ids = Set(group.map { companies[$0].id })
      let kept = group.filter { companies[$0].parent.map { !ids.contains($0) } ?? true }
      guard kept.count > 1 else { return nil }
      return finding(kept, in: companies, forms: kept.compactMap { forms[$0] })
    }
    return found.sorted { ($0.row?.position ?? 0) < ($1.row?.position ?? 0) }
  }

  private func finding(
    _ group: [Int], in companies: Roster<Company>, forms: [Set<String>]
  ) -> Finding {
    let row = Finding.Row(.companies, group[1])
    var seen: Set<String> = []
    let names = group.map { companies[$0].name }.filter { seen.insert($0).inserted }
    if names.count == 1 {
      let ids = Phrase.quotedList(group.map { companies[$0].id.rawValue })
      return Finding(
        .warning,
        "\(group.count) companies are named \(Phrase.quoted(names[0])) (ids \(ids)); merge them, or tell them apart in their names.",
        at: row, column: "name")
    }
    let list = Phrase.quotedList(names)
    let stated = forms.filter { !$0.isEmpty }
    let common = stated.dropFirst().reduce(stated.first ?? []) { $0.intersection($1) }
    if stated.count > 1, common.isEmpty {
      return Finding(
        .note,
        "companies \(list) differ only in their legal forms; if they are one company, keep one name and use it in every row.",
        at: row, column: "name")
    }
    return Finding(
      .warning,
      "companies \(list) look like one company; keep one spelling and use it in every row.",
      at: row, column: "name")
  }
}
