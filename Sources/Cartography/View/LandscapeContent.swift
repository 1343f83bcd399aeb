import EcosystemModel

extension MapContent {
  /// Companies by name, each once, in frames: who there is, whatever links them.
  ///
  /// What links them is known, so that the centre and what is highlighted can be told; only the lines of the view's focus are drawn.
  static func landscape(of snapshot: Snapshot, view: MapView) -> MapContent {
    var base = view
    base.rollUp = .companies
    base.reduction.joinsPartners = true
    var content = ecosystem(of: snapshot, view: base)
    content.view = view
    content.heading = Heading(subject: "Partner landscape", counts: [.company])
    for position in content.nodes.indices { content.nodes[position].optionalLines = [] }
    return content
  }

  /// The ties that are lines on the map: on a landscape those of its focus only.
  package var drawnTies: [Tie] {
    guard view.kind == .landscape else { return ties }
    guard let focus = view.focus else { return [] }
    // Whom it is linked to is the question, not by what.
    var lines = self
    lines.ties = ties.filter { ($0.from == focus || $0.to == focus) && $0.from != $0.to }
      .map { $0.plain(RelationshipKind.unnamed) }
    lines.mergeParallelTies()
    return lines.ties
  }

  /// The column that companies are coloured by where nobody says.
  var partnerColumn: String? {
    [Company.column(\.kind), Company.column(\.region)].first { column in
      let values = nodes.compactMap { snapshot.value(of: column, for: $0.reference) }
      return Set(values).count > 1 && values.count * 2 > nodes.count
    }
  }

  /// Puts every company of a landscape into a frame, and those into an order; only the centre stands outside.
  mutating func frameLandscape() {
    let neighbours = neighbours
    for position in nodes.indices {
      nodes[position].isCentre = nodes[position].reference == view.focus
    }
    if view.focus == nil, let sun = sun(neighbours) { nodes[sun].isCentre = true }
    for position in nodes.indices where nodes[position].isCentre {
      let count = neighbours[nodes[position].reference]?.count ?? 0
      if count > 0 { nodes[position].lines = ["linked to \(count) of \(nodes.count - 1) others"] }
    }
    let column = view.group ?? frameColumn
    if let column {
      frame(by: column)
      heading.subject += " by \(Self.words(column))"
    }
    var order: [String: Int] = [:]
    let groups = Dictionary(grouping: nodes.compactMap(\.group), by: \.self)
    let noun = column ?? ""
    let ranked = groups.sorted { first, second in
      let late = (isLate(first.key, noun), isLate(second.key, noun))
      return (late.0 ? 1 : 0, -first.value.count, first.key)
        < (late.1 ? 1 : 0, -second.value.count, second.key)
    }
    for (rank, group) in ranked.enumerated() { order[group.key] = rank }
    let keys = nodes.map { ($0.isCentre ? -1 : order[$0.group ?? ""] ?? 0, $0.name.lowercased()) }
    nodes = nodes.indices.sorted {
      (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1)
    }.map { nodes[$0] }
  }

  /// Who is linked to at least half of the others, and to twice as many as anybody else.
  private func sun(_ neighbours: [EntityReference: Set<EntityReference>]) -> Int? {
    let ranked = nodes.indices.map { (neighbours[nodes[$0].reference]?.count ?? 0, $0) }
      .sorted { (-$0.0, $0.1) < (-$1.0, $1.1) }
    guard ranked.count > 3, ranked[0].0 * 2 >= nodes.count - 1, ranked[0].0 >= 2 * ranked[1].0
    else { return nil }
    return ranked[0].1
  }

  /// What frames are made by where nobody says: what colours do not say already, in a number of frames that a reader can take in.
  private var frameColumn: String? {
    let colour = partnerColumn
    let usual = [Company.column(\.region), Company.column(\.kind)]
    let own = Set(snapshot.ecosystem.companies.flatMap { $0.attributes.entries.map(\.name) })
    let candidates =
      usual + own.sorted() + [Alliance.column(\.stage), Alliance.column(\.area)]
    let suitable = candidates.first { column in
      guard column != colour else { return false }
      let reading = ColumnReading(column, in: snapshot)
      let said = nodes.map { Set(reading.statements(about: $0.reference).map(\.text)) }
      let one = said.filter { $0.count == 1 }
      return one.count * 2 > nodes.count && (2...Self.mostFrames).contains(Set(one).count)
    }
    return suitable ?? colour
  }

