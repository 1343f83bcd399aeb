/// Diagnostics of one cause: the same fault of cells in one column, told once.
package struct DiagnosticGroup: Hashable, Sendable {
  /// The first of them.
  package let first: Diagnostic
  /// The others.
  package private(set) var others: [Diagnostic] = []

  /// Groups diagnostics, in the order of the first of each group.
  ///
  /// Two are of one cause if they are of one rule, say the same but for what they quote and count, and are about one column of one
  /// file or sheet. Few of a cause are told each by itself, since their names say more than their places.
  ///
  /// - Parameters:
  ///   - diagnostics: What there is to tell, in its order.
  ///   - few: How many of one cause are told each by itself.
  /// - Returns: The groups.
  /// - Complexity: O(length of all messages).
  package static func groups(of diagnostics: [Diagnostic], few: Int = 5) -> [DiagnosticGroup] {
    var places: [Cause: [Int]] = [:]
    for (index, diagnostic) in diagnostics.enumerated() {
      places[Cause(diagnostic), default: []].append(index)
    }
    var groups: [(index: Int, group: DiagnosticGroup)] = []
    for indices in places.values {
      guard indices.count > few else {
        groups += indices.map { ($0, DiagnosticGroup(first: diagnostics[$0])) }
        continue
      }
      var group = DiagnosticGroup(first: diagnostics[indices[0]])
      group.others = indices.dropFirst().map { diagnostics[$0] }
      groups.append((indices[0], group))
    }
    return groups.sorted { $0.index < $1.index }.map(\.group)
  }

  private init(first: Diagnostic) { self.first = first }

  /// What makes two diagnostics one cause.
  private struct Cause: Hashable {
    let severity: Severity
    let rule: String
    let file: String?
    let sheet: String?
    let column: Int?
    let shape: String

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity
      rule = diagnostic.rule
      file = diagnostic.location?.file
      sheet = diagnostic.location?.sheet
      column = diagnostic.location?.column
      shape = Self.shape(of: diagnostic.message)
    }

    /// The message without what stands in quotes and without numbers.
    private static func shape(of message: String) -> String {
      var shape: [UInt8] = []
      shape.reserveCapacity(message.utf8.count)
      var isQuoted = false
      var place = message.utf8.startIndex
      while place < message.utf8.endIndex {
        let byte = message.utf8[place]
        guard byte < 0x80 else {
          let scalar = message.unicodeScalars[place]
          switch scalar {
          case "“": isQuoted = true
          case "”": isQuoted = false
          default:
            if !isQuoted, scalar.properties.numericType == nil { shape += Array(scalar.utf8) }
          }
          message.unicodeScalars.formIndex(after: &place)
          continue
        }
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
        } else if !isQuoted, !(0x30...0x39).contains(byte) {
          shape.append(byte)
        }
        message.utf8.formIndex(after: &place)
      }
      return String(decoding: shape, as: UTF8.self)
    }
  }
}

extension DiagnosticGroup: CustomStringConvertible {
  /// The first diagnostic, and below it how many more there are and where the next of them stand.
  package var description: String {
    guard !others.isEmpty else { return first.description }
    let places = others.lazy.compactMap(\.location).prefix(3).map(\.description)
      .joined(separator: ", ")
    let rest = others.count > 3 ? " …" : ""
    return "\(first)\n  and \(others.count) more like it: \(places)\(rest)"
  }
}
