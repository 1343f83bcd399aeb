/// An element of an XML text with everything in it.
struct XMLElement {
  let name: String
  let attributes: [(name: String, value: String)]
  /// Where its tag stands, counted from 1.
  let line: Int
  let column: Int
  fileprivate(set) var children: [XMLElement] = []
  /// Its own characters, without those of its children.
  fileprivate(set) var text = ""

  /// The value of an attribute, or nothing.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The elements right below it that have a name.
  func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first element right below it that has a name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The first element anywhere below it that has a name, in the order of the text.
  func descendant(_ name: String) -> XMLElement? {
    for child in children {
      if child.name == name { return child }
      if let found = child.descendant(name) { return found }
    }
    return nil
  }

  /// Its characters and those of all elements below it.
  var fullText: String { children.isEmpty ? text : text + children.map(\.fullText).joined() }
}

/// Reads a whole XML text as a tree.
enum XMLDocument {
  /// The root element.
  ///
  /// - Throws: ``DocumentError`` with the line and column of the fault.
  static func root(of bytes: [UInt8]) throws(DocumentError) -> XMLElement {
    var scanner = XMLScanner(bytes)
    var position = TextPosition()
    var open: [XMLElement] = []
    do throws(XMLFault) {
      while true {
        switch try scanner.next() {
        case .start:
          position.advance(to: scanner.offset, in: bytes)
          open.append(
            XMLElement(
              name: scanner.name, attributes: scanner.attributes, line: position.line,
              column: position.column))
        case .text: if !open.isEmpty { open[open.count - 1].text += scanner.text }
        case .end:
          guard open.count > 1 else { continue }
          let closed = open.removeLast()
          open[open.count - 1].children.append(closed)
        case .finish:
          guard let root = open.first else {
            throw scanner.fault("xml.form", "there is no element")
          }
          return root
        }
      }
    } catch {
      position = TextPosition()
      position.advance(to: error.offset, in: bytes)
      throw DocumentError(
        rule: error.rule, message: error.message, line: position.line, column: position.column)
    }
  }
}

/// Counts lines and columns while a text is walked through.
struct TextPosition {
  private(set) var line = 1
  private var lineStart = 0
  private var offset = 0

  /// The byte of the line, counted from 1.
  var column: Int { offset - lineStart + 1 }

  /// Walks on to an offset that is not before the present one.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    while offset < min(target, bytes.count) {
      if bytes[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
  }
}
