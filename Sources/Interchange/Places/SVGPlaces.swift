import Containers
import EcosystemModel

/// Reads our own SVG: what it carries along, with what somebody moved since in a program for drawings.
enum SVGPlaces {
  /// The id of the element that holds what a picture carries along.
  static let metadata = "ecomap-places"

  static func memory(in svg: [UInt8]) throws(DocumentError) -> PictureMemory {
    let root = try Markup.document(of: svg)
    guard root.name == "svg" else {
      throw .places("the root element is “\(root.name)”, not “svg”")
    }
    let carried = root.all("metadata").first { $0["id"] == metadata }
    guard let carried,
      var memory = MemoryText.value(PictureMemory.self, in: Array(carried.fullText.utf8))
    else {
      throw .places("this SVG carries no places along; draw it anew with this version of ecomap")
    }
    var drawn: [String: PictureMemory.Frame] = [:]
    collect(root, Transform(), &drawn)
    for position in memory.boxes.indices {
      let was = memory.boxes[position].frame
      guard let now = drawn[memory.boxes[position].key] else { continue }
      // What is drawn is rounded, and no smaller than its text; what is farther off was moved by somebody.
      let (dx, dy) = (
        now.x + now.width / 2 - was.x - was.width / 2,
        now.y + now.height / 2 - was.y - was.height / 2
      )
      let isMoved =
        abs(dx) + abs(dy) > 0.2
        || abs(now.width - was.width) + abs(now.height - was.height) > 3
      if isMoved { memory.boxes[position].frame = now }
    }
    return memory
  }

  /// A change of coordinates: *(x, y)* becomes *(a·x + c·y + e, b·x + d·y + f)*.
  private struct Transform {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (a * x + c * y + e, b * x + d * y + f)
    }

    /// First another change, then this one.
    func after(_ inner: Transform) -> Transform {
      Transform(
        a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b,
        c: a * inner.c + c * inner.d, d: b * inner.c + d * inner.d,
        e: a * inner.e + c * inner.f + e, f: b * inner.e + d * inner.f + f)
    }
  }

  /// Takes the frames of all boxes below an element.
  private static func collect(
    _ element: Markup, _ outer: Transform, _ drawn: inout [String: PictureMemory.Frame]
  ) {
    let inner = outer.after(transform(element["transform"]))
    let words = (element["class"] ?? "").split(separator: " ")
    if element.name == "g", words.first == "node", let id = element["id"] {
      var corners: [(x: Double, y: Double)] = []
      outline(element, outer, &corners)
      let (xs, ys) = (corners.map(\.x), corners.map(\.y))
      if let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() {
        drawn[id] = .init(x: left, y: top, width: right - left, height: bottom - top)
      }
      return
    }
    for child in element.children { collect(child, inner, &drawn) }
  }

  /// The corners of the first outline in an element.
  private static func outline(
    _ element: Markup, _ outer: Transform, _ corners: inout [(x: Double, y: Double)]
  ) {
    guard corners.isEmpty else { return }
    let inner = outer.after(transform(element["transform"]))
    func number(_ name: String) -> Double { element[name].flatMap(Double.init) ?? 0 }
    switch element.name {
    case "polygon", "path":
      corners = points(element["points"] ?? element["d"] ?? "").map { inner($0.x, $0.y) }
    case "ellipse":
      let (x, y, rx, ry) = (number("cx"), number("cy"), number("rx"), number("ry"))
      corners = [inner(x - rx, y - ry), inner(x + rx, y + ry)]
    case "rect":
      let (x, y) = (number("x"), number("y"))
      corners = [inner(x, y), inner(x + number("width"), y + number("height"))]
    default:
      for child in element.children { outline(child, inner, &corners) }
    }
  }

  /// The points of a list of coordinates or of a path; bends count by the points that pull them.
  private static func points(_ text: String) -> [(x: Double, y: Double)] {
    var found: [(x: Double, y: Double)] = []
    var (command, start) = (Character("L"), (x: 0.0, y: 0.0))
    var pending: [Double] = []
    var base = (x: 0.0, y: 0.0)
    for word in words(text) {
      if let letter = word.first, letter.isLetter {
        command = letter
        pending = []
        base = found.last ?? (0, 0)
        continue
      }
      guard let number = Double(word) else { continue }
      let origin = command.isLowercase ? base : (x: 0.0, y: 0.0)
      switch command {
      case "H", "h":
        found.append((origin.x + number, found.last?.y ?? 0))
        base = found[found.count - 1]
        continue
      case "V", "v":
        found.append((found.last?.x ?? 0, origin.y + number))
        base = found[found.count - 1]
        continue
      default: pending.append(number)
      }
      guard pending.count.isMultiple(of: 2) else { continue }
      found.append((origin.x + pending[pending.count - 2], origin.y + pending[pending.count - 1]))
      if found.count == 1 { start = found[0] }
      // In curves three points belong together, which are all told from where the curve begins.
      let isEnd = !["C", "c"].contains(command) || pending.count == 6
      if isEnd {
        base = found[found.count - 1]
        pending = []
      }
    }
    return found.isEmpty ? [] : found + [start]
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for character in text {
      let isNumber = character.isNumber || character == "."
      if character.isLetter, character != "e" {
        words.append(String(character))
        words.append("")
      } else if isNumber || character == "e" {
        if words.isEmpty { words.append("") }
        words[words.count - 1].append(character)
      } else if character == "-", words.last?.last == "e" {
        words[words.count - 1].append(character)
      } else {
        words.append(character == "-" ? "-" : "")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func transform(_ text: String?) -> Transform {
    guard let text else { return Transform() }
    var whole = Transform()
    for part in text.split(separator: ")") {
      let pieces = part.split(separator: "(")
      guard pieces.count == 2 else { continue }
      let numbers = pieces[1].split { $0 == " " || $0 == "," }.compactMap { Double($0) }
      switch (pieces[0].filter(\.isLetter), numbers.count) {
      case ("translate", 1): whole = whole.after(Transform(e: numbers[0]))
      case ("translate", 2): whole = whole.after(Transform(e: numbers[0], f: numbers[1]))
      case ("scale", 1): whole = whole.after(Transform(a: numbers[0], d: numbers[0]))
      case ("scale", 2): whole = whole.after(Transform(a: numbers[0], d: numbers[1]))
      case ("matrix", 6):
        whole = whole.after(
          Transform(
            a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4],
            f: numbers[5]))
      default: break
      }
    }
    return whole
  }
}
