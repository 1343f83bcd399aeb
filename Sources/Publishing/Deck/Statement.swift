import Cartography
import GraphvizKit
import Insights

/// A sentence on a slide, with a remark below it.
struct Statement: Hashable, Sendable {
  /// The sentence.
  let text: String
  /// What follows from it; empty if nothing does.
  let remark: String
  /// The slide that shows it; `nil` if none does.
  var target: String?

  /// A statement in its place on a slide.
  struct Block: Sendable {
    let statement: Statement
    let frame: LaidOutDiagram.Rectangle
    let text: [String]
    let remark: [String]
    /// The size of the letters of the sentence; the remark's are smaller.
    let size: Double

    var remarkSize: Double { size * Statement.remarkShare }
  }

  /// The sizes to choose from, the largest that fits first.
  private static let sizes = [18.0, 16, 14, 12.5, 11, 10]
  private static let remarkShare = 0.85
  static let leading = 1.25

  /// The statements below each other, in letters as large as the room allows.
  static func blocks(
    _ statements: [Statement], in frame: LaidOutDiagram.Rectangle
  ) -> [Block] {
    for size in sizes {
      let blocks = blocks(statements, in: frame, size: size)
      let bottom = blocks.last.map { $0.frame.y + $0.frame.height } ?? frame.y
      if bottom <= frame.y + frame.height || size == sizes.last { return blocks }
    }
    return []
  }

  private static func blocks(
    _ statements: [Statement], in frame: LaidOutDiagram.Rectangle, size: Double
  ) -> [Block] {
    var y = frame.y
    return statements.map { statement in
      func wrapped(_ text: String, _ size: Double, isBold: Bool) -> [String] {
        TextMetrics.wrap(
          FindingsTable.sanitized(text), width: frame.width * 0.96, size: size, isBold: isBold,
          lineLimit: 4)
      }
      let text = wrapped(statement.text, size, isBold: true)
      let remark =
        statement.remark.isEmpty
        ? [] : wrapped(statement.remark, size * remarkShare, isBold: false)
      let height =
        (Double(text.count) + Double(remark.count) * remarkShare) * size * leading + 4
      let block = Block(
        statement: statement,
        frame: .init(x: frame.x, y: y, width: frame.width, height: height), text: text,
        remark: remark, size: size)
      y += height + size * 0.9
      return block
    }
  }
}

extension SheetPage {
  /// Writes statements below each other.
  mutating func write(_ statements: [Statement], in frame: LaidOutDiagram.Rectangle) {
    for block in Statement.blocks(statements, in: frame) {
      var y = block.frame.y + block.size
      for line in block.text {
        write(line, x: frame.x, y: y, size: block.size, isBold: true)
        y += block.size * Statement.leading
      }
      for line in block.remark {
        write(line, x: frame.x, y: y, size: block.remarkSize, colour: theme.mutedText)
        y += block.remarkSize * Statement.leading
      }
    }
  }
}

extension SlideDrawing {
  /// Writes statements below each other, each a text of its own that leads to the slide that shows it.
  mutating func append(
    _ statements: [Statement], in frame: LaidOutDiagram.Rectangle, theme: Theme
  ) {
    for (number, block) in Statement.blocks(statements, in: frame).enumerated() {
      let link = block.statement.target.map { LinkTarget.slide($0) }
      let text = TextBody.Run(
        text: block.statement.text, size: block.size, isBold: true, colour: theme.text, link: link)
      var paragraphs = [TextBody.Paragraph(lines: [[text]])]
      if !block.statement.remark.isEmpty {
        let remark = TextBody.Run(
          text: block.statement.remark, size: block.remarkSize, colour: theme.mutedText)
        paragraphs.append(.init(lines: [[remark]]))
      }
      appendText(
        TextBody(paragraphs: paragraphs), in: block.frame, name: "Statement \(number + 1)")
    }
  }
}
