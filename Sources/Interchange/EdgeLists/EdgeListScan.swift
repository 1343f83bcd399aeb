import EcosystemModel

/// The fast reading of plain lists: ASCII, no quotes, the ends first and then the weight.
///
/// It gives up on everything else, and the careful reader starts again from the beginning; so both always mean the same.
struct EdgeListScan {
  /// Records whose names are looked up together: their loads from the table then overlap instead of waiting for
  /// each other.
  private static let batchSize = 256

  private let delimiter: UInt8
  private let hasWeight: Bool
  private var position: Int
  private var table = NameTable()
  private var names: [ScannedName] = []
  private var touched: UInt32 = 0
  private var list = EdgeList()

  /// Starts after the header, or gives up on it.
  init?(header bytes: [UInt8], count: Int) {
    guard let end = bytes.prefix(min(count, 4096)).firstIndex(of: UInt8(ascii: "\n")) else {
      return nil
    }
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
    position = end + 1
  }

  /// Reads all records, or returns false where one needs the careful reader.
  mutating func run(_ bytes: [UInt8], count: Int) -> Bool {
    names.reserveCapacity(Self.batchSize * 2)
    let capacity = (count - position) / 8
    list.sources.reserveCapacity(capacity)
    list.targets.reserveCapacity(capacity)
    if hasWeight {
      list.weights = []
      list.weights?.reserveCapacity(capacity)
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let text = buffer.baseAddress else { return false }
      while position < count {
        if unsafe text[position] == 0x0A || text[position] == 0x0D {
          position += 1
          continue
        }
        guard unsafe readRecord(text, end: count) else { return false }
        if names.count == Self.batchSize * 2 { unsafe resolve(text) }
      }
      unsafe resolve(text)
      return true
    }
  }

  func edgeList() -> EdgeList {
    var result = list
    result.names = table.names()
    return result
  }

  private mutating func resolve(_ text: UnsafePointer<UInt8>) {
    touched ^= table.touch(names)
    var isTarget = false
    for name in names {
      let number = unsafe table.number(
        of: name.key, text: text + name.start, length: name.length)
      if isTarget { list.targets.append(number) } else { list.sources.append(number) }
      isTarget.toggle()
    }
    names.removeAll(keepingCapacity: true)
  }

  /// Reads `name, name[, weight]` up to the line break.
  private mutating func readRecord(_ text: UnsafePointer<UInt8>, end: Int) -> Bool {
    guard unsafe readName(text, end: end), position < end, unsafe text[position] == delimiter
    else { return false }
    position += 1
    guard unsafe readName(text, end: end) else { return false }
    if hasWeight {
      guard position < end, unsafe text[position] == delimiter else { return false }
      position += 1
      guard unsafe readWeight(text, end: end) else { return false }
    }
    guard position < end else { return true }
    if unsafe text[position] == 0x0D { position += 1 }
    guard position < end, unsafe text[position] == 0x0A else { return false }
    position += 1
    return true
  }

  private mutating func readName(_ text: UnsafePointer<UInt8>, end: Int) -> Bool {
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
    names.append(
      ScannedName(
        key: unsafe NameTable.key(text + start, length: stop - start), start: start,
        length: stop - start))
    position = stop
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

  /// Reads digits with an optional sign and fraction; of at most 15 digits, so that the result is exact to the last bit.
  private mutating func readWeight(_ text: UnsafePointer<UInt8>, end: Int) -> Bool {
    var index = position
    let isNegative = unsafe text[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
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
    list.weights?.append(isNegative ? -value : value)
    position = index
    return true
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
