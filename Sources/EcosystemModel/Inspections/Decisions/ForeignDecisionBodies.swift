/// Finds committees that take part in matters of an alliance that is not theirs.
struct ForeignDecisionBodies: Inspection {
  static let rule = "decision.body.foreign"
  static let summary = "A committee of an alliance takes part in matters of that alliance only."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.decisions.enumerated().compactMap { row, decision in
      guard case .committee(let id) = decision.body,
        let stated = ecosystem.alliances.position(of: decision.alliance),
        let own = ecosystem.committees.position(of: id).flatMap({
          snapshot.hierarchy.alliance(ofCommittee: $0)
        }), own != stated
      else { return nil }
      return Finding(
        .warning,
        "\(ecosystem.title(of: decision)) is a matter of \(Phrase.quoted(ecosystem.alliances[stated].name)), while the committee is one of \(Phrase.quoted(ecosystem.alliances[own].name)); correct the body, or the alliance.",
        at: .init(.decisions, row), column: Decision.column(\.alliance))
    }
  }
}
