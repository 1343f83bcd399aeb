import Containers
import Cartography
import GraphvizKit

extension PresentationBase {
  /// The standard base, or the template's where there is one.
  ///
  /// - Throws: ``PublishingError`` where the template is no presentation.
  init(_ options: PresentationOptions, theme: Theme) throws(PublishingError) {
    if let template = options.template {
      try self.init(template: template)
    } else {
      self = .standard(theme)
    }
    carriesPlaces = options.carriesPlaces
  }

  private static let root = "ppt/presentation.xml"
  /// What a presentation keeps of its template; its slides, comments, macros and printers are its own business.
  private static let kept: Set<String> = [
    "slideMaster", "notesMaster", "handoutMaster", "presProps", "theme", "tableStyles", "font",
  ]

  /// Takes over the masters, layouts, themes and the size of a template.
  private init(template bytes: [UInt8]) throws(PublishingError) {
    let package = try TemplatePackage(bytes)
    guard var presentation = try package.markup(Self.root),
      presentation["xmlns:p"] == OfficeNames.presentation
    else {
      throw PublishingError(
        .badTemplate,
        "The template is no presentation of the usual kind; save it from PowerPoint as .pptx or .potx."
      )
    }
    let dropped = ["p:sldIdLst", "p:custShowLst", "p:custDataLst", "p:extLst"]
    presentation.children.removeAll { dropped.contains($0.name) }
    var relationships = try package.relationships(of: Self.root).filter {
      Self.kept.contains($0.type)
    }
    var (parts, leftOut) = try Self.reachable(from: relationships, in: package)
    for position in relationships.indices {
      relationships[position].target = "/" + relationships[position].target
    }
    var notesMaster = relationships.first { $0.type == "notesMaster" }.map {
      String($0.target.dropFirst())
    }
    if notesMaster == nil {
      let path = "ppt/notesMasters/notesMaster1.xml"
      let names = Set(parts.map(\.path))
      var number = 1
      while names.contains("ppt/theme/theme\(number).xml") { number += 1 }
      parts += Self.notesParts(master: path, theme: "ppt/theme/theme\(number).xml")
      relationships.append(.init(id: "rIdNotes", type: "notesMaster", target: "/" + path))
      let list = Markup(
        "p:notesMasterIdLst", [:], [Markup("p:notesMasterId", ["r:id": "rIdNotes"])])
      let place = presentation.children.firstIndex { $0.name == "p:sldMasterIdLst" }
      presentation.children.insert(list, at: place.map { $0 + 1 } ?? 0)
      notesMaster = path
    }
    let choice = try TemplateLayouts(in: package, relationships, presentation)
    let size = presentation.first("p:sldSz")
    let width = try Self.points(size?["cx"], "width") ?? Slide.width
    let height = try Self.points(size?["cy"], "height") ?? Slide.height
    // A template with nothing but a layout for first slides has the title half-way down.
    let movesTitle = choice.titleOnly.titleFrame.map { $0.y + $0.height > height * 0.4 } ?? true
    self.init(
      width: width, height: height,
      parts: parts, presentation: presentation, relationships: relationships,
      layouts: [.title: choice.title.path, .titleOnly: choice.titleOnly.path],
      notesMaster: notesMaster ?? "", defaultTypes: package.defaultTypes,
      titleFrame: movesTitle
        ? .init(x: width * 0.04, y: height * 0.04, width: width * 0.92, height: height * 0.12)
        : choice.titleOnly.titleFrame, movesTitle: movesTitle,
      titleSize: choice.titleOnly.titleSize,
      slideNumberIndex: choice.titleOnly.slideNumberIndex,
      subtitleIndex: choice.title.subtitleIndex, leftOut: leftOut)
  }

  /// The sizes that a slide may have in English metric units: 1 to 56 in; ECMA-376 part 1, 19.7.13.
  private static let slideSizes = 914_400.0...51_206_400

  /// A size of the slide in points.
  private static func points(
    _ text: String?, _ side: String
  ) throws(PublishingError) -> Double? {
    guard let text else { return nil }
    guard let size = TemplateLayouts.number(text, in: slideSizes) else {
      throw PublishingError(
        .badTemplate,
        "The template's slides have a \(side) of “\(text.prefix(40))” units, and slides have from 914,400 to "
          + "51,206,400 (1 to 56 inches); set their size in PowerPoint under Design, Slide Size.")
    }
    return size / 12_700
  }

  /// The parts that can be reached from the kept ones, in the order in which they are met.
  private static func reachable(
    from relationships: [PackagePart.Relationship], in package: TemplatePackage
  ) throws(PublishingError) -> (parts: [PackagePart], leftOut: [String]) {
    var parts: [PackagePart] = []
    var leftOut: [String] = []
    var met: Set<String> = []
    var waiting = relationships.map(\.target)[...]
    while let path = waiting.popFirst() {
      guard met.insert(path).inserted else { continue }
      guard let (part, left) = try package.part(path) else {
        throw PublishingError(.badTemplate, "The template lacks its part \(path).")
      }
      parts.append(part)
      leftOut += left
      for relationship in try package.relationships(of: path) {
        guard relationship.type != "slide" else {
          throw PublishingError(
            .badTemplate,
            "The template's \(path) links to one of its slides; take the link away and try again.")
        }
        waiting.append(relationship.target)
      }
    }
    return (parts, leftOut)
  }
}
