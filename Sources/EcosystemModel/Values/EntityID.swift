/// The stable, textual name of one entity, such as `astrazeneca`, which no other kind of entity can take.
///
/// Ids come from the `id` column, or are made from the name where the column is absent.
package struct EntityID<Kind>: Hashable, Sendable, RawRepresentable {
  let symbol: Symbol

  /// The text of the id, as it stands in the tables.
  package var rawValue: String { symbol.text }

  /// Takes the text as it is.
  package init(rawValue: String) {
    symbol = Symbol(rawValue)
  }

  /// Takes the text as it is.
  package init(_ rawValue: String) {
    symbol = Symbol(rawValue)
  }

  /// The entity of another kind with the same text for its id.
  init<Other>(_ other: EntityID<Other>) {
    symbol = other.symbol
  }
}

// Without these, generic code would take the ones of `RawRepresentable`, which compare and hash texts.
extension EntityID {
  /// Whether both are the same text.
  @inline(__always)
  package static func == (left: Self, right: Self) -> Bool { left.symbol == right.symbol }

  /// Feeds the number of the text to the hasher.
  package func hash(into hasher: inout Hasher) { hasher.combine(symbol) }
}

extension EntityID: Comparable {
  /// Orders ids by their text.
  package static func < (left: Self, right: Self) -> Bool { left.symbol < right.symbol }
}

extension EntityID: CustomStringConvertible {
  /// The text of the id.
  package var description: String { rawValue }
}

extension EntityID: Codable {
  /// Reads the id from a plain string.
  package init(from decoder: any Decoder) throws {
    symbol = Symbol(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the id as a plain string.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
