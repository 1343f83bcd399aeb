/// Finds firewalls between something and itself.
struct ConflictsWithOneself: Inspection {
  static let rule = "conflict.self"
  static let summary = "Every conflict is between two."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.conflicts.enumerated().compactMap { position, conflict in
      guard conflict.a == conflict.b else { return nil }
      return Finding(
        .warning,
        "\(ecosystem.quoted(conflict.a)) is in conflict with itself; name the other side, or remove the row.",
        at: .init(.conflicts, position), column: Conflict.column(\.b))
    }
  }
}
