public import EcosystemModel

extension Ecosystem {
  /// Sixteen hexadecimal digits that name the content of the ecosystem.
  ///
  /// The 64-bit FNV-1a hash of its CSV text: each table's name, a line end, and its rows, in the contract's order.
  /// The same data read from CSV, YAML or JSON has the same fingerprint. It guards against mix-ups, not against
  /// forgery.
  ///
  /// - Complexity: O(size of the ecosystem).
  ///
  /// ## References
  /// G. Fowler, L. C. Noll, K.-P. Vo and D. Eastlake, “The FNV Non-Cryptographic Hash Algorithm”, RFC 9923.
  public var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func feed(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    for table in writableTables {
      feed(table.name.rawValue + "\n")
      feed(CSVWriter.text(of: table))
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
