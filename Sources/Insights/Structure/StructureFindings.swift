package import EcosystemModel

/// Who is missing, and how the whole hangs together.
package struct StructureFindings: Findings {
  /// What was asked.
  package let question: StructureQuestion
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What governance lacks.
  package let missing: [GovernanceGap]
  /// What could not be judged, and why.
  package let unjudged: [String]
  /// How the graph hangs together; `nil` where nothing links anybody.
  package let cohesion: Cohesion?
  /// Those who have more to do with each other than with the rest.
  package let communities: StructureCommunities?
  /// Links inside groups and between them; `nil` where nobody has anything in the column.
  package let mixing: GroupMixing?
  /// Which alliances share partners; `nil` with fewer than two.
  package let alliances: AllianceOverlap?
  /// The fewest people who reach every committee; `nil` without seats.
  package let cover: CommitteeCover?
  /// Handoffs from place to place; `nil` without handoffs.
  package let handoffs: HandoffPlaces?
}

extension StructureFindings {
  /// What was asked.
  package var title: String { "Structure of the whole" }

  /// What is missing, then how it hangs together.
  package var summary: [String] {
    [missingSentence]
      + [graphSentence, groupSentence, coverSentence, handoffSentence]
      .compactMap { $0 }
  }

  private var missingSentence: String {
    let counts = GovernanceGap.Sort.allCases.compactMap { sort -> String? in
      let number = missing.count { $0.sort == sort }
      return number > 0 ? sort.counted(number, within: question.months) : nil
    }
    return counts.isEmpty
      ? "Nothing that can be judged from the data is missing."
      : "What is missing: \(counts.joined(separator: "; "))."
  }

  private var graphSentence: String? {
    guard let cohesion else { return nil }
    var words = [
      cohesion.density.map { "\(NumberText.percent($0)) of the possible links are there" },
      cohesion.reciprocity.map { "\(NumberText.percent($0, decimals: 0)) of them are answered" },
      Phrase.count(cohesion.parts.count, "component") + " of two or more"
        + (cohesion.isolated.isEmpty ? "" : " and \(cohesion.isolated.count) alone"),
    ].compactMap { $0 }
    // Where each piece is one alone, it was the party that linked them: that says no more than how many it has to itself.
    if let cut = cohesion.cuts.first(where: { $0.cutOff.count >= $0.pieces }) {
      words.append(
        "without \(cut.name) \(cut.cutOff.count) of \(cohesion.nodeCount) are cut off from the rest"
      )
    }
    return "\(cohesion.graph.prefix(1).uppercased() + cohesion.graph.dropFirst()): "
      + words.joined(separator: "; ") + "."
  }

  private var groupSentence: String? {
    var words: [String] = []
    if let communities {
      words.append(
        Phrase.count(communities.groups.count, "community", "communities")
          + " (modularity \(NumberText.fixed(communities.modularity, decimals: 2)))")
    }
    if let mixing, let index = mixing.externalInternalIndex {
      let chance = mixing.expectedIndex.map { ", by chance \(NumberText.fixed($0, decimals: 2))" }
      words.append(
        "E-I index by \(mixing.column) \(NumberText.fixed(index, decimals: 2))\(chance ?? "")")
    }
    return words.isEmpty ? nil : words.joined(separator: "; ") + "."
  }

  private var coverSentence: String? {
    guard let cover else { return nil }
    let bound =
      cover.isSmallest
      ? "no smaller group does" : "at least \(cover.leastCount) are needed in any case"
    return
      "\(Phrase.count(cover.people.count, "person reaches", "people reach")) all \(Phrase.count(cover.committeeCount, "committee")) with members; \(bound)."
  }

  private var handoffSentence: String? {
    guard let handoffs else { return nil }
    let (places, clocks) = (handoffs.crossing(\.places), handoffs.crossing(\.clocks))
    func lead(_ rows: Int, _ known: Int, _ place: String) -> String? {
      guard known > 1 else { return nil }
      return
        "\(rows == 0 ? "none" : "\(rows)") of \(known) handoffs \(rows < 2 ? "leads" : "lead") to another \(place)"
    }
    let words = [
      lead(places.rows, places.known, handoffs.column),
      lead(clocks.rows, clocks.known, "time zone"),
    ].compactMap { $0 }.joined(separator: "; ")
    return words.isEmpty ? nil : words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

extension GovernanceGap.Sort {
  /// How many there are, in words.
  fileprivate func counted(_ number: Int, within months: Int) -> String {
    let alliances = Phrase.count(number, "alliance")
    let committees = Phrase.count(number, "committee")
    switch self {
    case .manager: return "\(alliances) without a manager"
    case .sponsor: return "\(alliances) without a sponsor"
    case .ending:
      return
        "\(alliances) that \(number == 1 ? "ends" : "end") within \(Phrase.count(months, "month"))"
    case .ended:
      return
        "\(alliances) whose contract has ended"
    case .review: return "\(committees) not revisited since the alliance reached another stage"
    case .majority: return "\(committees) on which one company has more than half of the votes"
    }
  }
}
