import GraphvizKit

/// A picture being drawn to scale: marks at places of their own, on the room that title, legend and footer leave.
///
/// Lengths are points of the slide, from the top left corner of the room. What has a meaning is a box or a line, with a
/// tooltip; guides and texts lie beneath them.
struct ChartSheet {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  let theme: Theme
  /// The room in which letters keep their size.
  let room: Point
  private var diagram: Diagram
  private var boxes: [Rectangle] = []
  private var routes: [LaidOutDiagram.Route] = []
  private var guides: [LaidOutDiagram.Ornament] = []
  private var extent = Point(x: 0, y: 0)

  /// The title, which may say what turned out to have room, in no more lines than the first.
  var title: String {
    get { diagram.title }
    set { diagram.title = newValue }
  }
  /// The legend, which may lose what turned out not to be drawn.
  var legend: [LegendSection] {
    get { diagram.legend }
    set { diagram.legend = newValue }
  }
  /// The figures, where bars are drawn, with places in the room.
  var bars: BarFigures?
  private var keys = UniqueKeys()

  /// The size of most letters; none is smaller than `small`.
  static let text = 10.5
  /// The size of the smallest letters.
  static let small = 9.5

  /// What a picture needs most of its room.
  enum Preference {
    /// Area.
    case large
    /// Height, as where rows cannot be left out.
    case tall
    /// At least so much width, then area.
    case wide(Double)
  }

