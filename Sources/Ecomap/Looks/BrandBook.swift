public import Cartography
public import EcosystemModel
import Interchange

/// The looks of a company: the font, the colours and the logo that a brand file names.
public struct BrandBook: Sendable {
  private let file: BrandFile

  /// Reads a brand file, and the logos that it names.
  ///
  /// What is wrong inside is told by ``diagnostics(on:)``; nothing is drawn in a brand with errors.
  ///
  /// - Parameter path: A YAML or JSON file.
  /// - Throws: ``EcomapError`` where the file cannot be read at all.
  public init(at path: String) throws(EcomapError) {
    file = try EcomapError.wrapping { () throws(ReadError) in
      try BrandFile.read(at: path, colourKeys: Brand.Role.allCases.map(\.rawValue))
    }
  }

  /// What is wrong with the file, for sheets of these colours: errors, and colours that cannot be told apart.
  public func diagnostics(on theme: ThemeName = .light) -> [Diagnostic] {
    reading(on: theme).diagnostics
  }

  /// What the words of the file mean for sheets of these colours.
  package func reading(on theme: ThemeName) -> BrandReading { BrandReading(file, for: theme) }
}
