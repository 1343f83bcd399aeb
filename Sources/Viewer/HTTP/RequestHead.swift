/// What a request asks for: the line and the fields before its body.
package struct RequestHead: Sendable, Equatable {
  /// The method, in capitals.
  package let method: String
  /// The path with its percent signs resolved; no part of it is empty, `.` or `..`.
  package let path: String
  /// What follows the question mark, by name; the last one where a name is repeated.
  package let query: [String: String]
  /// The fields by their names in small letters.
  package let fields: [String: String]
  /// Whether the client wants to ask again on the same connection.
  let keepsConnection: Bool

  /// The most bytes before a body.
  static let largest = 16_384
  private static let mostFields = 64

  /// The bytes that the body has.
  var bodyLength: Int { fields["content-length"].flatMap { Int($0) } ?? 0 }

  /// Parses the bytes up to the empty line, which is left out.
  ///
  /// Nothing is guessed: what a proxy before us could read in another way is refused.
  ///
  /// - Throws: ``Refusal`` that says what is wrong.
  /// - Complexity: O(bytes).
  package init(parsing bytes: [UInt8]) throws(Refusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .malformed("The request is no text.")
    }
    var lines = Self.lines(of: text)
    guard !lines.isEmpty else { throw .malformed("The request is empty.") }
    let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].utf8.allSatisfy({ (65...90).contains($0) })
    else { throw .malformed("The request does not begin with a method, a path and a version.") }
    guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else {
      throw Refusal(.versionNotSupported, "This server speaks HTTP/1.1.")
    }
    method = String(words[0])
    (path, query) = try Self.target(words[1])
    fields = try Self.fields(lines)
    keepsConnection = words[2] == "HTTP/1.1" && fields["connection"]?.lowercased() != "close"
    guard words[2] == "HTTP/1.0" || fields["host"] != nil else {
      throw .malformed("The request names no host.")
    }
    guard fields["transfer-encoding"] == nil else {
      throw Refusal(.lengthRequired, "Send the length of the body beforehand.")
    }
    if let length = fields["content-length"] {
      guard (1...15).contains(length.utf8.count), length.utf8.allSatisfy(Self.isDigit) else {
        throw .malformed("The length of the body is no number.")
      }
    }
  }

  /// The lines, of which each ends with a carriage return and a line feed and holds neither.
  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func fields(_ lines: [Substring]) throws(Refusal) -> [String: String] {
    guard lines.count <= mostFields else {
      throw Refusal(.fieldsTooLarge, "The request has more than \(mostFields) fields.")
    }
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        throw .malformed("A field of the request has no colon.")
      }
      let name = line[..<colon].lowercased()
      guard !name.isEmpty,
        name.utf8.allSatisfy({ isDigit($0) || (97...122).contains($0) || $0 == 45 || $0 == 95 })
      else { throw .malformed("A field of the request has a name that is none.") }
      let value = line[line.utf8.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      guard value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 }) else {
        throw .malformed("A field of the request holds a control character.")
      }
      guard fields[name] == nil else { throw .malformed("The request says “\(name)” twice.") }
      fields[name] = String(value.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
    return fields
  }

  private static func target(_ text: Substring) throws(Refusal) -> (String, [String: String]) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.hasPrefix("/"), let path = decoded(first) else {
      throw .malformed("The request names no path that can be read.")
    }
    let names = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard path == "/" || names.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      !path.contains("\\")
    else { throw .malformed("The path of the request leads elsewhere.") }
    var query: [String: String] = [:]
    for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(sides[0]), let value = decoded(sides.count > 1 ? sides[1] : "")
      else { throw .malformed("The request asks for what cannot be read.") }
      query[name] = value
    }
    return (path, query)
  }

  /// Text without its percent signs; `nil` if it is no text or holds control characters.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard bytes.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
