/// Finds committees with two chairs at one time, or with two co-chairs of one company.
///
/// One co-chair for each company is the usual form of a joint committee and is fine.
struct SeveralChairs: Inspection {
  static let rule = "committee.chair.several"
  static let summary = "A committee has one chair at a time; co-chairs are one for each company."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let roles = ecosystem.memberships.columns.roles
    return ecosystem.committees.indices.flatMap { committee -> [Finding] in
      let chairing = snapshot.hierarchy.seats(ofCommittee: committee).count { roles[$0].isChairing }
      guard chairing > 1 else { return [] }
      let name = Phrase.quoted(ecosystem.committees[committee].name)
      let row = Finding.Row(.committees, committee)
      var findings: [Finding] = []
      let seats = snapshot.fullest(committee) { $0.role == .chair }
      let chairs = snapshot.names(of: seats)
      let companies = Set(seats.compactMap { snapshot.hierarchy.company(ofSeat: $0) })
      if chairs.count > 1, companies.count == seats.count {
        findings.append(
          Finding(
            .note,
            "committee \(name) has \(chairs.count) chairs at the same time, one for each company, \(Phrase.quotedList(chairs)); write co-chair if they lead it together, or date the change of the chair.",
            at: row))
      } else if chairs.count > 1 {
        findings.append(
          Finding(
            .warning,
            "committee \(name) has \(chairs.count) chairs at the same time, \(Phrase.quotedList(chairs)); keep one, make them co-chairs, or date the change of the chair.",
            at: row))
      }
      let coChairs = snapshot.fullest(committee) { $0.role == .coChair }
      for (company, names) in byCompany(coChairs, in: snapshot) where names.count > 1 {
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
    _ seats: [Int], in snapshot: Snapshot
  ) -> [(Company.ID, [String])] {
    var groups: [Int: [Int]] = [:]
    for seat in seats {
      guard let company = snapshot.hierarchy.company(ofSeat: seat) else { continue }
      groups[company, default: []].append(seat)
    }
    return groups.map { (snapshot.ecosystem.companies[$0.key].id, snapshot.names(of: $0.value)) }
      .sorted { $0.0 < $1.0 }
  }
}
