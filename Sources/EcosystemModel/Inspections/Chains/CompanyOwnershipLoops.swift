/// Finds companies that own themselves through others.
struct CompanyOwnershipLoops: Inspection {
  static let rule = "company.parent.cycle"
  static let summary = "No chain of parent companies leads back to where it started."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ParentLoops.findings(
      in: ecosystem.companies, noun: "company", verb: "owns", column: Company.column(\.parent),
      chains: snapshot.hierarchy.companies)
  }
}
