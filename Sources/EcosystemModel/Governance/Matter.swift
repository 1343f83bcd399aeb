/// A matter that is decided, with every body that has a part in it.
///
/// Rows of `decisions` make it, and what committees say in their column `decides`. A row without an alliance holds for that of its
/// body; of a body that belongs to none, for every alliance of its company in which the matter comes up. A row without a stage
/// holds at every stage at which it does.
package struct Matter: Hashable, Sendable {
  /// The part of one body.
  package struct Part: Hashable, Sendable {
    /// The body.
    package let body: EntityReference
    /// Its part.
    package let right: DecisionRight
    /// Which of several with one right is asked first, from 1.
    package let step: Int
    /// Days it takes; `nil` if no row says.
    package let days: Double?
    /// Who sees to it that the matter is decided; `nil` if the row names nobody.
    package let owner: Person.ID?
    /// While it holds: as the row says, or else as long as the committee.
    package let validity: Validity
    /// The row that says so, of `decisions` or of `committees`.
    package let row: Finding.Row

    /// Where it stands among the parts: consulted, approving, deciding, informed, each by its step.
    fileprivate var order: (Int, Int) {
      switch right {
      case .consulted: (0, step)
      case .approves: (1, step)
      case .decides: (2, step)
      case .informed: (3, step)
      }
    }
  }

  /// What is decided, as the first row writes it.
  package let name: String
  /// The position of its alliance; `nil` if it is a matter of none.
  package let alliance: Int?
  /// The stage at which it comes up, as the first row writes it; `nil` if no row says.
  package let stage: String?
  /// The parts in the order in which bodies are asked.
  package let parts: [Part]

  /// The bodies with a right, in the order in which they are asked.
  package func parts(_ right: DecisionRight) -> [Part] { parts.filter { $0.right == right } }

  /// The parts of bodies that decide it at one time: those of the day on which the most do.
  package var deciders: [Part] {
    Simultaneity.busiest(parts(.decides), validity: \.validity, key: \.body)
  }

  /// Those who see to it that it is decided, each once.
  package var owners: [Person.ID] {
    var seen: Set<Person.ID> = []
    return parts.compactMap(\.owner).filter { seen.insert($0).inserted }
  }

  /// The bodies that are asked at the same time, one group after another, without those that are only informed.
  package var steps: [[Part]] {
    var groups: [[Part]] = []
    for part in parts where part.right != .informed {
      if let last = groups.last?.first, last.order == part.order {
        groups[groups.count - 1].append(part)
      } else {
        groups.append([part])
      }
    }
    return groups
  }

  fileprivate init(_ name: String, _ alliance: Int?, _ stage: String?, _ parts: [Part]) {
    self.name = name
    self.alliance = alliance
    self.stage = stage
    self.parts = parts.enumerated().sorted { left, right in
      let (one, other) = (left.element.order, right.element.order)
      return (one.0, one.1, left.offset) < (other.0, other.1, right.offset)
    }.map(\.element)
  }
}

extension Snapshot {
  /// The matters of the day, by alliance in the order of the rows, then in the order in which they first come up.
  ///
  /// - Complexity: O(rows of decisions and committees, times the alliances in which a matter of one company comes up).
  package var matters: [Matter] {
    let gathering = MatterGathering(self)
    return gathering.order.flatMap { gathering.matters(of: $0) }.enumerated().sorted {
      left, right in
      (left.element.alliance ?? .max, left.offset) < (right.element.alliance ?? .max, right.offset)
    }.map(\.element)
  }
}

/// The rows that speak of matters, by the words for them.
private struct MatterGathering {
  struct Entry {
    let name: String
    let alliance: Int?
    let stage: String?
    let part: Matter.Part
  }

