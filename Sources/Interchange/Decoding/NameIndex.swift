import EcosystemModel

/// The entities of one kind, to be found by what a cell may call them.
struct NameIndex {
  /// Where the entities of this kind come from.
  enum Origin { case table, unreadableTable, cells }

  struct Entry {
    let id: String
    let name: String
    /// The company's id, of a function.
    let company: String?
  }

  enum Match: Equatable {
    case found(Int)
    /// Found, but written in another way.
    case respelt(Int)
    case ambiguous([Int])
    case none
  }

  var origin = Origin.cells
  private(set) var entries: [Entry] = []
  /// Where rows stand that had to be left out, by id and name.
  var leftOut: [String: Location] = [:]
  /// The last number given to ids that share a slug.
  var lastNumbers: [String: Int] = [:]

  private var byStatedID: [String: Int] = [:]
  private var byMadeID: [String: Int] = [:]
  /// The position of a name; below zero, the place in ``several`` counted from the end, where entities share it.
  private var byName: [String: Int] = [:]
  private var several: [[Int]] = []
  private var byCompanyAndName: [String: Int] = [:]
  private var byFoldedName: [String: [Int]]?
  private var candidates: [Suggestion.Candidate]?

  mutating func append(_ entry: Entry, hasStatedID: Bool) {
    let position = entries.count
    entries.append(entry)
    if hasStatedID {
      byStatedID[entry.id] = position
    } else {
      byMadeID[entry.id] = position
    }
    addName(entry.name, position)
    if let company = entry.company { byCompanyAndName["\(company)/\(entry.name)"] = position }
    byFoldedName = nil
    candidates = nil
  }

  private mutating func addName(_ name: String, _ position: Int) {
    guard let known = byName[name] else {
      byName[name] = position
      return
    }
    if known < 0 {
      several[-known - 1].append(position)
    } else {
      several.append([known, position])
      byName[name] = -several.count
    }
  }

  /// The entity with this stated id.
  func statedPosition(ofID id: String) -> Int? { byStatedID[id] }

  /// The entity with this id, stated or made, for cells that say that they hold an id.
  func position(ofID id: String) -> Int? { byStatedID[id] ?? byMadeID[id] }

  /// Whether the id is one that a user wrote.
  func isStated(id: String) -> Bool { byStatedID[id] != nil }

  /// Whether an entity has this id.
  func contains(id: String) -> Bool { position(ofID: id) != nil }

  /// The function of a company with this name.
  func position(ofName name: String, in company: String) -> Int? {
    byCompanyAndName["\(company)/\(name)"]
  }

  /// The entity with exactly this id or name: stated ids first, then names, then what the text stands for as an alias.
  ///
  /// An id that was made from a name is none that a user can have meant, unless the cell says that it is one.
  func exactMatch(_ text: String, standingFor target: String? = nil) -> Match {
    if let position = byStatedID[text] { return .found(position) }
    if let position = byName[text] {
      return position >= 0 ? .found(position) : .ambiguous(several[-position - 1])
    }
    return target.map { exactMatch($0) } ?? .none
  }

  /// The entity whose name or id differs in case, spaces, punctuation or accents only.
  mutating func looseMatch(_ text: String) -> Match {
    let folded = foldedNames()
    guard let positions = folded[FoldedName.text(of: text)] else { return .none }
    return positions.count == 1 ? .respelt(positions[0]) : .ambiguous(positions)
  }

  private mutating func foldedNames() -> [String: [Int]] {
    if let byFoldedName { return byFoldedName }
    var folded: [String: [Int]] = [:]
    for (position, entry) in entries.enumerated() {
      var keys: Set = [FoldedName.text(of: entry.name)]
      if isStated(id: entry.id) { keys.insert(FoldedName.text(of: entry.id)) }
      for key in keys { folded[key, default: []].append(position) }
    }
    byFoldedName = folded
    return folded
  }

  /// The names and ids that can be suggested for a misspelt one.
  mutating func suggestions() -> [Suggestion.Candidate] {
    if let candidates { return candidates }
    let made =
      entries.map { Suggestion.Candidate($0.name) }
      + entries.filter { byStatedID[$0.id] != nil && $0.id != $0.name }
      .map { Suggestion.Candidate($0.id) }
    candidates = made
    return made
  }
}
