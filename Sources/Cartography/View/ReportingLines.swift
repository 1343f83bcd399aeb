import EcosystemModel

/// Who reports to whom among people: the line up from each, and further lines of those who have several.
///
/// The column `manager` comes first, then relationships that say that one person reports to another. Where these lead around in a
/// circle, the line that would close it is none of a hierarchy.
struct ReportingLines {
  /// The kind of a tie to somebody else than the one above.
  static let second = "second line of reporting"
  /// The kind of a tie that closes a circle.
  static let circle = "circle of reporting lines"

  /// Everybody whom the lines are about, in the order of the tables.
  let people: [Person]
  /// The position of the one above each, or `nil` at the top.
  private(set) var managers: [Int?]
  /// Further lines up, from and to.
  private(set) var seconds: [(from: Int, to: Int)] = []
  /// Lines that would close a circle.
  private(set) var circles: [(from: Int, to: Int)] = []
  /// Those directly below each.
  private(set) var reports: [[Int]]

  /// - Complexity: O(*n*·*h* + *r*) for *n* people on *h* levels and *r* relationships.
  init(of snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    people = ecosystem.people.filter { !snapshot.bystanders.contains(.person($0.id)) }
    managers = [Int?](repeating: nil, count: people.count)
    reports = [[Int]](repeating: [], count: people.count)
    let positions = Dictionary(
      people.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    for (position, person) in people.enumerated() {
      guard let manager = person.manager.flatMap({ positions[$0] }) else { continue }
      add(position, below: manager)
    }
    for row in ecosystem.relationships {
      guard case .person(let from) = row.from, case .person(let to) = row.to,
        let lower = positions[from], let upper = positions[to], lower != upper,
        Self.isLine(row)
      else { continue }
      if !Self.isDotted(row), managers[lower] == nil {
        add(lower, below: upper)
      } else if managers[lower] != upper {
        seconds.append((lower, upper))
      }
    }
    for (position, manager) in managers.enumerated() {
      if let manager { reports[manager].append(position) }
    }
  }

  /// Whether a relationship says that one person reports to another.
  static func isLine(_ row: Relationship) -> Bool {
    guard row.from.kind == .person, row.to.kind == .person, let kind = row.kind else {
      return false
    }
    return RelationshipKind.key(of: kind).hasPrefix("reports to") || isDotted(row)
  }

  private static func isDotted(_ row: Relationship) -> Bool {
    row.kind.map { RelationshipKind.key(of: $0).contains("dotted") } ?? false
  }

  private mutating func add(_ lower: Int, below upper: Int) {
    guard !above(upper).contains(lower) else { return circles.append((lower, upper)) }
    managers[lower] = upper
  }

  /// A person and everybody above, the nearest first.
  func above(_ position: Int) -> [Int] {
    var chain = [position]
    while let next = managers[chain[chain.count - 1]] { chain.append(next) }
    return chain
  }

  /// A person and everybody below within some steps.
  func below(_ position: Int, within steps: Int) -> [Int] {
    var found = [(position, 0)]
    var next = 0
    while next < found.count {
      let (person, depth) = found[next]
      if depth < steps { found += reports[person].map { ($0, depth + 1) } }
      next += 1
    }
    return found.map(\.0)
  }

  /// Whether somebody reports to somebody, or the other way around.
  func isPart(_ position: Int) -> Bool {
    managers[position] != nil || !reports[position].isEmpty
      || (seconds + circles).contains { $0.from == position || $0.to == position }
  }
}
