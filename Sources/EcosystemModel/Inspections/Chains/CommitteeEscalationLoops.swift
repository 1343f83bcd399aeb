/// Finds committees that escalate to themselves through others.
struct CommitteeEscalationLoops: Inspection {
  static let rule = "committee.parent.cycle"
  static let summary = "No chain of parent committees leads back to where it started."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ParentLoops.findings(
      in: ecosystem.committees, noun: "committee", verb: "escalates to",
      column: Committee.column(\.parent),
      chains: snapshot.hierarchy.committees)
  }
}
