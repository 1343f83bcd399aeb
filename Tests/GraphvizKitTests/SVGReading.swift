import Foundation
import GraphvizKit

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an SVG shows, read as XML.
struct SVGReading {
  /// The content of every `text` element, in order; several lines are several elements.
  var texts: [String] = []
  /// The content of every `title` element.
  var titles: [String] = []
  /// The value of every `xlink:title` attribute: the tooltips.
  var tooltips: [String] = []
  /// The value of every `xlink:href` attribute.
  var links: [String] = []
  /// How often each element occurs.
  var elementCounts: [String: Int] = [:]

  /// Reads an SVG; `nil` if it is not well-formed XML.
  init?(_ bytes: [UInt8]?) {
    guard let bytes else { return nil }
    let parser = XMLParser(data: Data(bytes))
    let collector = Collector()
    parser.delegate = collector
    guard parser.parse() else { return nil }
    self = collector.reading
  }

  fileprivate init() {}

  /// The texts as one, with the invisible differences undone: Graphviz writes repeated spaces as
  /// no-break spaces, and we separate look-alikes of entities with a word joiner.
  var plainText: String {
    texts.joined(separator: "\n").replacing("\u{A0}", with: " ").replacing("\u{2060}", with: "")
  }

  private final class Collector: NSObject, XMLParserDelegate {
    var reading = SVGReading()
    private var content = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      reading.elementCounts[name, default: 0] += 1
      content = ""
      if let tooltip = attributes["xlink:title"] { reading.tooltips.append(tooltip) }
      if let link = attributes["xlink:href"] { reading.links.append(link) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      content += string
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "text" { reading.texts.append(content) }
      if name == "title" { reading.titles.append(content) }
    }
  }
}

/// Texts that have broken drawing programs, or look as if they could.
enum HostileText {
  static let all = [
    "plain", "\"quoted\"", "back\\slash", "ends with \\", "two \\\\", "quote after \\\"",
    "</TABLE>",
    "<b>bold</b>", "<", ">", "<<", "]]>", "<!-- comment -->", "\\N", "\\G \\E \\T \\H \\L", "a\\lb",
    "a\\nb", "R&D", "AT&amp;T", "&lt;", "&#233;", "&", "&;", "a & b", "{x|y}", "a:b:c", "node",
    "subgraph", "; drop", "a -> b", "label=\"x\"", "%s %d %n", "%1", "שלום עולם", "مرحبا", "第一三共",
    "👩‍👩‍👧‍👦 team", "e\u{301}", "'single'", "`tick`", "  spaces   inside  ", "tab\there", "[]{}()#//*",
    "-minus-", "\u{202E}reversed", "$x^2$", "\u{1}control\u{2}", "nul\u{0}byte", "\u{FFFE}",
    String(repeating: "long ", count: 2000),
  ]

  /// What is left of a text in a picture: XML has no way to hold control characters.
  static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !("\u{0}"..<" ").contains($0) || $0 == "\t" }.filter {
          $0 != "\u{FFFE}"
        }))
  }
}
