import Containers

/// The shapes of a slide, in the order in which they are drawn, those of groups among them.
struct SlideShapes {
  private(set) var all: [SlideShape] = []
  private let charts: [String: String]
  private let links: [String: String]?
  private var counts: [String: Int] = [:]

  /// Groups that are one thing.
  private static let units: Set<String> = ["Legend", "Scale"]

  /// - Parameters:
  ///   - tree: The element `p:spTree`.
  ///   - charts: The figures of charts, by the ids under which the slide knows them.
  ///   - links: Where the ids of links lead; `nil` if nobody asks.
  /// - Complexity: O(size of the slide).
  init(_ tree: Markup, charts: [String: String] = [:], links: [String: String]? = nil) {
    (self.charts, self.links) = (charts, links)
    walk(tree, [], .init())
    nameLines()
  }

  /// The shapes of the same slide once its markup was changed.
  func reread(from tree: Markup) -> SlideShapes {
    SlideShapes(tree, charts: charts, links: links)
  }

  /// The words of the slide's title, short enough for a message; `nil` if it has none.
  var title: String? {
    let shape = all.first { ["title", "ctrTitle"].contains($0.role ?? "") }
    return shape.map { SlideMerge.short($0.written.text) }
  }

  private mutating func walk(_ element: Markup, _ path: [Int], _ outer: SlideShape.Outer) {
    for (number, child) in element.children.enumerated() {
      let path = path + [number]
      switch child.name {
      case "p:sp", "p:cxnSp", "p:graphicFrame", "p:pic": add(child, path, outer)
      case "p:grpSp":
        if Self.units.contains(child.naming?["name"] ?? "") {
          add(child, path, outer)
        } else if let inner = Self.inner(child, outer) {
          walk(child, path, inner)
        }
      default: break
      }
    }
  }

  /// Where the coordinates of a group lie.
  static func inner(_ group: Markup, _ outer: SlideShape.Outer) -> SlideShape.Outer? {
    guard let transform = group.first("p:grpSpPr")?.first("a:xfrm"),
      let frame = transform.slideFrame(), let own = transform.slideFrame("a:chOff", "a:chExt"),
      own.width > 0, own.height > 0
    else { return outer }
    let (x, y) = (frame.width / own.width, frame.height / own.height)
    return .init(
      scaleX: outer.scaleX * x, scaleY: outer.scaleY * y,
      x: outer.x + (frame.x - own.x * x) * outer.scaleX,
      y: outer.y + (frame.y - own.y * y) * outer.scaleY)
  }

  private mutating func add(_ element: Markup, _ path: [Int], _ outer: SlideShape.Outer) {
    guard let naming = element.naming else { return }
    let name = naming["name"] ?? ""
    let role = element.descendant("p:nvPr")?.first("p:ph").map { $0["type"] ?? "body" }
    var written = WrittenShape(key: name, name: name)
    if let mark = name.ranges(of: SlideShape.keyMark).last {
      written.key = String(name[mark.upperBound...].prefix { !$0.isWhitespace })
    }
    if let role { written.key = "role:\(role)" }
    let own = element.transform?.slideFrame()
    written.place = own.map { outer.slide($0).list } ?? []
    written.tip = naming["descr"].map(Self.sum) ?? ""
    if let links, element.name != "p:grpSp" {
      written.link = naming.first("a:hlinkClick")?["r:id"].flatMap { links[$0] } ?? ""
    }
    let kind = read(element, into: &written)
    counts[written.key, default: 0] += 1
    if let count = counts[written.key], count > 1 { written.key += "/\(count)" }
    var shape = SlideShape(
      kind: kind, written: written, id: naming["id"].flatMap { Int($0) } ?? 0, path: path,
      outer: outer, role: role)
    let ends = element.descendant("p:cNvCxnSpPr")
    shape.from = ends?.first("a:stCxn")?["id"].flatMap { Int($0) }
    shape.to = ends?.first("a:endCxn")?["id"].flatMap { Int($0) }
    all.append(shape)
  }

  /// Reads words and looks, and says what sort of shape it is.
  private func read(_ element: Markup, into written: inout WrittenShape) -> SlideShape.Kind {
    let look = element.first("p:spPr")
    written.line = ShapeLook.line(of: look)
    switch element.name {
    case "p:cxnSp": return .line
    case "p:grpSp":
      written.text = element.all("p:txBody").map { ShapeText.text(of: $0) }.joined(separator: "\n")
      written.fill = element.all("p:spPr").map { ShapeLook.fill(of: $0) }.joined(separator: ";")
      return .unit
    case "p:graphicFrame":
      if let table = element.descendant("a:tbl") {
        written.text = ShapeText.text(ofTable: table)
        return .table
      }
      written.text = element.descendant("c:chart")?["r:id"].flatMap { charts[$0] } ?? ""
      return .chart
    case "p:pic": return .other
    default:
      written.fill = ShapeLook.fill(of: look)
      written.form = look?.first("a:prstGeom")?["prst"] ?? ""
      if let body = element.first("p:txBody") {
        written.text = ShapeText.text(of: body)
        written.ink = ShapeLook.ink(of: body)
        written.letters = Self.sum(ShapeLook.letters(of: body))
      }
      return written.name.hasPrefix(SlideShape.lineMark) ? .line : .shape
    }
  }

  /// Lines that are glued to shapes with keys are known by these.
  private mutating func nameLines() {
    var keys: [Int: String] = [:]
    for shape in all where shape.isKeyed { keys[shape.id] = shape.key }
    var counts: [String: Int] = [:]
    for position in all.indices {
      guard let from = all[position].from.flatMap({ keys[$0] }),
        let to = all[position].to.flatMap({ keys[$0] })
      else { continue }
      let key = "line:\(from)→\(to)"
      counts[key, default: 0] += 1
      let count = counts[key] ?? 1
      all[position].written.key = count > 1 ? "\(key)/\(count)" : key
    }
  }

  /// A checksum of words.
  static func sum(_ text: String) -> String {
    var sum = Checksum()
    sum.feed(text.utf8)
    return sum.digits
  }
}

extension SlideShape.Outer {
  /// A rectangle of the group on the slide.
  func slide(_ frame: SlideFrame) -> SlideFrame {
    .init(
      x: frame.x * scaleX + x, y: frame.y * scaleY + y, width: frame.width * scaleX,
      height: frame.height * scaleY)
  }

  /// A rectangle of the slide in the coordinates of the group.
  func own(_ frame: SlideFrame) -> SlideFrame {
    .init(
      x: (frame.x - x) / scaleX, y: (frame.y - y) / scaleY, width: frame.width / scaleX,
      height: frame.height / scaleY)
  }
}

extension Markup {
  /// The element that has the id, the name and the alternative text of a shape.
  var naming: Markup? { children.first { $0.name.hasPrefix("p:nv") }?.first("p:cNvPr") }

  /// The element that says where a shape stands.
  var transform: Markup? {
    first("p:spPr")?.first("a:xfrm") ?? first("p:grpSpPr")?.first("a:xfrm") ?? first("p:xfrm")
  }

  /// The rectangle that a transform tells.
  func slideFrame(_ offset: String = "a:off", _ extent: String = "a:ext") -> SlideFrame? {
    guard let off = first(offset), let ext = first(extent),
      let x = off["x"].flatMap(Double.init), let y = off["y"].flatMap(Double.init),
      let width = ext["cx"].flatMap(Double.init), let height = ext["cy"].flatMap(Double.init)
    else { return nil }
    return .init(x: x, y: y, width: width, height: height)
  }
}
