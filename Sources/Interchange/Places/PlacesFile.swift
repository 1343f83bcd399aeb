import Containers
package import EcosystemModel

/// A picture that was read with its places.
package struct KeptPicture: Hashable, Sendable {
  /// What it is called, such as the key of a slide; `nil` where the file holds one picture.
  package var name: String?
  /// What was asked for when it was drawn; `nil` where the file does not say.
  package var asked: String?
  /// The part of a presentation that it is in; `nil` in other files.
  package var part: String?
  /// Where everything stands.
  package var memory: PictureMemory

  package init(name: String? = nil, memory: PictureMemory) {
    (self.name, self.memory) = (name, memory)
  }
}

/// Reads places out of pictures: those of ours, and what other programs made of what we gave them.
package enum PlacesFile {
  /// A format that places are read from.
  enum Format: String, CaseIterable {
    case svg, laidOut = "laid-out.json", pptx, graphml, drawio, dot

    init?(path: String) {
      let name = path.lowercased()
      let endings: [(String, Format)] = [
        (".svg", .svg), (".json", .laidOut), (".pptx", .pptx), (".graphml", .graphml),
        (".drawio", .drawio), (".dot", .dot), (".gv", .dot),
      ]
      guard let format = endings.first(where: { name.hasSuffix($0.0) })?.1 else { return nil }
      self = format
    }
  }

  /// What such files are called in messages.
  package static let formats =
    "our .svg, .laid-out.json or .pptx, a .graphml of yEd, a .drawio file, or a .dot with places"

  /// Reads the pictures of a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - dot: Who reads DOT.
  /// - Returns: One picture, or one for each slide that has one.
  /// - Throws: ``ReadError`` where the file cannot be read, or holds no picture with places.
  /// - Complexity: O(size of the file).
  package static func pictures(
    at path: String, dot: DOTStructure? = nil
  ) throws(ReadError) -> [KeptPicture] {
    try pictures(in: FileAccess.bytes(of: path), named: path, dot: dot)
  }

  /// Reads the pictures of a file's bytes.
  package static func pictures(
    in bytes: [UInt8], named path: String, dot: DOTStructure? = nil
  ) throws(ReadError) -> [KeptPicture] {
    guard let format = Format(path: path) else {
      throw ReadError(
        .unsupportedFormat, "“\(path)” is no picture whose places can be read; name \(formats).")
    }
    var remarks: [Diagnostic] = []
    guard
      let text = format == .pptx ? bytes : TextEncoding.utf8(bytes, file: path, &remarks)
    else { throw none(path, "it is not in UTF-8") }
    let pictures: [KeptPicture]
    do throws(DocumentError) {
      pictures =
        switch format {
        case .svg: [KeptPicture(memory: try SVGPlaces.memory(in: text))]
        case .laidOut: [KeptPicture(memory: try LaidOutPlaces.memory(in: text))]
        case .graphml: [KeptPicture(memory: try GraphMLPlaces.memory(in: text))]
        case .drawio: try DrawIOPlaces.pictures(in: text)
        case .dot: [KeptPicture(memory: try DOTPlaces.memory(in: text, dot))]
        case .pptx: try SlidePlaces.pictures(in: text)
        }
    } catch {
      let place = error.line.map { ":\($0)" + (error.column.map { ":\($0)" } ?? "") } ?? ""
      throw ReadError(.notADataset, "\(path)\(place): \(error.message)")
    }
    let kept = pictures.filter { !$0.memory.boxes.isEmpty }
    guard !kept.isEmpty else { throw none(path, "nothing in it has a place") }
    return kept
  }

  private static func none(_ path: String, _ why: String) -> ReadError {
    ReadError(
      .notADataset, "There are no places to keep in “\(path)”: \(why); name \(formats).")
  }
}

extension DocumentError {
  /// A fault of a whole file.
  static func places(_ message: String) -> DocumentError {
    DocumentError(rule: "places.form", message: message, line: nil, column: nil)
  }
}
