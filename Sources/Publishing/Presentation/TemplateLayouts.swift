import Cartography

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
      guard let master = package.markup(masterPath) else { continue }
      let references = package.relationships(of: masterPath)
      for entry in master.all("p:sldLayoutId") {
        guard let path = references.first(where: { $0.id == entry["r:id"] })?.target,
          let layout = package.markup(path)
        else { continue }
        layouts.append(Self.layout(path, layout, master: master))
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

  private static func layout(_ path: String, _ layout: Markup, master: Markup) -> Layout {
    let placeholders = Self.placeholders(of: layout)
    let title = placeholders.first { ["title", "ctrTitle"].contains($0.type) }
    let masterTitle = Self.placeholders(of: master).first { $0.type == "title" }
    let titleSize =
      title?.size ?? masterTitle?.size
      ?? Self.size(in: master.all("p:titleStyle").first ?? Markup("none"))
    let small = ["title", "ctrTitle", "dt", "ftr", "sldNum"]
    return Layout(
      path: path, type: layout["type"], titleFrame: title?.frame ?? masterTitle?.frame,
      titleSize: titleSize,
      slideNumberIndex: placeholders.first { $0.type == "sldNum" }?.index,
      subtitleIndex: placeholders.first { $0.type == "subTitle" }?.index,
      hasTitle: title != nil,
      otherPlaceholders: placeholders.count { !small.contains($0.type) })
  }

  /// The size of letters on the first level of a style.
  private static func size(in style: Markup) -> Double? {
    style.all("a:lvl1pPr").first?.first("a:defRPr")?["sz"].flatMap(Double.init).map { $0 / 100 }
  }

  /// A place for something on a layout or master.
  private struct Placeholder {
    let type: String
    let index: Int?
    let frame: LaidOutDiagram.Rectangle?
    let size: Double?
  }

  private static func placeholders(of root: Markup) -> [Placeholder] {
    root.all("p:sp").compactMap { shape in
      guard let placeholder = shape.all("p:ph").first else { return nil }
      let transform = shape.first("p:spPr")?.first("a:xfrm")
      func points(_ child: String, _ attribute: String) -> Double? {
        transform?.first(child)?[attribute].flatMap(Double.init).map { $0 / 12_700 }
      }
      var frame: LaidOutDiagram.Rectangle?
      if let x = points("a:off", "x"), let y = points("a:off", "y"),
        let width = points("a:ext", "cx"), let height = points("a:ext", "cy")
      {
        frame = .init(x: x, y: y, width: width, height: height)
      }
      return Placeholder(
        type: placeholder["type"] ?? "obj", index: placeholder["idx"].flatMap { Int($0) },
        frame: frame, size: size(in: shape))
    }
  }
}
