/// Where something named by a symbol stands: open addressing over the numbers of the symbols.
///
/// Symbols that were met one after the other stand beside each other in blocks of sixteen, so that rows in their usual order are found
/// in the same line of the cache.
struct SymbolPositions: Sendable {
  /// The code of a symbol above 1 more than its position; 0 where nothing stands.
  private var slots: [UInt64] = []
  private var count = 0

  /// Makes room for so many.
  mutating func reserve(_ count: Int) {
    if 2 * count > slots.count { grow(toHold: count) }
  }

  /// Notes a position, or returns false where the symbol has one.
  mutating func insert(_ symbol: Symbol, at position: Int) -> Bool {
    reserve(count + 1)
    let code = symbol.canonicalCode
    let place = place(of: code)
    guard slots[place] == 0 else { return false }
    slots[place] = UInt64(code) << 32 | UInt64(position + 1)
    count += 1
    return true
  }

  /// The position of a symbol; `nil` if it has none.
  @inline(__always)
  func position(of symbol: Symbol) -> Int? {
    guard count > 0 else { return nil }
    let slot = slots[place(of: symbol.canonicalCode)]
    return slot == 0 ? nil : Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
  }

  @inline(__always)
  private func place(of code: UInt32) -> Int {
    let mask = slots.count - 1
    let number = UInt64(code >> 1)
    let block = ((number >> 4) &* 0x9E37_79B9_7F4A_7C15) >> 28
    var place = Int(truncatingIfNeeded: block << 4 | number & 15) & mask
    while slots[place] != 0, UInt32(truncatingIfNeeded: slots[place] >> 32) != code {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow(toHold count: Int) {
    var size = max(16, slots.count)
    while 2 * count > size { size *= 2 }
    let old = slots
    slots = Array(repeating: 0, count: size)
    for slot in old where slot != 0 {
      slots[place(of: UInt32(truncatingIfNeeded: slot >> 32))] = slot
    }
  }
}
