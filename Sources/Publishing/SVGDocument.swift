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
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    // What stands before the root element names a document type and the program's version: nobody needs either.
    lines = lines.drop { !$0.starts(with: "<svg ".utf8) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    func append(_ line: String) {
      output += line.utf8
      output.append(UInt8(ascii: "\n"))
    }
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    root(&lines).forEach(append)
    var current: String?
    for line in lines {
      if line.starts(with: "<!--".utf8) { continue }
      if line.starts(with: "<g id=\"".utf8) {
        let group = String(decoding: line, as: UTF8.self)
        current = titles[String(group.dropFirst("<g id=\"".count).prefix { $0 != "\"" })]
        append(roled(group))
      } else if line.starts(with: "<title>".utf8), let title = current {
        append("<title>\(Self.escaped(title))</title>")
        current = nil
      } else if line.starts(with: "<text ".utf8) {
        let text = String(decoding: line, as: UTF8.self)
        guard let font = text.firstRange(of: "font-family=\"\(Theme.font)\"") else {
          append(text)
          continue
        }
        append(
          text[..<font.lowerBound] + "font-family=\"\(Theme.fontFamily)\""
            + text[font.upperBound...])
      } else {
        output += line
        output.append(UInt8(ascii: "\n"))
      }
    }
    return output
  }

  /// The root element, in place of Graphviz' own, which takes the first lines.
  private func root(_ lines: inout ArraySlice<ArraySlice<UInt8>>) -> [String] {
    var header = ""
    while let line = lines.popFirst() {
      header += String(decoding: line, as: UTF8.self) + " "
      if line.last == UInt8(ascii: ">") { break }
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

  private func roled(_ line: String) -> String {
    let isShape = ["node", "edge"].contains { line.contains("class=\"\($0)") }
    return isShape ? "<g role=\"graphics-symbol\" id=" + line.dropFirst("<g id=".count) : line
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
