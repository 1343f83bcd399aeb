import Containers
import Cartography
import GraphvizKit

/// The layouts of a template that our slides use.
struct TemplateLayouts {
  /// One layout, with what it has room for.
  struct Layout {
    let path: String
    let type: String?
    /// The frame of the title, its own or its master's.
    var titleFrame: LaidOutDiagram.Rectangle?
    /// The size of the title's letters in points, where it can be found.
    let titleSize: Double?
    let slideNumberIndex: Int?
    let subtitleIndex: Int?
    let hasTitle: Bool
    /// How many placeholders would stay empty under a map.
    let otherPlaceholders: Int
  }

  /// The layout of the first slide.
  let title: Layout
  /// The layout of a slide with something drawn.
  let titleOnly: Layout

  /// - Throws: ``PublishingError`` where no layout has a title.
  init(
    in package: TemplatePackage, _ relationships: [PackagePart.Relationship],
    _ presentation: Markup
  ) throws(PublishingError) {
    var layouts: [Layout] = []
    for entry in presentation.first("p:sldMasterIdLst")?.children ?? [] {
      guard let relationship = relationships.first(where: { $0.id == entry["r:id"] }) else {
        continue
      }
      let masterPath = String(relationship.target.dropFirst())
      guard let master = try package.markup(masterPath) else { continue }
      let references = try package.relationships(of: masterPath)
      for entry in master.all("p:sldLayoutId") {
        guard let path = references.first(where: { $0.id == entry["r:id"] })?.target,
          let layout = try package.markup(path)
        else { continue }
        layouts.append(try Self.layout(path, layout, master: master))
      }
    }
    let titled = layouts.filter(\.hasTitle)
    guard let first = titled.first else {
      throw PublishingError(.badTemplate, "No layout of the template has a place for a title.")
    }
    title = layouts.first { $0.type == "title" } ?? first
    titleOnly =
      titled.first { $0.type == "titleOnly" }
      ?? titled.filter { $0.type != "title" }
      .min { $0.otherPlaceholders < $1.otherPlaceholders } ?? first
  }

  private static func layout(
    _ path: String, _ layout: Markup, master: Markup
  ) throws(PublishingError) -> Layout {
    let placeholders = try Self.placeholders(of: layout, path)
    let title = placeholders.first { ["title", "ctrTitle"].contains($0.type) }
    let masterTitle = try Self.placeholders(of: master, path).first { $0.type == "title" }
    let masterSize = try size(in: master.all("p:titleStyle").first ?? Markup("none"), path)
    let small = ["title", "ctrTitle", "dt", "ftr", "sldNum"]
    return Layout(
      path: path, type: layout["type"], titleFrame: title?.frame ?? masterTitle?.frame,
      titleSize: title?.size ?? masterTitle?.size ?? masterSize,
      slideNumberIndex: placeholders.first { $0.type == "sldNum" }?.index,
      subtitleIndex: placeholders.first { $0.type == "subTitle" }?.index,
      hasTitle: title != nil,
      otherPlaceholders: placeholders.count { !small.contains($0.type) })
  }

  /// The size of letters on the first level of a style, in points.
  private static func size(in style: Markup, _ path: String) throws(PublishingError) -> Double? {
    guard let text = style.all("a:lvl1pPr").first?.first("a:defRPr")?["sz"] else { return nil }
    // ECMA-376 part 1, 20.1.10.72.
    guard let size = number(text, in: 100...400_000) else {
      throw PublishingError(
        .badTemplate,
        "The template has letters of size “\(text.prefix(40))” for \(path), and letters have from 100 to 400,000 "
          + "hundredths of a point; set the size of the title in PowerPoint under View, Slide Master."
      )
    }
    return size / 100
  }

  /// The number that a text of a template is, `nil` unless it is one within the limits.
  static func number(_ text: String, in limits: ClosedRange<Double>) -> Double? {
    Double(text).flatMap { limits.contains($0) ? $0 : nil }
  }

  /// A place for something on a layout or master.
  private struct Placeholder {
    let type: String
    let index: Int?
    let frame: LaidOutDiagram.Rectangle?
    let size: Double?
  }

  /// Where a shape may lie, in English metric units: far beyond any slide, near enough to be drawn.
  private static let offsets = -51_206_400.0 * 2...51_206_400 * 2

  private static func placeholders(
    of root: Markup, _ path: String
  ) throws(PublishingError) -> [Placeholder] {
    var found: [Placeholder] = []
    for shape in root.all("p:sp") {
      guard let placeholder = shape.all("p:ph").first else { continue }
      let transform = shape.first("p:spPr")?.first("a:xfrm")
      func points(_ child: String, _ attribute: String) throws(PublishingError) -> Double? {
        guard let text = transform?.first(child)?[attribute] else { return nil }
        guard let value = number(text, in: child == "a:ext" ? 0...offsets.upperBound : offsets)
        else {
          throw PublishingError(
            .badTemplate,
            "The template has a placeholder at “\(text.prefix(40))” for \(path), which is on no slide; "
              + "move it onto the slide in PowerPoint under View, Slide Master.")
        }
        return value / 12_700
      }
      var frame: LaidOutDiagram.Rectangle?
      if let x = try points("a:off", "x"), let y = try points("a:off", "y"),
        let width = try points("a:ext", "cx"), let height = try points("a:ext", "cy")
      {
        frame = .init(x: x, y: y, width: width, height: height)
      }
      found.append(
        Placeholder(
          type: placeholder["type"] ?? "obj", index: placeholder["idx"].flatMap { Int($0) },
          frame: frame, size: try size(in: shape, path)))
    }
    return found
  }
}
