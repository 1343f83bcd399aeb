/// The records that begin in one stretch of a list, read but not yet numbered.
///
/// A piece is used again for another stretch when its records have been taken. One thread at a time has it.
@safe
final class EdgeListPiece: @unchecked Sendable {
  /// How much of a list is read at a time: text and what is read from it stay in the processor's cache.
  static let size = 1 << 16
  /// A record longer than this is left to the careful reader.
  private static let overhang = 1 << 12
  /// The scan loads words of 8 bytes and may look this far beyond the end.
  private static let padding = 16

  let text: UnsafeMutablePointer<UInt8>
  /// For both ends of each record its number in the file (``NumberedNames``) or, marked, its place among the others;
  /// later the number of the name.
  let sources: UnsafeMutablePointer<UInt32>
  let targets: UnsafeMutablePointer<UInt32>
  let weights: UnsafeMutablePointer<Double>
  private(set) var recordCount = 0
  private(set) var others: [ScannedName] = []
  static let otherMark: UInt32 = 1 << 31

  init() {
    let capacity = 1 + Self.size + Self.overhang + Self.padding
    unsafe text = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    // A record has four bytes at least.
    unsafe sources = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity / 4)
    unsafe targets = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity / 4)
    unsafe weights = UnsafeMutablePointer<Double>.allocate(capacity: capacity / 4)
  }

  deinit {
    unsafe text.deallocate()
    unsafe sources.deallocate()
    unsafe targets.deallocate()
    unsafe weights.deallocate()
  }

  /// Reads the piece of a number, or returns false where it needs the careful reader.
  func read(
    _ number: Int, of source: EdgeListText, after header: EdgeListHeader, _ numbered: NumberedNames
  ) -> Bool {
    // The byte before the piece tells whether a record begins with it.
    let first = header.end + number * Self.size - 1
    let range = first..<min(source.count, first + 1 + Self.size + Self.overhang)
    guard unsafe source.read(range, into: text) else { return false }
    for index in 0..<Self.padding { unsafe text[range.count + index] = 0 }
    // Records that begin in the next piece are left to it.
    let limit = min(range.count, 1 + Self.size)
    var start = 0
    while start < limit, unsafe text[start] != 0x0A { start += 1 }
    var scan = unsafe EdgeRecordScan(
      text, start + 1..<max(start + 1, range.count), header, numbered, (sources, targets, weights),
      others)
    others = []
    let isRead = scan.run(until: limit)
    recordCount = scan.recordCount
    others = scan.others
    return isRead
  }
}
