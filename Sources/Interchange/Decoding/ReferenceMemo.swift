import EcosystemModel

/// What cells of one kind have turned out to name: a text that names an entity once names it every time, as long as no entity is added.
struct ReferenceMemo {
  private struct Entry {
    /// The bytes themselves, where there are at most eight; else a hash of them.
    var key: UInt64
    var length: Int32
    /// Where the bytes of a longer text begin in ``longTexts``.
    var start: Int32
    var meaning: EntityReference
  }

  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var entries: [Entry] = []
  private var longTexts: [UInt8] = []

  /// Forgets everything.
  mutating func removeAll() { if !entries.isEmpty { self = ReferenceMemo() } }

  /// What the bytes of a cell name, if that is known.
  func meaning(of text: borrowing Span<UInt8>) -> EntityReference? {
    let key = Self.key(of: text)
    let mask = slots.count - 1
    var place = Self.place(of: key) & mask
    while slots[place] >= 0 {
      let entry = entries[Int(slots[place])]
      if entry.key == key, Int(entry.length) == text.count, isSame(entry, text) {
        return entry.meaning
      }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Remembers what the bytes of a cell name, which was not known.
  mutating func remember(_ text: borrowing Span<UInt8>, as meaning: EntityReference) {
    guard text.count <= 1 << 16, longTexts.count < 1 << 30 else { return }
    if 2 * entries.count >= slots.count { grow() }
    let key = Self.key(of: text)
    let start = longTexts.count
    if text.count > 8 { for index in 0..<text.count { longTexts.append(text[index]) } }
    entries.append(
      Entry(key: key, length: Int32(text.count), start: Int32(start), meaning: meaning))
    insert(Int32(entries.count - 1))
  }

  private mutating func insert(_ entry: Int32) {
    let mask = slots.count - 1
    var place = Self.place(of: entries[Int(entry)].key) & mask
    while slots[place] >= 0 { place = (place + 1) & mask }
    slots[place] = entry
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 4 * slots.count)
    for entry in entries.indices { insert(Int32(entry)) }
  }

  private func isSame(_ entry: Entry, _ text: borrowing Span<UInt8>) -> Bool {
    guard text.count > 8 else { return true }
    for index in 0..<text.count where longTexts[Int(entry.start) + index] != text[index] {
      return false
    }
    return true
  }

  private static func key(of text: borrowing Span<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    guard text.count > 8 else {
      for index in 0..<text.count { key = key << 8 | UInt64(text[index]) }
      return key
    }
    for index in 0..<text.count { key = (key ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return key
  }

  private static func place(of key: UInt64) -> Int {
    // The last mixing steps of MurmurHash3: digits that differ in a few bits spread over all of them.
    var mixed = (key ^ key >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 33) & 0x7FFF_FFFF)
  }
}
