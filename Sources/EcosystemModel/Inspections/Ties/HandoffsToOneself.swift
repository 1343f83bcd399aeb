/// Finds work that is handed over to the one who has it.
struct HandoffsToOneself: Inspection {
  static let rule = "handoff.self"
  static let summary = "Every handoff is between two."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let handoffs = ecosystem.handoffs
    return handoffs.indices.compactMap { position in
      guard handoffs.columns.from[position] == handoffs.columns.to[position] else { return nil }
      let handoff = handoffs[position]
      return Finding(
        .warning,
        "\(ecosystem.title(of: handoff)) stays with one party; name who takes over, or remove the row.",
        at: .init(.handoffs, position), column: Handoff.column(\.to))
    }
  }
}
