import Containers
import EcosystemModel

/// Reads the slides of our own presentations: what they carry along, with what somebody moved since.
///
/// A shape is known by the key at the end of its name, since other programs drop what they do not know and number shapes anew.
enum SlidePlaces {
  /// Points of a slide for each of its units.
  private static let unit = 12_700.0

  static func pictures(in bytes: [UInt8]) throws(DocumentError) -> [KeptPicture] {
    do throws(ZipFault) {
      var archive = try ZipArchive(bytes)
      var pictures: [KeptPicture] = []
      let names = archive.names.filter {
        $0.hasPrefix("ppt/slides/slide") && $0.hasSuffix(".xml")
      }
      for name in names.sorted(by: { number($0) < number($1) }) {
        guard let slide = try archive.bytes(of: name).flatMap({ try? Markup.document(of: $0) })
        else { continue }
        let links = "ppt/slides/_rels/" + name.dropFirst("ppt/slides/".count) + ".rels"
        let references = try archive.bytes(of: links).flatMap { try? Markup.document(of: $0) }
        var carried: Carried?
        var written: Written?
        for reference in references?.children(named: "Relationship") ?? [] {
          guard reference["Type"]?.hasSuffix("/customXml") ?? false,
            let target = reference["Target"],
            let part = try archive.bytes(of: path(target)).flatMap({ try? Markup.document(of: $0) }
            )
          else { continue }
          let text = Array(part.fullText.utf8)
          switch part.name {
          case "places": carried = MemoryText.value(Carried.self, in: text)
          case "written": written = MemoryText.value(Written.self, in: text)
          default: break
          }
        }
        guard var picture = picture(of: slide, carried) else { continue }
        (picture.name, picture.asked) = (written?.key, written?.asked)
        picture.part = name
        pictures.append(picture)
      }
      return pictures
    } catch {
      throw .places("it cannot be read as a presentation: \(error.reason)")
    }
  }

  /// What a slide carries along: the picture, and where its points lie on the slide.
  private struct Carried: Decodable {
    var memory: PictureMemory
    var scale, x, y: Double
  }

  /// Which slide it is among those that were written with it.
  private struct Written: Decodable {
    var key, asked: String
  }

  private static func number(_ name: String) -> Int { Int(name.filter(\.isNumber)) ?? 0 }

  private static func path(_ target: String) -> String {
    target.hasPrefix("/")
      ? String(target.dropFirst()) : "customXml/" + (target.split(separator: "/").last ?? "")
  }

  private static func picture(of slide: Markup, _ carried: Carried?) -> KeptPicture? {
    var shapes: [String: (name: String, frame: PictureMemory.Frame)] = [:]
    for tree in slide.all("spTree") { collect(tree, Placement(), &shapes) }
    guard let carried else {
      var memory = PictureMemory()
      memory.boxes = shapes.keys.sorted().compactMap { key in
        shapes[key].map { .init(key: key, name: $0.name, frame: $0.frame) }
      }
      return memory.boxes.isEmpty ? nil : KeptPicture(memory: memory)
    }
    var memory = carried.memory
    for position in memory.boxes.indices {
      guard let shape = shapes[memory.boxes[position].key] else { continue }
      let now = PictureMemory.Frame(
        x: (shape.frame.x - carried.x) / carried.scale,
        y: (shape.frame.y - carried.y) / carried.scale, width: shape.frame.width / carried.scale,
        height: shape.frame.height / carried.scale)
      let was = memory.boxes[position].frame
      let change = [now.x - was.x, now.y - was.y, now.width - was.width, now.height - was.height]
      if change.contains(where: { abs($0) > 0.1 }) { memory.boxes[position].frame = now }
    }
    return KeptPicture(memory: memory)
  }

  /// Where the shapes of a group lie: its own coordinates, and those around it.
  private struct Placement {
    var scale = (x: 1.0, y: 1.0)
    var shift = (x: 0.0, y: 0.0)

    func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (x * scale.x + shift.x, y * scale.y + shift.y)
    }
  }

  private static func collect(
    _ element: Markup, _ placement: Placement,
    _ shapes: inout [String: (name: String, frame: PictureMemory.Frame)]
  ) {
    for child in element.children {
      switch child.name {
      case "grpSp":
        guard let transform = child.first("grpSpPr")?.first("xfrm"), let outer = frame(transform),
          let inner = frame(transform, "chOff", "chExt"), inner.width > 0, inner.height > 0
        else { continue }
        let scale = (x: outer.width / inner.width, y: outer.height / inner.height)
        let corner = placement(outer.x - inner.x * scale.x, outer.y - inner.y * scale.y)
        collect(
          child,
          Placement(
            scale: (placement.scale.x * scale.x, placement.scale.y * scale.y), shift: corner),
          &shapes)
      case "sp":
        guard let name = child.first("nvSpPr")?.first("cNvPr")?["name"],
          let mark = name.ranges(of: keyMark).last,
          let own = child.first("spPr")?.first("xfrm").flatMap({ frame($0) })
        else { continue }
        let corner = placement(own.x, own.y)
        let key = name[mark.upperBound...].prefix { !$0.isWhitespace }
        // Of copies the first is the one.
        guard shapes[String(key)] == nil else { continue }
        shapes[String(key)] = (
          String(name[..<mark.lowerBound]),
          .init(
            x: corner.x / unit, y: corner.y / unit, width: own.width * placement.scale.x / unit,
            height: own.height * placement.scale.y / unit)
        )
      default: break
      }
    }
  }

  /// What stands before the key in the name of a shape.
  private static let keyMark = " #"

  private static func frame(
    _ transform: Markup, _ offset: String = "off", _ extent: String = "ext"
  ) -> PictureMemory.Frame? {
    guard let off = transform.first(offset), let ext = transform.first(extent),
      let x = off["x"].flatMap(Double.init), let y = off["y"].flatMap(Double.init),
      let width = ext["cx"].flatMap(Double.init), let height = ext["cy"].flatMap(Double.init)
    else { return nil }
    return .init(x: x, y: y, width: width, height: height)
  }
}
