internal import Containers
package import EcosystemModel

extension Ecosystem {
  /// Sixteen hexadecimal digits that name the content of the ecosystem.
  ///
  /// The 64-bit FNV-1a hash of its CSV text: each table's name, a line end, and its rows, in the contract's order.
  /// The same data read from CSV, YAML or JSON has the same fingerprint. It guards against mix-ups, not against
  /// forgery.
  ///
  /// - Complexity: O(size of the ecosystem).
  package var fingerprint: String {
    var checksum = Checksum()
    // Where something was drawn is no part of what it says.
    for table in writableTables where table.name != .places {
      checksum.feed((table.name.rawValue + "\n").utf8)
      checksum.feed(CSVWriter.text(of: table).utf8)
    }
    return checksum.digits
  }
}
