/// Finds matters that several bodies decide at the same time.
struct MattersDecidedTwice: Inspection {
  static let rule = "decision.twice"
  static let summary = "Every matter is decided by one body at a time."

  func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.matters.compactMap { matter in
      let together = matter.deciders
      let bodies = Set(together.map(\.body))
      guard bodies.count > 1, let last = together.max(by: { $0.row.isBefore($1.row) }) else {
        return nil
      }
      let names = together.map { snapshot.ecosystem.name(of: $0.body) }
      return Finding(
        .warning,
        "\(bodies.count) bodies decide \(snapshot.title(of: matter)): \(Phrase.quotedList(names)); leave the right \"decides\" to one, and let the others approve, be consulted or be informed.",
        at: last.row,
        column: last.row.table == .decisions
          ? Decision.column(\.right) : Committee.column(\.decides))
    }
  }
}

extension Finding.Row {
  /// Whether it is read before another.
  fileprivate func isBefore(_ other: Self) -> Bool {
    (table, position) < (other.table, other.position)
  }
}
