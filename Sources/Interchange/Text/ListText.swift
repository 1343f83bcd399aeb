import EcosystemModel

/// Lists in one cell: elements stand between `|`; `\|` is a bar inside an element and `\\` a backslash before one.
enum ListText {
  private static let bar: UnicodeScalar = "|"
  private static let escape: UnicodeScalar = "\\"

  /// The elements without padding; empty ones are left out.
  static func elements(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "|")) || text.utf8.contains(UInt8(ascii: "\\")) else {
      let element = text.trimmed
      return element.isEmpty ? [] : [element]
    }
    var elements: [String] = []
    var current = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if scalar == escape, let escaped = next, escaped == bar || escaped == escape {
        current.append(escaped)
        next = scalars.next()
      } else if scalar == bar {
        elements.append(String(current).trimmed)
        current = .init()
      } else {
        current.append(scalar)
      }
    }
    elements.append(String(current).trimmed)
    return elements.filter { !$0.isEmpty }
  }

  /// The cell that holds the elements.
  static func cell(of elements: [String]) -> String {
    elements.map(escaped).joined(separator: "|")
  }

  private static func escaped(_ element: String) -> String {
    guard element.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") })
    else { return element }
    var result = String.UnicodeScalarView()
    for scalar in element.unicodeScalars {
      if scalar == bar || scalar == escape { result.append(escape) }
      result.append(scalar)
    }
    return String(result)
  }
}
