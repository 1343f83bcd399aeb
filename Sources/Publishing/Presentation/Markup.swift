/// One element of an XML document, with what is in it.
///
/// Writes names and text so that nothing in them can become markup. Characters that XML 1.0 cannot hold are written as
/// `·`, so that a reader sees that something was there.
struct Markup: Hashable, Sendable {
  /// A name and its value.
  struct Attribute: Hashable, Sendable {
    let name: String
    var value: String
  }

  /// The name with its prefix, such as `a:off`.
  let name: String
  var attributes: [Attribute]
  var children: [Markup]
  /// The text before the children.
  var text: String?

  /// Makes an element; attributes without a value are left out.
  init(
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

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      attributes.removeAll { $0.name == attribute }
      if let newValue { attributes.append(Attribute(name: attribute, value: newValue)) }
    }
  }

  /// The first child of a name.
  func first(_ name: String) -> Markup? { children.first { $0.name == name } }

  /// The elements of a name in this one, at any depth, itself first.
  func all(_ name: String) -> [Markup] {
    (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  /// The bytes of a document whose root is this element.
  ///
  /// - Complexity: O(length of the document).
  var document: [UInt8] {
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
      Self.escape(attribute.value, isAttribute: true, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    guard text != nil || !children.isEmpty else {
      bytes += "/>".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    if let text { Self.escape(text, isAttribute: false, to: &bytes) }
    for child in children { child.write(to: &bytes) }
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  private static func escape(_ text: String, isAttribute: Bool, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      // Written plainly, a parser would turn them into spaces.
      case "\n" where isAttribute: bytes += "&#10;".utf8
      case "\t" where isAttribute: bytes += "&#9;".utf8
      case "\r": bytes += "&#13;".utf8
      case _ where !isAllowed(scalar): bytes += "·".utf8
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }

  /// Whether XML 1.0 can hold the character, and a reader is not misled by it.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
