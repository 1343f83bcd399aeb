import EcosystemModel

/// What cells of one kind have turned out to name where no id or name says it by itself: a text that names an entity once names it every
/// time, as long as no entity is added.
struct ReferenceMemo {
  private var places = TextIndex()
  private var meanings: [EntityReference] = []

  /// Forgets everything.
  mutating func removeAll() { if !meanings.isEmpty { self = ReferenceMemo() } }

  /// What the bytes of a cell name, if that is known.
  func meaning(of key: TextKey, _ text: borrowing Span<UInt8>) -> EntityReference? {
    places.number(of: key, text).map { meanings[Int($0)] }
  }

  /// Remembers what the text of a cell names.
  mutating func remember(_ text: String, as meaning: EntityReference) {
    guard meanings.count < 1 << 24 else { return }
    places[text] = Int32(meanings.count)
    meanings.append(meaning)
  }
}
