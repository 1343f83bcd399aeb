/// Finds ties of something to itself.
struct RelationshipsWithOneself: Inspection {
  static let rule = "relationship.self"
  static let summary = "Every relationship is between two."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.relationships.enumerated().compactMap { position, tie in
      guard tie.from == tie.to else { return nil }
      return Finding(
        .warning,
        "\(ecosystem.title(of: tie)) links one entity to itself; name the other end, or remove the row.",
        at: .init(.relationships, position), column: Relationship.column(\.to))
    }
  }
}
