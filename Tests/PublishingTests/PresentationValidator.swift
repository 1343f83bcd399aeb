import Containers
import Foundation

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a presentation as PowerPoint would and lists everything that would make it ask for a repair, or leave something out.
///
/// An independent reading: the rules are those of ECMA-376 part 2 (packages) and part 1 (§19, §20), not what our writer happens to
/// do.
struct PresentationValidator {
  /// The faults, in the order in which they were met.
  private(set) var faults: [String] = []
  /// The parts by their paths.
  private(set) var parts: [String: Markup] = [:]
  /// The paths of the slides in the order in which they are shown.
  private(set) var slides: [String] = []
  private var bytes: [String: [UInt8]] = [:]
  private var contentTypes: [String: String] = [:]

  init(_ file: [UInt8]) {
    let entries: [ZipArchive.Entry]
    do {
      entries = try ZipArchive.unpacked(file)
    } catch {
      faults.append(error.reason)
      return
    }
    // Programs that read from a stream need the list of types first.
    if !file.dropFirst(30).starts(with: Array("[Content_Types].xml".utf8)) {
      faults.append("The first entry is not [Content_Types].xml.")
    }
    for entry in entries {
      if bytes.updateValue(entry.bytes, forKey: entry.name) != nil {
        faults.append("\(entry.name) is there twice.")
      }
      guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else { continue }
      guard let root = try? Markup.root(of: entry.bytes, names: .written) else {
        faults.append("\(entry.name) is not well-formed.")
        continue
      }
      parts[entry.name] = root
    }
    checkContentTypes()
    checkReferences()
    checkPresentation()
    for path in slides { checkSlide(path) }
  }

  private mutating func checkContentTypes() {
    var defaults: [String: String] = [:]
    for entry in parts["[Content_Types].xml"]?.children ?? [] {
      if let ending = entry["Extension"] { defaults[ending] = entry["ContentType"] }
      guard let name = entry["PartName"] else { continue }
      if bytes[String(name.dropFirst())] == nil {
        faults.append("\(name) has a type but is missing.")
      }
      if contentTypes.updateValue(entry["ContentType"] ?? "", forKey: name) != nil {
        faults.append("\(name) has two types.")
      }
    }
    for path in bytes.keys.sorted() where path != "[Content_Types].xml" {
      let ending = path.split(separator: ".").last.map(String.init) ?? ""
      if contentTypes["/" + path] == nil, defaults[ending] == nil {
        faults.append("\(path) has no type.")
      }
    }
  }

