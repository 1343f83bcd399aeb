internal import EcosystemModel
internal import GraphCore

/// How much of what links groups goes on inside them, and how much between them.
package struct GroupMixing: Codable, Hashable, Sendable {
  /// One group.
  package struct Group: Codable, Hashable, Sendable {
    /// What its members have in the column.
    package let value: String
    /// How many they are.
    package let memberCount: Int
    /// The links between two of them.
    package let inside: Int
    /// The links of one of them with somebody outside.
    package let outside: Int

    /// (outside − inside) ÷ (outside + inside); `nil` without links.
    package var externalInternalIndex: Double? {
      GroupMixing.index(outside: outside, inside: inside)
    }
  }

  /// Two groups, or one and the same.
  package struct Pair: Codable, Hashable, Sendable {
    /// One group.
    package let first: String
    /// The other one, or the same.
    package let second: String
    /// The links between them.
    package let links: Int
  }

  /// The column, in the spelling of the asker.
  package let column: String
  /// What counts as a link, in words.
  package let links: String
  /// Links between groups.
  package let outside: Int
  /// Links inside groups.
  package let inside: Int
  /// (outside − inside) ÷ (outside + inside): −1 if every link stays inside, 1 if none does; `nil` without links.
  package let externalInternalIndex: Double?
  /// The same if links fell between any two members alike; `nil` with fewer than two.
  package let expectedIndex: Double?
  /// Newman's assortativity coefficient: 1 if every link stays inside, 0 as by chance; `nil` where all are in one group.
  package let assortativity: Double?
  /// The groups, the largest first.
  package let groups: [Group]
  /// The links between each two groups that have any, the most first.
  package let pairs: [Pair]
  /// How many have nothing in the column, and are left out.
  package let unknownCount: Int

  static func index(outside: Int, inside: Int) -> Double? {
    outside + inside > 0 ? Double(outside - inside) / Double(outside + inside) : nil
  }
}

extension StructureGraph {
  /// Counts links inside and between the groups that a column makes of those the question is about.
  ///
  /// - Parameters:
  ///   - column: The column; `nil` for the usual one, which may be missing.
  ///   - snapshot: What the graph was made of.
  /// - Returns: The counts; `nil` if nobody has anything in the usual column.
  /// - Throws: ``InsightError`` if nobody has anything in the column that was asked for.
  /// - Complexity: O(*n* + links), and O(different groups²) for each body in a two-mode graph.
  func mixing(by column: String?, in snapshot: Snapshot) throws(InsightError) -> GroupMixing? {
    let asked = column ?? usualColumn
    let cells = nodes.map { node in
      node.kind == subject.kind ? snapshot.value(of: asked, for: node) : nil
    }
    let values = Set(cells.compactMap { $0 }).sorted()
    guard !values.isEmpty else {
      guard let column else { return nil }
      throw InsightError(
        .badOption,
        "Nothing stands in the column “\(column)” of \(subject.rawValue); there are \(usedColumns(in: snapshot).listed)."
      )
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(values, values.indices))
    let groups = cells.map { $0.flatMap { numbers[$0] } }
    let counts = linkCounts(groups, count: values.count)
    return GroupMixing(
      column: asked, values: values, members: groups, links: linkWords, counts: counts,
      unknownCount: subjects.count - groups.count { $0 != nil })
  }

  private var usualColumn: String {
    switch subject {
    case .people: Person.column(\.company)
    case .functions: Function.column(\.company)
    case .committees: Committee.column(\.alliance)
    case .companies: Company.column(\.region)
    }
  }

  private func usedColumns(in snapshot: Snapshot) -> [String] {
    let some = subjects.map { nodes[$0] }
    return snapshot.ecosystem.columnNames.filter { column in
      some.contains { snapshot.value(of: column, for: $0) != nil }
    }
  }

  /// What counts as a link.
  private var linkWords: String {
    guard isTwoMode else { return "each linked pair once" }
    switch subject {
    case .committees: return "two committees for each person on both"
    case .companies: return "two companies for each alliance of both"
    default: return "two people for each committee on which both sit"
    }
  }

  /// The number of links between each two groups, by first · count + second, first ≤ second.
  private func linkCounts(_ groups: [Int?], count: Int) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    func add(_ one: Int, _ other: Int, _ number: Int) {
      counts[min(one, other) * count + max(one, other), default: 0] += number
    }
    guard isTwoMode else {
      for edge in undirected.edges {
        let ends = undirected.endpoints(of: edge)
        guard let one = groups[ends.source.position], let other = groups[ends.target.position]
        else { continue }
        add(one, other, 1)
      }
      return counts
    }
    for body in nodes.indices where nodes[body].kind != subject.kind {
      var members: [Int: Int] = [:]
      for member in undirected.neighbors(of: NodeIndex(body)) {
        if let group = groups[member.position] { members[group, default: 0] += 1 }
      }
      let sizes = members.sorted { $0.key < $1.key }
      for (place, one) in sizes.enumerated() {
        if one.value > 1 { add(one.key, one.key, one.value * (one.value - 1) / 2) }
        for other in sizes[(place + 1)...] { add(one.key, other.key, one.value * other.value) }
      }
    }
    return counts
  }
}

extension GroupMixing {
  fileprivate init(
    column: String, values: [String], members: [Int?], links words: String, counts: [Int: Int],
    unknownCount: Int
  ) {
    let total = values.count
    var inside = [Int](repeating: 0, count: total)
    var outside = inside
    var sizes = inside
    for case let group? in members { sizes[group] += 1 }
    for (key, number) in counts {
      let (one, other) = key.quotientAndRemainder(dividingBy: total)
      if one == other {
        inside[one] += number
      } else {
        outside[one] += number
        outside[other] += number
      }
    }
    let internalLinks = inside.reduce(0, +)
    let externalLinks = outside.reduce(0, +) / 2
    let all = Double(internalLinks + externalLinks)
    let chance = zip(inside, outside).reduce(0.0) { sum, group in
      let share = all > 0 ? Double(2 * group.0 + group.1) / (2 * all) : 0
      return sum + share * share
    }
    let people = sizes.reduce(0, +)
    let alike = sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
    self.column = column
    links = words
    self.inside = internalLinks
    self.outside = externalLinks
    externalInternalIndex = Self.index(outside: externalLinks, inside: internalLinks)
    expectedIndex =
      people > 1 ? 1 - 2 * alike / (Double(people) * Double(people - 1)) : nil
    assortativity =
      all > 0 && chance < 1 - 1e-12 ? (Double(internalLinks) / all - chance) / (1 - chance) : nil
    groups = values.indices.sorted { (sizes[$1], values[$0]) < (sizes[$0], values[$1]) }.map {
      Group(
        value: values[$0], memberCount: sizes[$0], inside: inside[$0], outside: outside[$0])
    }
    pairs = counts.map { key, number in
      Pair(first: values[key / total], second: values[key % total], links: number)
    }.sorted { ($1.links, $0.first, $0.second) < ($0.links, $1.first, $1.second) }
    self.unknownCount = unknownCount
  }
}
