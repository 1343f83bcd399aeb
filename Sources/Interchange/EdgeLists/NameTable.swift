/// Numbers names in the order in which they first appear: an open-addressing hash table on bytes.
///
/// A slot holds names of up to 11 bytes whole, so that looking one up touches one cache line; longer ones hold a
/// hash of 88 bits there and are compared with the bytes kept beside the table.
struct NameTable {
  /// What a slot knows of a name: for short ones the first 8 bytes, the next 3, and the length; for long ones a hash.
  struct Key {
    var low: UInt64
    var high: UInt32
  }

  private struct Slot {
    var low: UInt64 = 0
    var high: UInt32 = 0
    /// The name's number plus 1; 0 where the slot is free.
    var number: UInt32 = 0
  }

  static let shortLimit = 11
  private static let longMark: UInt32 = 0xFF00_0000

  private var slots = [Slot](repeating: Slot(), count: 1024)
  private(set) var count = 0
  /// The bytes of all names, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The key of the name at a place in a text that is readable for 8 bytes beyond it.
  static func key(_ text: UnsafePointer<UInt8>, length: Int) -> Key {
    if length <= 8 {
      let word = unsafe UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
      return Key(low: word & lowBytes(length), high: UInt32(length) << 24)
    }
    if length <= shortLimit {
      let word = unsafe UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
      let rest = unsafe UnsafeRawPointer(text + 8).loadUnaligned(as: UInt32.self).littleEndian
      let kept = rest & UInt32(truncatingIfNeeded: lowBytes(length - 8))
      return Key(low: word, high: kept | UInt32(length) << 24)
    }
    return unsafe longKey(text, length: length)
  }

  /// A mask of the first bytes of a word.
  private static func lowBytes(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 << UInt64(count * 8)) &- 1
  }

  private static func longKey(_ text: UnsafePointer<UInt8>, length: Int) -> Key {
    var hash = UInt64(length)
    var offset = 0
    while offset < length {
      let word = unsafe UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self).littleEndian
      hash = mixed(hash ^ (word & lowBytes(min(8, length - offset))))
      offset += 8
    }
    let second = mixed(hash &+ 0x9E37_79B9_7F4A_7C15)
    return Key(low: hash, high: UInt32(truncatingIfNeeded: second >> 40) | longMark)
  }

  /// Spreads every bit over all others, as the finaliser of Appleby’s MurmurHash3 does.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }

  private static func slotHash(_ key: Key) -> UInt64 {
    var hash = (key.low ^ (UInt64(key.high) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    return hash &* 0xD6E8_FEB8_6659_FD93
  }

  /// Loads the slots that the keys will be sought in, so that the processor waits for many of them at a time.
  ///
  /// The result means nothing; it keeps the loads from being optimised away.
  func touch(_ names: [ScannedName]) -> UInt32 {
    let mask = UInt64(slots.count - 1)
    return unsafe slots.withUnsafeBufferPointer { slots in
      var sum: UInt32 = 0
      for name in names {
        unsafe sum ^= slots[Int(truncatingIfNeeded: (Self.slotHash(name.key) >> 20) & mask)].number
      }
      return sum
    }
  }

  /// The number of a name, a new one where it has not been seen.
  mutating func number(of key: Key, text: UnsafePointer<UInt8>, length: Int) -> Int32 {
    let mask = UInt64(slots.count - 1)
    var index = (Self.slotHash(key) >> 20) & mask
    let known = unsafe slots.withUnsafeBufferPointer { slots -> Int32 in
      while true {
        let slot = unsafe slots[Int(truncatingIfNeeded: index)]
        if slot.number == 0 { return -1 }
        if slot.low == key.low, slot.high == key.high {
          let isLong = key.high >= Self.longMark
          if unsafe !isLong || isName(Int(slot.number) - 1, text, length) {
            return Int32(bitPattern: slot.number) - 1
          }
        }
        index = (index + 1) & mask
      }
    }
    if known >= 0 { return known }
    count += 1
    slots[Int(index)] = Slot(low: key.low, high: key.high, number: UInt32(count))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
    ends.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return Int32(count - 1)
  }

  private func isName(_ number: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == length else { return false }
    return unsafe bytes[start..<ends[number]].elementsEqual(
      UnsafeBufferPointer(start: text, count: length))
  }

  private mutating func grow() {
    let mask = UInt64(slots.count * 2 - 1)
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in slots where slot.number != 0 {
      var index = (Self.slotHash(Key(low: slot.low, high: slot.high)) >> 20) & mask
      while larger[Int(index)].number != 0 { index = (index + 1) & mask }
      larger[Int(index)] = slot
    }
    slots = larger
  }

  /// All names in the order of their numbers.
  func names() -> [String] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}

/// A name in a text and its key.
struct ScannedName {
  var key: NameTable.Key
  var start: Int
  var length: Int
}
