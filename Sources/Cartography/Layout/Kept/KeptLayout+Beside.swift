import GraphvizKit

extension KeptLayout {
  /// Whether what stands beside the room of the map, as people left it, is on the sheet and covers nothing that is written there.
  func standsFree(_ boxes: [Rectangle?]) -> Bool {
    let page = composer.composed(isBeside: isBeside, unit: unit)
    let sheet = page.sheet
    let words = sheet.title.map(\.ornament) + sheet.afterMap
    let taken = words.map(\.extent) + [sheet.logo].compactMap(\.self)
    return (boxes + groups).compactMap(\.self).allSatisfy { box in
      box.x >= 0 && box.y >= 0 && box.x + box.width <= page.width
        && box.y + box.height <= page.height && !taken.contains { $0.intersects(box) }
    }
  }
}

extension LaidOutDiagram.Ornament {
  /// What it covers; a text as if it began at its point.
  fileprivate var extent: LaidOutDiagram.Rectangle {
    switch self {
    case .text(let line, let point):
      let width = TextMetrics.width(of: line.text, size: line.size, isBold: line.isBold)
      return .init(x: point.x, y: point.y - line.size, width: width, height: line.size * 1.3)
    case .box(_, _, _, _, _, let frame): return frame
    case .line(_, _, _, _, let from, let to):
      return .init(
        x: min(from.x, to.x), y: min(from.y, to.y) - 3, width: abs(to.x - from.x), height: 6)
    }
  }
}
