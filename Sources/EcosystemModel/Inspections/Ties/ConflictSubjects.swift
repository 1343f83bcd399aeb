/// Finds firewalls around something that is neither an alliance nor a company, which nobody could enforce.
struct ConflictSubjects: Inspection {
  static let rule = "conflict.subject"
  static let summary = "Both sides of a conflict are alliances or companies."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.conflicts.enumerated().flatMap { position, conflict in
      [(conflict.a, "a"), (conflict.b, "b")].compactMap { side, column in
        guard side.kind != .alliance, side.kind != .company else { return nil }
        return Finding(
          .error,
          "\(side.kind.rawValue) \(ecosystem.quoted(side)) cannot be a side of a conflict; name the alliance or company that it stands for.",
          at: .init(.conflicts, position), column: column)
      }
    }
  }
}
