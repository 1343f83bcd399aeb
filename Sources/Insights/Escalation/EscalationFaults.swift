package import EcosystemModel
import GraphCore

/// Something about the committees that makes escalation slow or undecided.
package struct EscalationFault: Hashable, Sendable, Codable {
  /// The sorts of fault.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Everything passes, nothing is settled, and a committee above decides again.
    case passThrough = "only passes on"
    /// Half or more of a committee sit on the one above, and so decide on their own escalations.
    case captured
    /// A committee shares people with the one above for one partner only.
    case oneSided = "one-sided"
    /// A proposal stops without a decision.
    case deadEnd = "dead end"
    /// Committees escalate in a circle.
    case cycle = "loop"
    /// Two committees decide the same matter, or both escalate to none.
    case twoDeciders = "two deciders"
    /// The expected days exceed the longest wait that the charter allows.
    case brokenPromise = "later than promised"
  }

  /// The sort of fault.
  package let kind: Kind
  /// The committees concerned, by name.
  package let committees: [String]
  /// The people concerned, by name.
  package let people: [String]
  /// What is wrong, in a sentence.
  package let detail: String
  /// The ids of the committees concerned.
  package let ids: [Committee.ID]
}

extension EscalationNetwork {
  /// Every fault, by kind and then in the order of the committees.
  var faults: [EscalationFault] {
    passThroughs + sharedLayers + deadEnds + loops + twoDeciders + brokenPromises
  }

  private func fault(
    _ kind: EscalationFault.Kind, _ committees: [Int], people: [String] = [], _ detail: String
  ) -> EscalationFault {
    EscalationFault(
      kind: kind, committees: committees.map(name), people: people, detail: detail,
      ids: committees.map { ecosystem.committees[$0].id })
  }

  private var passThroughs: [EscalationFault] {
    ecosystem.committees.indices.compactMap { position in
      let committee = ecosystem.committees[position]
      guard topology.degree(of: NodeIndex(position), .out) > 0, committee.approvalRate == 1,
        settledShares[position] ?? 0 == 0
      else { return nil }
      let days = delays[position].map {
        " and takes \(Escalation.days($0.expectedDays)) on average"
      }
      return fault(
        .passThrough, [position],
        "\(committee.name) passes everything, settles nothing itself\(days ?? "").")
    }
  }

  /// Committees that share people with one above, by the chain of parents or by a relationship, in a way to be mended.
  private var sharedLayers: [EscalationFault] {
    let seating = Seating(snapshot)
    var pairs = seating.sharedLayers.map { [$0.lower, $0.upper] }
    let known = Set(pairs)
    for edge in topology.edges {
      let (lower, upper) = topology.endpoints(of: edge)
      let pair = [lower.position, upper.position]
      if lower != upper, !known.contains(pair) { pairs.append(pair) }
    }
    return pairs.compactMap { pair in
      let sharing = seating.sharing(of: [pair[0]], with: [pair[1]])
      guard sharing.judgement.isFault else { return nil }
      let people = sharing.shared.map { ecosystem.people[$0].name }
      let (lower, upper) = (name(pair[0]), name(pair[1]))
      let companies = sharing.joined.map { ecosystem.companies[$0].name }
      let verb = people.count == 1 ? "sits" : "sit"
      let chairs = sharing.chairs.map { ecosystem.people[$0].name }
      let chair = chairs.isEmpty ? "" : ", \(chairs.listed) in the chair"
      let detail =
        sharing.judgement == .captured
        ? "\(people.count) of the \(sharing.lowerCount) on \(lower), half or more, \(verb) on \(upper) too\(chair)."
        : "Only \(companies.listed) has people on \(lower) and on \(upper)\(chair)."
      return fault(
        sharing.judgement == .captured ? .captured : .oneSided, pair, people: people, detail)
    }
  }

  private var deadEnds: [EscalationFault] {
    let whole = snapshot.whole
    return ecosystem.committees.indices.flatMap { position -> [EscalationFault] in
      let committee = ecosystem.committees[position]
      var found: [EscalationFault] = []
      if committee.approvalRate == 0 {
        found.append(fault(.deadEnd, [position], "\(committee.name) never approves anything."))
      }
      if committee.parent == nil, let lost = whole.committees[committee.id]?.parent,
        topology.degree(of: NodeIndex(position), .out) == 0
      {
        found.append(
          fault(
            .deadEnd, [position],
            "\(committee.name) escalates to \(whole.name(of: .committee(lost))), which is not there on that day."
          ))
      }
      let voters = Set(seats(of: position).filter(\.role.isVoting).map(\.person)).count
      if !ecosystem.memberships.isEmpty, topology.degree(of: NodeIndex(position), .out) == 0,
        topology.degree(of: NodeIndex(position), .into) > 0, voters < max(1, committee.quorum ?? 1)
      {
        found.append(
          fault(
            .deadEnd, [position],
            "\(committee.name) decides last and has \(Phrase.count(voters, "voting member", "voting members")) of the \(max(1, committee.quorum ?? 1)) it needs."
          ))
      }
      return found
    }
  }

  private var loops: [EscalationFault] {
    cycles.map { way in
      fault(
        .cycle, Array(way.dropLast()),
        way.map(name).joined(separator: " → ") + ": nobody decides last.")
    }
  }

  private var twoDeciders: [EscalationFault] {
    var tops: [Int: [Int]] = [:]
    var matters: [Int: [(matter: String, committee: Int)]] = [:]
    for position in ecosystem.committees.indices {
      guard let alliance = snapshot.hierarchy.alliance(ofCommittee: position) else { continue }
      if topology.degree(of: NodeIndex(position), .out) == 0 {
        tops[alliance, default: []].append(position)
      }
      for matter in (ecosystem.committees[position].decides ?? "").split(separator: "|") {
        let words = matter.split(separator: " ").joined(separator: " ")
        matters[alliance, default: []].append((words, position))
      }
    }
    return ecosystem.alliances.enumerated().flatMap { row, alliance -> [EscalationFault] in
      var found: [EscalationFault] = []
      if let several = tops[row], several.count > 1 {
        found.append(
          fault(
            .twoDeciders, several,
            "\(alliance.name) has \(several.count) committees that escalate to none."))
      }
      let all = matters[row] ?? []
      let groups = Dictionary(grouping: all) { $0.matter.lowercased() }
      for matter in groups.keys.sorted() {
        guard let group = groups[matter], group.count > 1, let first = group.first,
          !matter.isEmpty, Set(group.map(\.committee)).count > 1
        else { continue }
        found.append(
          fault(
            .twoDeciders, group.map(\.committee),
            "“\(first.matter)” is decided by \(group.count) committees of \(alliance.name)."))
      }
      return found
    }
  }

  private var brokenPromises: [EscalationFault] {
    ecosystem.committees.indices.compactMap { position in
      guard let promised = ecosystem.committees[position].maxDays,
        let expected = delays[position]?.expectedDays, expected > promised, expected.isFinite
      else { return nil }
      return fault(
        .brokenPromise, [position],
        "\(name(position)) takes \(Escalation.days(expected)) on average and may take \(NumberText.short(promised, limit: 1))."
      )
    }
  }
}
