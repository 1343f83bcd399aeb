import GraphvizKit

extension Logo {
  /// Where it stands on a slide: in the upper right corner, level with the first line of the title, at most a quarter of it wide.
  package func frame(on slide: Diagram.Extent) -> LaidOutDiagram.Rectangle {
    let ratio = Double(pixelWidth) / Double(pixelHeight)
    let height = min(height, slide.width / 4 / ratio)
    let width = height * ratio
    return .init(
      x: slide.width - Slide.margin - width, y: Slide.titleMiddle - height / 2, width: width,
      height: height)
  }
}

extension Theme {
  /// The width that the logo leaves to the title, in points of a slide.
  package func titleWidth(on slide: Diagram.Extent = Slide.extent) -> Double {
    let room = slide.width - 2 * Slide.margin
    return logo.map { room - $0.frame(on: slide).width - 18 } ?? room
  }

  /// Where on a slide everything is free of the logo, in points from its top; 0 without one.
  package func logoBottom(on slide: Diagram.Extent = Slide.extent) -> Double {
    logo.map { $0.frame(on: slide) }.map { $0.y + $0.height } ?? 0
  }
}
