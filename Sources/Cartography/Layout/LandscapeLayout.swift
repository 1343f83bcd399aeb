import EcosystemModel
import GraphvizKit

/// Places the chips of a landscape in frames that fill the sheet, with letters as large as they can be.
///
/// Widths of chips and of rows are tried; the more lines names take, the narrower chips are. All is measured here: no engine is
/// asked.
struct LandscapeLayout {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  let diagram: Diagram
  /// What stands in a frame, by positions in the diagram.
  struct Frame {
    /// The frame; `nil` for chips without one.
    var cluster: Int?
    var chips: [Int]
    /// What is said of those without a chip, beside the title.
    var rest: Int?
  }

  /// The frames, or one that is none.
  let frames: [Frame]
  /// What stands above the frames.
  let centre: [Int]
  /// The same as they are packed.
  private let titles: [LandscapePacking.Frame]
  /// The height that bars below the names take.
  let bars: Double
  /// The rooms of which the sheet leaves one to the map.
  private let rooms: [Rectangle]

  static let inset = 3.0
  /// Above and below the name.
  static let margin = 4.0
  private static let centreHeight = 30.0

  init(_ diagram: Diagram) {
    self.diagram = diagram
    centre = diagram.nodes.indices.filter { diagram.nodes[$0].isCentre }
    let others = diagram.nodes.indices.filter { !diagram.nodes[$0].isCentre }
    let positions = diagram.framePositions
    let byFrame = Dictionary(grouping: others) {
      diagram.nodes[$0].cluster.flatMap { positions[$0] }
    }
    frames = byFrame.keys.sorted { ($0 ?? .max) < ($1 ?? .max) }.map { cluster in
      var frame = Frame(cluster: cluster, chips: Self.ordered(byFrame[cluster] ?? [], in: diagram))
      // Lines lead to chips only, and a title is needed to stand beside.
      if let last = frame.chips.last, frame.chips.count > 1, cluster != nil, diagram.edges.isEmpty,
        diagram.nodes[last].standsForSeveral
      {
        frame.rest = frame.chips.removeLast()
      }
      return frame
    }
    titles = frames.map { frame in
      let title = frame.cluster.map { diagram.clusters[$0].label }
      let width = title.map { TextMetrics.width(of: $0.text, size: $0.size, isBold: true) } ?? 0
      let rest = frame.rest.map { Self.width(ofRest: diagram.nodes[$0]) + 10 } ?? 0
      return .init(count: frame.chips.count, title: width + rest)
    }
    rooms = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0).rooms()
    bars = others.contains { !diagram.nodes[$0].chips.isEmpty } ? 19 : 0
  }

  private static func width(ofRest node: Diagram.Node) -> Double {
    (TextMetrics.width(of: node.title, size: ChipText.letters) + 12).rounded(.up)
  }

  private var search: LandscapeSearch {
    LandscapeSearch(
      frames: titles,
      names: frames.flatMap(\.chips).map { ChipMeasure(diagram.nodes[$0].wording) },
      rooms: rooms, bars: bars, top: top, left: left, letterScale: diagram.theme.letterScale)
  }

  /// The widest bars first, then those of one colour together, the rest of a frame last.
  private static func ordered(_ chips: [Int], in diagram: Diagram) -> [Int] {
    let fills = chips.map { diagram.nodes[$0].fill.description }
    let counts = Dictionary(fills.map { ($0, 1) }, uniquingKeysWith: +)
    func rank(_ chip: Int) -> (Int, Double, Int, String) {
      let node = diagram.nodes[chip]
      let fill = node.fill.description
      return (
        node.standsForSeveral ? 1 : 0, -(node.chips.first?.width ?? 0),
        -(counts[fill] ?? 0), fill
      )
    }
    return chips.sorted {
      let (a, b) = (rank($0), rank($1))
      return a == b ? $0 < $1 : a < b
    }
  }

  /// The diagram with its names in lines, and the layout of it; the legend spells out those that are not whole.
  ///
  /// - Complexity: some hundred times that of a ``LandscapePacking``.
  func layout() -> (diagram: Diagram, layout: GraphLayout) {
    let first = placed()
    guard let explained = explained(first.diagram) else { return first }
    let (styled, layout) = LandscapeLayout(explained).placed()
    return (explained.countingNames(of: styled), layout)
  }

  private func placed() -> (diagram: Diagram, layout: GraphLayout) {
    guard let choice = search.best() else {
      return (diagram, GraphLayout(width: 1, height: 1, origin: .init(x: 0, y: 0)))
    }
    let scale = choice.scale
    let room = Point(x: choice.room.width / scale - left, y: choice.room.height / scale - top)
    let packing = choice.packing.filled(room)
    var styled = diagram
    var boxes = [Rectangle](
      repeating: .init(x: 0, y: 0, width: 1, height: 1), count: diagram.nodes.count)
    for (number, frame) in frames.enumerated() {
      for (chip, box) in zip(frame.chips, packing.chips(of: number)) {
        boxes[chip] = box.moved(by: .init(x: left, y: top))
      }
      guard let rest = frame.rest else { continue }
      let bar = packing.places[number].frame.moved(by: .init(x: left, y: top))
      let width = Self.width(ofRest: diagram.nodes[rest])
      boxes[rest] = Rectangle(
        x: bar.x + bar.width - LandscapePacking.Room.padding - width, y: bar.y + 2.5, width: width,
        height: LandscapePacking.Room.title - 4.5)
      let colour = styled.nodes[rest].lines.first?.colour ?? diagram.theme.text
      styled.nodes[rest].lines = [
        .init(text: diagram.nodes[rest].title, size: ChipText.letters, colour: colour)
      ]
    }
    let least = least(at: scale)
    for chip in frames.flatMap(\.chips) {
      write(&styled.nodes[chip], in: boxes[chip], least: least)
    }
    var x = left
    for node in centre {
      let line = oneLine(node, width: packing.size.x)
      styled.nodes[node].lines = [line]
      let width = Self.width(ofCentre: line)
      boxes[node] = Rectangle(x: x, y: 0, width: width, height: Self.centreHeight)
      x += width + 10
    }
    let spare = max(0, left + packing.size.x - (x - 10)) / 2
    for node in centre { boxes[node] = boxes[node].moved(by: .init(x: spare, y: 0)) }
    for node in styled.nodes.indices {
      styled.nodes[node].extent = .init(width: boxes[node].width, height: boxes[node].height)
    }
    var layout = GraphLayout(
      width: packing.size.x + left, height: packing.size.y + top, origin: .init(x: 0, y: 0))
    layout.nodes = zip(diagram.nodes, boxes).map { node, box in
      .init(name: node.key, center: box.middle, width: box.width, height: box.height)
    }
    layout.clusters = frames.indices.compactMap { number in
      guard let cluster = frames[number].cluster.map({ diagram.clusters[$0] }) else { return nil }
      let frame = packing.places[number].frame.moved(by: .init(x: left, y: top))
      let label = Point(
        x: frame.x + LandscapePacking.Room.padding + 3
          + TextMetrics.width(of: cluster.label.text, size: cluster.label.size) / 2,
        y: frame.y + LandscapePacking.Room.title / 2 + 1)
      return .init(
        name: cluster.key, frame: frame,
        label: .init(center: label, width: frame.width, height: LandscapePacking.Room.title))
    }
    layout.edges = edges(boxes, packing)
    return (styled, layout)
  }

  /// The lines that lead from the centre to chips.
  private func edges(_ boxes: [Rectangle], _ packing: LandscapePacking) -> [GraphLayout.Edge] {
    let positions = diagram.nodePositions
    var frameOf: [Int: Int] = [:]
    for (number, frame) in frames.enumerated() {
      for chip in frame.chips { frameOf[chip] = number }
    }
    guard let middle = centre.first else { return [] }
    let ends = diagram.edges.map { edge in
      [edge.from, edge.to].compactMap { positions[$0] }.first { $0 != middle && frameOf[$0] != nil }
    }
    let drawn = ends.indices.filter { ends[$0] != nil }
    let shift = Point(x: left, y: top)
    let targets = drawn.compactMap { number -> LandscapeLines.Target? in
      guard let chip = ends[number], let frame = frameOf[chip] else { return nil }
      let place = packing.places[frame]
      return .init(
        chip: boxes[chip], frame: place.frame.moved(by: shift), rowTop: place.rowTop + top,
        isFirstRow: place.row == 0)
    }
    let lines = LandscapeLines(centre: boxes[middle], top: top, left: left).lines(to: targets)
    return zip(drawn, lines).map { number, curve in
      let edge = diagram.edges[number]
      let leadsAway = edge.from == diagram.nodes[middle].key
      return .init(
        tail: edge.from, head: edge.to, key: edge.key,
        curves: [leadsAway ? curve : curve.reversed])
    }
  }

  /// What stands above the frames, with the room below it.
  private var top: Double {
    centre.isEmpty
      ? 0
      : Self.centreHeight
        + (diagram.edges.isEmpty ? LandscapePacking.Room.between : LandscapeLines.channel)
  }

  /// The room for lines beside the frames.
  private var left: Double { diagram.edges.isEmpty ? 0 : LandscapeLines.margin }
}
