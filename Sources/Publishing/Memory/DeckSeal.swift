import Containers

/// The properties of a presentation by which we know one that we wrote and nobody edited since, and what was asked for.
///
/// Programs that drop parts they do not know keep properties.
package enum DeckSeal {
  static let path = "docProps/custom.xml"
  static let type = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
  private static let sealName = "ecomap seal"
  private static let askedName = "ecomap asked"
  /// Programs show longer properties cut off.
  private static let length = 200

  /// The properties of a presentation of these entries.
  static func document(over entries: [ZipArchive.Entry], asked: String?) -> [UInt8] {
    var properties = [(sealName, sum(of: entries))]
    var rest = (asked ?? "")[...]
    while !rest.isEmpty {
      // Marks at both ends keep spaces from being cut off.
      properties.append(("\(askedName) \(properties.count)", "|\(rest.prefix(length))|"))
      rest = rest.dropFirst(length)
    }
    return Markup(
      "Properties",
      [
        "xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
      ],
      properties.enumerated().map { number, property in
        Markup(
          "property",
          [
            "fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": number + 2,
            "name": property.0,
          ], [Markup("vt:lpwstr", text: property.1)])
      }
    ).document
  }

  /// A checksum of all entries but the properties.
  private static func sum(of entries: [ZipArchive.Entry]) -> String {
    var sum = Checksum()
    for entry in entries.sorted(by: { $0.name < $1.name }) where entry.name != path {
      sum.feed(entry.name.utf8)
      sum.feed([0])
      sum.feed(entry.bytes)
      sum.feed([0])
    }
    return sum.digits
  }

  /// Who made what a presentation shows.
  package enum Standing: Hashable, Sendable {
    /// We wrote it, and nobody changed it since.
    case untouched
    /// We wrote it, and somebody changed it since.
    case edited
    /// We did not write it, or did before files said so.
    case foreign
  }

  /// Who made what a file shows; `nil` where the file is empty.
  package static func standing(of bytes: [UInt8]) -> Standing? {
    guard !bytes.isEmpty else { return nil }
    guard let entries = try? ZipArchive.unpacked(bytes) else { return .foreign }
    return standing(of: entries)
  }

  static func standing(of entries: [ZipArchive.Entry]) -> Standing {
    guard let seal = properties(of: entries)[sealName] else { return .foreign }
    return seal == sum(of: entries) ? .untouched : .edited
  }

  /// What was asked for, as the properties tell; `nil` if they do not.
  static func asked(in entries: [ZipArchive.Entry]) -> String? {
    let properties = properties(of: entries)
    var text = ""
    var number = 1
    while let piece = properties["\(askedName) \(number)"] {
      text += piece.dropFirst().dropLast()
      number += 1
    }
    return text.isEmpty ? nil : text
  }

  private static func properties(of entries: [ZipArchive.Entry]) -> [String: String] {
    guard let entry = entries.first(where: { $0.name == path }),
      let root = try? Markup.root(of: entry.bytes, names: .local)
    else { return [:] }
    return Dictionary(
      root.children.compactMap { property in
        property["name"].map { ($0, property.fullText) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
