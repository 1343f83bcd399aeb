/// Finds functions that report to themselves through others.
struct FunctionHierarchyLoops: Inspection {
  static let rule = "function.parent.cycle"
  static let summary = "No chain of parent functions leads back to where it started."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ParentLoops.findings(
      in: ecosystem.functions, noun: "function", verb: "reports to",
      column: Function.column(\.parent),
      chains: snapshot.hierarchy.functions)
  }
}
