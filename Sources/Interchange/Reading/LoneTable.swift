import EcosystemModel

/// A table that stands alone in its file: what it holds is told by its name, its columns or the user.
struct LoneTable {
  let name: TableName
  let table: Table

  /// Applies the user's column names and carried-down cells, and finds out which table it is.
  init(_ source: Table, path: String, options: ReadOptions) throws(ReadError) {
    var table = source
    for (contract, header) in options.columns.sorted(by: { $0.key < $1.key }) {
      let column = try Self.column(header, of: source, path: path)
      let key = ColumnName.normalized(contract)
      // A column that bore the contract's name before must not be taken in place of the one the user names.
      for other in table.headers.indices
      where other != column && ColumnName.normalized(table.headers[other].text) == key {
        table.headers[other].text = "\(table.headers[other].text) (column \(other + 1))"
      }
      table.headers[column].text = contract
    }
    for header in options.fillDown {
      let named = options.columns.first {
        ColumnName.normalized($0.key) == ColumnName.normalized(header)
      }?.value
      table.fillDown(column: try Self.column(named ?? header, of: source, path: path))
    }
    guard let name = Self.name(path: path, headers: table.headers.map(\.text)) else {
      let headers = table.headers.map(\.text)
      throw ReadError(
        .notADataset, Self.unrecognised(path, headers: headers),
        remedy: Self.isKnown(source) ? .importing(path: path) : Self.columns(headers))
    }
    self.name = name
    self.table = table
  }

  private static func column(
    _ header: String, of table: Table, path: String
  ) throws(ReadError) -> Int {
    let key = ColumnName.normalized(header)
    if let column = table.headers.firstIndex(where: { $0.text == header }) { return column }
    if let column = table.headers.firstIndex(where: { ColumnName.normalized($0.text) == key }) {
      return column
    }
    if header.hasPrefix("#"), let number = Int(header.dropFirst()),
      (1...table.width).contains(number)
    {
      return number - 1
    }
    let names = table.headers.map(\.text)
    var suggestion = Suggestion()
    let nearest = suggestion.nearest(to: header, among: names.map(Suggestion.Candidate.init))
    let hint =
      nearest.map { "did you mean \"\($0)\"?" }
      ?? "it has \(names.map { "\"\($0)\"" }.spokenList(last: "and"))."
    throw ReadError(.badOption, "\"\(path)\" has no column \"\(header)\"; \(hint)")
  }

  /// The table a file holds: the one it is named like, or else the one its columns are those of.
  private static func name(path: String, headers: [String]) -> TableName? {
    let file = FileName(path.split(separator: "/").last.map(String.init) ?? path)
    if let named = file.table { return named }
    let columns = Set(headers.map(ColumnName.normalized))
    if columns.isSuperset(of: ["person", "committee"]) { return .memberships }
    if columns.isSuperset(of: ["source", "target"]) { return .relationships }
    if columns.isSuperset(of: ["from", "to"]) {
      return columns.isDisjoint(with: ["what", "stage", "hours", "owner", "peryear", "channel"])
        || columns.contains("kind") ? .relationships : .handoffs
    }
    if columns.isSuperset(of: ["person", "company"]) { return .affiliations }
    if columns.isSuperset(of: ["name", "companies"]) { return .alliances }
    if columns.isSuperset(of: ["matter", "body"]) { return .decisions }
    if columns.isSuperset(of: ["subject", "measure", "value"]) { return .scores }
    if columns.isSuperset(of: ["name", "alliance"]) { return .programs }
    let words = Set(file.stem.split { !$0.isLetter }.map { $0.lowercased() })
    let named = TableName.allCases.filter { words.contains($0.rawValue) }
    return named.count == 1 ? named[0] : nil
  }

  /// Whether recognition knows what a table is.
  private static func isKnown(_ table: Table) -> Bool {
    BookRecognition(RawBook(of: table)).proposals.contains { !$0.isIgnored }
  }

  /// The advice to name columns, with a header that is one.
  private static func columns(_ headers: [String]) -> ReadError.Remedy? {
    headers.first { !$0.isEmpty }.map { .columns(header: $0) }
  }

  private static func unrecognised(_ path: String, headers: [String]) -> String {
    "\"\(path)\" is not named like a table and its columns "
      + "(\(headers.prefix(12).joined(separator: ", "))) are not those of a list; "
      + "lists have person and committee, source and target, or from and to."
  }
}
