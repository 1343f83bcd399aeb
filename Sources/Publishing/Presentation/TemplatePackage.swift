import Containers
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
      throw PublishingError(.badTemplate, "The template cannot be read: \(error.reason).")
    }
    files = Dictionary(entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    guard let list = try Self.markup("[Content_Types].xml", in: files) else {
      throw PublishingError(
        .badTemplate,
        "The template is no presentation: it has no list of its parts, [Content_Types].xml.")
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

  /// The root element of a part, `nil` if there is no such part.
  ///
  /// - Throws: ``PublishingError`` where it is no XML, declares a document type or is nested too deeply.
  func markup(_ path: String) throws(PublishingError) -> Markup? {
    try Self.markup(path, in: files)
  }

  private static func markup(
    _ path: String, in files: [String: [UInt8]]
  ) throws(PublishingError) -> Markup? {
    guard let bytes = files[path] else { return nil }
    func refusal(_ line: Int, _ reason: String) -> PublishingError {
      PublishingError(
        .badTemplate,
        "The template cannot be read: in its part \(path), line \(line), \(reason). "
          + "Open it in PowerPoint and save it again.")
    }
    let text: [UInt8]
    do {
      text = try TextEncoding.utf8(bytes)
    } catch {
      throw refusal(error.line, error.message)
    }
    do {
      return try Markup.root(of: text, names: .written)
    } catch {
      throw refusal(error.position(in: text).line, error.message)
    }
  }

  /// What a part refers to, addresses of the web aside; targets are paths.
  func relationships(of path: String) throws(PublishingError) -> [PackagePart.Relationship] {
    guard let list = try markup(PackagePart.relationshipsPath(of: path)) else { return [] }
    return list.children.compactMap { entry in
      guard let id = entry["Id"], let type = entry["Type"], let target = entry["Target"],
        entry["TargetMode"] != "External"
      else { return nil }
      return .init(
        id: id, type: String(type.split(separator: "/").last ?? ""),
        target: Self.resolved(target, from: path))
    }
  }

  /// The part of a path as it is written, but without what it would load from elsewhere; `nil` if there is none.
  ///
  /// - Throws: ``PublishingError`` where it is XML that cannot be read.
  func part(_ path: String) throws(PublishingError) -> (part: PackagePart, leftOut: [String])? {
    guard var bytes = files[path] else { return nil }
    let type = types[path] ?? ""
    let isXML = type.hasSuffix("xml") || path.hasSuffix(".xml") || path.hasSuffix(".vml")
    var root = isXML ? try markup(path) : nil
    let listPath = PackagePart.relationshipsPath(of: path)
    guard var list = try markup(listPath) else {
      return (PackagePart(path, type: type, bytes: bytes), [])
    }
    var leftOut: [String] = []
    var ids: Set<String> = []
    list.children.removeAll { entry in
      // A link to click on loads nothing by itself.
      guard entry["TargetMode"] == "External", entry["Type"]?.hasSuffix("/hyperlink") != true
      else { return false }
      leftOut.append("\(entry["Target"] ?? "nothing") in \(path)")
      if let id = entry["Id"] { ids.insert(id) }
      return true
    }
    guard !leftOut.isEmpty else {
      return (PackagePart(path, type: type, bytes: bytes, relationships: files[listPath]), [])
    }
    if root?.dropReferences(to: ids) == true, let root { bytes = root.document }
    return (PackagePart(path, type: type, bytes: bytes, relationships: list.document), leftOut)
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

extension Markup {
  /// Takes out pictures and sounds that are only referred to by these ids, and says whether there were any.
  ///
  /// A picture goes as a whole; elsewhere, as in a background, the reference alone does.
  fileprivate mutating func dropReferences(to ids: Set<String>) -> Bool {
    let isReference = { (attribute: Attribute) in
      attribute.name.hasPrefix("r:") && ids.contains(attribute.value)
    }
    let before = (attributes.count, children.count)
    attributes.removeAll(where: isReference)
    children.removeAll { child in
      ["p:pic", "p:graphicFrame", "p:oleObj"].contains(child.name)
        && child.refers(where: isReference)
    }
    var isChanged = before != (attributes.count, children.count)
    for position in children.indices {
      let isInside = children[position].dropReferences(to: ids)
      isChanged = isChanged || isInside
    }
    return isChanged
  }

  private func refers(where isReference: (Attribute) -> Bool) -> Bool {
    attributes.contains(where: isReference) || children.contains { $0.refers(where: isReference) }
  }
}
