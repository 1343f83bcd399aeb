import EcosystemModel

extension MapContent {
  /// Draws those with the same ties as one box: the same kind, in the same frame, with ties of the same kind and number to
  /// the same others.
  ///
  /// Those without any tie are alike too, unless nobody has one. On maps other than of people those with a single
  /// neighbour stay: which of them are worth a box of their own is for ``foldLeaves(upTo:)`` to say.
  ///
  /// - Complexity: O(*n* + *t*·log *t*) for *n* boxes and *t* ties.
  mutating func groupTwins() {
    let signatures = tieSignatures()
    let rivals = rivals
    let groups = Dictionary(
      grouping: nodes.indices.filter { mayBeGrouped(nodes[$0], rivals: rivals) },
      by: { position in
        Signature(
          kind: nodes[position].reference.kind, frame: nodes[position].group,
          ties: signatures[nodes[position].reference] ?? [])
      }
    ).values.filter { $0.count > 1 }
    guard !groups.isEmpty else { return }
    var leaders: [EntityReference: EntityReference] = [:]
    var gone: Set<EntityReference> = []
    for positions in groups {
      let leader = nodes[positions[0]].reference
      for position in positions {
        leaders[nodes[position].reference] = leader
        if position != positions[0] { gone.insert(nodes[position].reference) }
      }
      nodes[positions[0]] = group(positions.map { nodes[$0] })
    }
    nodes.removeAll { gone.contains($0.reference) }
    joinTies { leaders[$0] ?? $0 }
  }

  /// What those who share a box have in common.
  private struct Signature: Hashable {
    let kind: EntityReference.Kind
    let frame: String?
    let ties: [Tied]
  }

  /// One tie, as seen from one of its ends.
  private struct Tied: Hashable, Comparable {
    let other: EntityReference
    /// Each kind with the number of its ties.
    let kinds: String
    let count: Int
    /// 0 without direction, 1 towards the other, 2 from it.
    let direction: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.other, left.kinds, left.count, left.direction)
        < (right.other, right.kinds, right.count, right.direction)
    }
  }

  private func tieSignatures() -> [EntityReference: [Tied]] {
    var signatures: [EntityReference: [Tied]] = [:]
    for tie in ties {
      let kinds = tie.kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
      signatures[tie.from, default: []].append(
        Tied(
          other: tie.to, kinds: kinds, count: tie.count, direction: tie.isDirected ? 1 : 0))
      signatures[tie.to, default: []].append(
        Tied(
          other: tie.from, kinds: kinds, count: tie.count, direction: tie.isDirected ? 2 : 0))
    }
    return signatures.mapValues { $0.sorted() }
  }

  /// Who competes with somebody on the map.
  private var rivals: Set<EntityReference> {
    Set(ties.filter(\.isRivalry).flatMap { [$0.from, $0.to] })
  }

  private func mayBeGrouped(_ node: Node, rivals: Set<EntityReference>) -> Bool {
    guard !rivals.contains(node.reference), node.members.isEmpty, node.folded.isEmpty,
      !stands(node.reference)
    else { return false }
    switch node.neighbourCount {
    case 0: return !ties.isEmpty
    case 1: return view.kind == .people
    default: return true
    }
  }

  /// Whether the entity is what the map is about, so that it never shares a box.
  func stands(_ reference: EntityReference) -> Bool {
    view.focus == reference || view.highlights.contains(reference) || standing.contains(reference)
  }

  /// The box that stands for several.
  func group(_ twins: [Node], ofHubs: Bool = false) -> Node {
    var node = twins[0]
    node.members = twins.flatMap(\.everyone)
    let noun =
      view.kind == .people && links != .link && node.reference.kind == .person
      ? "members" : node.reference.kind.plural
    node.name =
      "\(node.members.count) \(noun)"
      + (ofHubs ? " on their own" : node.neighbourCount == 0 ? " without a link" : "")
    node.optionalLines = []
    node.lines = Self.listing(
      node.members, most: mostListed(of: node.members, by: node.reference))
    node.balance = []
    node.url = nil
    node.details = node.members.map(\.name)
    return node
  }

  /// Redirects the ends of ties to those who stand for them, and merges those that become parallel.
  mutating func joinTies(_ leader: (EntityReference) -> EntityReference) {
    for position in ties.indices {
      ties[position].from = leader(ties[position].from)
      ties[position].to = leader(ties[position].to)
    }
    mergeParallelTies()
  }
}

extension MapContent.Node {
  /// Everyone the box stands for, those counted in it included.
  package var everyone: [MapContent.Member] {
    (members.isEmpty ? [MapContent.Member(reference: reference, name: name)] : members) + folded
  }

  /// Those whom the name of the box stands for, without those counted in it.
  var represented: [EntityReference] {
    members.isEmpty ? [reference] : members.map(\.reference)
  }
}

extension EntityReference.Kind {
  /// The word for several of them.
  var plural: String {
    switch self {
    case .company: "companies"
    case .person: "people"
    case .function, .committee, .alliance, .program: rawValue + "s"
    }
  }

  /// A number of them: `1 company`, `3 people`.
  func counted(_ count: Int) -> String { Phrase.count(count, rawValue, plural) }
}
