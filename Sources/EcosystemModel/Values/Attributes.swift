/// The columns of a row that the contract does not name, kept for filters, colours and tooltips.
///
/// Names keep the spelling of the header; they are looked up without regard to case, spaces, `_` and `-`.
/// Entries are ordered by name, whatever the order of the columns.
package struct Attributes: Sendable {
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

  /// The columns of a table that the contract does not name, shared by all of its rows.
  package final class Header: Sendable {
    fileprivate let names: [String]
    /// The place of each name by its normalised form; of several that are alike, the first.
    fileprivate let places: [String: Int]

    /// The header with a mark for each name, none of them set.
    fileprivate var unused: (header: Header, places: [Bool]) {
      (self, [Bool](repeating: false, count: names.count))
    }

    /// Takes names in their order.
    package init(_ names: [String]) {
      self.names = names
      places = Dictionary(
        names.enumerated().map { (ColumnName.normalized($0.element), $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private var header: Header?
  /// The text under each name of the header; empty where the row has none.
  private var texts: [String] = []

  /// Makes an empty collection.
  package init() {}

  /// Takes the pairs; of two with the same name the later wins, and empty values are left out.
  package init(_ pairs: some Sequence<(String, String)>) {
    for (name, value) in pairs where !value.isEmpty { self[name] = value }
  }

  /// Takes the texts under a header whose names are in order and differ by more than case, spaces, `_` and `-`.
  ///
  /// For readers, which compare the names once for all rows of a table.
  package init(_ header: Header, texts: [String]) {
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    self.header = header
    self.texts = texts
  }

  /// All entries, ordered by name.
  package var entries: [Entry] {
    guard let header else { return [] }
    return zip(header.names, texts).filter { !$0.1.isEmpty }
      .map { Entry(name: $0.0, value: $0.1) }
  }

  /// The value under a name, or `nil`.
  ///
  /// - Complexity: O(1) to read, O(number of entries) to write.
  package subscript(name: String) -> String? {
    get {
      guard let header, let place = header.places[ColumnName.normalized(name)],
        !texts[place].isEmpty
      else { return nil }
      return texts[place]
    }
    set {
      let key = ColumnName.normalized(name)
      var entries = entries.filter { ColumnName.normalized($0.name) != key }
      if let newValue, !newValue.isEmpty {
        let position = entries.firstIndex { $0.name > name } ?? entries.endIndex
        entries.insert(Entry(name: name, value: newValue), at: position)
      }
      header = entries.isEmpty ? nil : Header(entries.map(\.name))
      texts = entries.map(\.value)
    }
  }

  /// The value under a name in the form in which names are compared, or `nil`.
  ///
  /// For those who look up one name in many rows, and normalise it once.
  package func value(underKey key: String) -> String? {
    guard let header, let place = header.places[key], !texts[place].isEmpty else { return nil }
    return texts[place]
  }

  /// The names under which at least one of several rows has a value.
  ///
  /// - Complexity: O(number of cells).
  package static func names(usedIn rows: some Sequence<Attributes>) -> Set<String> {
    var used: [ObjectIdentifier: (header: Header, places: [Bool])] = [:]
    for row in rows {
      guard let header = row.header else { continue }
      for (place, text) in row.texts.enumerated() where !text.isEmpty {
        used[ObjectIdentifier(header), default: header.unused].places[place] = true
      }
    }
    return used.values.reduce(into: []) { names, table in
      names.formUnion(zip(table.header.names, table.places).filter(\.1).map(\.0))
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { header == nil }
}

extension Attributes: Hashable {
  /// Whether both have the same names with the same values.
  package static func == (left: Self, right: Self) -> Bool {
    left.header === right.header ? left.texts == right.texts : left.entries == right.entries
  }

  /// Feeds the entries to the hasher.
  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }
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
    // Most names need no work: small letters and digits.
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    if isPlain { return name }
    if let plain = normalizedASCII(name) { return plain }
    return String(name.lowercased().filter { $0 != "_" && $0 != "-" && !$0.isWhitespace })
  }

  /// The same byte by byte; `nil` if the name is not plain ASCII.
  private static func normalizedASCII(_ name: String) -> String? {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x09...0x0D, UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"): continue
      case 0x41...0x5A: bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
