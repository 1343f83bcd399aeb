import EcosystemModel

/// Reads the places of a DOT file: the attribute `pos` of nodes, in points, *y* upwards.
enum DOTPlaces {
  static func memory(
    in text: [UInt8], _ dot: DOTStructure?
  ) throws(DocumentError) -> PictureMemory {
    guard let dot else {
      throw .places("this is DOT, which Graphviz reads, and no Graphviz was passed to the reader")
    }
    let structure: [UInt8]
    do {
      structure = try dot(String(decoding: text, as: UTF8.self))
    } catch {
      throw DocumentError(
        rule: "exchange.dot", message: error.message, line: error.line, column: nil)
    }
    let root = entries(try JSONReader.document(in: structure))
    var memory = PictureMemory()
    for element in list(root["nodes"]) {
      let node = entries(element)
      let fields = entries(node["attributes"])
      let id = word(node["id"])
      let places = word(fields["pos"]).split { $0 == "," || $0 == "!" }.compactMap { Double($0) }
      guard places.count >= 2 else { continue }
      let width = (Double(word(fields["width"])) ?? 0) * 72
      let height = (Double(word(fields["height"])) ?? 0) * 72
      if word(fields["style"]) == "invis" {
        // Ours has points in the corners of the sheet.
        (memory.width, memory.height) = (
          max(memory.width ?? 0, places[0]), max(memory.height ?? 0, -places[1])
        )
        continue
      }
      let tooltip = word(fields["tooltip"]).replacing("\\n", with: "\n")
      let name = tooltip.split(separator: "\n").first.map(String.init) ?? word(fields["label"])
      memory.boxes.append(
        .init(
          key: id, name: name,
          frame: .init(
            x: places[0] - width / 2, y: -places[1] - height / 2, width: width, height: height),
          members: [id]))
    }
    memory.lines = list(root["edges"]).map { element in
      let edge = entries(element)
      return .init(from: word(edge["tail"]), to: word(edge["head"]))
    }
    return memory
  }

  private static func entries(_ node: DocumentNode?) -> [String: DocumentNode] {
    guard case .object(let entries) = node?.content else { return [:] }
    return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func list(_ node: DocumentNode?) -> [DocumentNode] {
    guard case .list(let elements) = node?.content else { return [] }
    return elements
  }

  private static func word(_ node: DocumentNode?) -> String {
    guard case .scalar(let text) = node?.content else { return "" }
    return text
  }
}
