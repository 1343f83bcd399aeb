#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The picture of a company in the upper right corner of its sheets.
package struct Logo: Hashable, Sendable {
  /// The sorts of picture that every output can hold.
  package enum Format: String, CaseIterable, Hashable, Sendable, Codable {
    case png, jpeg

    /// The ending of a file's name.
    package var fileExtension: String { self == .png ? "png" : "jpg" }
    /// The name by which the web knows it.
    package var mediaType: String { "image/\(rawValue)" }
  }

  /// The sort of picture.
  package let format: Format
  /// The content of the file.
  package let bytes: [UInt8]
  /// The size of the picture in dots.
  package let pixelWidth, pixelHeight: Int
  /// What is read to those who cannot see it.
  package var label: String
  /// The height on a slide of 13.33 × 7.5 in, in points.
  package var height: Double

  /// The height where nobody asks for another.
  package static let standardHeight = 28.0
  /// The heights that leave the title its line.
  package static let heights = 12.0...40.0
  /// The largest file: more would swell every picture that holds it.
  package static let mostBytes = 2 << 20
  /// The longest side: a small file may unpack to a picture that fills the memory.
  package static let mostDots = 4_000

  /// Takes a picture.
  ///
  /// - Parameters:
  ///   - bytes: The content of a PNG or JPEG file.
  ///   - label: What is read to those who cannot see it.
  ///   - height: The height on a slide in points, brought into ``heights``.
  /// - Throws: ``LogoFault`` where the bytes are no such file, a damaged one, or too large a picture.
  package init(
    _ bytes: [UInt8], label: String = "Logo", height: Double = Logo.standardHeight
  ) throws(LogoFault) {
    guard bytes.count <= Self.mostBytes else { throw .tooManyBytes(bytes.count) }
    let size: (width: Int, height: Int)
    (format, size) = try PictureFile.read(bytes)
    guard size.width > 0, size.height > 0 else { throw .damaged }
    guard max(size.width, size.height) <= Self.mostDots else {
      throw .tooManyDots(size.width, size.height)
    }
    self.bytes = bytes
    self.label = label
    self.height = min(max(height, Self.heights.lowerBound), Self.heights.upperBound)
    (pixelWidth, pixelHeight) = size
  }

  /// The picture as an address that holds it.
  package var address: String {
    "data:\(format.mediaType);base64,\(Data(bytes).base64EncodedString())"
  }
}

extension Logo: Codable {
  private enum Key: String, CodingKey {
    case bytes, label, height
  }

  /// Reads the picture from its bytes in base 64.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let text = try container.decode(String.self, forKey: .bytes)
    guard let data = Data(base64Encoded: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .bytes, in: container, debugDescription: "The logo is not in base 64.")
    }
    try self.init(
      [UInt8](data), label: container.decode(String.self, forKey: .label),
      height: container.decode(Double.self, forKey: .height))
  }

  /// Writes the picture with its bytes in base 64.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Data(bytes).base64EncodedString(), forKey: .bytes)
    try container.encode(label, forKey: .label)
    try container.encode(height, forKey: .height)
  }
}
