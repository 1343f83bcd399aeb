import Cartography
import Containers
import GraphvizKit

/// Makes the picture that Graphviz wrote fit for the web: names and descriptions for those who cannot see it, fonts that
/// every system has, the size of a slide.
struct SVGDocument {
  private let diagram: Diagram
  private let size: (width: Double, height: Double)
  /// What is read before the map, and what after it.
  private let ornaments: (before: SVGOrnaments, after: SVGOrnaments)
  /// The elements of the logo, which is read after the title.
  private let logo: [String]?
  private let titles: [String: String]

  init(_ laidOut: LaidOutDiagram) {
    diagram = laidOut.diagram
    size = (laidOut.width, laidOut.height)
    ornaments = (
      SVGOrnaments(laidOut.sheet.beforeMap, theme: diagram.theme),
      SVGOrnaments(laidOut.sheet.afterMap, theme: diagram.theme, id: "legend")
    )
    let picture = laidOut.diagram.theme.logo
    logo = laidOut.sheet.logo.flatMap { frame in
      picture.map { SVGOrnaments.lines(of: $0, in: frame) }
    }
    titles = diagram.spokenTitles
  }

  /// The picture with everything added.
  ///
  /// - Parameter bytes: The picture as Graphviz wrote it.
  /// - Returns: An SVG file.
  /// - Complexity: O(length of the picture).
  func finished(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    // What stands before the root element names a document type and the program's version: nobody needs either.
    lines = lines.drop { !$0.starts(with: "<svg ".utf8) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    func append(_ line: String) {
      output += line.utf8
      output.append(UInt8(ascii: "\n"))
    }
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    root(&lines).forEach(append)
    ornaments.before.lines.forEach(append)
    logo?.forEach(append)
    append("<g id=\"graph0\" class=\"graph\">")
    _ = lines.popFirst()
    var current: String?
    // The paper as Graphviz knows it ends where the map does.
    var hasPaper = true
    for var line in lines {
      if line.starts(with: "<!--".utf8) { continue }
      if line.elementsEqual("</svg>".utf8) { ornaments.after.lines.forEach(append) }
      if hasPaper, line.starts(with: "<polygon ".utf8) {
        hasPaper = false
        continue
      }
      if line.starts(with: Self.groupStart) {
        let id = line.dropFirst(Self.groupStart.count).prefix { $0 != UInt8(ascii: "\"") }
        current = titles[Self.decoded(id)]
        if Self.shapeClasses.contains(where: { line.range(of: $0) != nil }) {
          output += "<g role=\"graphics-symbol\"".utf8
          line = line.dropFirst(2)
        }
      } else if line.starts(with: "<title>".utf8), let title = current {
        append("<title>\(XMLText.escaped(title))</title>")
        current = nil
        continue
      } else if line.starts(with: "<text ".utf8) {
        for (name, weight) in [(Self.measuredFont, ""), (Self.boldFont, " font-weight=\"bold\"")] {
          guard let font = line.range(of: name) else { continue }
          output += line[..<font.lowerBound]
          output += "font-family=\"\(diagram.theme.fontFamily)\"\(weight)".utf8
          line = line[font.upperBound...]
          if diagram.theme.letterScale < 1 { output += sized(&line).utf8 }
        }
      }
      output += line
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  /// A picture with what a later one may keep of it, as JSON, in an element that nobody sees.
  static func carrying(_ memory: [UInt8], _ picture: [UInt8]) -> [UInt8] {
    guard !memory.isEmpty, let end = picture.suffix(16).range(of: Array("</svg>".utf8)) else {
      return picture
    }
    var whole = Array(picture[..<end.lowerBound])
    whole += "<metadata id=\"ecomap-places\">".utf8
    XMLText.escape(String(decoding: memory, as: UTF8.self), to: &whole)
    whole += "</metadata>\n".utf8
    return whole + picture[end.lowerBound...]
  }

  /// The size of a text's letters made smaller, with what stands before it; both are taken off the line.
  private func sized(_ line: inout ArraySlice<UInt8>) -> String {
    guard let size = line.range(of: Self.sizeStart),
      let end = line[size.upperBound...].firstIndex(of: UInt8(ascii: "\"")),
      let points = Double(String(decoding: line[size.upperBound..<end], as: UTF8.self))
    else { return "" }
    let before = String(decoding: line[..<size.upperBound], as: UTF8.self)
    line = line[end...]
    return before + XDotDrawing.text(points * diagram.theme.letterScale)
  }

  private static let sizeStart = Array("font-size=\"".utf8)
  private static let groupStart = Array("<g id=\"".utf8)
  private static let shapeClasses = ["class=\"node", "class=\"edge"].map { Array($0.utf8) }
  private static let measuredFont = Array("font-family=\"\(Theme.font)\"".utf8)
  private static let boldFont = Array("font-family=\"\(Theme.boldFont)\"".utf8)

  /// An id as it was given: Graphviz writes hyphens in ids as character references.
  private static func decoded(_ id: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = id
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), rest.starts(with: hyphen) {
        bytes.append(UInt8(ascii: "-"))
        rest = rest.dropFirst(hyphen.count)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hyphen = Array("#45;".utf8)

  /// The root element, in place of Graphviz' own, which takes the first lines.
  private func root(_ lines: inout ArraySlice<ArraySlice<UInt8>>) -> [String] {
    while let line = lines.popFirst(), line.last != UInt8(ascii: ">") {}
    let (width, height) = (XDotDrawing.text(size.width), XDotDrawing.text(size.height))
    let told = [diagram.summary, diagram.footer].filter { !$0.isEmpty }.joined(separator: " ")
    let end = told.isEmpty ? "" : told.hasSuffix(".") ? " " : ". "
    let description = "\(told)\(end)Made with \(Program.title)."
    return [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        + " width=\"\(Int(Slide.width))pt\" height=\"\(Int(Slide.height))pt\""
        + " viewBox=\"0 0 \(width) \(height)\" role=\"img\""
        + " aria-labelledby=\"map-title\" aria-describedby=\"map-description\">",
      "<title id=\"map-title\">\(XMLText.escaped(diagram.title))</title>",
      "<desc id=\"map-description\">\(XMLText.escaped(description))</desc>",
      "<rect class=\"paper\" width=\"\(width)\" height=\"\(height)\" fill=\"\(diagram.theme.background)\"/>",
    ]
  }
}

extension ArraySlice<UInt8> {
  /// Where a pattern that is not empty first stands.
  ///
  /// The standard library's search is generic over all collections, and took most of the time of writing a picture.
  fileprivate func range(of pattern: [UInt8]) -> Range<Int>? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    return (startIndex...endIndex - pattern.count).lazy
      .filter { self[$0] == first && self[$0...].starts(with: pattern) }
      .first.map { $0..<$0 + pattern.count }
  }
}
