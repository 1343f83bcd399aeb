import GraphvizKit

/// Facts beside a map, in sections below each other.
package struct SidePanel: Hashable, Sendable, Codable {
  /// Facts on one topic.
  package struct Section: Hashable, Sendable, Codable {
    /// The topic.
    package var title: String
    /// A fact each.
    package var facts: [String]

    /// Says facts on a topic.
    package init(_ title: String, _ facts: [String]) {
      (self.title, self.facts) = (title, facts)
    }
  }

  /// A section in its place on the sheet.
  package struct Block: Hashable, Sendable, Codable {
    /// What it says.
    package var section: Section
    /// Where it stands.
    package var frame: LaidOutDiagram.Rectangle
    /// The lines of its facts.
    package var lines: [String]
  }

  /// The sections.
  package var blocks: [Block]
  /// The size of their letters, in points of the sheet.
  package var size: Double
  /// Their colour.
  package var colour: Colour
  /// The width of the map's part of the sheet.
  package var mapWidth: Double

  /// Which share of a sheet the map has.
  private static let mapShare = 0.62
  /// The sizes of letters to choose from, in points of a slide.
  private static let sizes = [12.0, 11.5, 11, 10.5, 10, 9.5, 9]
  private static let leading = 1.25
  /// The space after a section, in lines.
  private static let gap = 0.55

  /// The sheet for a map that gets facts beside it on a slide.
  package static func mapSheet(on slide: Diagram.Extent) -> Diagram.Extent {
    .init(width: slide.width * mapShare, height: slide.height)
  }

  /// Sets sections into a frame, in letters as large as fit.
  ///
  /// What does not fit in the smallest is counted in the last line.
  init(
    _ sections: [Section], in frame: LaidOutDiagram.Rectangle, unit: Double, colour: Colour,
    mapWidth: Double
  ) {
    (self.colour, self.mapWidth) = (colour, mapWidth)
    (blocks, size) = ([], 0)
    for points in Self.sizes {
      size = points * unit
      blocks = Self.blocks(sections, in: frame, size)
      if (blocks.last.map { $0.frame.y + $0.frame.height } ?? 0) <= frame.y + frame.height {
        return
      }
    }
    while let last = blocks.last, last.frame.y + last.frame.height > frame.y + frame.height {
      blocks.removeLast()
    }
  }

  private static func blocks(
    _ sections: [Section], in frame: LaidOutDiagram.Rectangle, _ size: Double
  ) -> [Block] {
    var y = frame.y
    return sections.map { section in
      let lines = section.facts.flatMap {
        // Small letters on a grid of pixels are up to 3 % wider than measured.
        TextMetrics.wrap($0, width: frame.width / 1.03, size: size, lineLimit: 4)
      }
      let height = Double(lines.count + 1) * size * leading
      let block = Block(
        section: section,
        frame: .init(x: frame.x, y: y, width: frame.width, height: height), lines: lines)
      y += height + gap * size * leading
      return block
    }
  }

  /// Its texts as they are drawn.
  var ornaments: [LaidOutDiagram.Ornament] {
    blocks.flatMap { block in
      ([block.section.title] + block.lines).enumerated().map { row, text in
        let line = Diagram.TextLine(
          text: text, size: size, isBold: row == 0, colour: colour)
        let y = block.frame.y + (Double(row) * Self.leading + 0.95) * size
        return LaidOutDiagram.Ornament.text(line, at: .init(x: block.frame.x, y: y))
      }
    }
  }
}

extension LaidOutDiagram {
  /// A map that was laid out for the narrower sheet of ``SidePanel/mapSheet(on:)`` on the whole sheet, with facts beside it.
  ///
  /// - Complexity: O(letters of the facts).
  package func beside(_ sections: [SidePanel.Section], on slide: Diagram.Extent?) -> LaidOutDiagram
  {
    let whole = slide ?? Slide.extent
    let unit = height / whole.height
    var made = self
    made.diagram.sheet = slide
    made.width = whole.width * unit
    let margin = sheet.footer.first?.baseline.x ?? Slide.margin * unit
    if let first = sheet.title.first {
      let titles = TextMetrics.wrap(
        diagram.title, width: diagram.theme.titleWidth(on: whole) * unit, size: first.line.size,
        isBold: true, lineLimit: sheet.title.count)
      made.sheet.title = zip(sheet.title, titles).map { placed, text in
        var placed = placed
        placed.line.text = text
        return placed
      }
    }
    if let first = sheet.footer.first, let last = sheet.footer.last {
      let lines = TextMetrics.wrap(
        diagram.footer, width: made.width - 2 * margin, size: first.line.size * 1.03,
        lineLimit: sheet.footer.count)
      let leading = first.line.size * 1.3
      made.sheet.footer = lines.enumerated().map { row, text in
        var placed = first
        placed.line.text = text
        placed.baseline.y = last.baseline.y - Double(lines.count - 1 - row) * leading
        return placed
      }
    }
    let size = sheet.title.last?.line.size ?? 20 * unit
    let top = (made.sheet.title.last?.baseline.y ?? margin) + size * 0.9
    let bottom =
      (made.sheet.footer.first.map { $0.baseline.y - $0.line.size * 1.6 } ?? height - margin)
    made.sheet.panel = SidePanel(
      sections,
      in: .init(x: width, y: top, width: made.width - width - margin, height: bottom - top),
      unit: unit, colour: diagram.theme.text, mapWidth: width)
    return made
  }
}
