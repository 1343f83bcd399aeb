import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a part of a template into elements, with the prefixes as they are written.
///
/// External entities are not loaded, and a document type with entities of its own is refused.
final class MarkupReader: NSObject, XMLParserDelegate {
  private var open: [Markup] = []
  private var root: Markup?
  private var isHostile = false

  /// The root element, or nothing where the bytes are no well-formed XML.
  static func root(of bytes: [UInt8]) -> Markup? {
    let reader = MarkupReader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    guard parser.parse(), !reader.isHostile else { return nil }
    return reader.root
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    var element = Markup(name)
    // The parser hands attributes over in no order.
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) { element[name] = value }
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let last = open.indices.last else { return }
    open[last].text = (open[last].text ?? "") + text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard var element = open.popLast() else { return }
    // Line breaks between elements say nothing.
    if !element.children.isEmpty, element.text?.allSatisfy(\.isWhitespace) ?? false {
      element.text = nil
    }
    if let last = open.indices.last { open[last].children.append(element) } else { root = element }
  }

  func parser(
    _ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?
  ) {
    isHostile = true
    parser.abortParsing()
  }
}
