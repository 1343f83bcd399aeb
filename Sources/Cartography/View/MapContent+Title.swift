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
      if difference.states.count > 2 {
        title = title(of: difference)
        return
      }
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

  /// Of several states how many there are, and how many of each kind are on the first and the last.
  private func title(of difference: MapDifference) -> String {
    let last = difference.states.count - 1
    func count(_ kind: EntityReference.Kind, _ number: Int) -> Int {
      guard stages.indices.contains(number) else { return 0 }
      return stages[number].nodes.values.count { $0.reference.kind == kind && $0.mark != .removed }
    }
    let counts = EntityReference.Kind.allCases.compactMap { kind -> String? in
      let (old, new) = (count(kind, 0), count(kind, last))
      guard old > 0 || new > 0 else { return nil }
      return old == new ? kind.counted(new) : "\(old) → \(kind.counted(new))"
    }
    let subject =
      "\(heading.subject) \(difference.isOfDays ? "on \(difference.states.count) days" : "in \(difference.states.count) states") from \(difference.first) to \(difference.second)"
    return counts.isEmpty ? subject : "\(subject): \(counts.joined(separator: ", "))"
  }

  /// Whether the subject names the alliance or the company that a condition asks for.
  private func isTold(_ condition: Condition) -> Bool {
    guard condition.comparison == .equal, condition.values.count == 1,
      let value = condition.values.first, let column = condition.column.split(separator: ".").last
    else { return false }
    let name: String?
    switch String(column) {
    case Committee.column(\.alliance): name = snapshot.whole.alliances[.init(value)]?.name
    case Person.column(\.company): name = snapshot.whole.companies[.init(value)]?.name
    default: return false
    }
    let names = [value, name ?? value]
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
