internal import Dispatch

/// Numbers names in the order in which they first appear: an open-addressing hash table on bytes.
///
/// Names that are numbers (``NumberedNames``) are looked up by their number in a table of their own. A slot holds names of up to 11 bytes whole, so that looking one up touches one cache line; longer ones hold a
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
  /// For each name in order its number in the file or, marked, its place among the others.
  private var order: [UInt32] = []
  /// For names that are numbers, the name's number plus 1; 0 where it has not been seen.
  private var places: [UInt32]
  private let numbered: NumberedNames
  private var touched: UInt32 = 0
  /// The bytes of the other names, one after the other, and where each ends.
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

  init(numbered: NumberedNames) {
    self.numbered = numbered
    places = [UInt32](repeating: 0, count: Int(numbered.limit))
  }

  /// Replaces the codes of a piece by the numbers of its names.
  mutating func number(_ piece: EdgeListPiece) {
    let (sources, targets) = unsafe (piece.sources, piece.targets)
    var loaded = 0
    for record in 0..<piece.recordCount {
      unsafe sources[record] = number(of: sources[record], in: piece, &loaded)
      unsafe targets[record] = number(of: targets[record], in: piece, &loaded)
    }
  }

  @inline(__always)
  private mutating func number(
    of code: UInt32, in piece: EdgeListPiece, _ loaded: inout Int
  ) -> UInt32 {
    if code >= EdgeListPiece.otherMark {
      return otherNumber(Int(code & ~EdgeListPiece.otherMark), in: piece, &loaded)
    }
    let known = places[Int(truncatingIfNeeded: code)]
    if known > 0 { return known &- 1 }
    order.append(code)
    places[Int(truncatingIfNeeded: code)] = UInt32(order.count)
    return UInt32(order.count - 1)
  }

  private mutating func otherNumber(
    _ place: Int, in piece: EdgeListPiece, _ loaded: inout Int
  ) -> UInt32 {
    if place == loaded {
      // Looked up in batches: their loads from the table overlap instead of waiting for each other.
      loaded = min(place + 512, piece.others.count)
      touched ^= touch(piece.others[place..<loaded])
    }
    let name = piece.others[place]
    return unsafe number(
      of: name.key, text: UnsafePointer(piece.text) + name.start, length: name.length)
  }

  /// Loads the slots that the keys will be sought in, so that the processor waits for many of them at a time.
  ///
  /// The result means nothing; it keeps the loads from being optimised away.
  private func touch(_ names: ArraySlice<ScannedName>) -> UInt32 {
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
  private mutating func number(
    of key: Key, text: UnsafePointer<UInt8>, length: Int
  ) -> UInt32 {
    let mask = UInt64(slots.count - 1)
    var index = (Self.slotHash(key) >> 20) & mask
    let known = unsafe slots.withUnsafeBufferPointer { slots -> UInt32 in
      while true {
        let slot = unsafe slots[Int(truncatingIfNeeded: index)]
        if slot.number == 0 { return 0 }
        if slot.low == key.low, slot.high == key.high {
          let isLong = key.high >= Self.longMark
          if unsafe !isLong || isName(Int(slot.number) - 1, text, length) {
            return slot.number
          }
        }
        index = (index + 1) & mask
      }
    }
    if known > 0 { return known &- 1 }
    order.append(EdgeListPiece.otherMark | UInt32(ends.count))
    slots[Int(index)] = Slot(low: key.low, high: key.high, number: UInt32(order.count))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return UInt32(order.count - 1)
  }

  /// The bytes of the name of a number that is not in the file as a number.
  private func other(_ number: Int) -> ArraySlice<UInt8> {
    let place = Int(order[number] & ~EdgeListPiece.otherMark)
    return bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  private func isName(_ number: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let name = other(number)
    return unsafe name.count == length
      && name.elementsEqual(UnsafeBufferPointer(start: text, count: length))
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
  func names(threads: Int) -> [String] {
    unsafe [String](unsafeUninitializedCapacity: order.count) { names, initialized in
      initialized = order.count
      // Parts write places of their own.
      nonisolated(unsafe) let names = unsafe names
      let parts = order.count < 4096 ? 1 : threads
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        for number in part * order.count / parts..<(part + 1) * order.count / parts {
          unsafe names.initializeElement(at: number, to: name(number))
        }
      }
    }
  }

  private func name(_ number: Int) -> String {
    order[number] < EdgeListPiece.otherMark
      ? numbered.name(of: order[number]) : String(decoding: other(number), as: UTF8.self)
  }
}

/// A name in a text and its key.
struct ScannedName {
  var key: NameTable.Key
  var start: Int
  var length: Int
}
