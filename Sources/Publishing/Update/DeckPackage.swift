import Containers

/// A presentation that people worked on, opened so that some of its parts can be changed while the others stay as they are.
struct DeckPackage {
  /// What a part refers to.
  struct Reference: Hashable {
    var id: String
    /// The last word of the type's address.
    var type: String
    /// The path of the part, or an address.
    var target: String
    var isExternal: Bool
  }

  private let bytes: [UInt8]
  private var files: [String: [UInt8]]
  private var order: [String]
  /// The names of the parts that differ from those that were read.
  private var changed: Set<String> = []
  private let standing: DeckSeal.Standing
  /// What was asked for, as its properties tell.
  let asked: String?

  static let root = "ppt/presentation.xml"
  private static let types = "[Content_Types].xml"

  /// - Throws: ``PublishingError`` with code `badDeck` where the bytes are no presentation.
  init(_ bytes: [UInt8]) throws(PublishingError) {
    self.bytes = bytes
    let entries: [ZipArchive.Entry]
    do {
      entries = try ZipArchive.unpacked(bytes)
    } catch {
      throw .badDeck("it cannot be read: \(error.reason)")
    }
    files = Dictionary(entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    order = entries.map(\.name)
    standing = DeckSeal.standing(of: entries)
    asked = DeckSeal.asked(in: entries)
    guard let list = try markup(Self.types), try markup(Self.root)?.name == "p:presentation" else {
      throw .badDeck("it is no presentation; save it from PowerPoint as .pptx")
    }
    let type = list.children.first { $0["PartName"] == "/" + Self.root }?["ContentType"] ?? ""
    guard !type.contains("template") else {
      throw .badDeck("it is a template, from which presentations are made; name a presentation")
    }
  }

  /// The root element of a part, `nil` if there is no such part.
  func markup(_ path: String) throws(PublishingError) -> Markup? {
    guard let bytes = files[path] else { return nil }
    do {
      return try Markup.root(of: TextEncoding.utf8(bytes), names: .written)
    } catch {
      throw .badDeck("its part \(path) is damaged")
    }
  }

  func contains(_ path: String) -> Bool { files[path] != nil }

  /// Gives a part these bytes, or adds it behind the others.
  mutating func write(_ bytes: [UInt8], to path: String) {
    guard files[path] != bytes else { return }
    if files[path] == nil { order.append(path) }
    files[path] = bytes
    changed.insert(path)
  }

  /// Adds a part of a type.
  mutating func add(_ part: PackagePart) throws(PublishingError) {
    write(part.bytes, to: part.path)
    if let list = part.relationships {
      write(list, to: PackagePart.relationshipsPath(of: part.path))
    }
    guard var types = try markup(Self.types), !part.type.isEmpty,
      !types.children.contains(where: { $0["PartName"] == "/" + part.path })
    else { return }
    types.children.append(
      Markup("Override", ["PartName": "/" + part.path, "ContentType": part.type]))
    write(types.document, to: Self.types)
  }

  /// A path like `ppt/slides/slide7.xml` that no part has.
  func freePath(_ stem: String, _ ending: String) -> String {
    var number = 1
    while files["\(stem)\(number).\(ending)"] != nil { number += 1 }
    return "\(stem)\(number).\(ending)"
  }

  /// What a part refers to.
  func references(of path: String) throws(PublishingError) -> [Reference] {
    guard let list = try markup(PackagePart.relationshipsPath(of: path)) else { return [] }
    return list.children.compactMap { entry in
      guard let id = entry["Id"], let target = entry["Target"] else { return nil }
      let isExternal = entry["TargetMode"] == "External"
      return Reference(
        id: id, type: String(entry["Type"]?.split(separator: "/").last ?? ""),
        target: isExternal ? target : Self.resolved(target, from: path), isExternal: isExternal)
    }
  }

  /// Lets a part refer to another one, or to an address.
  ///
  /// - Returns: The id by which it knows it.
  mutating func refer(
    _ path: String, to target: String, type: String, isExternal: Bool = false
  ) throws(PublishingError) -> String {
    let known = try references(of: path)
    if let same = known.first(where: { $0.target == target && $0.type == type }) { return same.id }
    let ids = Set(known.map(\.id))
    var number = 1
    while ids.contains("rId\(number)") { number += 1 }
    let listPath = PackagePart.relationshipsPath(of: path)
    var list = try markup(listPath) ?? PackagePart.list([])
    let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
    list.children +=
      PackagePart.list([
        .init(
          id: "rId\(number)", type: type, target: isExternal ? target : up + target,
          isExternal: isExternal)
      ]).children
    write(list.document, to: listPath)
    return "rId\(number)"
  }

  /// The paths of the slides, in their order.
  func slides() throws(PublishingError) -> [String] {
    let targets = Dictionary(
      try references(of: Self.root).map { ($0.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    let list = try markup(Self.root)?.first("p:sldIdLst")?.children ?? []
    return list.compactMap { $0["r:id"].flatMap { targets[$0] } }.filter { files[$0] != nil }
  }

  /// The colours of the theme by their names in slides.
  func colours() throws(PublishingError) -> DeckColours {
    var colours = DeckColours()
    guard let master = try references(of: Self.root).first(where: { $0.type == "slideMaster" }),
      let theme = try references(of: master.target).first(where: { $0.type == "theme" }),
      let scheme = try markup(theme.target)?.descendant("a:clrScheme")
    else { return colours }
    for colour in scheme.children {
      let value = colour.children.first.flatMap { $0["lastClr"] ?? $0["val"] }
      colours.named[String(colour.name.dropFirst(2))] = value
    }
    for pair in try markup(master.target)?.first("p:clrMap")?.attributes ?? [] {
      if let value = colours.named[pair.value] { colours.named[pair.name] = value }
    }
    return colours
  }

  /// Whether anything differs from what was read.
  var isChanged: Bool { !changed.isEmpty }

  /// The bytes of the file, in which parts that did not change are those that were read.
  func document() throws(PublishingError) -> [UInt8] {
    var parts = order.filter { changed.contains($0) }
      .map { ZipArchive.Entry(name: $0, bytes: files[$0] ?? []) }
    guard !parts.isEmpty else { return bytes }
    if standing == .untouched {
      // Nobody but us changed it, which it still says.
      let all = order.map { ZipArchive.Entry(name: $0, bytes: files[$0] ?? []) }
      parts.append(.init(name: DeckSeal.path, bytes: DeckSeal.document(over: all, asked: asked)))
    }
    do {
      return try ZipArchive.edited(bytes, with: parts)
    } catch {
      throw PublishingError(.packingFailed, "The presentation cannot be made: \(error.reason).")
    }
  }

  /// The path that a target written in a part means.
  private static func resolved(_ target: String, from path: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var steps = path.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}

extension PublishingError {
  /// A fault of a presentation that is to be updated, in words that go on from its name.
  static func badDeck(_ reason: String) -> PublishingError {
    PublishingError(.badDeck, reason)
  }
}
