package import EcosystemModel

/// Names that probably mean one company or one person, for somebody to review: an ``AliasList`` to be.
package struct AliasProposals: Hashable, Sendable {
  /// What one name is proposed to stand for.
  package struct Row: Hashable, Sendable {
    /// A company or a person.
    package let kind: EntityReference.Kind
    /// The name or id that would be given up.
    package let alias: String
    /// The name or id that would stay: the one that most cells use.
    package let name: String
    /// Whether the names differ in spelling alone, so that a reviewer has little to decide.
    package let isLikely: Bool
    /// How they differ.
    package let reason: String
    /// How many cells use the alias.
    package let uses: Int
    /// Where the alias stands first.
    package let location: Location?
  }

  /// The proposals: companies before people, each group together.
  package let rows: [Row]

  /// The list as CSV; `merge` says `yes` where the proposal is likely and `no` where a person has to decide.
  ///
  /// Names that a spreadsheet would take for a formula get a `'` in front, which ``AliasList`` takes off again.
  package var csv: String {
    CSVWriter.text(
      headers: ["kind", "alias", "name", "merge", "why", "uses", "where"],
      rows: rows.map { row in
        [
          .text(row.kind.rawValue), .text(Self.neutralized(row.alias)),
          .text(Self.neutralized(row.name)), .flag(row.isLikely), .text(row.reason),
          .number(Double(row.uses)), .text(Self.neutralized(row.location?.description ?? "")),
        ]
      })
  }

  private static func neutralized(_ text: String) -> String {
    text.unicodeScalars.first.map(AliasList.formulaMarks.contains) == true ? "'" + text : text
  }
}

extension Dataset {
  /// The aliases that the names of the dataset suggest: near-duplicates of companies and of people, and names in cells that no row bears but
  /// one is spelled much like.
  ///
  /// - Complexity: O(size of the ecosystem).
  package var aliasProposals: AliasProposals {
    let mentions = ecosystem.mentions
    let companies = ecosystem.companies.map { ($0.id.rawValue, $0.name) }
    let people = ecosystem.people.map { ($0.id.rawValue, $0.name) }
    let proposed =
      ecosystem.likeCompanies.flatMap { proposals($0, among: companies, mentions) }
      + proposals(for: .company, among: companies, mentions) { NameKey.company($0)?.key }
      + ecosystem.likePeople.flatMap { proposals($0, among: people, mentions) }
      + proposals(for: .person, among: people, mentions, key: NameKey.person)
    return AliasProposals(rows: proposed)
  }

  /// The proposals of a group: all its names but the one that most cells use.
  private func proposals(
    _ group: LikeNames, among entities: [(id: String, name: String)],
    _ mentions: [EntityReference: Int]
  ) -> [AliasProposals.Row] {
    let members = group.positions.map { position in
      let (id, name) = entities[position]
      return (position, id, name, mentions[EntityReference(group.kind, id)] ?? 0)
    }
    let names = Dictionary(grouping: members, by: \.2)
    /// The name, where it is the name of one only.
    func call(_ id: String, _ name: String) -> String { names[name]?.count == 1 ? name : id }
    // Of equally used names the first stays.
    guard let kept = members.min(by: { ($1.3, $0.0) < ($0.3, $1.0) }) else { return [] }
    return members.filter { $0.0 != kept.0 }.map { position, id, name, uses in
      AliasProposals.Row(
        kind: group.kind, alias: call(id, name), name: call(kept.1, kept.2),
        isLikely: group.similarity == .spelling, reason: Self.reason(group.similarity), uses: uses,
        location: sources.location(
          of: .init(group.kind.table, position), column: Company.column(\.name)))
    }
  }

  private static func reason(_ similarity: LikeNames.Similarity) -> String {
    switch similarity {
    case .spelling: "spelling"
    case .legalForms: "other legal form"
    case .onlyIDs: "same name with another id"
    case .employers: "same name at another company"
    }
  }

  /// The proposals for names that no row bears; of several rows spelled alike the one that most cells name is meant.
  private func proposals(
    for kind: EntityReference.Kind, among entities: [(id: String, name: String)],
    _ mentions: [EntityReference: Int], key: (String) -> NameKey?
  ) -> [AliasProposals.Row] {
    let unknown = unknownNames.names.filter { $0.kind == kind }
    guard !unknown.isEmpty else { return [] }
    var known: [NameKey: (name: String, uses: Int)] = [:]
    for (id, name) in entities {
      let uses = mentions[EntityReference(kind, id)] ?? 0
      if let key = key(name), known[key].map({ $0.uses < uses }) ?? true {
        known[key] = (name, uses)
      }
    }
    return unknown.compactMap { name in
      let alike = key(name.text).flatMap { known[$0]?.name }
      guard let target = alike ?? name.nearest else { return nil }
      return AliasProposals.Row(
        kind: kind, alias: name.text, name: target, isLikely: alike != nil,
        reason: alike == nil
          ? "not in the table (spelled much alike)" : "not in the table (spelling)",
        uses: name.count, location: name.location)
    }
  }
}
