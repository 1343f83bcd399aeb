/// Finds seats that begin or end when their committee does not exist.
///
/// A missing date of a seat is taken to be the committee's.
struct SeatsOutsideCommitteeDates: Inspection {
  static let rule = "membership.dates.committee"
  static let summary = "Every seat lies within the dates of its committee."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let frames = ecosystem.committees.map(\.validity)
    return ecosystem.memberships.indices.compactMap { position in
      guard let committee = snapshot.hierarchy.committee(ofSeat: position) else { return nil }
      let (frame, validity) = (frames[committee], ecosystem.memberships.columns.validity(position))
      guard frame != Validity(), frame.isOrdered, validity.isOrdered,
        let fault = fault(of: validity, within: frame)
      else { return nil }
      let seat = ecosystem.memberships[position]
      return Finding(
        .warning,
        "\(ecosystem.title(of: seat)) \(fault.text); correct the date, or the committee's.",
        at: .init(.memberships, position), column: fault.column)
    }
  }

  private func fault(
    of seat: Validity, within committee: Validity
  ) -> (text: String, column: String)? {
    if let start = seat.since, let charter = committee.since, start < charter {
      return (
        "starts on \(start), before the committee is chartered on \(charter)",
        Membership.column(\.validity.since)
      )
    }
    if let start = seat.since, let end = committee.until, start >= end {
      return (
        "starts on \(start), when the committee has ended on \(end)",
        Membership.column(\.validity.since)
      )
    }
    if let stop = seat.until, let end = committee.until, stop > end {
      return (
        "ends on \(stop), after the committee ends on \(end)", Membership.column(\.validity.until)
      )
    }
    if let stop = seat.until, let charter = committee.since, stop <= charter {
      return (
        "ends on \(stop), before the committee is chartered on \(charter)",
        Membership.column(\.validity.until)
      )
    }
    return nil
  }
}
