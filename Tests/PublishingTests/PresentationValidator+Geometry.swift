import Containers
import Foundation
import GraphvizKit

@testable import Publishing

extension PresentationValidator {
  /// What lies outside of a slide, connectors that end beside the site they are glued to, and letters smaller than so many
  /// points.
  func faultsOfSight(on path: String, smallest: Double) -> [String] {
    guard let root = parts[path], let slide = parts["ppt/presentation.xml"]?.first("p:sldSz"),
      let width = slide.number("cx"), let height = slide.number("cy")
    else { return ["\(path) or its size is missing."] }
    var faults: [String] = []
    var frames: [String: PlacedShape] = [:]
    for kind in ["p:sp", "p:cxnSp", "p:grpSp", "p:graphicFrame", "p:pic"] {
      for element in root.all(kind) {
        guard let shape = PlacedShape(element) else { continue }
        frames[shape.id] = shape
        let corners = shape.corners
        if corners.contains(where: {
          $0.x < -Self.slack || $0.y < -Self.slack || $0.x > width + Self.slack
            || $0.y > height + Self.slack
        }) {
          faults.append("\(path): “\(shape.name)” lies outside of the slide.")
        }
      }
    }
    for connector in root.all("p:cxnSp") {
      guard let line = PlacedShape(connector) else { continue }
      for (end, place) in [("a:stCxn", line.start), ("a:endCxn", line.end)] {
        guard let glue = connector.all(end).first, let shape = glue["id"].flatMap({ frames[$0] }),
          let index = glue["idx"].flatMap({ Int($0) })
        else { continue }
        guard shape.sites.indices.contains(index) else { continue }
        let site = shape.sites[index]
        if hypot(site.x - place.x, site.y - place.y) > Self.slack {
          faults.append("\(path): “\(line.name)” ends beside its site on “\(shape.name)”.")
        }
      }
    }
    let sizes = root.all("a:rPr").compactMap { $0.number("sz") }
    if let least = sizes.min(), least < smallest * 100 {
      faults.append("\(path): letters of \(least / 100) pt.")
    }
    return faults
  }

  /// One point.
  private static let slack = 12_700.0
}

/// A shape where ECMA-376 puts it: mirrored first, then turned around its middle.
private struct PlacedShape {
  typealias Point = (x: Double, y: Double)

  let id: String
  let name: String
  private let x, y, width, height, turn: Double
  private let mirror: Point
  private let preset: String?
  private let adjustment: Double

  init?(_ element: Markup) {
    let properties =
      element.first("p:spPr") ?? element.first("p:grpSpPr") ?? element
    guard let naming = element.children.first?.first("p:cNvPr"), let id = naming["id"],
      let transform = properties.first("a:xfrm") ?? properties.first("p:xfrm"),
      let offset = transform.first("a:off"), let extent = transform.first("a:ext"),
      let x = offset.number("x"), let y = offset.number("y"), let width = extent.number("cx"),
      let height = extent.number("cy")
    else { return nil }
    (self.id, self.x, self.y, self.width, self.height) = (id, x, y, width, height)
    name = naming["name"] ?? ""
    turn = (transform.number("rot") ?? 0) / 60_000 * .pi / 180
    mirror = (transform["flipH"] == "1" ? -1 : 1, transform["flipV"] == "1" ? -1 : 1)
    let geometry = properties.first("a:prstGeom")
    preset = geometry?["prst"]
    let guides = geometry?.all("a:gd").first { $0["name"] == "adj" }
    adjustment = guides?["fmla"].flatMap { Double($0.dropFirst(4)) } ?? 25_000
  }

  /// A place given in shares of half the width and half the height from the middle.
  private func place(_ across: Double, _ down: Double) -> Point {
    let (dx, dy) = (across * width / 2 * mirror.x, down * height / 2 * mirror.y)
    return (
      x + width / 2 + dx * cos(turn) - dy * sin(turn),
      y + height / 2 + dx * sin(turn) + dy * cos(turn)
    )
  }

  var corners: [Point] { [place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)] }
  /// Connectors run from the upper left to the lower right corner.
  var start: Point { place(-1, -1) }
  var end: Point { place(1, 1) }

  /// The connection sites in the order of presetShapeDefinitions.
  var sites: [Point] {
    switch preset {
    case "rect", "roundRect": return [place(0, -1), place(-1, 0), place(0, 1), place(1, 0)]
    case "ellipse":
      let half = 0.5.squareRoot()
      return [
        place(0, -1), place(-half, -half), place(-1, 0), place(-half, half), place(0, 1),
        place(half, half), place(1, 0), place(half, -half),
      ]
    case "hexagon":
      let inset = min(width, height) * adjustment / 100_000
      let across = width > 0 ? 1 - 2 * inset / width : 0
      return [
        place(1, 0), place(across, 1), place(-across, 1), place(-1, 0), place(-across, -1),
        place(across, -1),
      ]
    default: return []
    }
  }
}

extension Markup {
  fileprivate func number(_ name: String) -> Double? { self[name].flatMap(Double.init) }
}
