/// Names that are a number behind the same first letter, or nothing but a number: `n123`, `17`.
///
/// A table of such names needs no hashing: the number is the place. Only numbers written as usual count, without
/// leading zeros, so that equal numbers are equal names.
struct NumberedNames {
  /// The letter before each number, if there is one.
  let prefix: UInt8?
  /// Numbers from here on are too far apart for a table of places.
  private(set) var limit = UInt32.max

  /// Judges by the first records of a list, which can have so many of them.
  init(sample text: some Collection<UInt8>, delimiter: UInt8, recordCount: Int) {
    let records = text.split(separator: UInt8(ascii: "\n")).dropLast()
    let names = records.flatMap { $0.split(separator: delimiter, maxSplits: 2).prefix(2) }
    let first = names.first?.first ?? 0
    prefix = Self.isDigit(first) ? nil : first
    let numbers = names.compactMap { code(of: $0) }
    let highest = numbers.max() ?? 0
    // What the sample has not shown may be somewhat higher; the table must stay small beside the list.
    let wanted = min(Int(highest) * 2 + 1024, max(recordCount, 1024))
    limit = numbers.count * 2 < names.count ? 0 : UInt32(wanted)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The number of the name that a text begins with, and the length of the name; 0 where there is none.
  ///
  /// The text must be readable for 9 bytes. What ends the name is for the caller to judge.
  @inline(__always)
  func code(at text: UnsafePointer<UInt8>) -> (code: UInt32, length: Int) {
    var skipped = 0
    if let prefix {
      guard unsafe text[0] == prefix else { return (0, 0) }
      skipped = 1
    }
    let digits = unsafe EightDigits(at: text + skipped)
    guard (1...7).contains(digits.count), digits.value < limit,
      unsafe text[skipped] != UInt8(ascii: "0") || digits.count == 1
    else { return (0, 0) }
    return (digits.value, skipped &+ digits.count)
  }

  /// The number of a whole name, `nil` where it is not of this kind.
  func code(of name: some Collection<UInt8>) -> UInt32? {
    guard prefix == nil || name.first == prefix else { return nil }
    let digits = name.dropFirst(prefix == nil ? 0 : 1)
    let length = digits.count
    guard (1...7).contains(length), digits.first != UInt8(ascii: "0") || length == 1 else {
      return nil
    }
    var value: UInt32 = 0
    for digit in digits {
      guard Self.isDigit(digit) else { return nil }
      value = value * 10 + UInt32(digit - UInt8(ascii: "0"))
    }
    return value < limit ? value : nil
  }

  /// The name of a number.
  func name(of code: UInt32) -> String {
    unsafe String(unsafeUninitializedCapacity: 8) { buffer in
      var length = prefix == nil ? 1 : 2
      var power: UInt32 = 1
      while code / power >= 10 {
        power *= 10
        length += 1
      }
      if let prefix { unsafe buffer[0] = prefix }
      var rest = code
      for place in ((prefix == nil ? 0 : 1)..<length).reversed() {
        unsafe buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return length
    }
  }
}

/// The digits at the beginning of eight bytes.
struct EightDigits {
  /// How many there are.
  let count: Int
  /// Their value as a number.
  let value: UInt32

  @inline(__always)
  init(at text: UnsafePointer<UInt8>) {
    let word = unsafe UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
    let values = word ^ 0x3030_3030_3030_3030
    // Bytes above 9 get their high bit set, and the ones above the first of them do not matter.
    let marks = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    let bits = marks.trailingZeroBitCount & ~7
    count = bits >> 3
    // Moved to the end as behind leading zeros, then joined by pairs, fours and eights.
    var sum = bits == 0 ? 0 : values &<< UInt64(truncatingIfNeeded: 64 &- bits)
    sum = (sum &* 10) &+ (sum >> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    sum =
      ((sum & mask) &* 0x000F_4240_0000_0064 &+ ((sum >> 16) & mask) &* 0x0000_2710_0000_0001)
      >> 32
    value = UInt32(truncatingIfNeeded: sum)
  }
}
