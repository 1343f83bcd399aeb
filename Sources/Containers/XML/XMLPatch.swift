/// A document that is changed in places, while every other byte of it stays as it is.
package struct XMLPatch {
  /// The document as it was.
  package let bytes: [UInt8]
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  /// Starts with UTF-8 without a byte order mark.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is changed.
  package var isEmpty: Bool { edits.isEmpty }

  /// Puts markup before the byte at an offset, behind what was put there earlier.
  package mutating func insert(_ markup: String, at offset: Int) {
    if !markup.isEmpty { edits.append((offset..<offset, Array(markup.utf8))) }
  }

  /// Puts markup in the place of a range.
  package mutating func replace(_ range: Range<Int>, with markup: String) {
    edits.append((range, Array(markup.utf8)))
  }

  /// Puts markup behind all that is in an element.
  package mutating func append(_ markup: String, to element: XMLSpan) {
    guard !markup.isEmpty else { return }
    if element.isOneTag {
      replace(
        (element.range.upperBound - 2)..<element.range.upperBound,
        with: ">\(markup)</\(element.name)>")
    } else {
      insert(markup, at: element.content.upperBound)
    }
  }

  /// The value of an attribute of an element, by its name without prefix; `nil` if it has none.
  package func value(_ attribute: String, of element: XMLSpan) -> String? {
    element.attributes[attribute].map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Gives an element's tag a value for an attribute, by its name without prefix.
  package mutating func set(_ attribute: String, to value: String, of element: XMLSpan) {
    if let range = element.attributes[attribute] {
      replace(range, with: XMLText.escaped(value))
    } else {
      insert(
        " \(attribute)=\"\(XMLText.escaped(value))\"",
        at: element.range.lowerBound + 1 + element.name.utf8.count)
    }
  }

  /// The document with the changes.
  ///
  /// - Complexity: O(length + changes × log changes).
  package var document: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.count })
    var position = 0
    let order = edits.indices.sorted {
      (edits[$0].range.lowerBound, $0) < (edits[$1].range.lowerBound, $1)
    }
    for edit in order.map({ edits[$0] }) where edit.range.lowerBound >= position {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.text
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}

/// An element of a document and where it stands in its bytes.
package struct XMLSpan {
  /// The name as it is written, with its prefix.
  package let name: String
  /// How many elements it is in.
  package let depth: Int
  /// From its first byte to its last.
  package private(set) var range: Range<Int>
  /// What is between its tags; empty where it is one tag.
  package private(set) var content: Range<Int>
  /// Whether it is written as one tag, such as `<a/>`.
  package let isOneTag: Bool
  /// Where the values of its attributes stand, by names without prefix.
  package let attributes: [String: Range<Int>]

  /// The name without prefix.
  package var localName: String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// What the names of elements beside it begin with, such as `x:`.
  package var prefix: String { String(name.dropLast(localName.count)) }

  /// The elements of a document down to a depth, in the order of their starts; the root has the depth 0.
  ///
  /// - Throws: ``XMLFault`` where the text is no XML.
  package static func all(
    in bytes: [UInt8], depth limit: Int
  ) throws(XMLFault) -> [XMLSpan] {
    var scanner = XMLScanner(bytes, names: .written)
    var spans: [XMLSpan] = []
    var open: [Int] = []
    while true {
      switch try scanner.next() {
      case .start where scanner.depth <= limit + 1:
        let end = scanner.endOffset
        open.append(spans.count)
        spans.append(
          XMLSpan(
            name: scanner.name, depth: scanner.depth - 1, range: scanner.offset..<end,
            content: end..<end, isOneTag: scanner.isOneTag, attributes: scanner.attributeRanges))
      case .end where scanner.depth <= limit:
        guard let index = open.popLast(), !spans[index].isOneTag else { continue }
        spans[index].content = spans[index].content.lowerBound..<scanner.offset
        spans[index].range = spans[index].range.lowerBound..<scanner.endOffset
      case .start, .end, .text: break
      case .finish: return spans
      }
    }
  }
}

extension [XMLSpan] {
  /// The first at a depth with a name without prefix, `nil` if there is none.
  package func first(_ name: String, depth: Int) -> XMLSpan? {
    first { $0.depth == depth && $0.localName == name }
  }

  /// Those right in another, with a name without prefix.
  ///
  /// - Complexity: O(log count + number of elements in the other).
  package func children(of parent: XMLSpan, named name: String) -> [XMLSpan] {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound <= parent.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return self[low...].prefix { $0.range.lowerBound < parent.range.upperBound }
      .filter { $0.depth == parent.depth + 1 && $0.localName == name }
  }
}
