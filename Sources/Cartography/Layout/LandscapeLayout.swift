import EcosystemModel
import GraphvizKit

/// Places the chips of a landscape in frames that fill the sheet, with letters as large as they can be.
///
/// Widths of chips and of rows are tried; the more lines names take, the narrower chips are. All is measured here: no engine is
/// asked.
struct LandscapeLayout {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// How chips look that were tried.
  private struct Choice {
    var packing: LandscapePacking
    var room: Rectangle
    var scale: Double
    var score: Double
  }

  private let diagram: Diagram
  /// The chips of each frame, by their positions in the diagram; one without a frame where there are none.
  private let frames: [(cluster: Int?, chips: [Int])]
  /// What stands above the frames.
  private let centre: [Int]
  /// The same as they are packed.
  private let titles: [LandscapePacking.Frame]
  /// The height that bars below the names take.
  private let bars: Double
  /// The rooms of which the sheet leaves one to the map.
  private let rooms: [Rectangle]

  private static let inset = 4.0
  /// Above and below the name.
  private static let margin = 6.0
  private static let centreHeight = 30.0
  /// The largest that everything is drawn.
  private static let largest = 1.3

  init(_ diagram: Diagram) {
    self.diagram = diagram
    centre = diagram.nodes.indices.filter { diagram.nodes[$0].isCentre }
    let others = diagram.nodes.indices.filter { !diagram.nodes[$0].isCentre }
    let positions = diagram.framePositions
    let byFrame = Dictionary(grouping: others) {
      diagram.nodes[$0].cluster.flatMap { positions[$0] }
    }
    let frames: [(cluster: Int?, chips: [Int])] = byFrame.keys.sorted {
      ($0 ?? .max) < ($1 ?? .max)
    }.map { cluster in
      (cluster, Self.ordered(byFrame[cluster] ?? [], in: diagram))
    }
    self.frames = frames
    titles = frames.map { frame in
      let title = frame.cluster.map { diagram.clusters[$0].label }
      return .init(
        count: frame.chips.count,
        title: title.map { TextMetrics.width(of: $0.text, size: $0.size, isBold: true) } ?? 0)
    }
    rooms = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0).rooms()
    bars = others.contains { !diagram.nodes[$0].chips.isEmpty } ? 19 : 0
  }

  /// The widest bars first, then those of one colour together, the rest of a frame last.
  private static func ordered(_ chips: [Int], in diagram: Diagram) -> [Int] {
    let fills = chips.map { diagram.nodes[$0].fill.description }
    let counts = Dictionary(fills.map { ($0, 1) }, uniquingKeysWith: +)
    func rank(_ chip: Int) -> (Int, Double, Int, String) {
      let node = diagram.nodes[chip]
      let fill = node.fill.description
      return (
        (node.members?.count ?? 1) > 1 ? 1 : 0, -(node.chips.first?.width ?? 0),
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

  /// The diagram with names written into chips as large as those of a picture of before; newcomers get the usual size.
  func written(as memory: PictureMemory) -> Diagram {
    let former = Dictionary(
      memory.boxes.map { ($0.key, $0.frame) }, uniquingKeysWith: { first, _ in first })
    let sizes = diagram.nodes.indices.filter { !diagram.nodes[$0].isCentre }
      .compactMap { former[diagram.nodes[$0].key] }.sorted {
        ($0.width * $0.height) < ($1.width * $1.height)
      }
    guard let usual = sizes.isEmpty ? nil : sizes[sizes.count / 2] else { return diagram }
    let scale = 1 / (memory.recipe?.unit ?? 1)
    func written(_ diagram: Diagram) -> Diagram {
      var styled = diagram
      for node in styled.nodes.indices {
        let frame = (former[styled.nodes[node].key] ?? usual).rectangle
        styled.nodes[node].extent = .init(width: frame.width, height: frame.height)
        if !styled.nodes[node].isCentre {
          write(&styled.nodes[node], in: frame, least: least(at: scale))
        }
      }
      return styled
    }
    let first = written(diagram)
    guard let explained = explained(first) else { return first }
    return explained.countingNames(of: written(explained))
  }

  /// The smallest letters of chips that can be read where everything is so much enlarged.
  private func least(at scale: Double) -> Double {
    min(ChipText.letters, FitGoal.slide.letters / scale / diagram.theme.letterScale)
  }

  /// The diagram whose legend spells out the names that are not whole; `nil` if all are.
  private func explained(_ styled: Diagram) -> Diagram? {
    let names = styled.nodes.compactMap { node -> String? in
      (node.members ?? []).contains { $0.text != nil } ? node.title : nil
    }
    guard !names.isEmpty else { return nil }
    var explained = diagram
    if names.count <= Self.mostExplained {
      var section = LegendSection(title: "Names in full", entries: [])
      for name in names { section.entries += LegendSection.note(name) }
      explained.legend.append(section)
    }
    return explained
  }

  /// Of more names that are not whole none is spelt out.
  private static let mostExplained = 12

  private func placed() -> (diagram: Diagram, layout: GraphLayout) {
    guard let choice = best() else {
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
    }
    let least = least(at: scale)
    for chip in frames.flatMap(\.chips) {
      write(&styled.nodes[chip], in: boxes[chip], least: least)
    }
    var x = left
    for node in centre {
      let line = oneLine(node, width: packing.size.x)
      styled.nodes[node].lines = [line]
      let width =
        (TextMetrics.width(of: line.text, size: line.size, isBold: true) + 24).rounded(.up)
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
        x: frame.x + LandscapePacking.Room.padding
          + TextMetrics.width(of: cluster.label.text, size: cluster.label.size) / 2,
        y: frame.y + LandscapePacking.Room.title / 2 + 1)
      return .init(
        name: cluster.key, frame: frame,
        label: .init(center: label, width: frame.width, height: LandscapePacking.Room.title))
    }
    layout.edges = edges(boxes, packing)
    return (styled, layout)
  }

  /// The name of what stands above the frames, and what is said of it, in one line.
  private func oneLine(_ node: Int, width: Double) -> Diagram.TextLine {
    let lines = diagram.nodes[node].lines
    let said = lines.filter { !$0.isBold }.map(\.text)
    let text = PictureText.clipped(
      ([diagram.nodes[node].title] + said).joined(separator: ", "), to: width - 24,
      size: ChipText.letters, isBold: true)
    return .init(
      text: text, size: ChipText.letters, isBold: true,
      colour: lines.first?.colour ?? diagram.theme.text)
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

  // The search

  private func best() -> Choice? {
    let names = frames.flatMap(\.chips).map { ChipMeasure(diagram.nodes[$0].title) }
    guard !names.isEmpty || !centre.isEmpty else { return nil }
    var best: Choice?
    for lines in 1...4 {
      for width in stride(from: 56.0, through: 180, by: 4) {
        for room in rooms {
          let least = (best?.score ?? -.infinity) + 1e-6
          if let choice = choice(width, lines, room, names, above: least) { best = choice }
        }
      }
    }
    return best
  }

  /// How good a scale is for reading: up to the size of letters that is asked for, then a little for larger ones.
  ///
  /// Below what can be read somebody would have to go, about three in a hundred for each hundredth.
  private func worth(_ scale: Double) -> Double {
    let readable = FitGoal.slide.letters / ChipText.letters / diagram.theme.letterScale
    return min(scale, 1) + 0.2 * max(0, scale - 1) - 3 * max(0, readable - scale)
  }

  /// What is lost of the names on average at a scale: a name that cannot be read whole counts more than letters can make good, one whose
  /// letters become smaller or whose words break a little.
  private func loss(_ names: [ChipMeasure], width: Double, lines: Int, scale: Double) -> Double {
    let least = least(at: scale)
    let height = Double(lines) * ChipText.letters * ChipText.leading
    let more = ChipText.letters / least
    let most = max(lines, Int(height / (least * ChipText.leading)))
    let sum = names.reduce(0) { sum, name in
      let loss = name.loss(width: width, limit: lines)
      guard loss >= 1 else { return sum + loss }
      return sum + (name.loss(width: width * more, limit: most) < 1 ? 0.2 : 3)
    }
    return sum / Double(max(names.count, 1))
  }

  /// The best rows for chips of a width, if they are better than a score.
  private func choice(
    _ width: Double, _ lines: Int, _ room: Rectangle, _ names: [ChipMeasure], above least: Double
  ) -> Choice? {
    let chip = Point(
      x: width, y: Double(lines) * ChipText.letters * ChipText.leading + Self.margin + bars)
    let count = Double(titles.reduce(0) { $0 + $1.count })
    let area = count * (chip.x + LandscapePacking.Room.gap) * (chip.y + LandscapePacking.Room.gap)
    let bound = min((room.width * room.height / max(area, 1)).squareRoot(), Self.largest)
    let inner = width - 2 * Self.inset
    guard worth(bound) - loss(names, width: inner, lines: lines, scale: bound) > least else {
      return nil
    }
    var best: Choice?
    var (low, high) = (0.2, bound)
    for _ in 0..<Self.tries {
      // Narrower rows make everything higher.
      let middle = (low + high) / 2
      guard let packing = LandscapePacking(titles, chip: chip, width: room.width / middle - left)
      else {
        high = middle
        continue
      }
      let (across, down) = (
        room.width / max(packing.size.x + left, 1), room.height / (packing.size.y + top)
      )
      if down < middle { high = middle } else { low = middle }
      let scale = min(across, down, Self.largest)
      let above = max(best?.score ?? -.infinity, least)
      guard worth(scale) > above else { continue }
      let score = worth(scale) - loss(names, width: inner, lines: lines, scale: scale)
      if score > above {
        best = Choice(packing: packing, room: room, scale: scale, score: score)
      }
    }
    return best
  }

  /// How often the width of rows is halved for chips of a size.
  private static let tries = 8

  /// Writes the name into the chip.
  private func write(_ node: inout Diagram.Node, in box: Rectangle, least: Double) {
    let limit = max(
      1, Int((box.height - Self.margin + 1 - bars) / (ChipText.letters * ChipText.leading)))
    let text = ChipText(node.title, width: box.width - 2 * Self.inset, limit: limit, least: least)
    let colour = node.lines.first?.colour ?? diagram.theme.text
    node.lines = text.lines.map { .init(text: $0, size: text.size, colour: colour) }
    if node.chips.count == 2 {
      // The longest bar ends where the number still fits.
      let longest = box.width - 2 * Self.inset - node.chips[1].width - 9
      node.chips[0].width = max(2, (node.chips[0].width / 100 * longest).rounded(.down))
    }
    guard node.members?.count == 1 else { return }
    node.members?[0].shown = true
    node.members?[0].text = text.isShortened ? text.lines.joined(separator: " ") : nil
  }
}

extension Diagram {
  /// The same with those names for shown that stand in chips or in this legend.
  fileprivate func countingNames(of styled: Diagram) -> Diagram {
    var styled = styled
    for node in styled.nodes.indices where !spellsOut(styled.nodes[node]) {
      styled.nodes[node].members?[0].shown = false
      styled.nodes[node].members?[0].text = nil
    }
    return styled
  }

  /// Whether the legend has the name of a box that is not whole.
  fileprivate func spellsOut(_ node: Node) -> Bool {
    guard (node.members ?? []).contains(where: { $0.text != nil }) else { return true }
    let words = LegendSection.note(node.title).map(\.text)
    return legend.contains { section in
      let texts = section.entries.map(\.text)
      return words.allSatisfy(texts.contains)
    }
  }
}

extension Diagram.Node {
  /// The class of what stands above the frames of a landscape.
  static let centre = "centre"

  /// Whether it stands above the frames of a landscape.
  var isCentre: Bool { classes.contains(Self.centre) }
}
