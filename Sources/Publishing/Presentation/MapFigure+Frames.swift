import Containers
import Cartography
import GraphvizKit

// Frames with what stands in them.
extension MapFigure {
  /// Adds a frame with its title and the boxes inside as a group.
  func drawFrame(
    _ cluster: Diagram.Cluster, at position: Int, ids: [Int], on slide: inout SlideDrawing
  ) {
    guard let frame = map.frames[position].map({ placement($0) }) else { return }
    let id = slide.makeID()
    // Graphviz draws titles of frames in regular letters.
    var title = cluster.label
    title.isBold = false
    let middle = map.frameLabels[position].map { placement($0) }
    let width = TextMetrics.width(of: title.text, size: title.size) * placement.scale
    let start = middle.map { $0.x - width / 2 - frame.x } ?? .infinity
    let isLeft = start < (frame.width - width) / 2 - 4
    var body = TextBody(
      paragraphs: [.init(lines: [[line(title)]], alignment: isLeft ? .left : .centre)],
      isWrapped: false)
    // Text of a rounded shape begins where its corners are half round.
    let corner = min(12 * placement.scale, min(frame.width, frame.height) / 3) * 0.293
    let top = (middle?.y ?? frame.y + 12) - frame.y - title.size * placement.scale * 0.58
    body.insets = .init(
      horizontal: isLeft ? max(0, start - corner) : 0, vertical: max(0, top - corner))
    let outline = Markup(
      "p:sp", [:],
      [
        Markup(
          "p:nvSpPr", [:],
          [
            slide.naming(
              id, "Frame: \(cluster.label.text)", description: "Frame \(cluster.label.text)"),
            Markup("p:cNvSpPr"), Markup("p:nvPr"),
          ]),
        Markup(
          "p:spPr", [:],
          [
            SlideDrawing.transform(frame),
            Diagram.Shape.roundedRectangle.geometry(frame, scale: placement.scale),
            Markup("a:noFill"), slide.line(cluster.border, width: placement.scale),
          ]), body.markup(on: &slide),
      ])
    let members = map.diagram.nodes.indices.filter { map.diagram.nodes[$0].cluster == cluster.key }
    let boxes = members.map { box($0, id: ids[$0], on: &slide) }
    let count = members.count == 1 ? "1 shape" : "\(members.count) shapes"
    slide.append(
      slide.group(
        [outline] + boxes, name: "Group: \(cluster.label.text)",
        description: "\(cluster.label.text): \(count)", frame: frame))
  }
}
