import GraphvizKit

// Pictures on the same places, beside each other.
extension SheetComposer {
  private static let captionSize = 12.0
  /// What a caption takes, with the space to its picture.
  private static let captionHeight = 22.0
  /// The space between two pictures.
  private static let gap = 26.0

  /// The room of the first of the pictures; all of it where there is one.
  func cell(of area: LaidOutDiagram.Rectangle) -> LaidOutDiagram.Rectangle {
    guard let panels = diagram.panels else { return area }
    let (columns, rows) = (Double(panels.columns), Double(panels.rows))
    return .init(
      x: area.x, y: area.y + Self.captionHeight,
      width: max((area.width - (columns - 1) * Self.gap) / columns, 20),
      height: max(
        (area.height - (rows - 1) * Self.gap / 2) / rows - Self.captionHeight, 20))
  }

  /// Puts the captions above the pictures, and lines between them.
  ///
  /// - Parameters:
  ///   - cell: The room of the first picture, in points of the slide.
  ///   - sheet: The sheet.
  ///   - unit: How many points of the sheet are one of the slide.
  func addPanels(in cell: LaidOutDiagram.Rectangle, to sheet: inout Sheet, _ unit: Double) {
    guard let panels = diagram.panels else { return }
    let pitch = LaidOutDiagram.Point(
      x: cell.width + Self.gap, y: cell.height + Self.captionHeight + Self.gap / 2)
    sheet.pitch = .init(x: pitch.x * unit, y: pitch.y * unit)
    for (number, caption) in panels.captions.enumerated() {
      let shift = panels.shift(of: number, pitch: pitch)
      let text = PictureText.clipped(
        caption, to: cell.width, size: Self.captionSize, isBold: true)
      sheet.guides.append(
        self.text(
          text, Self.captionSize, isBold: true, x: cell.x + shift.x,
          y: cell.y + shift.y - Self.captionHeight + Self.captionSize, unit
        ).ornament)
      guard shift.x > 0 else { continue }
      let x = (cell.x + shift.x - Self.gap / 2) * unit
      let top = (cell.y + shift.y - Self.captionHeight) * unit
      sheet.guides.append(
        .line(
          width: unit, colour: diagram.theme.clusterBorder, stroke: .solid, arrow: .none,
          from: .init(x: x, y: top),
          to: .init(x: x, y: (cell.y + shift.y + cell.height) * unit)))
    }
  }
}
