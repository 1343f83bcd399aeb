/// Where the data of a map comes from, for its footer.
package struct Provenance: Hashable, Sendable, Codable {
  /// The fingerprint of the data, or `nil`.
  package var fingerprint: String?
  /// Rows that could not be read.
  package var rowsLeftOut: Int

  /// Names the data.
  package init(fingerprint: String? = nil, rowsLeftOut: Int = 0) {
    self.fingerprint = fingerprint
    self.rowsLeftOut = rowsLeftOut
  }

  /// What there is to say of the data: its faults and its version.
  package var remarks: [String] { faults + [version].compactMap { $0 } }

  /// What is wrong with the data.
  var faults: [String] {
    rowsLeftOut > 0 ? ["\(rowsLeftOut) rows with errors left out"] : []
  }
}

extension Provenance {
  /// Which data it is: `data version 0123abcd`.
  var version: String? { fingerprint.map { "data version \($0.prefix(8))" } }

  /// A footer with the version of the data at its end, unless that would take a line of its own.
  func ending(_ footer: String, theme: Theme) -> String {
    guard let version else { return footer }
    let whole = footer + "; " + version
    func lines(_ text: String) -> Int { Footer.lines(of: text, theme: theme, limit: 100).count }
    return lines(whole) > lines(footer) ? footer : whole
  }
}
