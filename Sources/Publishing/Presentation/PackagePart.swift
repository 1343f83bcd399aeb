import Containers

/// One file inside a presentation, with what it refers to.
struct PackagePart: Hashable, Sendable {
  /// A reference to another part, or to an address of the web.
  struct Relationship: Hashable, Sendable {
    var id: String
    /// The last word of the type's address, such as `slideLayout`.
    var type: String
    /// A path from the part's own folder, or an address.
    var target: String
    var isExternal = false
  }

  /// The path without a leading slash.
  var path: String
  /// The content type.
  var type: String
  var bytes: [UInt8]
  /// The bytes of the part's list of references, or `nil` if it has none.
  var relationships: [UInt8]?

  init(_ path: String, type: String, bytes: [UInt8], relationships: [UInt8]? = nil) {
    self.path = path
    self.type = type
    self.bytes = bytes
    self.relationships = relationships
  }

  init(_ path: String, type: String, _ root: Markup, _ relationships: [Relationship] = []) {
    self.init(
      path, type: type, bytes: root.document,
      relationships: relationships.isEmpty ? nil : Self.list(relationships).document)
  }

  /// The bytes of a package of some parts, the same for the same parts.
  ///
  /// - Parameters:
  ///   - parts: The parts.
  ///   - roots: The references of the package itself.
  ///   - defaults: The types of parts that say none, by the endings of their names.
  /// - Returns: The bytes.
  /// - Throws: ``ZipFault`` where the archive cannot be made.
  static func packed(
    _ parts: [PackagePart], roots: Markup, defaults: [(ending: String, type: String)]
  ) throws(ZipFault) -> [UInt8] {
    try ZipArchive.packed(entries(parts, roots: roots, defaults: defaults))
  }

  /// The entries of a package of some parts, those of the last part last.
  static func entries(
    _ parts: [PackagePart], roots: Markup, defaults: [(ending: String, type: String)]
  ) -> [ZipArchive.Entry] {
    let types = Markup(
      "Types", ["xmlns": OfficeNames.contentTypes],
      defaults.map { Markup("Default", ["Extension": $0.ending, "ContentType": $0.type]) }
        + parts.filter { !$0.type.isEmpty }.map {
          Markup("Override", ["PartName": "/" + $0.path, "ContentType": $0.type])
        })
    var entries = [
      ZipArchive.Entry(name: "[Content_Types].xml", bytes: types.document),
      .init(name: "_rels/.rels", bytes: roots.document),
    ]
    for part in parts {
      entries.append(.init(name: part.path, bytes: part.bytes))
      if let relationships = part.relationships {
        entries.append(.init(name: relationshipsPath(of: part.path), bytes: relationships))
      }
    }
    return entries
  }

  /// Where the list of references of a part stands.
  static func relationshipsPath(of path: String) -> String {
    let parts = path.split(separator: "/")
    return (parts.dropLast().map(String.init) + ["_rels", "\(parts.last ?? "").rels"])
      .joined(separator: "/")
  }

  /// A list of references.
  static func list(_ relationships: [Relationship]) -> Markup {
    Markup(
      "Relationships", ["xmlns": OfficeNames.packageRelationships],
      relationships.map { relationship in
        let isCore = relationship.type == "core-properties"
        return Markup(
          "Relationship",
          [
            "Id": relationship.id,
            "Type": (isCore ? OfficeNames.coreRelationship : OfficeNames.officeRelationship)
              + relationship.type, "Target": relationship.target,
            "TargetMode": relationship.isExternal ? "External" : nil,
          ])
      })
  }
}

/// The addresses by which presentations name their vocabularies.
enum OfficeNames {
  static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let officeRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  static let coreRelationship =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let presentation = "http://schemas.openxmlformats.org/presentationml/2006/main"

  /// A content type of presentations, such as that of a `slide`.
  static func type(_ kind: String) -> String {
    "application/vnd.openxmlformats-officedocument.presentationml.\(kind)+xml"
  }

  static let themeType = "application/vnd.openxmlformats-officedocument.theme+xml"

  /// The root of a part of presentations with its vocabularies.
  static func root(
    _ name: String, _ attributes: KeyValuePairs<String, (any CustomStringConvertible)?> = [:],
    _ children: [Markup]
  ) -> Markup {
    var root = Markup(name, attributes, children)
    root["xmlns:a"] = drawing
    root["xmlns:r"] = String(officeRelationship.dropLast())
    root["xmlns:p"] = presentation
    return root
  }
}
