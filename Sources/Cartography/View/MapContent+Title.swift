import EcosystemModel

extension MapContent {
  /// What a title that nobody wrote is made of.
  struct Heading: Hashable, Sendable, Codable {
    /// What the map is of.
    var subject: String
    /// The kinds of entity whose numbers follow.
    var counts: [EntityReference.Kind] = []
    /// What ends it.
    var ending = ""
  }

  /// Makes the title anew, so that its numbers are those of what is on the map.
  mutating func retitle() {
    if let title = view.title {
      self.title = title
      return
    }
    if let difference = view.difference {
      title =
        "\(heading.subject) from \(difference.first) to \(difference.second): \(changeWords() ?? "no change that this map shows")"
      return
    }
    let counts = heading.counts.map { ($0, shown($0)) }.filter { $0.1 > 0 }
      .map { $0.0.counted($0.1) }
    // One colon is enough; a subject may have its own.
    let filter = snapshot.filter.conditions.filter { !isTold($0) }.map(\.words)
    let subject = heading.subject + (counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))")
    title = ([subject] + filter).joined(separator: ", ") + heading.ending
  }

  /// Whether the subject names the alliance that a condition asks for.
  private func isTold(_ condition: Condition) -> Bool {
    guard condition.comparison == .equal, condition.values.count == 1,
      condition.column.split(separator: ".").last == Committee.column(\.alliance)[...],
      let value = condition.values.first
    else { return false }
    let names = [value, snapshot.whole.alliances[.init(value)]?.name ?? value]
    return names.contains { heading.subject.lowercased().contains($0.lowercased()) }
  }

  /// How many entities of a kind the map shows, counted in another's place or by a line as well.
  private func shown(_ kind: EntityReference.Kind) -> Int {
    var shown = Set(nodes.flatMap(\.everyone).map(\.reference))
    // A community is counted by who is in it.
    guard view.kind == .ecosystem, view.community == nil else {
      return shown.count { $0.kind == kind }
    }
    let ecosystem = snapshot.ecosystem
    let companies = Set(shown.compactMap { ecosystem.company(of: $0) })
    switch kind {
    case .company: return companies.count
    case .alliance:
      // Two partners are joined by a line.
      let isJoined = view.reduction.joinsPartners || view.reduction.backbone != nil
      for alliance in ecosystem.alliances
      where alliance.companies.count == 2 || isJoined || view.rollUp == .regions {
        if alliance.companies.count(where: companies.contains) > 1 {
          shown.insert(.alliance(alliance.id))
        }
      }
      return shown.count { $0.kind == kind }
    default: return shown.count { $0.kind == kind }
    }
  }
}
