import EcosystemModel

/// What changed about entities that are there before and after, in a few words each.
struct ChangeNotes {
  private let before: Ecosystem
  private let after: Ecosystem
  private let union: Ecosystem
  private var changes: [EntityReference: EcosystemChange] = [:]
  private var joined: [EntityReference: Int] = [:]
  private var left: [EntityReference: Int] = [:]
  private var otherwise: [EntityReference: Int] = [:]

  /// - Parameters:
  ///   - difference: The states.
  ///   - number: The state up to which they count, from the one before.
  ///   - kind: What is drawn.
  init(_ difference: MapDifference, upTo number: Int, kind: MapKind) {
    (before, after) = (
      difference.states[number - 1].snapshot.ecosystem, difference.states[number].snapshot.ecosystem
    )
    union = difference.union
    for change in difference.states[number].changes.changes {
      if change.act == .changed, let entity = change.entity { changes[entity] = change }
      guard kind == .governance, change.table == .memberships else { continue }
      count(change)
    }
  }

  private mutating func count(_ change: EcosystemChange) {
    switch change.act {
    case .added:
      guard let row = change.newRow else { return }
      joined[.committee(after.memberships[row].committee), default: 0] += 1
    case .removed:
      guard let row = change.oldRow else { return }
      left[.committee(before.memberships[row].committee), default: 0] += 1
    case .changed:
      guard let row = change.newRow else { return }
      otherwise[.committee(after.memberships[row].committee), default: 0] += 1
    }
  }

  /// What changed, a line each, the most telling first; `nil` if nothing did.
  func lines(of entity: EntityReference) -> [String]? {
    var lines: [String] = []
    if let change = changes[entity] {
      let cells = change.cells.filter { !change.isID($0) }
      let order = EcosystemChange.Sort.allCases
      let sorted = cells.enumerated().sorted { left, right in
        func place(_ cell: EcosystemChange.Cell) -> Int {
          order.firstIndex(of: change.sort(of: cell)) ?? 0
        }
        return (place(left.element), left.offset) < (place(right.element), right.offset)
      }
      lines += sorted.map { words(for: $0.element, of: change) }
    }
    let seats = [
      (joined[entity], "+"), (left[entity], "–"), (otherwise[entity], "~"),
    ].compactMap { count, sign in count.map { "\(sign)\($0)" } }
    if !seats.isEmpty { lines.insert("seats: \(seats.joined(separator: ", "))", at: 0) }
    return lines.isEmpty ? nil : lines
  }

  private func words(for cell: EcosystemChange.Cell, of change: EcosystemChange) -> String {
    let name = cell.column.replacing("_", with: " ")
    let texts = [cell.before, cell.after].map {
      change.text(of: $0, under: cell, in: union)
    }
    switch (texts[0], texts[1]) {
    case (nil, let now?): return "\(name): \(now)"
    case (let was?, nil): return "no \(name), was \(was)"
    case (let was?, let now?): return "\(name): \(was) → \(now)"
    case (nil, nil): return name
    }
  }
}
