import EcosystemModel

/// What the first lines of a plain list of ties say about the others.
struct EdgeListHeader {
  /// More of a first line is not looked at.
  static let limit = 4096

  let delimiter: UInt8
  let hasWeight: Bool
  /// Where the records begin.
  let end: Int

  /// Reads the header in the first bytes of a list, or gives up on it.
  init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes.prefix(Self.limit))
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = bytes[..<end].last == 0x0D ? bytes[..<(end - 1)] : bytes[..<end]
    guard line.allSatisfy({ (0x20...0x7E).contains($0) || $0 == Delimiter.tab }),
      !line.contains(UInt8(ascii: "\"")), !line.starts(with: "sep=".utf8)
    else { return nil }
    delimiter = Delimiter.sniffed(in: Array(line), prefersTab: false)
    let headers = line.split(separator: delimiter, omittingEmptySubsequences: false)
      .map { ColumnName.normalized(String(decoding: $0, as: UTF8.self)) }
    guard headers.count == 2 || (headers.count == 3 && headers[2] == "weight"),
      headers[0] == "source" || headers[0] == "from", headers[1] == "target" || headers[1] == "to"
    else { return nil }
    hasWeight = headers.count == 3
    self.end = end + 1
  }
}
