import Cartography
import Containers
import EcosystemModel
import GraphvizKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension SlideMerge {
  /// Leads lines anew whose ends do not stand where the lines still lead.
  mutating func leadLines() {
    findStale()
    guard !loose.isEmpty else { return }
    let boxes = now.indices.filter {
      now[$0].kind == .shape && now[$0].frame != nil && now[$0].isKeyed
    }
    let byID = Dictionary(
      now.indices.map { (now[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let search = ElbowSearch(boxes: boxes.compactMap { now[$0].points })
    for line in now.indices where now[line].kind == .line && loose.contains(now[line].key) {
      guard let from = now[line].from.flatMap({ byID[$0] }),
        let to = now[line].to.flatMap({ byID[$0] }), from != to,
        !removed.contains(now[line].path)
      else { continue }
      if takeDrawn(line, from, to) { continue }
      lead(line, from, to, boxes, search)
    }
  }

  /// Lines whose shapes people moved in a program that let the lines be: their ends are not where they are glued.
  private mutating func findStale() {
    var followed = 0
    for line in now where line.kind == .line && !loose.contains(line.key) {
      guard let ends = ends(of: line), !removed.contains(line.path) else { continue }
      let naming = tree[line.path].descendant("p:cNvCxnSpPr")
      let glued = [("a:stCxn", line.from, ends.start), ("a:endCxn", line.to, ends.end)]
      let isOff = glued.contains { name, id, point in
        guard let shape = now.first(where: { $0.id == id }), shape.isKeyed,
          tree[shape.path].transform?["rot"] == nil, let sites = sites(of: shape),
          let site = naming?.first(name)?["idx"].flatMap({ Int($0) }), site < sites.count
        else { return false }
        let place = sites[site].place
        return abs(place.x - point.x) > 1.5 || abs(place.y - point.y) > 1.5
      }
      guard isOff else { continue }
      loose.insert(line.key)
      followed += 1
    }
    if followed > 0 {
      record.changed.append("\(Phrase.count(followed, "line")) to what people moved")
    }
  }

  /// Where a connector begins and ends, in points; `nil` where it says nowhere.
  private func ends(
    of line: SlideShape
  ) -> (start: LaidOutDiagram.Point, end: LaidOutDiagram.Point)? {
    guard let transform = tree[line.path].transform, let frame = line.points,
      tree[line.path].name == "p:cxnSp"
    else { return nil }
    let turn = (transform["rot"].flatMap(Double.init) ?? 0) / 60_000 * .pi / 180
    func side(_ flip: String) -> Double {
      ["1", "true"].contains(transform[flip] ?? "") ? -0.5 : 0.5
    }
    let half = (x: frame.width * side("flipH"), y: frame.height * side("flipV"))
    func point(_ sign: Double) -> LaidOutDiagram.Point {
      let (x, y) = (half.x * sign, half.y * sign)
      return .init(
        x: frame.x + frame.width / 2 + x * cos(turn) - y * sin(turn),
        y: frame.y + frame.height / 2 + x * sin(turn) + y * cos(turn))
    }
    return (point(-1), point(1))
  }

  /// Takes the run of a line in the new picture, if its ends stand there as they do here.
  private mutating func takeDrawn(_ line: Int, _ from: Int, _ to: Int) -> Bool {
    guard alignment.isNone, now[line].outer == .init(), let new = fresh[now[line].key],
      [from, to].allSatisfy({ end in
        guard let drawn = fresh[now[end].key]?.frame, let here = now[end].frame else {
          return false
        }
        return drawn.stands(where: here, within: 2_000) && drawn.isAsLarge(as: here, within: 2_000)
      })
    else { return false }
    let drawn = sources.tree[new.path]
    tree[now[line].path].take({ $0.name == "a:xfrm" }, from: drawn)
    tree[now[line].path].take({ $0.name == "a:prstGeom" }, from: drawn)
    let sites = drawn.descendant("p:cNvCxnSpPr")
    tree[now[line].path].glue(
      at: sites?.first("a:stCxn")?["idx"], sites?.first("a:endCxn")?["idx"])
    keep(line)
    return true
  }

  /// Leads a line through the free room between the shapes on the slide.
  private mutating func lead(
    _ line: Int, _ from: Int, _ to: Int, _ boxes: [Int], _ search: ElbowSearch
  ) {
    guard let start = sites(of: now[from]), let end = sites(of: now[to]) else { return }
    let frames = boxes.compactMap { now[$0].points }
    let ends = (boxes.firstIndex(of: from) ?? -1, boxes.firstIndex(of: to) ?? -1)
    let isBent = tree[now[line].path].descendant("a:prstGeom")?["prst"]?.hasPrefix("bent") ?? false
    let straight = start.flatMap { a in end.map { GluedLines.Line(from: a, to: $0) } }
      .map { (cost: Self.cost(of: $0, frames, ends), line: $0) }
      .min { $0.cost < $1.cost }
    let bent =
      isBent || straight.map { $0.cost > 1e5 } ?? true
      ? search.line(start, end, besides: ends) : nil
    guard let chosen = bent ?? straight?.line else { return }
    let elbow = Elbow(chosen.points)
    var transform = elbow.transform
    if let own = transform.slideFrame() {
      let inside = now[line].outer.own(own)
      transform.change("a:off") {
        ($0["x"], $0["y"]) = ("\(Int(inside.x.rounded()))", "\(Int(inside.y.rounded()))")
      }
      transform.change("a:ext") {
        ($0["cx"], $0["cy"]) = (
          "\(Int(inside.width.rounded()))", "\(Int(inside.height.rounded()))"
        )
      }
    }
    let shape = Markup("p:cxnSp", [:], [Markup("p:spPr", [:], [transform, elbow.geometry])])
    tree[now[line].path].take({ $0.name == "a:xfrm" }, from: shape)
    tree[now[line].path].take({ $0.name == "a:prstGeom" }, from: shape)
    tree[now[line].path].glue(at: "\(chosen.from.index)", "\(chosen.to.index)")
    keep(line)
  }

  /// Keeps in mind where a line runs now, and lets its label follow.
  private mutating func keep(_ line: Int) {
    guard let frame = tree[now[line].path].transform?.slideFrame() else { return }
    let before = now[line].frame
    now[line].frame = now[line].outer.slide(frame)
    minds[now[line].key]?.place = now[line].written.place
    let name = now[line].title
    guard let label = now.firstIndex(where: { $0.written.name == SlideShape.labelMark + name }),
      let was = base[now[label].key].flatMap({ SlideFrame($0.place) }),
      var place = now[label].frame,
      place.stands(where: was, within: 2_000), let before, let here = now[line].frame
    else { return }
    place.x += here.middleX - before.middleX
    place.y += here.middleY - before.middleY
    guard !place.stands(where: was, within: 2_000) else { return }
    now[label].frame = place
    minds[now[label].key]?.place = place.list
    tree[now[label].path].move(to: now[label].outer.own(place))
  }

  /// The places on the outline of a shape that lines are glued to; `nil` where it stands nowhere.
  private func sites(of shape: SlideShape) -> [ConnectionSite]? {
    guard let frame = shape.points else { return nil }
    let form: Diagram.Shape =
      switch tree[shape.path].first("p:spPr")?.first("a:prstGeom")?["prst"] {
      case "ellipse": .ellipse
      case "hexagon": .hexagon
      default: .rectangle
      }
    return ConnectionSite.all(on: form, frame)
  }

  /// How little a straight line is wanted: its length, and a lot for each shape that it runs over or leaves through its own.
  private static func cost(
    of line: GluedLines.Line, _ frames: [LaidOutDiagram.Rectangle], _ ends: (Int, Int)
  ) -> Double {
    let (dx, dy) = (line.to.place.x - line.from.place.x, line.to.place.y - line.from.place.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let run = Polyline(points: line.points)
    let crossed = frames.indices.count {
      $0 != ends.0 && $0 != ends.1 && run.enters(frames[$0])
    }
    let leaves = dx * line.from.outward.x + dy * line.from.outward.y
    let meets = -(dx * line.to.outward.x + dy * line.to.outward.y)
    let inside = [leaves, meets].count { $0 < 0 }
    return length + 1e5 * Double(crossed) + 1e4 * Double(inside)
  }
}

extension SlideShape {
  /// Where it stands, in points.
  var points: LaidOutDiagram.Rectangle? {
    frame.map {
      .init(
        x: $0.x / 12_700, y: $0.y / 12_700, width: $0.width / 12_700, height: $0.height / 12_700)
    }
  }
}

extension Markup {
  /// Glues a connector to other sites of its shapes.
  fileprivate mutating func glue(at from: String?, _ to: String?) {
    change("p:nvCxnSpPr") { naming in
      naming.change("p:cNvCxnSpPr") { ends in
        if let from { ends.change("a:stCxn") { $0["idx"] = from } }
        if let to { ends.change("a:endCxn") { $0["idx"] = to } }
      }
    }
  }
}