  /// Begins a sheet.
  ///
  /// - Parameters:
  ///   - kind: What is shown.
  ///   - title: The title, unless the context has one.
  ///   - legend: The legend, which decides how much room is left.
  ///   - context: Theme and title.
  ///   - preference: Which room to take: beside the legend, or above it.
  ///   - enlarged: How many times larger than usual everything is drawn, where there is little to draw.
  init(
    _ kind: ChartKind, title: String, legend: [LegendSection], context: PictureContext,
    preference: Preference = .large, enlarged: Double = 1
  ) {
    theme = context.theme
    diagram = Diagram(
      kind: .chart(kind), title: context.title ?? title, legend: legend,
      footer: "", summary: "", theme: theme)
    diagram.sheet = context.sheet
    let rooms = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0)
      .rooms(footerLines: Footer.usualLines(on: diagram.slide, theme: theme))
    let best = rooms.max { left, right in
      switch preference {
      case .large: left.width * left.height < right.width * right.height
      case .tall: left.height < right.height
      case .wide(let least):
        (min(left.width, least), left.width * left.height)
          < (min(right.width, least), right.width * right.height)
      }
    }
    room = Point(
      x: (best?.width ?? Slide.width) / enlarged, y: (best?.height ?? Slide.height) / enlarged)
  }

  /// Draws a box of a fixed size, and returns its key.
  @discardableResult
  mutating func box(
    _ title: String, _ frame: Rectangle, fill: Colour, border: Colour? = nil, width: Double = 1,
    shape: Diagram.Shape = .rectangle, lines: [Diagram.TextLine] = [], tooltip: String,
    class word: String, members: [Diagram.Member]? = nil
  ) -> String {
    let key = keys.key("\(word)-\(title)")
    var node = Diagram.Node(
      key: key, title: title, cluster: nil, shape: shape, fill: fill, border: border ?? fill,
      borderWidth: width, lines: lines, tooltip: tooltip)
    node.extent = .init(width: frame.width, height: frame.height)
    node.classes = [word]
    node.members = members
    diagram.nodes.append(node)
    boxes.append(frame)
    reach(frame.x + frame.width, frame.y + frame.height)
    return key
  }

  /// Draws a line over some points from one box to another.
  mutating func line(
    from: String, to: String, over points: [Point], colour: Colour? = nil, width: Double = 1.2,
    stroke: Diagram.Stroke = .solid, arrow: Diagram.Arrow = .none, tooltip: String,
    class word: String
  ) {
    guard points.count > 1 else { return }
    diagram.edges.append(
      Diagram.Edge(
        key: keys.key("\(word)-\(from)-\(to)"), from: from, to: to, arrow: arrow, width: width,
        colour: colour ?? theme.line, stroke: stroke, tooltip: tooltip, classes: [word]))
    routes.append(.init(curves: [.straight(points, hasTip: arrow == .forward)]))
    for point in points { reach(point.x, point.y) }
  }

  /// Writes a text whose baseline runs through a point; guides drawn before do not strike it through.
  mutating func write(
    _ text: String, x: Double, y: Double, size: Double = ChartSheet.text, isBold: Bool = false,
    colour: Colour? = nil, on plate: Colour? = nil, _ alignment: Diagram.TextLine.Alignment = .start
  ) {
    let width = TextMetrics.width(of: text, size: size, isBold: isBold)
    let left =
      switch alignment {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    let line = Diagram.TextLine(
      text: text, size: size, isBold: isBold, colour: colour ?? theme.text,
      alignment: alignment == .start ? nil : alignment)
    if let plate {
      area(
        .init(x: left - 2, y: y - size * 0.95, width: width + 4, height: size * 1.25), fill: plate)
    }
    guides.append(.text(line, at: Point(x: x, y: y)))
    reach(left + width, y + size * 0.3)
  }

  /// Draws a straight guide beneath everything else.
  mutating func rule(
    from: Point, to: Point, colour: Colour? = nil, width: Double = 0.6,
    stroke: Diagram.Stroke = .solid, arrow: Diagram.Arrow = .none
  ) {
    guides.append(
      .line(
        width: width, colour: colour ?? theme.clusterBorder, stroke: stroke, arrow: arrow,
        from: from, to: to))
    reach(max(from.x, to.x), max(from.y, to.y))
  }

  /// Draws an area beneath everything else.
  mutating func area(
    _ frame: Rectangle, fill: Colour, border: Colour? = nil,
    shape: Diagram.Shape = .rectangle
  ) {
    guides.append(.box(shape: shape, fill: fill, border: border ?? fill, frame: frame))
    reach(frame.x + frame.width, frame.y + frame.height)
  }

  /// A line of text for the inside of a box.
  func label(
    _ text: String, size: Double = ChartSheet.small, isBold: Bool = false, on fill: Colour
  ) -> Diagram.TextLine {
    let colour = theme.text.contrast(to: fill) >= 4.5 ? theme.text : fill.readableText
    return Diagram.TextLine(text: text, size: size, isBold: isBold, colour: colour)
  }

  private mutating func reach(_ x: Double, _ y: Double) {
    extent = Point(x: max(extent.x, x), y: max(extent.y, y))
  }

  /// The finished sheet.
  ///
  /// - Parameters:
  ///   - layoutName: How places were found, such as `heatmap`.
  ///   - footer: The line below the picture.
  ///   - summary: What a reader who cannot see it should know.
  /// - Returns: The sheet with everything at its place.
  func finished(_ layoutName: String, footer: String, summary: String) -> LaidOutDiagram {
    var diagram = diagram
    diagram.footer = footer
    diagram.summary = summary
    var page = SheetComposer(diagram: diagram, mapWidth: extent.x, mapHeight: extent.y).compose()
    let shift = page.mapOrigin
    page.sheet.guides = guides.map { $0.moved(by: shift) }
    var bars = bars
    if let plot = bars?.plot { bars?.plot = plot.moved(by: shift) }
    return LaidOutDiagram(
      diagram: diagram, width: page.width, height: page.height,
      boxes: boxes.map { $0.moved(by: shift) },
      routes: routes.map { route in
        .init(curves: route.curves.map { $0.moved(by: shift) })
      }, frames: [], frameLabels: [],
      sheet: page.sheet, layout: LayoutCandidate(method: .toScale(layoutName)), bars: bars)
  }
}
