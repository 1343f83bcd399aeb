/// Finds handoffs that nobody is accountable for.
struct OwnerlessHandoffs: Inspection {
  static let rule = "handoff.owner.missing"
  static let summary = "Every handoff has an owner."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let handoffs = ecosystem.handoffs
    return Finding.perRow(
      handoffs.indices.filter { handoffs.columns.owner[$0] == nil }, of: .handoffs,
      rowCount: handoffs.count, severity: .warning, column: Handoff.column(\.owner),
      ifAll:
        "none of the \(handoffs.count) handoffs has an owner; fill the column owner with the person who is accountable."
    ) {
      "\(ecosystem.title(of: handoffs[$0])) has no owner; name the person who is accountable for it."
    }
  }
}
