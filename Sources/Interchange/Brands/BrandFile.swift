package import EcosystemModel

/// What a brand file says, word for word and each with its place: names of fonts, colours, files of logos.
///
/// A YAML or JSON file of an object with the keys `name`, `font`, `font_width`, `logo`, `logo_height` and `colours`, and with
/// `dark` and `print`, which have colours and a logo of their own. What the words mean is for those who draw.
package struct BrandFile: Hashable, Sendable {
  /// A word of the file.
  package struct Entry: Hashable, Sendable {
    /// The key under which it stands, with `_` between words.
    package var key: String
    /// What is written there.
    package var text: String
    /// Where.
    package var location: Location
  }

  /// The picture of a logo.
  package struct Picture: Hashable, Sendable {
    /// The path as it is written, and where.
    package var entry: Entry
    /// The content of that file.
    package var bytes: [UInt8]
  }

  /// What one theme takes.
  package struct Section: Hashable, Sendable {
    /// The colours by their keys, in the order of the file.
    package var colours: [Entry] = []
    /// The colours of categories, in the order of the file.
    package var categories: [Entry] = []
    /// The logo.
    package var logo: Picture?
  }

  /// The company.
  package internal(set) var name: Entry?
  /// Names of fonts, the first choice first.
  package internal(set) var fonts: [Entry] = []
  /// How wide the font is, where Arial is 1.
  package internal(set) var fontWidth: Entry?
  /// The height of the logo in points.
  package internal(set) var logoHeight: Entry?
  /// What holds for light sheets, and for all others that have nothing of their own.
  package internal(set) var light = Section()
  /// What holds for dark sheets.
  package internal(set) var dark = Section()
  /// What holds for paper.
  package internal(set) var print = Section()
  /// The faults of the file, in the order of their places.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// The largest file of colours and names, and the largest logo.
  static let sizeLimits = (text: 1 << 20, logo: 16 << 20)

  /// Reads a file, and the logos that it names, whose paths begin at its folder.
  ///
  /// - Parameters:
  ///   - path: The file, YAML or JSON by the ending of its name.
  ///   - colourKeys: The keys that colours may have.
  /// - Returns: What the file says.
  /// - Throws: ``ReadError`` where the file cannot be read at all; what is wrong inside is in ``diagnostics``.
  package static func read(
    at path: String, colourKeys: [String]
  ) throws(ReadError) -> BrandFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard ["yaml", "yml", "json"].contains(FileName(name).ending) else {
      throw ReadError(
        .badOption, "\"\(path)\" is no brand file; it ends in .yaml, .yml or .json.")
    }
    guard try FileAccess.kind(of: path) == .file else {
      throw ReadError(
        .badOption, "\"\(path)\" is a folder; name the brand file in it, such as brand.yaml.")
    }
    let bytes = try FileAccess.bytes(of: path, limit: sizeLimits.text)
    var reading = BrandFileReading(path: path, colourKeys: colourKeys)
    reading.read(bytes, isJSON: FileName(name).ending == "json")
    return reading.file
  }
}
