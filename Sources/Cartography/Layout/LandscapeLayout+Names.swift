import EcosystemModel
import GraphvizKit

// Names in chips, and in the legend where they are not whole there.
extension LandscapeLayout {
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
    // What stands above the frames may be as wide as these.
    let (left, right) = (
      memory.groups.map(\.frame.x), memory.groups.map { $0.frame.x + $0.frame.width }
    )
    let most = (right.max() ?? usual.width) - (left.min() ?? 0)
    func written(_ diagram: Diagram) -> Diagram {
      var styled = diagram
      for node in styled.nodes.indices {
        let frame = (former[styled.nodes[node].key] ?? usual).rectangle
        styled.nodes[node].extent = .init(width: frame.width, height: frame.height)
        guard styled.nodes[node].isCentre else {
          write(&styled.nodes[node], in: frame, least: least(at: scale))
          continue
        }
        let line = oneLine(node, width: most)
        styled.nodes[node].lines = [line]
        styled.nodes[node].extent?.width = max(frame.width, Self.width(ofCentre: line))
      }
      return styled
    }
    let first = written(diagram)
    guard let explained = explained(first) else { return first }
    return explained.countingNames(of: written(explained))
  }

  /// The smallest letters of chips that can be read where everything is so much enlarged.
  func least(at scale: Double) -> Double {
    ChipText.least(at: scale, letterScale: diagram.theme.letterScale)
  }

  /// The diagram whose legend spells out the names that are not whole; `nil` if all are.
  func explained(_ styled: Diagram) -> Diagram? {
    let names = styled.nodes.compactMap { node -> String? in
      node.isCutShort ? node.title : nil
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

  /// The name of what stands above the frames, and what is said of it, in one line.
  func oneLine(_ node: Int, width: Double) -> Diagram.TextLine {
    let lines = diagram.nodes[node].lines
    let said = lines.filter { !$0.isBold }.map(\.text)
    let text = PictureText.clipped(
      ([diagram.nodes[node].title] + said).joined(separator: ", "), to: width - 24,
      size: ChipText.letters, isBold: true)
    return .init(
      text: text, size: ChipText.letters, isBold: true,
      colour: lines.first?.colour ?? diagram.theme.text)
  }

  /// The width of what stands above the frames with a line in it.
  static func width(ofCentre line: Diagram.TextLine) -> Double {
    (TextMetrics.width(of: line.text, size: line.size, isBold: true) + 24).rounded(.up)
  }

  /// Writes the name into the chip.
  func write(_ node: inout Diagram.Node, in box: Rectangle, least: Double) {
    let limit = max(
      1, Int((box.height - Self.margin + 1 - bars) / (ChipText.letters * ChipText.leading)))
    let text = ChipText(node.wording, width: box.width - 2 * Self.inset, limit: limit, least: least)
    let colour = node.lines.first?.colour ?? diagram.theme.text
    node.lines = text.lines.map { .init(text: $0, size: text.size, colour: colour) }
    if node.chips.count == 2 {
      // The longest bar ends where the number still fits.
      let longest = box.width - 2 * Self.inset - node.chips[1].width - 9
      node.chips[0].width = max(2, (node.chips[0].width / 100 * longest).rounded(.down))
    }
    guard node.members?.count == 1 else { return }
    node.members?[0].shown = true
    let words = text.lines.joined(separator: " ")
    node.members?[0].text = words == node.title ? nil : words
  }
}

extension Diagram {
  /// The same with those names for shown that stand in chips or in this legend.
  func countingNames(of styled: Diagram) -> Diagram {
    var styled = styled
    for node in styled.nodes.indices where !spellsOut(styled.nodes[node]) {
      styled.nodes[node].members?[0].shown = false
      styled.nodes[node].members?[0].text = nil
    }
    return styled
  }

  /// Whether the legend has the name of a box that is not whole.
  fileprivate func spellsOut(_ node: Node) -> Bool {
    guard node.isCutShort else { return true }
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

  /// The name as it is written: with short forms of its words, where these have one.
  var wording: String { members?.count == 1 ? members?[0].text ?? title : title }

  /// Whether the end of its name is missing.
  var isCutShort: Bool { (members ?? []).contains { $0.text?.hasSuffix("…") ?? false } }

  /// Whether several entities share its name.
  var standsForSeveral: Bool { (members?.count ?? 1) > 1 }

  /// Whether it stands above the frames of a landscape.
  var isCentre: Bool { classes.contains(Self.centre) }
}
