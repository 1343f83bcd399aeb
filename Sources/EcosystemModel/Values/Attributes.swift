/// The columns of a row that the contract does not name, kept for filters, colours and tooltips.
///
/// Names keep the spelling of the header; they are looked up without regard to case, spaces, `_` and `-`.
/// Entries are ordered by name, whatever the order of the columns.
package struct Attributes: Hashable, Sendable {
  /// One column of one row.
  package struct Entry: Hashable, Sendable, Codable {
    /// The column's header.
    package let name: String
    /// The cell's text, never empty.
    package let value: String

    /// Makes an entry of a text that is not empty.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All entries, ordered by name.
  package private(set) var entries: [Entry] = []

  /// Makes an empty collection.
  package init() {}

  /// Takes the pairs; of two with the same name the later wins, and empty values are left out.
  package init(_ pairs: some Sequence<(String, String)>) {
    for (name, value) in pairs where !value.isEmpty { self[name] = value }
  }

  /// Takes entries whose names are in order and differ by more than case, spaces, `_` and `-`.
  ///
  /// For readers, which compare the names once for all rows of a table.
  package init(inOrder entries: [Entry]) {
    self.entries = entries
  }

  /// The value under a name, or `nil`.
  package subscript(name: String) -> String? {
    get {
      let key = ColumnName.normalized(name)
      return entries.first { ColumnName.normalized($0.name) == key }?.value
    }
    set {
      let key = ColumnName.normalized(name)
      entries.removeAll { ColumnName.normalized($0.name) == key }
      guard let newValue, !newValue.isEmpty else { return }
      let position = entries.firstIndex { $0.name > name } ?? entries.endIndex
      entries.insert(Entry(name: name, value: newValue), at: position)
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { entries.isEmpty }
}

extension Attributes: Codable {
  /// Reads a list of name–value entries.
  package init(from decoder: any Decoder) throws {
    let stored = try decoder.singleValueContainer().decode([Entry].self)
    self.init(stored.map { ($0.name, $0.value) })
  }

  /// Writes a list of name–value entries.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(entries)
  }
}

/// How column headers and attribute names are compared.
package enum ColumnName {
  /// The name in lower case without spaces, `_` and `-`, so that `Time Zone`, `time_zone` and `TIME-ZONE` are one.
  package static func normalized(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" && $0 != "-" && !$0.isWhitespace })
  }
}
