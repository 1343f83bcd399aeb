import EcosystemModel

// What stands above and beside the marks of a grid.

extension GridRecognition {
  /// The alliances that are named above several committees each; none where these are companies or words of the trade.
  func alliances(over grid: [Column]) -> [TableMapping] {
    let names = grid.map { rows.names.upper[$0.index] }
    let upper = Set(names).subtracting([""])
    let others: [EntityReference.Kind] = [.company, .person, .committee, .function]
    guard upper.count > 1, !names.contains(""),
      upper.allSatisfy({ !Vocabulary.isKnown(HeaderPhrase($0)) && $0.count < 60 }),
      !upper.contains(where: { name in kind(of: [name]).map(others.contains) ?? false })
    else { return [] }
    var table = TableMapping(.alliances)
    table.columns = [.init(name: Alliance.nameColumn, source: CellSource(pieces: [.upper]))]
    table.across = grid.map(\.header)
    return [table]
  }

  /// The roles that marks of a grid have by a legend in the sheet, where it says something else than their letters do.
  func legend(of grid: [Column]) -> [String: MembershipRole] {
    let marks = Set(grid.flatMap(\.profile.texts))
    var roles: [String: MembershipRole] = [:]
    for row in sheet.rows.indices.prefix(400) {
      for column in sheet.filled(row) {
        for (mark, meaning) in MarkLegend.entries(sheet.text(row, column)) {
          guard marks.contains(mark), roles[mark] == nil,
            let role = RoleReading.role(of: meaning), RoleReading.role(of: mark) != role
          else { continue }
          roles[mark] = role
        }
      }
    }
    return roles
  }

  /// Whether a column counts the marks of each row, or adds its numbers up.
  func isCount(_ column: Column, of grid: [Column]) -> Bool {
    guard column.profile.numbers > 0.9 else { return false }
    if WordReading.isTotal(column.header) { return true }
    return rows.body.allSatisfy { row in
      guard let count = Double(sheet.text(row, column.index)) else {
        return sheet.text(row, column.index).isEmpty
      }
      let texts = grid.map { sheet.text(row, $0.index) }.filter { !$0.isEmpty && $0 != "0" }
      return count == Double(texts.count)
        || count == texts.reduce(0) { $0 + (QuantityReading($1)?.number ?? 0) }
    }
  }

  /// Whether people are named in a column, beside cells that say how often they meet.
  func holdsPeople(_ column: Column) -> Bool {
    let names = column.profile.texts.filter { CadenceReading.timesPerYear($0) == nil }
      .flatMap(ListSplitting.strong).map { PersonText($0).name }
    func isKnown(_ name: String) -> Bool { fit.known[.person]?.name(of: name) != nil }
    let sure = names.count { NameLexicon.isSurelyPerson($0) || isKnown($0) }
    let like = names.count { NameLexicon.isPersonLike($0) || isKnown($0) }
    return sure * 10 >= names.count * 3 && like * 10 >= names.count * 6 && !names.isEmpty
  }
}
