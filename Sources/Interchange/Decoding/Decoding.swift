import EcosystemModel

/// The state of turning tables into an ecosystem: what is known by name, the cell at hand, and what was noticed.
struct Decoding {
  var diagnostics: [Diagnostic] = []
  var indices = NameIndices()
  var suggestion = Suggestion()
  /// Other names of entities, as the user has reviewed them.
  var aliases: Aliases
  /// Names that no entity bears.
  var unknown = UnknownNames()
  /// What the ends of ties are taken to be where no table names them.
  var nodeKind: EntityReference.Kind?
  /// Whether the row at hand may bring entities into being that no table describes.
  var mayImply = true
  /// Entities that no table describes, in the order in which cells named them.
  var implied: [EntityReference.Kind: [Location]] = [:]
  /// Cells that name an entity in another spelling: how often, and where first.
  var spellings: [Spelling: (count: Int, location: Location)] = [:]

  /// What cells have named so far, for each choice of kinds that a cell may name.
  var memos: [ReferenceMemo] = []
  private var memoKeys: [MemoKey] = []
  /// How often something was reported, respelt or brought into being: while it stays, a text means what it meant before.
  private(set) var noticeCount = 0
  /// How often an entity was added, so that texts may name others than before.
  private(set) var meaningCount = 0

  private struct MemoKey: Equatable {
    let groups: [[EntityReference.Kind]]
    let implied: EntityReference.Kind
  }

  /// The table, row and column at hand.
  private(set) var table = Table(file: "")
  var cursor = RowCursor(Table(file: ""))
  var row = 0
  var column: Int?

  struct Spelling: Hashable {
    let kind: EntityReference.Kind
    let text: String
    let name: String
  }

  /// The place of the cell at hand.
  var location: Location { table.location(row: row, column: column) }

  /// Begins with the rows of a table.
  mutating func begin(_ table: Table) {
    self.table = table
    cursor = RowCursor(table)
    row = 0
    column = nil
  }

  /// The memo for cells that may name these kinds.
  mutating func memo(of groups: [[EntityReference.Kind]], _ implied: EntityReference.Kind) -> Int {
    let key = MemoKey(groups: groups, implied: implied)
    if let known = memoKeys.firstIndex(of: key) { return known }
    memoKeys.append(key)
    memos.append(ReferenceMemo())
    return memos.count - 1
  }

  /// Notes that an entity was added, so that texts may name others than before.
  mutating func forgetMeanings() {
    noticeCount += 1
    meaningCount += 1
    for memo in memos.indices { memos[memo].removeAll() }
  }

  /// Notes that something was told of a cell, which must be told of each cell like it.
  mutating func notice() { noticeCount += 1 }

  mutating func report(_ severity: Severity, _ rule: String, _ message: String) {
    notice()
    diagnostics.append(
      Diagnostic(severity: severity, rule: rule, message: message, location: location))
  }

  init(aliases list: AliasList? = nil) {
    var faults: [Diagnostic] = []
    aliases = Aliases(list, diagnostics: &faults)
    diagnostics = faults
  }

  /// Adds what is told once for the whole dataset.
  mutating func finish() {
    diagnostics += aliases.summary
    for (spelling, use) in spellings {
      let times = use.count == 1 ? "" : " (\(use.count) times)"
      diagnostics.append(
        Diagnostic(
          severity: .note, rule: "reference.spelling",
          message: "\"\(spelling.text)\" is taken for the \(spelling.kind.rawValue) "
            + "\"\(spelling.name)\"\(times); write both in the same way",
          location: use.location))
    }
    for (kind, locations) in implied where indices[kind].origin != .unreadableTable {
      let isOne = locations.count == 1
      diagnostics.append(
        Diagnostic(
          severity: .note, rule: "table.implied",
          message: "\(locations.count) \(isOne ? kind.rawValue : kind.table.rawValue) "
            + "\(isOne ? "is" : "are") known only from the cells that name \(isOne ? "it" : "them"); "
            + "add a table \"\(kind.table.rawValue)\" to say more about \(isOne ? "it" : "them")",
          location: locations.first))
    }
  }
}
