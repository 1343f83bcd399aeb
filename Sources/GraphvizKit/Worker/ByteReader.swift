/// Takes values off bytes in the order in which a ``ByteWriter`` wrote them.
struct ByteReader {
  /// The bytes end early or hold something impossible.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(Malformed) -> UInt8 {
    try take(1).first ?? 0
  }

  mutating func flag() throws(Malformed) -> Bool {
    try byte() != 0
  }

  mutating func integer() throws(Malformed) -> UInt32 {
    try take(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func number() throws(Malformed) -> Double {
    Double(bitPattern: try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  mutating func text() throws(Malformed) -> String {
    let count = Int(try integer())
    return String(decoding: try take(count), as: UTF8.self)
  }

  mutating func data() throws(Malformed) -> [UInt8] {
    let count = Int(try integer())
    return Array(try take(count))
  }

  mutating func list<Value>(
    _ element: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = Int(try integer())
    // Every element has at least a byte; a larger count would only exhaust memory.
    guard count <= bytes.count - position else { throw Malformed() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try element(&self)) }
    return values
  }

  mutating func optional<Value>(
    _ element: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try flag() ? try element(&self) : nil
  }

  private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count <= bytes.count - position else { throw Malformed() }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
