/// Appends values to bytes: integers little-endian, counts before texts and lists.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func write(_ flag: Bool) {
    bytes.append(flag ? 1 : 0)
  }

  mutating func write(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Lists longer than `UInt32.max` cannot occur: frames are limited to less than that.
  mutating func write(count: Int) {
    write(UInt32(clamping: count))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(count: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ data: [UInt8]) {
    write(count: data.count)
    bytes.append(contentsOf: data)
  }

  mutating func write<Value>(
    list: [Value], _ element: (inout ByteWriter, Value) -> Void
  ) {
    write(count: list.count)
    for value in list { element(&self, value) }
  }

  mutating func write<Value>(
    optional: Value?, _ element: (inout ByteWriter, Value) -> Void
  ) {
    write(optional != nil)
    if let optional { element(&self, optional) }
  }
}
