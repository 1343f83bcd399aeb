/// Finds matters that bodies prepare, approve or hear of and that nobody decides.
struct UndecidedMatters: Inspection {
  static let rule = "decision.undecided"
  static let summary = "Every matter in which bodies have a part is decided by one of them."

  func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.matters.compactMap { matter in
      guard matter.parts(.decides).isEmpty, let first = matter.parts.first else { return nil }
      return Finding(
        .warning,
        "nobody decides \(snapshot.title(of: matter)); add a row for the body that does, with the right \"decides\".",
        at: first.row, column: Decision.column(\.matter))
    }
  }
}

extension Snapshot {
  /// A matter in words: `"budget" of "Northlight" at the stage launch`.
  func title(of matter: Matter) -> String {
    let alliance =
      matter.alliance.map { " of \(Phrase.quoted(ecosystem.alliances[$0].name))" } ?? ""
    let stage = matter.stage.map { " at the stage \($0)" } ?? ""
    return "\(Phrase.quoted(matter.name))\(alliance)\(stage)"
  }
}