  /// Of more values the rarest share a frame.
  private static let mostFrames = 14

  private mutating func frame(by column: String) {
    let reading = ColumnReading(column, in: snapshot)
    let values = nodes.map { node in
      Set(node.represented.flatMap { reading.statements(about: $0).map(\.text) })
    }
    let counts = Dictionary(
      values.filter { $0.count == 1 }.flatMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
    let ranked = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    let own = Set(ranked.count > Self.mostFrames ? ranked.prefix(Self.mostFrames - 1) : ranked[...])
    for position in nodes.indices where !nodes[position].isCentre {
      let said = values[position]
      let value = said.count == 1 ? said.first : nil
      nodes[position].group =
        value.map { own.contains($0) ? $0 : Self.other(column) }
        ?? (said.isEmpty ? Self.none(column) : Self.several(column))
    }
  }

  private func isLate(_ frame: String, _ column: String) -> Bool {
    [Self.none(column), Self.several(column), Self.other(column)].contains(frame)
  }

  private static func words(_ column: String) -> String { column.replacing("_", with: " ") }
  private static func none(_ column: String) -> String { "No \(words(column)) given" }
  private static func several(_ column: String) -> String { "More than one \(words(column))" }
  private static func other(_ column: String) -> String {
    let noun = words(column)
    return "Other " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
  }

  /// Counts so many companies of a landscape, those with the fewest links, in one place of each frame.
  mutating func gatherRest(of most: Int) {
    var places: [String?: [Int]] = [:]
    for (position, node) in nodes.enumerated() { places[node.group, default: []].append(position) }
    // Of equals the last of each frame go, so that no frame gives more than the others.
    var shares = [Double](repeating: 0, count: nodes.count)
    for positions in places.values {
      for (rank, position) in positions.enumerated() {
        shares[position] = Double(rank + 1) / Double(positions.count)
      }
    }
    let ranked = nodes.indices.filter { !nodes[$0].isCentre && !stands(nodes[$0].reference) }
      .sorted { (nodes[$0].tieCount, -shares[$0], $0) < (nodes[$1].tieCount, -shares[$1], $1) }
    var groups = Dictionary(grouping: ranked.prefix(most)) { nodes[$0].group }
    var frames: [String] = []
    for group in nodes.compactMap(\.group) where frames.last != group { frames.append(group) }
    for (frame, places) in zip(frames, view.reduction.staying) {
      guard let folded = groups[frame], folded.count > 1 else { continue }
      // The last one left would have a chip as well.
      let stay = folded.count - places == 1 ? places - 1 : min(places, folded.count)
      groups[frame] = folded.dropLast(stay)
    }
    var leaders: [EntityReference: EntityReference] = [:]
    var rests: [Node] = []
    for (group, positions) in groups where positions.count > 1 {
      let members = positions.sorted().map { nodes[$0] }
      var rest = Node(reference: members[0].reference, name: "+ \(positions.count) more")
      rest.members = members.flatMap(\.everyone)
      rest.details = rest.members.map(\.name)
      rest.tieCount = members.reduce(0) { $0 + $1.tieCount }
      rest.group = group
      rests.append(rest)
      for member in members { leaders[member.reference] = rest.reference }
    }
    guard !rests.isEmpty else { return }
    nodes.removeAll { leaders[$0.reference] != nil }
    for rest in rests.sorted(by: { $0.reference < $1.reference }) {
      let place = nodes.lastIndex { $0.group == rest.group }.map { $0 + 1 } ?? nodes.count
      nodes.insert(rest, at: place)
    }
    joinTies { leaders[$0] ?? $0 }
  }
}
