import Cartography
import Interchange
import Publishing

/// A presentation or template of PowerPoint whose masters, layouts, fonts and slide size slides take over.
public struct SlideTemplate: Sendable {
  let bytes: [UInt8]
  /// The size of sheets that fill its slides.
  let sheet: Diagram.Extent?
  /// What it would load from elsewhere whenever the slides are opened; slides leave it out.
  public let leftOut: [String]

  /// Takes the masters and layouts of a presentation.
  init(_ deck: [UInt8]) throws(EcomapError) {
    bytes = deck
    do throws(PublishingError) {
      (sheet, leftOut) = try PresentationOptions(template: deck).check()
    } catch {
      throw EcomapError(.badTemplate, error.message)
    }
  }

  /// Reads a template.
  ///
  /// - Parameter path: A file ending in `.pptx` or `.potx`.
  /// - Throws: ``EcomapError`` with code `badTemplate` where it cannot be read or is none.
  public init(at path: String) throws(EcomapError) {
    do throws(ReadError) {
      bytes = try FileAccess.bytes(of: path)
    } catch {
      throw EcomapError(.badTemplate, error.message)
    }
    do throws(PublishingError) {
      (sheet, leftOut) = try PresentationOptions(template: bytes).check()
    } catch {
      throw EcomapError(.badTemplate, "\"\(path)\": \(error.message)")
    }
  }
}
