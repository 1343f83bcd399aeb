/// What the sources of an ecosystem state, and where its rows stood before.
package struct StatedRows: Sendable {
  /// The ecosystem without rows tagged `illustrative`, without the cells that `assumed` names, and without what hangs on these.
  package let ecosystem: Ecosystem
  /// The former positions of the rows that are left, by table.
  package let positions: [TableName: [Int]]

  /// Leaves out what no source states.
  ///
  /// A cell that only its month or day is assumed of (`month of since`) keeps its year or its month. An entity whose name is
  /// assumed keeps it, since there must be a way to speak of it. A row goes with a cell that it cannot do without, and with an
  /// entity that such a cell names. Saved views and places on maps stay: they state nothing.
  ///
  /// - Complexity: O(rows · columns).
  package init(of whole: Ecosystem) {
    var cutter = StatedCutter()
    var left = whole.rewritten(by: &cutter)
    // What is gone may be what another row needs, and that row what a third one needs.
    var rows = -1
    while rows != left.rowCount {
      rows = left.rowCount
      var pruner = DanglingPruner(present: left, positions: cutter.positions)
      left = left.rewritten(by: &pruner)
      cutter.positions = pruner.positions
    }
    left.committees = Self.attached(left.committees, as: whole, among: left.alliances)
    var unstated = whole.unstated ?? Unstated()
    unstated.rows += whole.rowCount - left.rowCount
    unstated.cells += cutter.cells
    left.unstated = unstated
    ecosystem = left
    positions = cutter.positions
  }

  /// Committees that lose those above them keep the alliance that they had from them.
  private static func attached(
    _ committees: Roster<Committee>, as whole: Ecosystem, among alliances: Roster<Alliance>
  ) -> Roster<Committee> {
    let hierarchy = Hierarchy(of: whole)
    return Roster(
      committees.map { committee in
        guard committee.parent == nil, committee.alliance == nil,
          !committee.assumes(Committee.column(\.alliance)),
          let row = whole.committees.position(of: committee.id),
          let alliance = hierarchy.alliance(ofCommittee: row).map({ whole.alliances[$0].id }),
          alliances[alliance] != nil
        else { return committee }
        var committee = committee
        committee.alliance = alliance
        return committee
      })
  }
}

extension Ecosystem {
  /// The number of rows of all tables.
  fileprivate var rowCount: Int { counts.reduce(0) { $0 + $1.count } }
}

/// Takes out illustrative rows and assumed cells.
private struct StatedCutter: RowRewriter {
  var positions: [TableName: [Int]] = [:]
  var cells = 0

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    var kept: [Int] = []
    var left: [Row] = []
    for (position, row) in rows.enumerated() where Row.table.isOfPictures || !row.isIllustrative {
      guard let stated = stated(row) else { continue }
      kept.append(position)
      left.append(stated)
    }
    positions[Row.table] = kept
    return left
  }

  /// The row without its assumed cells; `nil` if it cannot do without one of them.
  private mutating func stated<Row: TableRow>(_ row: Row) -> Row? {
    guard !Row.table.isOfPictures, !row.assumed.isEmpty else { return row }
    var stated = row
    var emptied = 0
    for entry in row.assumed {
      let words = entry.split(whereSeparator: \.isWhitespace).map(String.init)
      if let column = Row.contract.column(named: entry) {
        guard !column.isNameOfEntity else { continue }
        guard !column.isRequired else { return nil }
        column.empty(in: &stated)
      } else if words.count > 1, let column = words.last.flatMap(Row.contract.column(named:)) {
        column.shorten(to: words[0], in: &stated)
      } else if row.attributes[entry] != nil {
        stated.attributes[entry] = nil
      } else {
        continue
      }
      emptied += 1
    }
    cells += emptied
    return stated
  }
}

/// Takes out what names an entity that is no longer there.
private struct DanglingPruner: RowRewriter {
  let present: Ecosystem
  var positions: [TableName: [Int]]

  init(present: Ecosystem, positions: [TableName: [Int]]) {
    self.present = present
    self.positions = positions
  }

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    let columns = Row.contract.columns.filter { !$0.kinds.isEmpty }
    guard Row.table != .views, !columns.isEmpty else { return Array(rows) }
    var kept: [Int] = []
    var left: [Row] = []
    let former = positions[Row.table] ?? []
    for (place, row) in rows.enumerated() {
      var row = row
      let isWhole = columns.allSatisfy { column in
        let named = column.references(of: row)
        guard !named.allSatisfy(present.contains) else { return true }
        if column.isRequired, !column.isList || !named.contains(where: present.contains) {
          return false
        }
        column.keep(present.contains, in: &row)
        return true
      }
      guard isWhole else { continue }
      kept.append(former[place])
      left.append(row)
    }
    positions[Row.table] = kept
    return left
  }
}
