/// A number for each of many texts, found by the bytes of the text.
///
/// Open addressing: a slot holds a text of up to eight bytes whole, so that looking it up touches one line of the cache; of a longer one it
/// holds a hash, and the bytes stand beside the table. Texts beyond ASCII stand in a dictionary, which knows when two spellings
/// are one text.
package struct TextIndex: Sendable {
  @usableFromInline
  struct Slot {
    @usableFromInline var word: UInt64 = 0
    /// 0 where the slot is free, 1 more than the length of a short text, `longMark` and more for the place of a long one.
    @usableFromInline var size: UInt32 = 0
    @usableFromInline var number: Int32 = 0
  }

  @usableFromInline static var longMark: UInt32 { 16 }

  @usableFromInline var slots: [Slot] = []
  @usableFromInline var taken = 0
  /// The bytes of longer texts, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  @usableFromInline var others: [String: Int32] = [:]

  /// Makes an empty index.
  package init() {}

  /// Makes room for so many texts.
  package mutating func reserve(_ count: Int) {
    if 8 * count > 5 * slots.count { grow(toHold: count) }
  }

  /// The number of a text; `nil` if it has none.
  package subscript(text: String) -> Int32? {
    get {
      var text = text
      return text.withUTF8 { unsafe number(of: TextKey($0.span), $0.span) }
    }
    set {
      precondition(newValue != nil, "A text keeps its number.")
      var text = text
      text.withUTF8 { unsafe set(newValue ?? 0, for: TextKey($0.span), $0.span) }
    }
  }

  /// The number of the text with a key; `nil` if it has none.
  @inlinable
  package func number(of key: TextKey, _ text: borrowing Span<UInt8>) -> Int32? {
    if taken == 0 && others.isEmpty { return nil }
    guard key.isPlain else { return other(text) }
    guard taken > 0 else { return nil }
    let slot = slots[place(of: key, text)]
    return slot.size == 0 ? nil : slot.number
  }

  /// Loads the slots of texts, so that the processor waits for many of them at a time.
  ///
  /// The result means nothing; it keeps the loads from being optimised away.
  package func touched(_ keys: [TextKey]) -> UInt32 {
    guard taken > 0 else { return 0 }
    let mask = slots.count - 1
    var sum: UInt32 = 0
    for key in keys { sum ^= slots[Int(truncatingIfNeeded: key.hash) & mask].size }
    return sum
  }

  /// How many texts have a number.
  package var count: Int { taken + others.count }

  /// The number of a text, or a new one where it has none.
  package mutating func number(of text: String, orSet new: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in unsafe number(of: bytes.span, orSet: new) }
  }

  /// The same for the bytes of a text: one search for both.
  mutating func number(of text: borrowing Span<UInt8>, orSet new: Int32) -> Int32 {
    let key = TextKey(text)
    guard key.isPlain else {
      if let known = other(text) { return known }
      set(new, for: key, text)
      return new
    }
    reserve(taken + 1)
    let place = place(of: key, text)
    if slots[place].size > 0 { return slots[place].number }
    take(place, new, key, text)
    return new
  }

  /// Gives a text a number, in place of the one that it has.
  package mutating func set(_ number: Int32, for key: TextKey, _ text: borrowing Span<UInt8>) {
    guard key.isPlain else {
      others[Self.string(text)] = number
      return
    }
    reserve(taken + 1)
    let place = place(of: key, text)
    if slots[place].size == 0 {
      take(place, number, key, text)
    } else {
      slots[place].number = number
    }
  }

  /// Puts a text into a free slot.
  private mutating func take(
    _ place: Int, _ number: Int32, _ key: TextKey, _ text: borrowing Span<UInt8>
  ) {
    taken += 1
    let size = key.count <= 8 ? UInt32(key.count) + 1 : longSize(text)
    slots[place] = Slot(word: key.word, size: size, number: number)
  }

  /// The slot of a text, or the free one that it would take.
  @inlinable
  func place(of key: TextKey, _ text: borrowing Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[place]
      if slot.size == 0 { return place }
      if slot.word == key.word {
        if key.count <= 8 {
          if slot.size == UInt32(truncatingIfNeeded: key.count) + 1 { return place }
        } else if slot.size >= Self.longMark, isLong(Int(slot.size - Self.longMark), text) {
          return place
        }
      }
      place = (place + 1) & mask
    }
  }

  @usableFromInline
  func other(_ text: borrowing Span<UInt8>) -> Int32? { others[Self.string(text)] }

  @usableFromInline
  func isLong(_ long: Int, _ text: borrowing Span<UInt8>) -> Bool {
    let start = long == 0 ? 0 : ends[long - 1]
    guard ends[long] - start == text.count else { return false }
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func longSize(_ text: borrowing Span<UInt8>) -> UInt32 {
    for index in 0..<text.count { bytes.append(text[index]) }
    ends.append(bytes.count)
    return Self.longMark + UInt32(ends.count - 1)
  }

  private mutating func grow(toHold count: Int) {
    var size = max(16, slots.count)
    while 8 * count > 5 * size { size *= 2 }
    let old = slots
    slots = Array(repeating: Slot(), count: size)
    let mask = size - 1
    for slot in old where slot.size > 0 {
      var place = Int(truncatingIfNeeded: TextKey.hash(of: slot.word)) & mask
      while slots[place].size > 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  private static func string(_ text: borrowing Span<UInt8>) -> String {
    String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
  }
}

/// What a text is looked up by: its bytes, or a hash of them where there are more than eight.
package struct TextKey {
  @usableFromInline let word: UInt64
  @usableFromInline let count: Int
  /// Whether all is ASCII, of which equal texts have equal bytes.
  @usableFromInline let isPlain: Bool

  @usableFromInline static var multiplier: UInt64 { 0x9E37_79B9_7F4A_7C15 }
  /// Another one in each process, so that nobody can write texts that all want one slot.
  @usableFromInline static let seed = UInt64.random(in: .min ... .max)

  /// Reads the bytes of a text.
  @inlinable
  package init(_ text: borrowing Span<UInt8>) {
    let bytes = unsafe text.bytes
    count = text.count
    // Loads are checked to lie in the text, and any bytes are a number.
    if count > 8 {
      var hash = Self.seed ^ UInt64(truncatingIfNeeded: count)
      var all: UInt64 = 0
      var offset = 0
      while offset < count {
        let word = unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: min(offset, count - 8), as: UInt64.self)
        all |= word
        hash = Self.folded(hash ^ word)
        offset += 8
      }
      word = hash
      isPlain = all & 0x8080_8080_8080_8080 == 0
    } else if count >= 4 {
      let first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      word = UInt64(first) | UInt64(last) << 32
      isPlain = word & 0x8080_8080_8080_8080 == 0
    } else if count > 0 {
      let (first, middle, last) = (text[0], text[count / 2], text[count - 1])
      word = UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16
      isPlain = (first | middle | last) < 0x80
    } else {
      word = 0
      isPlain = true
    }
  }

  /// Where the search for the text begins.
  @inlinable
  var hash: UInt64 { Self.hash(of: word) }

  @inlinable
  static func hash(of word: UInt64) -> UInt64 { folded(word ^ seed) }

  @inlinable
  static func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }
}
