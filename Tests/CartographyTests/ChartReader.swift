@testable import Cartography
import GraphvizKit

/// Reads a picture as somebody at the back of the room would.
struct ChartReader {
  typealias Rectangle = LaidOutDiagram.Rectangle

  private let sheet: LaidOutDiagram

  init(_ sheet: LaidOutDiagram) { self.sheet = sheet }

  /// The texts outside boxes, with the room they take.
  private var texts: [(text: String, size: Double, colour: Colour, frame: Rectangle)] {
    (sheet.sheet.beforeMap + sheet.sheet.afterMap).compactMap { ornament in
      guard case .text(let line, let point) = ornament else { return nil }
      let width = TextMetrics.width(of: line.text, size: line.size, isBold: line.isBold)
      let left =
        switch line.alignment ?? .start {
        case .start: point.x
        case .middle: point.x - width / 2
        case .end: point.x - width
        }
      return (
        line.text, line.size, line.colour,
        Rectangle(
          x: left, y: point.y - line.size * 0.72, width: width, height: line.size * 0.72)
      )
    }
  }

  /// The texts in boxes, with the room they take.
  private var labels: [(text: String, frame: Rectangle)] {
    zip(sheet.diagram.nodes, sheet.boxes).filter { !$0.0.lines.isEmpty }.map { node, box in
      let width = node.lines.map { extent(of: $0) }.max() ?? 0
      let height = node.lines.reduce(0) { $0 + $1.size }
      return (
        node.lines.map(\.text).joined(separator: " "),
        Rectangle(
          x: box.middle.x - width / 2, y: box.middle.y - height / 2, width: width, height: height)
      )
    }
  }

  private func extent(of line: Diagram.TextLine) -> Double {
    TextMetrics.width(of: line.text, size: line.size, isBold: line.isBold)
  }

  /// The smallest letters on a slide of 13.33 × 7.5 in.
  var smallestLetters: Double {
    let sizes = texts.map(\.size) + sheet.diagram.nodes.flatMap { $0.lines.map(\.size) }
    return (sizes.min() ?? 12) * sheet.slideScale * sheet.diagram.theme.letterScale
  }

  /// Whether everything lies on the sheet.
  var isInside: Bool {
    (texts.map(\.frame) + sheet.boxes).allSatisfy { frame in
      frame.x >= -0.5 && frame.y >= -0.5 && frame.x + frame.width <= sheet.width + 0.5
        && frame.y + frame.height <= sheet.height + 0.5
    }
  }

  /// The lowest contrast of a text to what is behind it.
  var weakestContrast: Double {
    let background = sheet.diagram.theme.background
    let inside = sheet.diagram.nodes.flatMap { node in
      node.lines.map { $0.colour.contrast(to: node.fill) }
    }
    return min(
      inside.min() ?? 21, texts.map { $0.colour.contrast(to: background) }.min() ?? 21)
  }

  /// Texts wider than their box.
  var tooWideLabels: [String] {
    zip(sheet.diagram.nodes, sheet.boxes).flatMap { node, box in
      node.lines.filter { extent(of: $0) > box.width + 0.5 }.map(\.text)
    }
  }

  /// Pairs of texts on top of each other.
  var clashes: [String] {
    let all = texts.map { ($0.text, $0.frame) } + labels.map { ($0.text, $0.frame) }
    let order = all.indices.sorted { (all[$0].1.x, $0) < (all[$1].1.x, $1) }
    var found: [String] = []
    for (rank, first) in order.enumerated() {
      for second in order[(rank + 1)...] {
        guard all[second].1.x < all[first].1.x + all[first].1.width else { break }
        if all[first].1.inset(by: 0.4).intersects(all[second].1.inset(by: 0.4)) {
          found.append("\(all[first].0) / \(all[second].0)")
        }
      }
    }
    return found
  }
}
