import EcosystemModel

/// What each alias stands for in the end, and how often it was met.
struct Aliases {
  let entries: [AliasList.Entry]
  /// The entry of each alias.
  private var steps: [EntityReference.Kind: [String: Int]] = [:]
  /// The name at the end of each alias's chain.
  private var targets: [EntityReference.Kind: [String: String]] = [:]
  private var folded: [EntityReference.Kind: [String: String]] = [:]
  private var cells: [Int]
  private var isMerged: [Bool]
  private var isRenamed: [Bool]
  private var isMet: [Bool]

  /// Whether there are none.
  var isEmpty: Bool { targets.isEmpty }

  /// Follows each alias to the name at the end of its chain; circles are reported and left out.
  init(_ list: AliasList?, diagnostics: inout [Diagnostic]) {
    entries = list?.entries ?? []
    cells = Array(repeating: 0, count: entries.count)
    isMerged = Array(repeating: false, count: entries.count)
    isRenamed = isMerged
    isMet = isMerged
    diagnostics += list?.diagnostics ?? []
    var reported: Set<Int> = []
    for kind in AliasList.kinds {
      for (position, entry) in entries.enumerated() where entry.kinds.contains(kind) {
        steps[kind, default: [:]][entry.alias] = position
      }
      for circle in follow(kind) {
        for position in circle { isMet[position] = true }
        guard let first = circle.first, reported.insert(first).inserted else { continue }
        diagnostics.append(report(circle))
      }
    }
  }

  /// Finds the targets of a kind, each step being taken once, and returns the circles of entries.
  private mutating func follow(_ kind: EntityReference.Kind) -> [[Int]] {
    var circles: [[Int]] = []
    var next = steps[kind] ?? [:]
    var final: [String: String] = [:]
    for entry in entries {
      var name = entry.alias
      var path: [Int] = []
      var places: [String: Int] = [:]
      while final[name] == nil, let step = next[name] {
        if let place = places[name] {
          let circle = path[place...]
          // The same circle whoever leads into it: it starts with its first entry.
          let turn = circle.indices.min { circle[$0] < circle[$1] } ?? place
          circles.append(Array(circle[turn...] + circle[..<turn]))
          for position in circle { next[entries[position].alias] = nil }
          path.removeSubrange(place...)
          break
        }
        places[name] = path.count
        path.append(step)
        name = entries[step].name
      }
      let end = final[name] ?? name
      for step in path { final[entries[step].alias] = end }
    }
    steps[kind] = next
    if !final.isEmpty { targets[kind] = final }
    return circles
  }

  private func report(_ circle: [Int]) -> Diagnostic {
    let names = circle.map { "\"\(entries[$0].alias)\"" }
    return Diagnostic(
      severity: .error, rule: "alias.circle",
      message:
        "\(names.spokenList(last: "and")) stand for each other in a circle, so none of them is merged; "
        + "let all of them stand for one name",
      location: entries[circle[0]].location)
  }

  /// What a name or id of a kind stands for, if it stands for another.
  func target(of text: String, kind: EntityReference.Kind) -> String? { targets[kind]?[text] }

  /// The same for a text that differs from an alias in case, spaces, punctuation or accents only.
  mutating func looseTarget(of text: String, kind: EntityReference.Kind) -> String? {
    guard let targets = targets[kind] else { return nil }
    if folded[kind] == nil {
      var names: [String: String] = [:]
      // Of aliases that are spelled alike and stand for different names, none is meant.
      for (alias, target) in targets {
        let key = FoldedName.text(of: alias)
        names[key] = names[key].map { $0 == target ? $0 : "" } ?? target
      }
      folded[kind] = names.filter { !$0.value.isEmpty }
    }
    return folded[kind]?[FoldedName.text(of: text)]
  }

  /// Lets a name or id of a merged row stand for the row it went into.
  mutating func add(_ text: String, standingFor name: String, kind: EntityReference.Kind) {
    targets[kind, default: [:]][text] = text == name ? nil : name
    folded[kind] = nil
  }

  /// Lets aliases stand for the end of their chains again, after names have become aliases of others.
  mutating func shorten(_ kind: EntityReference.Kind) {
    guard let present = targets[kind] else { return }
    for (alias, name) in present {
      guard let further = present[name], further != alias else { continue }
      targets[kind]?[alias] = further
    }
  }

  /// Counts a cell that holds the alias of an entity of one of the kinds.
  mutating func meet(_ text: String, kinds: some Sequence<EntityReference.Kind>) {
    guard !entries.isEmpty else { return }
    for kind in kinds {
      guard let entry = steps[kind]?[text] else { continue }
      cells[entry] += 1
      meet(entry, kind)
      return
    }
  }

  /// What becomes of the row that an alias names.
  enum RowFate { case merged, renamed, kept }

  /// Notes what becomes of the row that an alias names.
  mutating func meetRow(_ entry: Int, kind: EntityReference.Kind, _ fate: RowFate) {
    switch fate {
    case .merged: isMerged[entry] = true
    case .renamed: isRenamed[entry] = true
    case .kept: break
    }
    meet(entry, kind)
  }

  private func isApplied(_ entry: Int) -> Bool {
    isMerged[entry] || isRenamed[entry] || cells[entry] > 0
  }

  private mutating func meet(_ entry: Int, _ kind: EntityReference.Kind) {
    var step: Int? = entry
    while let position = step, !isMet[position] {
      isMet[position] = true
      step = steps[kind]?[entries[position].name]
    }
  }

  /// The aliases that rows or cells bear, and what they stand for.
  var applied: [(alias: String, name: String)] {
    entries.indices.flatMap { position in
      guard isApplied(position) else { return [(String, String)]() }
      let entry = entries[position]
      return entry.kinds.prefix(1).compactMap { kind in
        target(of: entry.alias, kind: kind).map { (entry.alias, $0) }
      }
    }
  }

  /// What was done with the list: aliases that nothing bears, and the rest in figures.
  var summary: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (position, entry) in entries.enumerated() where !isMet[position] {
      let kinds = entry.kinds.map(\.rawValue).spokenList(last: "or")
      diagnostics.append(
        Diagnostic(
          severity: .warning, rule: "alias.unused",
          message: "no \(kinds) is called \"\(entry.alias)\"; mend its spelling, or remove the row",
          location: entry.location))
    }
    let used = entries.indices.count { isApplied($0) }
    guard used > 0, let first = entries.first else { return diagnostics }
    let rows = isMerged.count { $0 }
    let count = cells.reduce(0, +)
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "alias.applied",
        message:
          "\(used) of \(entries.count) aliases applied: \(Phrase.count(rows, "row")) merged into others, "
          + "\(Phrase.count(count, "cell")) read as another name",
        location: Location(file: first.location.file)))
    return diagnostics
  }
}
