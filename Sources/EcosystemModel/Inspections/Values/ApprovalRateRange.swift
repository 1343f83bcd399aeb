/// Finds approval rates that are no share.
struct ApprovalRateRange: Inspection {
  static let rule = "committee.approval-rate.range"
  static let summary = "Every approval rate lies between 0 and 1."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.committees.enumerated().compactMap { position, committee in
      guard let rate = committee.approvalRate, !(0...1).contains(rate) else { return nil }
      return Finding(
        .error,
        "committee \(Phrase.quoted(committee.name)) has the approval rate \(Phrase.number(rate)); \(Phrase.shareFix(rate))",
        at: .init(.committees, position), column: "approval_rate")
    }
  }
}
