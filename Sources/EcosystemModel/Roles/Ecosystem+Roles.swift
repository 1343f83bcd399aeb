extension Ecosystem {
  /// The ecosystem with title and company in the place of each person's name, so that nothing made of it names anybody.
  ///
  /// References, texts and saved views follow. Cells of columns that the contract does not name are left out where they may tell who
  /// somebody is: mail addresses, and columns of people in which less than half of the values recur, such as staff numbers. Names
  /// of companies, functions, committees, alliances and programs stay.
  ///
  /// - Parameter names: Names given before, such as those of an earlier state of the data; new ones are added.
  /// - Returns: The same rows in the same order, without a person's name.
  /// - Complexity: O(size of the ecosystem).
  package func inRoles(_ names: inout RoleNames) -> Ecosystem {
    names.add(self)
    var rewriter = RoleRewriter(names: names, of: self)
    return rewritten(by: &rewriter)
  }
}

/// Puts roles in the place of people's names in all rows.
private struct RoleRewriter: RowRewriter {
  private let names: RoleNames
  /// The keys of places by the words of the keys they had.
  private var placeKeys: [[String]: String] = [:]

  init(names: RoleNames, of ecosystem: Ecosystem) {
    self.names = names
    guard !ecosystem.places.isEmpty else { return }
    for person in ecosystem.people {
      let key = "\(Person.kind.rawValue)-\(person.id)"
      placeKeys[Self.words(key)] =
        names[person.id].map { "\(Person.kind.rawValue)-\($0.id)" } ?? key
    }
  }

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    let texts = Row.table == .views ? names.inViews : names.inTexts
    let telling = Row.table == .people ? Self.tellingColumns(of: rows) : []
    return rows.compactMap { old in
      guard var row = placed(old) else { return nil }
      for column in Row.contract.columns { rename(column, texts, in: &row) }
      for entry in row.attributes.entries {
        let isTelling = telling.contains(entry.name) || entry.value.contains("@")
        row.attributes[entry.name] = isTelling ? nil : texts.replacing(in: entry.value)
      }
      guard let person = row as? Person, let role = names[person.id] else { return row }
      return person.called(role.name, role.id) as? Row
    }
  }

  private func rename<Row: TableRow>(
    _ column: Column<Row>, _ texts: NameReplacement, in row: inout Row
  ) {
    switch column.form {
    case .name(let path) where !column.isNameOfEntity:
      row[keyPath: path] = texts.replacing(in: row[keyPath: path])
    case .text(let path): row[keyPath: path] = row[keyPath: path].map(texts.replacing)
    case .list(let path): row[keyPath: path] = row[keyPath: path].map(texts.replacing)
    case .reference(let cell) where cell.kinds.contains(.person):
      let named = cell.read(row)
      guard named.contains(where: { $0.kind == .person }) else { return }
      cell.keep(&row) { _ in false }
      for reference in named { cell.write(&row, renamed(reference)) }
    default: break
    }
  }

  private func renamed(_ reference: EntityReference) -> EntityReference {
    guard case .person(let id) = reference, let role = names[id] else { return reference }
    return .person(role.id)
  }

  /// The columns of one's own whose values tell rows apart: of fewer than two rows each on average.
  private static func tellingColumns<Row: TableRow>(
    of rows: some RandomAccessCollection<Row>
  ) -> Set<String> {
    var values: [String: [String: Int]] = [:]
    for row in rows {
      for entry in row.attributes.entries {
        values[entry.name, default: [:]][entry.value, default: 0] += 1
      }
    }
    return Set(
      values.filter { _, counts in counts.count * 2 > counts.values.reduce(0, +) }.keys)
  }

  /// A place under the key that its shape has now; `nil` if nobody knows whose place it is.
  private func placed<Row: TableRow>(_ row: Row) -> Row? {
    guard var place = row as? Place else { return row }
    guard let key = placeKey(place.key) else { return nil }
    place.key = key
    place.links = place.links.compactMap(placeKey)
    return place as? Row
  }

  private func placeKey(_ key: String) -> String? {
    guard key.hasPrefix("\(Person.kind.rawValue)-") else { return key }
    return placeKeys[Self.words(key)]
  }

  private static func words(_ key: String) -> [String] {
    key.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
