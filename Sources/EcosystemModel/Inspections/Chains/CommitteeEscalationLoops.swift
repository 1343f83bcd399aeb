/// Finds committees that escalate to themselves through others.
struct CommitteeEscalationLoops: Inspection {
  static let rule = "committee.parent.cycle"
  static let summary = "No chain of parent committees leads back to where it started."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    ParentLoops.findings(
      in: ecosystem.committees, noun: "committee", verb: "escalates to", column: "parent",
      parent: \.parent)
  }
}
