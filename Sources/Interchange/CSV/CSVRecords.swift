/// The records of a delimited file, by where each begins.
///
/// Cells are cut out where they are asked for.
struct CSVRecords: Sendable {
  /// A reader of the file, which knows its bytes and its delimiter.
  let reader: CSVReader
  /// The place of each record among the bytes.
  private(set) var starts: [UInt32] = []

  init(_ reader: CSVReader) { self.reader = reader }

  /// Makes room for as many records as there may be lines.
  mutating func reserve(_ count: Int) { starts.reserveCapacity(count) }

  mutating func append(_ start: Int) { starts.append(UInt32(start)) }

  /// Takes the cells of a record that starts on a line, and returns the reader, which knows their texts.
  func read(_ record: Int, line: Int32, into fields: inout [CSVField]) -> CSVReader {
    var reader = reader
    reader.read(at: Int(starts[record]), line: line, into: &fields)
    return reader
  }
}
