/// The fast reading of plain lists: ASCII, no quotes, the ends first and then the weight.
///
/// It gives up on everything else, and the careful reader starts again from the beginning; so both always mean the same.
@safe
struct EdgeRecordScan {
  private(set) var recordCount = 0
  private(set) var others: [ScannedName]

  private let text: UnsafePointer<UInt8>
  private var position: Int
  private let end: Int
  private let delimiter: UInt8
  private let hasWeight: Bool
  private let numbered: NumberedNames
  private let sources: UnsafeMutablePointer<UInt32>
  private let targets: UnsafeMutablePointer<UInt32>
  private let weights: UnsafeMutablePointer<Double>

  /// Prepares to read records in a part of a text that is readable for 16 zeros beyond it.
  init(
    _ text: UnsafeMutablePointer<UInt8>, _ range: Range<Int>, _ header: EdgeListHeader,
    _ numbered: NumberedNames,
    _ columns: (
      sources: UnsafeMutablePointer<UInt32>, targets: UnsafeMutablePointer<UInt32>,
      weights: UnsafeMutablePointer<Double>
    ), _ others: consuming [ScannedName]
  ) {
    unsafe self.text = UnsafePointer(text)
    (position, end) = (range.lowerBound, range.upperBound)
    (delimiter, hasWeight) = (header.delimiter, header.hasWeight)
    self.numbered = numbered
    unsafe sources = columns.sources
    unsafe targets = columns.targets
    unsafe weights = columns.weights
    self.others = others
    self.others.removeAll(keepingCapacity: true)
  }

  /// Reads the records that begin before a place; returns false where one needs the careful reader.
  mutating func run(until limit: Int) -> Bool {
    while position < limit {
      let byte = unsafe text[position]
      if byte == 0x0A || byte == 0x0D {
        position &+= 1
        continue
      }
      guard readRecord() else { return false }
      recordCount &+= 1
    }
    return true
  }

  /// Reads `name, name[, weight]` up to the line break.
  @inline(__always)
  private mutating func readRecord() -> Bool {
    guard unsafe readName(into: sources), skipDelimiter(), unsafe readName(into: targets) else {
      return false
    }
    if hasWeight {
      guard skipDelimiter(), readWeight() else { return false }
    }
    if position >= end { return true }
    if unsafe text[position] == 0x0D { position &+= 1 }
    guard unsafe text[position] == 0x0A else { return false }
    position &+= 1
    return true
  }

  @inline(__always)
  private mutating func skipDelimiter() -> Bool {
    guard unsafe text[position] == delimiter else { return false }
    position &+= 1
    return true
  }

  @inline(__always)
  private mutating func readName(into column: UnsafeMutablePointer<UInt32>) -> Bool {
    let found = unsafe numbered.code(at: text + position)
    let stop = position &+ found.length
    let byte = unsafe text[stop]
    // The zeros beyond the end are none of these.
    guard found.length > 0, byte == delimiter || byte == 0x0A || byte == 0x0D else {
      return unsafe readOtherName(into: column)
    }
    unsafe column[recordCount] = found.code
    position = stop
    return true
  }

  private mutating func readOtherName(
    into column: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let start = position
    var stop = start
    while true {
      let word = unsafe UnsafeRawPointer(text + stop).loadUnaligned(as: UInt64.self).littleEndian
      let marks = Self.marks(word, delimiter: delimiter)
      // Other scripts are left to the careful reader, which knows when two spellings are one name.
      guard word & 0x8080_8080_8080_8080 & ((marks & (0 &- marks)) &- 1) == 0 else { return false }
      if marks != 0 {
        stop += marks.trailingZeroBitCount / 8
        let byte = unsafe text[stop]
        if stop >= end || byte == delimiter || byte == 0x0A || byte == 0x0D { break }
        // A blank or sign inside a name; at its ends blanks would have to be trimmed.
        guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != 0x20 || stop > start else {
          return false
        }
        stop += 1
      } else {
        stop += 8
      }
    }
    stop = min(stop, end)
    guard stop > start, unsafe text[stop - 1] != 0x20 else { return false }
    position = stop
    let name = unsafe UnsafeBufferPointer(start: text + start, count: stop - start)
    if let code = unsafe numbered.code(of: name) {
      unsafe column[recordCount] = code
      return true
    }
    unsafe column[recordCount] =
      EdgeListPiece.otherMark | UInt32(truncatingIfNeeded: others.count)
    others.append(
      ScannedName(
        key: unsafe NameTable.key(text + start, length: stop - start), start: start,
        length: stop - start))
    return true
  }

  /// A high bit at the first byte that is a delimiter or below `-`; bits above the first may be wrong.
  private static func marks(_ word: UInt64, delimiter: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let below = (word &- ones &* 0x2D) & ~word
    let difference = word ^ (ones &* UInt64(delimiter))
    let equal = (difference &- ones) & ~difference
    return (below | equal) & (ones &* 0x80)
  }

  @inline(__always)
  private mutating func readWeight() -> Bool {
    let found = unsafe EightDigits(at: text + position)
    let byte = unsafe text[position &+ found.count]
    guard (1...7).contains(found.count), byte == 0x0A || byte == 0x0D else {
      return readLongWeight()
    }
    unsafe weights[recordCount] = Double(found.value)
    position &+= found.count
    return true
  }

  /// Reads digits with an optional fraction; of at most 15 digits, so that the result is exact to the last bit.
  private mutating func readLongWeight() -> Bool {
    var index = position
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = -1
    while index < end {
      let byte = unsafe text[index]
      if byte == UInt8(ascii: "."), fraction < 0 {
        fraction = 0
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        digits += 1
        if fraction >= 0 { fraction += 1 }
      } else {
        break
      }
      index += 1
    }
    guard (1...15).contains(digits), fraction != 0 else { return false }
    let value = fraction > 0 ? Double(mantissa) / Self.powers[fraction] : Double(mantissa)
    unsafe weights[recordCount] = value
    position = index
    return true
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
