import EcosystemModel

/// The entities of one kind, to be found by what a cell may call them.
struct NameIndex {
  /// Where the entities of this kind come from.
  enum Origin { case table, unreadableTable, cells }

  struct Entry {
    let reference: EntityReference
    let name: String
    /// The company, of a function.
    let company: Company.ID?

    var id: String { reference.rawID }
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
  /// How the entities are referred to, close together for those who look up many.
  private(set) var references: [EntityReference] = []
  /// Where rows stand that had to be left out, by id and name.
  var leftOut: [String: Location] = [:]
  /// The last number given to ids that share a slug.
  var lastNumbers: [String: Int] = [:]

  private var byStatedID = TextIndex()
  private var byMadeID = TextIndex()
  /// The position of a name; below zero, the place in ``several`` counted from the end, where entities share it.
  private var byName = TextIndex()
  /// How many entities are in ``byName``: where ids name all that is named, it is never needed.
  private var namedCount = 0
  private var areNamesWanted = false
  private var several: [[Int]] = []
  /// Whether an id or a name holds a `:` or a `/`, which cells use to say more than a name.
  private(set) var hasMarks = false
  private var byCompanyAndName: [String: Int] = [:]
  private var byFoldedName: [String: [Int]]?
  private var candidates: [Suggestion.Candidate]?

  /// Makes room for the entities of a table.
  mutating func reserve(_ count: Int, hasIDs: Bool) {
    entries.reserveCapacity(count)
    references.reserveCapacity(count)
    if hasIDs { byStatedID.reserve(count) }
  }

  mutating func append(_ entry: Entry, statedID: String?) {
    let position = entries.count
    entries.append(entry)
    references.append(entry.reference)
    if let statedID {
      byStatedID[statedID] = Int32(position)
      hasMarks = hasMarks || Self.hasMarks(statedID)
    } else {
      byMadeID[entry.id] = Int32(position)
    }
    hasMarks = hasMarks || Self.hasMarks(entry.name)
    if areNamesWanted { readNames() }
    if let company = entry.company { byCompanyAndName["\(company)/\(entry.name)"] = position }
    if byFoldedName != nil { byFoldedName = nil }
    if candidates != nil { candidates = nil }
  }

  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
  }

  private static func hasMarks(_ text: String) -> Bool {
    text.utf8.contains(where: isMark)
  }

  /// Takes the names of all entities into the index.
  private mutating func readNames() {
    if namedCount == 0 { byName.reserve(entries.count) }
    areNamesWanted = true
    while namedCount < entries.count {
      addName(entries[namedCount].name, namedCount)
      namedCount += 1
    }
  }

  private mutating func addName(_ name: String, _ position: Int) {
    guard let known = byName[name] else {
      byName[name] = Int32(position)
      return
    }
    if known < 0 {
      several[Int(-known) - 1].append(position)
    } else {
      several.append([Int(known), position])
      byName[name] = Int32(-several.count)
    }
  }

  /// The entity with this stated id.
  func statedPosition(ofID id: String) -> Int? { byStatedID[id].map(Int.init) }

  /// The entity with this id, stated or made, for cells that say that they hold an id.
  func position(ofID id: String) -> Int? {
    (byStatedID[id] ?? byMadeID[id]).map(Int.init)
  }

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
  mutating func exactMatch(_ text: String, standingFor target: String? = nil) -> Match {
    if let position = byStatedID[text] { return .found(Int(position)) }
    readNames()
    if let position = byName[text] {
      return position >= 0 ? .found(Int(position)) : .ambiguous(several[Int(-position) - 1])
    }
    return target.map { exactMatch($0) } ?? .none
  }

  /// The same for the bytes of many cells: the position of each, ``nothing``, or ``unclear`` where entities share the name or names are
  /// not read yet.
  func exactPositions(of texts: CellTexts) -> [Int32] {
    let areNamesRead = namedCount == entries.count
    let bytes = texts.bytes.span
    var positions = Array(repeating: Self.nothing, count: texts.keys.count)
    for place in positions.indices where !texts.fields[place].isEmpty {
      let text = bytes.extracting(texts.fields[place].range)
      if let position = byStatedID.number(of: texts.keys[place], text) {
        positions[place] = position
      } else if !areNamesRead {
        positions[place] = Self.unclear
      } else if let position = byName.number(of: texts.keys[place], text) {
        positions[place] = position >= 0 ? position : Self.unclear
      }
    }
    return positions
  }

  /// In place of a position: there is no such entity.
  static let nothing: Int32 = -1
  /// In place of a position: it takes a closer look to tell.
  static let unclear: Int32 = -2

  /// Loads what looking up texts needs, so that the processor waits for many of them at a time; the result means nothing.
  func touched(_ texts: CellTexts) -> UInt32 {
    byStatedID.touched(texts.keys) ^ byName.touched(texts.keys)
  }

  /// The entity whose name or id differs in case, spaces, punctuation or accents only, or in how a spreadsheet shows it.
  mutating func looseMatch(_ text: String) -> Match {
    let folded = foldedNames()
    guard
      let positions = folded[FoldedName.text(of: text)]
        ?? ShownForm.key(of: text).flatMap({ folded[$0] })
    else { return .none }
    return positions.count == 1 ? .respelt(positions[0]) : .ambiguous(positions)
  }

  private mutating func foldedNames() -> [String: [Int]] {
    if let byFoldedName { return byFoldedName }
    var folded: [String: [Int]] = [:]
    for (position, entry) in entries.enumerated() {
      var keys: Set = [FoldedName.text(of: entry.name)]
      if isStated(id: entry.id) { keys.insert(FoldedName.text(of: entry.id)) }
      for text in [entry.name, entry.id] {
        if text == entry.name || isStated(id: text), let key = ShownForm.key(of: text) {
          keys.insert(key)
        }
      }
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

/// The bytes of some cells of a column, and by what they are looked up; those that are not wanted are empty.
struct CellTexts {
  var bytes: [UInt8]
  var fields: [CSVField] = []
  var keys: [TextKey] = []
}
