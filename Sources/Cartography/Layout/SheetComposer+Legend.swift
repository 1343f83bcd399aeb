import GraphvizKit

// The sections of a legend on the sheet.
extension SheetComposer {
  /// What a section takes.
  static func extent(of section: LegendSection) -> Extent {
    let title = TextMetrics.width(of: section.title, size: textSize, isBold: true)
    let entries = section.entries.map { entry in
      (entry.sample == .none ? 0 : 34)
        + TextMetrics.width(of: shortened(entry.text), size: textSize)
    }
    return Extent(
      width: max(title, entries.max() ?? 0) + 4,
      height: Double(section.entries.count + 1) * lineHeight)
  }

  private static func shortened(_ text: String) -> String {
    let longest = LegendSection.longestText
    return text.count > longest ? text.prefix(longest - 1) + "…" : text
  }

  /// A section at its place.
  func draw(
    _ section: LegendSection, x: Double, y: Double, _ unit: Double
  ) -> [LaidOutDiagram.Ornament] {
    var ornaments: [LaidOutDiagram.Ornament] = []
    if section.title != LegendSection.continued {
      ornaments.append(
        text(section.title, Self.textSize, isBold: true, x: x, y: y + 10, unit).ornament)
    }
    for (row, entry) in section.entries.enumerated() {
      let middle = y + Self.lineHeight * (Double(row) + 1.42)
      switch entry.sample {
      case .box(let shape, let fill, let border, let width, let stroke):
        ornaments.append(
          .box(
            shape: shape, fill: fill, border: border, borderWidth: width * unit, stroke: stroke,
            frame: .init(
              x: x * unit, y: (middle - 5) * unit, width: 26 * unit, height: 10 * unit)))
      case .line(let width, let colour, let stroke, let arrow):
        ornaments.append(
          .line(
            width: width * unit, colour: colour, stroke: stroke, arrow: arrow,
            from: .init(x: x * unit, y: middle * unit),
            to: .init(x: (x + 26) * unit, y: middle * unit)))
      case .none, .continued: break
      }
      ornaments.append(
        text(
          Self.shortened(entry.text), Self.textSize, x: x + (entry.sample == .none ? 0 : 34),
          y: middle + 3.5, unit
        ).ornament)
    }
    return ornaments
  }
}

extension LegendSection {
  /// The section in columns of so many rows, the first with its title; what an entry goes on with stays below it.
  func columns(of rows: Int) -> [LegendSection] {
    var columns = [LegendSection(title: title, entries: [])]
    for entry in entries {
      if columns[columns.count - 1].entries.count >= rows, entry.sample != .none {
        columns.append(LegendSection(title: Self.continued, entries: []))
      }
      columns[columns.count - 1].entries.append(entry)
    }
    return columns
  }

  /// The title of a column that goes on with the one before; it is not drawn.
  static let continued = "\u{2026}"
}
