import Containers
import EcosystemModel

/// Reads where draw.io has put boxes, page by page.
enum DrawIOPlaces {
  static func pictures(in bytes: [UInt8]) throws(DocumentError) -> [KeptPicture] {
    let root = try Markup.document(of: bytes)
    let pages = root.all("diagram")
    guard !pages.isEmpty else {
      guard let model = root.all("mxGraphModel").first else {
        throw .places("the root element is “\(root.name)”, not a drawing of draw.io")
      }
      return [KeptPicture(memory: memory(of: model))]
    }
    return try pages.map { page throws(DocumentError) in
      guard let model = page.all("mxGraphModel").first else {
        throw .places(
          "the drawing is compressed; in draw.io choose File, Properties, take the tick off “Compressed”, and save"
        )
      }
      return KeptPicture(name: pages.count > 1 ? page["name"] : nil, memory: memory(of: model))
    }
  }

  private static func memory(of model: Markup) -> PictureMemory {
    var memory = PictureMemory()
    var frames: [String: PictureMemory.Frame] = [:]
    // Text with fields of its own stands in an element around the cell.
    let wrapped = (model.all("object") + model.all("UserObject")).flatMap { outer in
      outer.children(named: "mxCell").map { (outer["id"], outer["label"], $0) }
    }
    let ids = Set(wrapped.compactMap(\.0))
    let bare = model.all("mxCell").filter { $0["id"].map { !ids.contains($0) } ?? false }
      .map { ($0["id"], $0["value"], $0) }
    for (id, label, cell) in wrapped + bare {
      guard let id, cell["vertex"] == "1", let geometry = cell.first("mxGeometry") else { continue }
      func number(_ name: String) -> Double { geometry[name].flatMap(Double.init) ?? 0 }
      var frame = PictureMemory.Frame(
        x: number("x"), y: number("y"), width: number("width"), height: number("height"))
      // Those in a container are told from its corner.
      if let outer = cell["parent"].flatMap({ frames[$0] }) {
        frame.x += outer.x
        frame.y += outer.y
      }
      frames[id] = frame
      memory.boxes.append(.init(key: id, name: plain(label ?? ""), frame: frame))
    }
    for (_, _, cell) in wrapped + bare where cell["edge"] == "1" {
      guard let from = cell["source"], let to = cell["target"] else { continue }
      memory.lines.append(.init(from: from, to: to))
    }
    return memory
  }

  /// A label without its markup.
  private static func plain(_ label: String) -> String {
    var text = ""
    var isTag = false
    for character in label.replacing("&nbsp;", with: " ").replacing("<br>", with: " ") {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    for (escaped, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(escaped, with: character)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
