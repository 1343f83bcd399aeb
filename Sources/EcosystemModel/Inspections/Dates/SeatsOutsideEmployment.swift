/// Finds seats held for a company before the person worked there, or between two employments.
///
/// A missing start of a seat says nothing. What comes after the last employment is the matter of ``SeatsOfPeopleWhoLeft``.
struct SeatsOutsideEmployment: Inspection {
  static let rule = "membership.dates.affiliation"
  static let summary = "Nobody sits for a company before working there."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let employments = Employments(ecosystem)
    guard employments.hasDates else { return [] }
    return ecosystem.memberships.indices.compactMap { position in
      guard let person = snapshot.hierarchy.person(inSeat: position), employments.isDated(person)
      else { return nil }
      let seat = ecosystem.memberships[position]
      let company = ecosystem.company(of: seat)
      guard seat.validity.isOrdered, let start = seat.validity.since,
        let periods = employments.periods(of: person, at: company)
      else { return nil }
      let firstDays = Validity(since: start, until: seat.validity.until)
      let isLate = periods.last?.until.map { start >= $0 } ?? false
      guard !isLate, !periods.contains(where: { covers($0, firstDays, among: periods) }) else {
        return nil
      }
      let employer = company.map { ecosystem.quoted(.company($0)) } ?? "any company"
      let times = Phrase.list(periods.map(Phrase.period), limit: 3)
      return Finding(
        .warning,
        "\(ecosystem.title(of: seat)) holds \(Phrase.period(seat.validity)), but the person works for \(employer) \(times); correct the seat's dates or the affiliation's.",
        at: .init(.memberships, position), column: Membership.column(\.validity.since))
    }
  }

  /// Whether the employment covers the seat, or all of it that comes before the last employment ends.
  private func covers(_ period: Validity, _ seat: Validity, among periods: [Validity]) -> Bool {
    guard period == periods.last, let end = period.until else { return seat.isWithin(period) }
    let cut = seat.until.map { min($0, end) } ?? end
    return Validity(since: seat.since, until: cut).isWithin(period)
  }
}
