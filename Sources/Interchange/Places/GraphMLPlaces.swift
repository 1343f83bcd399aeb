import Containers
import EcosystemModel

/// Reads where yEd has put the nodes of a GraphML file.
enum GraphMLPlaces {
  static func memory(in bytes: [UInt8]) throws(DocumentError) -> PictureMemory {
    let root = try Markup.document(of: bytes)
    guard root.name == "graphml" else {
      throw .places("the root element is “\(root.name)”, not “graphml”")
    }
    var memory = PictureMemory()
    for node in root.all("node") {
      guard let id = node["id"], let geometry = node.descendant("Geometry"),
        let x = number(geometry["x"]), let y = number(geometry["y"])
      else { continue }
      memory.boxes.append(
        .init(
          key: id, name: node.descendant("NodeLabel").map { $0.fullText.trimmed } ?? id,
          frame: .init(
            x: x, y: y, width: number(geometry["width"]) ?? 0,
            height: number(geometry["height"]) ?? 0), members: [id]))
    }
    memory.lines = root.all("edge").compactMap { edge in
      guard let from = edge["source"], let to = edge["target"] else { return nil }
      return .init(from: from, to: to)
    }
    return memory
  }

  private static func number(_ text: String?) -> Double? { text.flatMap(Double.init) }
}