  let snapshot: Snapshot
  private(set) var order: [String] = []
  private var entries: [String: [Entry]] = [:]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    let ecosystem = snapshot.ecosystem
    var said: Set<[String]> = []
    for (row, decision) in ecosystem.decisions.enumerated() {
      let committee = committee(decision.body)
      let lasts = committee.map { ecosystem.committees[$0].validity } ?? Validity()
      add(
        Entry(
          name: decision.matter,
          alliance: ecosystem.alliances.position(of: decision.alliance)
            ?? committee.flatMap { snapshot.hierarchy.alliance(ofCommittee: $0) },
          stage: decision.stage,
          part: Matter.Part(
            body: decision.body, right: decision.right, step: decision.step ?? 1,
            days: decision.days, owner: decision.owner,
            validity: decision.validity == Validity() ? lasts : decision.validity,
            row: Finding.Row(.decisions, row))))
      said.insert([ColumnName.normalized(decision.matter), decision.body.description])
    }
    for (row, committee) in ecosystem.committees.enumerated() {
      for name in committee.matters
      where said.insert([ColumnName.normalized(name), committee.reference.description]).inserted {
        add(
          Entry(
            name: name, alliance: snapshot.hierarchy.alliance(ofCommittee: row), stage: nil,
            part: Matter.Part(
              body: committee.reference, right: .decides, step: 1, days: nil, owner: nil,
              validity: committee.validity, row: Finding.Row(.committees, row))))
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    let key = ColumnName.normalized(entry.name)
    if entries[key] == nil { order.append(key) }
    entries[key, default: []].append(entry)
  }

  private func committee(_ body: EntityReference) -> Int? {
    guard case .committee(let id) = body else { return nil }
    return snapshot.ecosystem.committees.position(of: id)
  }

  /// The matters that are called by some words: one for each alliance and stage.
  func matters(of key: String) -> [Matter] {
    let all = entries[key] ?? []
    let alliances = Set(all.compactMap(\.alliance)).sorted()
    var found = alliances.flatMap { alliance in
      Self.byStage(all.filter { belongs($0, to: alliance) }, of: alliance)
    }
    let homeless = all.filter { entry in
      entry.alliance == nil && !alliances.contains { belongs(entry, to: $0) }
    }
    found += Self.byStage(homeless, of: nil)
    return found
  }

  private func belongs(_ entry: Entry, to alliance: Int) -> Bool {
    if let own = entry.alliance { return own == alliance }
    guard let company = snapshot.ecosystem.company(of: entry.part.body),
      let position = snapshot.ecosystem.companies.position(of: company)
    else { return true }
    let partners = snapshot.hierarchy.partners(ofAlliance: alliance)
    return snapshot.hierarchy.partner(owning: position, among: partners) != nil
  }

  private static func byStage(_ entries: [Entry], of alliance: Int?) -> [Matter] {
    guard let first = entries.first else { return [] }
    var stages: [(key: String, text: String)] = []
    for text in entries.compactMap(\.stage) {
      let key = ColumnName.normalized(text)
      if !stages.contains(where: { $0.key == key }) { stages.append((key, text)) }
    }
    guard !stages.isEmpty else {
      return [Matter(first.name, alliance, nil, entries.map(\.part))]
    }
    return stages.map { stage in
      let here = entries.filter { $0.stage.map { ColumnName.normalized($0) == stage.key } ?? true }
      return Matter(first.name, alliance, stage.text, here.map(\.part))
    }
  }
}

extension Ecosystem {
  /// The alliances in which matters come up by a row that names one or by a committee of one, by the names of matters normalised.
  ///
  /// - Complexity: O(rows of decisions and committees).
  func alliancesOfMatters(_ hierarchy: Hierarchy) -> [String: Set<Int>] {
    guard !decisions.isEmpty else { return [:] }
    var found: [String: Set<Int>] = [:]
    for decision in decisions {
      let own = alliances.position(of: decision.alliance)
      guard let alliance = own ?? self.alliance(of: decision.body, hierarchy) else { continue }
      found[ColumnName.normalized(decision.matter), default: []].insert(alliance)
    }
    for (row, committee) in committees.enumerated() {
      guard let alliance = hierarchy.alliance(ofCommittee: row) else { continue }
      for name in committee.matters {
        found[ColumnName.normalized(name), default: []].insert(alliance)
      }
    }
    return found
  }

  private func alliance(of body: EntityReference, _ hierarchy: Hierarchy) -> Int? {
    guard case .committee(let id) = body else { return nil }
    return committees.position(of: id).flatMap { hierarchy.alliance(ofCommittee: $0) }
  }
}

extension Committee {
  /// What it says that it decides, matter by matter.
  package var matters: [String] {
    (decides ?? "").split(separator: "|").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
