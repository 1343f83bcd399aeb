/// Finds committees with two chairs at one time, or with two co-chairs of one company.
///
/// One co-chair for each company is the usual form of a joint committee and is fine.
struct SeveralChairs: Inspection {
  static let rule = "committee.chair.several"
  static let summary = "A committee has one chair at a time; co-chairs are one for each company."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    return ecosystem.committees.indices.flatMap { committee -> [Finding] in
      let name = Phrase.quoted(ecosystem.committees[committee].name)
      let row = Finding.Row(.committees, committee)
      var findings: [Finding] = []
      let chairs = governance.names(of: governance.fullest(committee) { $0.role == .chair })
      if chairs.count > 1 {
        findings.append(
          Finding(
            .warning,
            "committee \(name) has \(chairs.count) chairs at the same time, \(Phrase.quotedList(chairs)); keep one, make them co-chairs, or date the change of the chair.",
            at: row))
      }
      let coChairs = governance.fullest(committee) { $0.role == .coChair }
      for (company, names) in byCompany(coChairs, governance) where names.count > 1 {
        findings.append(
          Finding(
            .warning,
            "committee \(name) has \(names.count) co-chairs for \(ecosystem.quoted(.company(company))) at the same time, \(Phrase.quotedList(names)); keep one for each company.",
            at: row))
      }
      return findings
    }
  }

  private func byCompany(
    _ seats: [Membership], _ governance: Governance
  ) -> [(Company.ID, [String])] {
    var groups: [Company.ID: [Membership]] = [:]
    for seat in seats {
      guard let company = governance.ecosystem.company(of: seat) else { continue }
      groups[company, default: []].append(seat)
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, governance.names(of: $0.value)) }
  }
}
