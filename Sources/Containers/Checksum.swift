/// The 64-bit FNV-1a hash of bytes as they come: tells contents apart, and is no guard against forgery.
///
/// ## References
/// G. Fowler, L. C. Noll, K.-P. Vo and D. Eastlake, “The FNV Non-Cryptographic Hash Algorithm”, RFC 9923.
package struct Checksum: Hashable, Sendable {
  /// The hash of what was fed so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Starts without bytes.
  package init() {}

  /// Takes in bytes.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Sixteen hexadecimal digits.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