  /// What a part refers to, by the names of the references.
  func references(of path: String) -> [String: (type: String, target: String, isExternal: Bool)] {
    let list = parts[PackagePart.relationshipsPath(of: path)]?.children ?? []
    return Dictionary(
      list.compactMap { entry in
        guard let id = entry["Id"], let target = entry["Target"] else { return nil }
        let isExternal = entry["TargetMode"] == "External"
        return (
          id,
          (
            entry["Type"] ?? "", isExternal ? target : Self.resolved(target, from: path), isExternal
          )
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func resolved(_ target: String, from path: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var steps = path.split(separator: "/").dropLast()
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  /// Every reference has a target, every use a reference, every part somebody who refers to it.
  private mutating func checkReferences() {
    var reached: Set<String> = []
    var waiting = [""]
    while let path = waiting.popLast() {
      let list = PackagePart.relationshipsPath(of: path.isEmpty ? "x" : path)
      let names = path.isEmpty ? "_rels/.rels" : list
      let ids = (parts[names]?.children ?? []).compactMap { $0["Id"] }
      if Set(ids).count != ids.count { faults.append("\(names) names an id twice.") }
      let references = path.isEmpty ? rootReferences : self.references(of: path)
      for (id, reference) in references.sorted(by: { $0.key < $1.key }) {
        if reference.isExternal {
          if URL(string: reference.target)?.scheme == nil {
            faults.append("\(path) links to \(reference.target), which is no address.")
          }
        } else if bytes[reference.target] == nil {
          faults.append("\(path) \(id) refers to \(reference.target), which is missing.")
        } else if reached.insert(reference.target).inserted {
          waiting.append(reference.target)
        }
      }
      guard let root = parts[path] else { continue }
      for used in Self.usedReferences(in: root) where references[used] == nil {
        faults.append("\(path) uses \(used), which is not in its list.")
      }
    }
    for path in bytes.keys.sorted() where !reached.contains(path) {
      guard path != "[Content_Types].xml", !path.hasSuffix(".rels") else { continue }
      faults.append("Nothing refers to \(path).")
    }
  }

  private var rootReferences: [String: (type: String, target: String, isExternal: Bool)] {
    Dictionary(
      (parts["_rels/.rels"]?.children ?? []).map { entry in
        (entry["Id"] ?? "", (entry["Type"] ?? "", entry["Target"] ?? "", false))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func usedReferences(in element: Markup) -> [String] {
    element.attributes.filter { $0.name.hasPrefix("r:") }.map(\.value)
      + element.children.flatMap { usedReferences(in: $0) }
  }

  private mutating func checkPresentation() {
    let path = "ppt/presentation.xml"
    guard let root = parts[path] else {
      faults.append("There is no presentation.")
      return
    }
    if contentTypes["/" + path]?.hasSuffix("presentation.main+xml") != true {
      faults.append("The presentation has the type \(contentTypes["/" + path] ?? "of nothing").")
    }
    let references = self.references(of: path)
    let slideIDs = root.all("p:sldId").compactMap { $0["id"].flatMap { Int($0) } }
    if Set(slideIDs).count != slideIDs.count || slideIDs.contains(where: { $0 < 256 }) {
      faults.append("Ids of slides are not unique or below 256.")
    }
    let masters = root.all("p:sldMasterId").compactMap { $0["id"] }
    let layouts = parts.filter { $0.key.hasPrefix("ppt/slideMasters/slide") }
      .flatMap { $0.value.all("p:sldLayoutId").compactMap { $0["id"] } }
    if Set(masters + layouts).count != masters.count + layouts.count {
      faults.append("Ids of masters and layouts are not unique.")
    }
    slides = root.all("p:sldId").compactMap { $0["r:id"].flatMap { references[$0]?.target } }
    if slides.count != slideIDs.count { faults.append("A slide of the list is missing.") }
    let order = root.children.map(\.name)
    let wanted = [
      "p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz",
      "p:notesSz",
    ].filter(order.contains)
    if order.filter(wanted.contains) != wanted {
      faults.append("The presentation's lists are out of order.")
    }
  }

  private mutating func checkSlide(_ path: String) {
    guard let root = parts[path] else { return }
    let references = self.references(of: path).values
    func count(_ type: String) -> Int { references.count { $0.type.hasSuffix("/" + type) } }
    if count("slideLayout") != 1 { faults.append("\(path) has not one layout.") }
    if count("notesSlide") != 1 { faults.append("\(path) has no notes.") }
    let namings = root.all("p:cNvPr")
    let ids = namings.compactMap { $0["id"].flatMap { Int($0) } }
    if ids.count != namings.count || Set(ids).count != ids.count || ids.contains(where: { $0 < 1 })
    {
      faults.append("\(path): ids of shapes are missing or not unique.")
    }
    checkConnectors(root, path)
    checkWords(root, path)
    for element in ["a:off", "a:ext", "a:chOff", "a:chExt", "a:pt"].flatMap({ root.all($0) }) {
      for attribute in element.attributes where ["x", "y", "cx", "cy"].contains(attribute.name) {
        guard let value = Int(attribute.value) else {
          faults.append("\(path): \(attribute.value) is no whole number.")
          continue
        }
        if attribute.name.hasPrefix("c"), value < 0 { faults.append("\(path): a negative extent.") }
      }
    }
  }

  /// How many connection sites a preset shape has (ECMA-376, presetShapeDefinitions).
  private static let sites = ["rect": 4, "roundRect": 4, "ellipse": 8, "hexagon": 6]

  private mutating func checkConnectors(_ root: Markup, _ path: String) {
    var siteCounts: [String: Int] = [:]
    for shape in root.all("p:sp") {
      guard let id = shape.all("p:cNvPr").first?["id"] else { continue }
      siteCounts[id] = shape.all("a:prstGeom").first?["prst"].flatMap { Self.sites[$0] } ?? 0
    }
    for end in root.all("a:stCxn") + root.all("a:endCxn") {
      guard let id = end["id"], let site = end["idx"].flatMap({ Int($0) }),
        let count = siteCounts[id]
      else {
        faults.append("\(path): a connector is glued to a shape that is not there.")
        continue
      }
      if site < 0 || site >= count {
        faults.append("\(path): a connector is glued to site \(site) of a shape with \(count).")
      }
    }
  }

  /// Every shape has words for those who cannot see it; placeholders have their text.
  private mutating func checkWords(_ root: Markup, _ path: String) {
    for kind in ["p:sp", "p:cxnSp", "p:grpSp", "p:graphicFrame", "p:pic"] {
      for shape in root.all(kind) where shape.children.first?.all("p:ph").isEmpty ?? true {
        let naming = shape.children.first?.first("p:cNvPr")
        if naming?["descr"]?.isEmpty ?? true {
          faults.append("\(path): “\(naming?["name"] ?? "")” has no alternative text.")
        }
      }
    }
  }
}
