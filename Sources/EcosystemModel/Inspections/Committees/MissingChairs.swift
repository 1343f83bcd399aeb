/// Finds committees that nobody leads, at all or any longer.
struct MissingChairs: Inspection {
  static let rule = "committee.chair.missing"
  static let summary = "Every committee with members has a chair, for as long as it has members."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let staffed = ecosystem.committees.indices.filter {
      !snapshot.hierarchy.seats(ofCommittee: $0).isEmpty
    }
    let isChairKnown = ecosystem.memberships.columns.roles.contains(where: \.isChairing)
    if !isChairKnown, staffed.count > 1 {
      return [
        Finding(
          .warning,
          "none of the \(staffed.count) committees has a chair; give one member of each the role chair.",
          column: Membership.column(\.role))
      ]
    }
    return staffed.compactMap { committee in
      let row = Finding.Row(.committees, committee)
      let name = Phrase.quoted(ecosystem.committees[committee].name)
      let members = snapshot.hierarchy.seats(ofCommittee: committee)
      let chairs = members.filter {
        ecosystem.memberships.columns.roles[$0].isChairing
          && ecosystem.memberships.columns.validity($0).isOrdered
      }.map { ecosystem.memberships[$0] }
      if chairs.isEmpty {
        return Finding(
          .warning, "committee \(name) has no chair; give one of its members the role chair.",
          at: row)
      }
      guard let end = lastDay(of: chairs),
        members.contains(where: {
          ecosystem.memberships.columns.until[$0].map { $0 > end } ?? true
        }),
        ecosystem.committees[committee].validity.until.map({ $0 > end }) ?? true
      else { return nil }
      return Finding(
        .warning,
        "committee \(name) has members but no chair from \(end) on; give one of them the role chair from that day.",
        at: row)
    }
  }

  /// The day on which the last chair goes, or `nil` if one stays.
  private func lastDay(of chairs: [Membership]) -> CalendarDate? {
    let ends = chairs.compactMap(\.validity.until)
    return ends.count == chairs.count ? ends.max() : nil
  }
}
