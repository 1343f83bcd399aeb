/// One element of an XML document, with what is in it.
///
/// Written, nothing in names and text can become markup; see ``XMLText/escaped(_:)``.
package struct Markup: Hashable, Sendable {
  /// A name and its value.
  package struct Attribute: Hashable, Sendable {
    package let name: String
    package var value: String
  }

  /// The name: with its prefix, such as `a:off`, unless it was read without.
  package let name: String
  package var attributes: [Attribute]
  package var children: [Markup]
  /// Its own characters, without those of its children; written before them.
  package var text: String?
  /// Where its tag stands in the text it was read from, counted from 1; 0 where it was made.
  package fileprivate(set) var line = 0
  package fileprivate(set) var column = 0

  /// Makes an element; attributes without a value are left out.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, (any CustomStringConvertible)?> = [:],
    _ children: [Markup] = [], text: String? = nil
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0.description) }
    }
    self.children = children
    self.text = text
  }

  /// The value of an attribute, `nil` if it has none of the name.
  package subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      attributes.removeAll { $0.name == attribute }
      if let newValue { attributes.append(Attribute(name: attribute, value: newValue)) }
    }
  }

  /// The first element right below it that has a name, `nil` if there is none.
  package func first(_ name: String) -> Markup? { children.first { $0.name == name } }

  /// The elements right below it that have a name.
  package func children(named name: String) -> [Markup] { children.filter { $0.name == name } }

  /// The elements of a name in this one, at any depth, itself first.
  package func all(_ name: String) -> [Markup] {
    (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  /// The first element anywhere below it that has a name, in the order of the text, `nil` if there is none.
  package func descendant(_ name: String) -> Markup? {
    for child in children {
      if child.name == name { return child }
      if let found = child.descendant(name) { return found }
    }
    return nil
  }

  /// Its characters and those of all elements below it.
  package var fullText: String { (text ?? "") + children.map(\.fullText).joined() }

  /// The bytes of a document whose root is this element.
  ///
  /// - Complexity: O(length of the document).
  package var document: [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.utf8
      bytes += "=\"".utf8
      XMLText.escape(attribute.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    guard text != nil || !children.isEmpty else {
      bytes += "/>".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    if let text { XMLText.escape(text, to: &bytes) }
    for child in children { child.write(to: &bytes) }
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(UInt8(ascii: ">"))
  }
}

extension Markup {
  /// Reads a whole document as a tree.
  ///
  /// Characters between elements that are white space alone say nothing and are left out.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark.
  ///   - names: How elements and attributes are called.
  /// - Returns: The root element.
  /// - Throws: ``XMLFault`` where the text is no XML, declares a document type or is nested too deeply.
  /// - Complexity: O(length of the text).
  package static func root(
    of bytes: [UInt8], names: XMLScanner.Names
  ) throws(XMLFault) -> Markup {
    var scanner = XMLScanner(bytes, names: names)
    var position = TextPosition()
    var open: [Markup] = []
    while true {
      switch try scanner.next() {
      case .start:
        position.advance(to: scanner.offset, in: bytes)
        var element = Markup(scanner.name)
        element.attributes = scanner.attributes.map { Attribute(name: $0.name, value: $0.value) }
        (element.line, element.column) = (position.line, position.column)
        open.append(element)
      case .text:
        if !open.isEmpty {
          open[open.count - 1].text = (open[open.count - 1].text ?? "") + scanner.text
        }
      case .end:
        if let last = open.indices.last, !open[last].children.isEmpty,
          open[last].text?.allSatisfy(\.isWhitespace) ?? false
        {
          open[last].text = nil
        }
        guard open.count > 1 else { continue }
        let closed = open.removeLast()
        open[open.count - 1].children.append(closed)
      case .finish:
        guard let root = open.first else { throw scanner.fault("xml.form", "there is no element") }
        return root
      }
    }
  }
}
