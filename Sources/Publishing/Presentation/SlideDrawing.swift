import Containers
import Cartography
import GraphvizKit

/// Where a click on a shape or a text leads.
enum LinkTarget: Hashable, Sendable {
  /// A page of the web, or mail.
  case web(String)
  /// Another slide of the same presentation, by its key.
  case slide(String)

  /// What slides take down of it, to tell later whether people or data changed it.
  var words: String {
    switch self {
    case .web(let address): address.addressEscaped
    case .slide(let key): Self.words(ofSlide: key)
    }
  }

  /// The same for a slide of a key.
  static func words(ofSlide key: String) -> String { "slide \(key)" }
}

/// The shapes of one slide in the making: gives out the ids and collects what the shapes refer to.
struct SlideDrawing {
  /// One reference from the slide to something else.
  struct Reference: Hashable, Sendable {
    let id: String
    let target: LinkTarget
  }

  let palette: ThemePalette
  /// The size of letters, where the measured ones are 1.
  let letterScale: Double
  private(set) var shapes: [Markup] = []
  private(set) var references: [Reference] = []
  /// The charts that frames on the slide show.
  private(set) var charts: [NativeChart] = []
  /// The shape tree itself has the id 1.
  private var lastID = 1

  init(palette: ThemePalette, letterScale: Double) {
    self.palette = palette
    self.letterScale = letterScale
  }

  /// Where its links lead in words, by the ids under which the slide knows them.
  var linkWords: [String: String] {
    Dictionary(references.map { ($0.id, $0.target.words) }) { first, _ in first }
  }

  /// A number that no other shape of the slide has.
  mutating func makeID() -> Int {
    lastID += 1
    return lastID
  }

  mutating func append(_ shape: Markup) { shapes.append(shape) }

  /// The id by which the slide knows its chart of a number, from 0.
  static func chartReference(_ number: Int) -> String { "rIdChart\(number + 1)" }

  /// Adds a chart in a frame.
  mutating func append(
    _ chart: NativeChart, in frame: LaidOutDiagram.Rectangle, description: String
  ) {
    let reference = Self.chartReference(charts.count)
    charts.append(chart)
    append(
      NativeChart.frame(frame, reference: reference, description: description, on: &self))
  }

  /// The id, name and alternative text of a shape.
  mutating func naming(
    _ id: Int, _ name: String, description: String? = nil, link: LinkTarget? = nil
  ) -> Markup {
    var naming = Markup(
      "p:cNvPr",
      [
        "id": id, "name": Self.shortened(name, to: 120),
        "descr": description.map { Self.shortened($0, to: 2_000) },
      ])
    if let link { naming.children.append(click(link)) }
    return naming
  }

  /// What happens on a click.
  mutating func click(_ target: LinkTarget) -> Markup {
    let reference =
      references.first { $0.target == target }
      // The first two are the slide's layout and its notes.
      ?? Reference(id: "rId\(references.count + 3)", target: target)
    if !references.contains(reference) { references.append(reference) }
    switch target {
    case .web: return Markup("a:hlinkClick", ["r:id": reference.id])
    case .slide:
      return Markup(
        "a:hlinkClick", ["r:id": reference.id, "action": "ppaction://hlinksldjump"])
    }
  }

  /// The text, cut with a sign where it is longer than programs read out.
  private static func shortened(_ text: String, to length: Int) -> String {
    text.count > length ? text.prefix(length - 1) + "…" : text
  }
}

// The parts that every kind of shape is made of.
extension SlideDrawing {
  /// Place and extent on the slide, in points.
  static func transform(
    _ frame: LaidOutDiagram.Rectangle, isMirroredX: Bool = false, isMirroredY: Bool = false,
    named name: String = "a:xfrm"
  ) -> Markup {
    Markup(
      name, ["flipH": isMirroredX ? 1 : nil, "flipV": isMirroredY ? 1 : nil],
      [
        Markup("a:off", ["x": Measure.emu(frame.x), "y": Measure.emu(frame.y)]),
        Markup(
          "a:ext",
          ["cx": max(0, Measure.emu(frame.width)), "cy": max(0, Measure.emu(frame.height))]),
      ])
  }

