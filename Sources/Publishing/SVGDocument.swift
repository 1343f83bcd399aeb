import Cartography

/// Makes the picture that Graphviz wrote fit for the web: names and descriptions for those who cannot see it, fonts that
/// every system has, the size of a slide.
struct SVGDocument {
  private let diagram: Diagram
  private let titles: [String: String]

  init(_ laidOut: LaidOutDiagram) {
    diagram = laidOut.diagram
    var titles: [String: String] = [:]
    var names: [String: String] = [:]
    for node in diagram.nodes {
      names[node.key] = Self.plain(node.title)
      titles[node.key] = Self.plain(node.title)
    }
    for edge in diagram.edges {
      titles[edge.key] = "\(names[edge.from] ?? edge.from) → \(names[edge.to] ?? edge.to)"
    }
    for cluster in diagram.clusters { titles[cluster.key] = Self.plain(cluster.label.text) }
    self.titles = titles
  }

  /// The picture with everything added.
  ///
  /// - Complexity: O(length of the picture).
  func finished(_ bytes: [UInt8]) -> [UInt8] {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)[...]
    // What stands before the root element names a document type and the program's version: nobody needs either.
    lines = lines.drop { !$0.hasPrefix("<svg ") }
    var output = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    output += root(&lines)
    var current: String?
    for line in lines {
      if line.hasPrefix("<!--") { continue }
      if line.hasPrefix("<g id=\"") {
        let id = line.dropFirst("<g id=\"".count).prefix { $0 != "\"" }
        current = titles[String(id)]
        output.append(roled(line))
      } else if line.hasPrefix("<title>"), let title = current {
        output.append("<title>\(Self.escaped(title))</title>")
        current = nil
      } else {
        output.append(
          String(line).replacing(
            "font-family=\"\(Theme.font)\"", with: "font-family=\"\(Theme.fontFamily)\""))
      }
    }
    return Array(output.joined(separator: "\n").utf8)
  }

  /// The root element, in place of Graphviz' own, which takes the first lines.
  private func root(_ lines: inout ArraySlice<Substring>) -> [String] {
    var header = ""
    while let line = lines.popFirst() {
      header += line + " "
      if line.hasSuffix(">") { break }
    }
    let viewBox = header.firstRange(of: "viewBox=\"").map { range in
      header[range.upperBound...].prefix { $0 != "\"" }
    }
    return [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        + " width=\"\(Int(Slide.width))pt\" height=\"\(Int(Slide.height))pt\""
        + " viewBox=\"\(viewBox ?? "0 0 960 540")\" role=\"img\""
        + " aria-labelledby=\"map-title\" aria-describedby=\"map-description\">",
      "<title id=\"map-title\">\(Self.escaped(diagram.title))</title>",
      "<desc id=\"map-description\">\(Self.escaped(diagram.summary)) \(Self.escaped(diagram.footer))</desc>",
    ]
  }

  private func roled(_ line: Substring) -> String {
    for kind in ["node", "edge"] where line.contains("class=\"\(kind)") {
      return String(line).replacing("<g id=", with: "<g role=\"graphics-symbol\" id=")
    }
    return String(line)
  }

  /// A name without the signs by which tools split the title of a line into its ends.
  private static func plain(_ text: String) -> String {
    text.replacing("->", with: "–").replacing("--", with: "–").replacing("→", with: "–")
      .replacing(":", with: " –")
  }

  /// Text for XML: markup escaped, characters that XML cannot hold left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
