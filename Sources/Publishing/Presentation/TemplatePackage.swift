import Cartography

/// The parts of a template, and how they refer to each other.
struct TemplatePackage {
  private let files: [String: [UInt8]]
  private let types: [String: String]
  /// Content types by the ending of a name.
  let defaultTypes: [(ending: String, type: String)]

  init(_ bytes: [UInt8]) throws(PublishingError) {
    guard bytes.starts(with: Array("PK".utf8)) else {
      throw PublishingError(
        .badTemplate, "The template is no .pptx or .potx file; save it from PowerPoint as one.")
    }
    let entries: [ZipArchive.Entry]
    do {
      entries = try ZipArchive.unpacked(bytes)
    } catch {
      throw PublishingError(.badTemplate, "The template cannot be read: \(error.message)")
    }
    files = Dictionary(entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    guard let list = files["[Content_Types].xml"].flatMap(MarkupReader.root) else {
      throw PublishingError(.badTemplate, "The template is no presentation.")
    }
    var types: [String: String] = [:]
    var defaults: [(ending: String, type: String)] = []
    for entry in list.children {
      guard let type = entry["ContentType"] else { continue }
      if let name = entry["PartName"] { types[String(name.dropFirst())] = type }
      if let ending = entry["Extension"] { defaults.append((ending, type)) }
    }
    self.types = types
    let needed = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
      ("xml", "application/xml"),
    ]
    for (ending, type) in needed where !defaults.contains(where: { $0.ending == ending }) {
      defaults.append((ending, type))
    }
    defaultTypes = defaults
  }

  /// The root element of a part.
  func markup(_ path: String) -> Markup? { files[path].flatMap(MarkupReader.root) }

  /// What a part refers to, addresses of the web aside; targets are paths.
  func relationships(of path: String) -> [PackagePart.Relationship] {
    guard let list = markup(PackagePart.relationshipsPath(of: path)) else { return [] }
    return list.children.compactMap { entry in
      guard let id = entry["Id"], let type = entry["Type"], let target = entry["Target"],
        entry["TargetMode"] != "External"
      else { return nil }
      return .init(
        id: id, type: String(type.split(separator: "/").last ?? ""),
        target: Self.resolved(target, from: path))
    }
  }

  /// The part of a path with its references as they are written.
  func part(_ path: String) -> PackagePart? {
    files[path].map { bytes in
      PackagePart(
        path, type: types[path] ?? "", bytes: bytes,
        relationships: files[PackagePart.relationshipsPath(of: path)])
    }
  }

  /// The path that a target written in a part means.
  private static func resolved(_ target: String, from path: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var steps = path.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case "..": _ = steps.popLast()
      case ".": break
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
