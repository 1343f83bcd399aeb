package import Cartography
import GraphvizKit
import Interchange
public import Publishing

/// A view of a dataset on its sheet, ready to be written in any format.
///
/// Every format is drawn from the one layout.
public struct DrawnView: Sendable {
  /// The sheet.
  package let map: LaidOutDiagram
  /// What it took to find the layout of a map; `nil` for the picture of an answer.
  package let search: SearchRecord?
  let options: DrawingOptions
  /// What was asked for; `nil` where it could not be drawn anew from other data.
  let asked: AskedSlides?
  /// What a page in the browser tells beyond the picture; `nil` for the picture of an answer.
  private let facts: (@Sendable () -> PageFacts)?

  /// What the picture shows, as its title says.
  public var title: String { map.diagram.title }
  /// What is shown of the dataset and what is left out, the filter, the day and the data, as the line below the picture
  /// says.
  public var footer: String { map.diagram.footer }
  /// Why this kind of picture was chosen; `nil` where somebody asked for it.
  public let reason: String?
  /// What to know of the picture before it goes on a slide, such as that its letters are small.
  public var remarks: [String] {
    let failures = search?.failures.notes(on: title) ?? []
    return failures + (search?.unmet ?? [])
      + (smallLetters.map { ["the smallest letters are \($0) pt on a slide"] } ?? [])
  }

  init(
    _ map: LaidOutDiagram, search: SearchRecord? = nil,
    smallLetters: Double? = nil, reason: String? = nil, options: DrawingOptions,
    asked: AskedSlides? = nil, facts: (@Sendable () -> PageFacts)? = nil
  ) {
    self.map = map
    self.search = search
    self.smallLetters = smallLetters
    self.reason = reason
    self.options = options
    self.asked = asked
    self.facts = facts
  }

  /// The height of the smallest letters in points of a slide, where that is less than can be read.
  package let smallLetters: Double?

  /// The picture as a file.
  ///
  /// - Parameter format: The form.
  /// - Returns: The content of the file, which is the command's byte for byte.
  /// - Throws: ``EcomapError`` where the file cannot be made.
  public func bytes(as format: OutputFormat) throws(EcomapError) -> [UInt8] {
    try files(as: [format])[0]
  }

  /// The contents of files in several formats, in their order.
  package func files(as formats: [OutputFormat]) throws(EcomapError) -> [[UInt8]] {
    do throws(PublishingError) {
      return try options.publisher(asked: asked).publish(
        map, facts: { facts?() }, as: formats)
    } catch {
      throw EcomapError(error)
    }
  }

  /// Writes the picture into a file, whole or not at all, in the format that its name ends in.
  ///
  /// - Throws: ``EcomapError`` where the name tells no format, or the file cannot be made or written.
  public func write(to path: String) throws(EcomapError) {
    guard let format = OutputFormat(fileName: path) else {
      throw EcomapError(
        .badRequest, "The name “\(path)” tells no format; end it in .svg, .png, .pdf or .pptx.")
    }
    let bytes = try bytes(as: format)
    do throws(WriteError) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw EcomapError(error)
    }
  }
}

extension [LayoutDraft.Failure] {
  /// What to tell about layouts that a map could not be chosen from because of a time limit, each once: another run may choose otherwise.
  ///
  /// Where an engine crashes, it does so each time, and the map is chosen from the others: no news to a reader.
  package func notes(on title: String) -> [String] {
    var told: Set<String> = []
    return filter { $0.error.code == .timedOut }.compactMap { failure in
      let note =
        "“\(title)” was chosen without the layout “\(failure.layoutName)”: \(failure.error.message)"
      return told.insert(note).inserted ? note : nil
    }
  }
}
