import Cartography
import Containers
import EcosystemModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A map as one file for the browser: its picture, what is known about it, and a script that searches and filters.
///
/// The file asks nothing of the network, and says so itself: its policy lets in nothing but the one script and the one
/// style sheet that it brings along.
struct MapPage {
  private let map: LaidOutDiagram
  private let picture: [UInt8]
  private let facts: PageFacts

  /// Takes the map, its picture as SVG, and what is known about it.
  init(_ map: LaidOutDiagram, picture: [UInt8], facts: PageFacts?) {
    self.map = map
    self.picture = picture
    self.facts = facts ?? PageFacts(of: map.diagram)
  }

  /// The bytes of the page.
  ///
  /// - Throws: ``PublishingError`` where the facts cannot be written as JSON.
  func bytes() throws(PublishingError) -> [UInt8] {
    let title = XMLText.escaped(map.diagram.title)
    let (style, script) = (Self.style, Self.script)
    let policy =
      "default-src 'none'; script-src \(Self.source(of: script)); style-src \(Self.source(of: style));"
      + " img-src data: blob:; base-uri 'none'; form-action 'none'"
    let background = map.diagram.theme.background
    let head = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="\(Program.title)">
      <link rel="icon" href="data:,">
      <title>\(title)</title>
      <style>
      """
    let light = background.luminance > 0.4 ? "is-light" : "is-dark"
    return Array(head.utf8) + style
      + Array("</style>\n</head>\n<body class=\"\(light)\">\n\(Self.choices(title))\n".utf8)
      + Array("<main>\n<div id=\"ui-stage\">\n<div id=\"ui-map\">\n".utf8)
      + inlinePicture
      + Array("</div>\n\(Self.frame)\n<script type=\"application/json\" id=\"ui-facts\">".utf8)
      + (try json()) + Array("</script>\n<script>".utf8) + script
      + Array("</script>\n</body>\n</html>\n".utf8)
  }

  static let style = PackageResources.page_css

  /// The parts of the script in their order, in one scope that nobody else sees.
  static let script: [UInt8] =
    Array("\"use strict\";\n(() => {\n".utf8)
    + [
      PackageResources.known_js, PackageResources.asked_js, PackageResources.picture_js,
      PackageResources.seen_js, PackageResources.details_js, PackageResources.table_js,
      PackageResources.choices_js, PackageResources.keys_js,
    ].joined() + Array("})();\n".utf8)

  /// The picture without the declaration of XML; what it shows can be reached one by one, so it is no mere image.
  private var inlinePicture: [UInt8] {
    let text = String(decoding: picture, as: UTF8.self)
    let start = text.firstRange(of: "<svg")?.lowerBound ?? text.startIndex
    var svg = String(text[start...])
    if let role = svg.firstRange(of: " role=\"img\"") {
      svg.replaceSubrange(role, with: " role=\"group\"")
    }
    return Array(svg.utf8)
  }

  /// How a policy names a script or a style sheet by its content.
  private static func source(of bytes: [UInt8]) -> String {
    "'sha256-\(Data(SHA256.hash(of: bytes)).base64EncodedString())'"
  }

  /// The facts, with nothing in them that could end the element around them.
  private func json() throws(PublishingError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(
        String(decoding: try encoder.encode(facts), as: UTF8.self)
          .replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028")
          .replacing("\u{2029}", with: "\\u2029").utf8)
    } catch {
      throw PublishingError(.drawingFailed, "The page's facts could not be written: \(error).")
    }
  }
}
