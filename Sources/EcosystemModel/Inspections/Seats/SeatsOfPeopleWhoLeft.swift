/// Finds seats that go on after the person has left the company they sit for.
struct SeatsOfPeopleWhoLeft: Inspection {
  static let rule = "membership.person.left"
  static let summary = "Nobody keeps a seat after leaving the company they sit for."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let employments = Employments(ecosystem)
    guard employments.hasDates else { return [] }
    return ecosystem.memberships.indices.compactMap { position in
      guard let person = snapshot.hierarchy.person(inSeat: position), employments.isDated(person)
      else { return nil }
      let seat = ecosystem.memberships[position]
      let company = ecosystem.company(of: seat)
      guard seat.validity.isOrdered,
        let left = employments.periods(of: person, at: company)?.last?.until,
        seat.validity.until.map({ $0 > left }) ?? true
      else { return nil }
      // A committee that ended before they left has let them go already.
      if let end = ecosystem.committees[seat.committee]?.validity.until, end <= left { return nil }
      let employer = company.map { ecosystem.quoted(.company($0)) } ?? "their last company"
      return Finding(
        .warning,
        "\(ecosystem.title(of: seat)) goes on after the person left \(employer) on \(left); end the seat on that day and name a successor.",
        at: .init(.memberships, position), column: Membership.column(\.validity.until))
    }
  }
}
