/// Reads what pictures say of themselves: their sort and size, and whether they are whole.
enum PictureFile {
  /// The sort and size of a picture.
  ///
  /// - Throws: ``LogoFault`` where it is neither PNG nor JPEG, or ends early.
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8]
  ) throws(LogoFault) -> (format: Logo.Format, size: (width: Int, height: Int)) {
    if bytes.starts(with: signature) { return (.png, try sizeOfPNG(bytes)) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return (.jpeg, try sizeOfJPEG(bytes)) }
    let head = String(decoding: bytes.prefix(1_000), as: UTF8.self).lowercased()
    throw head.contains("<svg") ? .vectors : .unknownFormat
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A number of several bytes, the most significant first.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Walks the chunks of a PNG, each with its check sum (ISO/IEC 15948, §5): a picture that is not whole would be drawn as
  /// nothing, without a word.
  private static func sizeOfPNG(
    _ bytes: [UInt8]
  ) throws(LogoFault) -> (width: Int, height: Int) {
    var position = signature.count
    var size: (Int, Int)?
    var hasData = false
    while bytes.count - position >= 12 {
      let length = number(bytes[position..<position + 4])
      guard length <= bytes.count - position - 12 else { throw .damaged }
      let name = bytes[position + 4..<position + 8]
      let end = position + 8 + length
      guard CheckSum.of(bytes[position + 4..<end]) == UInt32(number(bytes[end..<end + 4])) else {
        throw .damaged
      }
      if size == nil {
        guard name.elementsEqual("IHDR".utf8), length == 13 else { throw .damaged }
        let first = position + 8
        size = (number(bytes[first..<first + 4]), number(bytes[first + 4..<first + 8]))
      }
      if name.elementsEqual("IDAT".utf8) { hasData = true }
      if name.elementsEqual("IEND".utf8), let size, hasData { return size }
      position = end + 4
    }
    throw .damaged
  }

  /// Walks the segments of a JPEG up to the frame header (ITU-T T.81, annex B).
  private static func sizeOfJPEG(
    _ bytes: [UInt8]
  ) throws(LogoFault) -> (width: Int, height: Int) {
    guard let last = bytes.lastIndex(of: 0xD9), last > 0, bytes[last - 1] == 0xFF else {
      throw .damaged
    }
    var position = 2
    while position + 4 <= bytes.count {
      guard bytes[position] == 0xFF else { throw .damaged }
      let marker = bytes[position + 1]
      // A marker may be padded, and those without a segment have no length.
      if marker == 0xFF || marker == 0x01 || (0xD0...0xD7).contains(marker) {
        position += marker == 0xFF ? 1 : 2
        continue
      }
      let length = number(bytes[position + 2..<position + 4])
      guard length >= 2, length <= bytes.count - position - 2 else { throw .damaged }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        guard length >= 8 else { throw .damaged }
        if bytes[position + 9] == 4 { throw .printColours }
        return (
          number(bytes[position + 7..<position + 9]), number(bytes[position + 5..<position + 7])
        )
      }
      if marker == 0xDA { throw .damaged }
      position += 2 + length
    }
    throw .damaged
  }
}

/// The check sum of PNG's chunks, ISO 3309.
private enum CheckSum {
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}

/// Why a file is no logo.
package enum LogoFault: Error, Hashable, Sendable {
  /// The picture is drawn by vectors.
  case vectors
  /// The file is neither PNG nor JPEG.
  case unknownFormat
  /// The file ends early, or is not what was written.
  case damaged
  /// The colours are those of print, cyan, magenta, yellow and black.
  case printColours
  /// The file is too long.
  case tooManyBytes(Int)
  /// The picture is too large.
  case tooManyDots(Int, Int)

  /// What is wrong and how to mend it.
  package var message: String {
    switch self {
    case .vectors:
      "it is an SVG, which PNG, PDF and older versions of PowerPoint cannot hold; export it as PNG with a transparent background, some 400 dots wide"
    case .unknownFormat: "it is neither PNG nor JPEG; export it as PNG"
    case .damaged: "the file is damaged or ends early; export it anew"
    case .printColours:
      "its colours are those of print (CMYK), which browsers show wrong; export it in RGB"
    case .tooManyBytes(let count):
      "it has \(count / 1024) KiB, and every picture would hold it; at most \(Logo.mostBytes >> 20) MiB, 400 dots of width are plenty"
    case .tooManyDots(let width, let height):
      "it has \(width) × \(height) dots; at most \(Logo.mostDots) on a side, 400 dots of width are plenty"
    }
  }
}
