/// Finds people who report to themselves through others.
struct ReportingLineLoops: Inspection {
  static let rule = "person.manager.cycle"
  static let summary = "No chain of managers leads back to where it started."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ParentLoops.findings(
      in: ecosystem.people, noun: "person", verb: "reports to", column: Person.column(\.manager),
      chains: snapshot.hierarchy.people
    )
  }
}