  /// The outline of a shape.
  func line(
    _ colour: Colour?, width: Double, stroke: Diagram.Stroke = .solid,
    arrow: Diagram.Arrow = .none
  ) -> Markup {
    guard let colour else { return Markup("a:ln", [:], [Markup("a:noFill")]) }
    var line = Markup("a:ln", ["w": max(Measure.emu(width), 3_175)], [palette.fill(colour)])
    switch stroke {
    case .solid: break
    case .dashed: line.children.append(Markup("a:prstDash", ["val": "dash"]))
    case .dotted: line.children.append(Markup("a:prstDash", ["val": "sysDot"]))
    }
    line.children.append(Markup("a:round"))
    if arrow == .forward {
      line.children.append(
        Markup("a:tailEnd", ["type": "triangle", "w": "med", "len": "med"]))
    }
    return line
  }

  /// A text box without fill and outline.
  mutating func appendText(
    _ body: TextBody, in frame: LaidOutDiagram.Rectangle, name: String, fill: Colour? = nil
  ) {
    append(textBox(body, in: frame, name: name, fill: fill))
  }

  /// A text box.
  mutating func textBox(
    _ body: TextBody, in frame: LaidOutDiagram.Rectangle, name: String, fill: Colour? = nil,
    link: LinkTarget? = nil
  ) -> Markup {
    let id = makeID()
    let plain = body.paragraphs.flatMap { $0.lines.flatMap { $0.map(\.text) } }
    return Markup(
      "p:sp", [:],
      [
        Markup(
          "p:nvSpPr", [:],
          [
            naming(id, name, description: plain.joined(separator: " "), link: link),
            Markup("p:cNvSpPr", ["txBox": 1]), Markup("p:nvPr"),
          ]),
        Markup(
          "p:spPr", [:],
          [
            Self.transform(frame), Markup("a:prstGeom", ["prst": "rect"], [Markup("a:avLst")]),
            fill.map { palette.fill($0) } ?? Markup("a:noFill"),
          ]),
        body.markup(on: &self),
      ])
  }

  /// A placeholder of the slide's layout, filled with text; without a frame it stands where the layout has it.
  mutating func appendPlaceholder(
    _ type: String, index: Int? = nil, _ body: TextBody, name: String,
    in frame: LaidOutDiagram.Rectangle? = nil
  ) {
    let id = makeID()
    append(
      Markup(
        "p:sp", [:],
        [
          Markup(
            "p:nvSpPr", [:],
            [
              naming(id, name), Markup("p:cNvSpPr", [:], [Markup("a:spLocks", ["noGrp": 1])]),
              Markup("p:nvPr", [:], [Markup("p:ph", ["type": type, "idx": index])]),
            ]), Markup("p:spPr", [:], frame.map { [Self.transform($0)] } ?? []),
          body.markup(on: &self),
        ]))
  }

  /// Shapes that are moved together.
  mutating func group(
    _ members: [Markup], name: String, description: String, frame: LaidOutDiagram.Rectangle
  ) -> Markup {
    var transform = Self.transform(frame)
    transform.children += [
      Markup("a:chOff", ["x": Measure.emu(frame.x), "y": Measure.emu(frame.y)]),
      Markup("a:chExt", ["cx": Measure.emu(frame.width), "cy": Measure.emu(frame.height)]),
    ]
    let id = makeID()
    return Markup(
      "p:grpSp", [:],
      [
        Markup(
          "p:nvGrpSpPr", [:],
          [naming(id, name, description: description), Markup("p:cNvGrpSpPr"), Markup("p:nvPr")]),
        Markup("p:grpSpPr", [:], [transform]),
      ] + members)
  }
}
