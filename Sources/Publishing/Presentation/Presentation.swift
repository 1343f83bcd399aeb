import Containers
import Cartography

/// Slides on a base, ready to be packed.
struct Presentation {
  var title: String
  var base: PresentationBase
  var slides: [PresentationSlide]
  /// What was asked for, which slides carry along; `nil` if they are to keep nothing in mind.
  var asked: String?

  /// The bytes of the file.
  ///
  /// - Throws: ``PublishingError`` where the archive cannot be made.
  func bytes() throws(PublishingError) -> [UInt8] {
    var slideParts: [PackagePart] = []
    for position in slides.indices { slideParts += try self.parts(ofSlideAt: position) }
    var parts = [presentationPart] + base.parts + slideParts
    for (position, chart) in slides.flatMap(\.drawing.charts).enumerated() {
      parts += try chart.parts(number: position + 1)
    }
    parts += Self.properties(title: title)
    // Its bytes are made last, since they seal the others.
    parts.append(PackagePart(DeckSeal.path, type: DeckSeal.type, bytes: []))
    let roots = PackagePart.list([
      .init(id: "rId1", type: "officeDocument", target: "ppt/presentation.xml"),
      .init(id: "rId2", type: "core-properties", target: "docProps/core.xml"),
      .init(id: "rId3", type: "extended-properties", target: "docProps/app.xml"),
      .init(id: "rId4", type: "custom-properties", target: DeckSeal.path),
    ])
    var entries = PackagePart.entries(parts, roots: roots, defaults: base.defaultTypes)
    if let last = entries.indices.last {
      entries[last].bytes = DeckSeal.document(over: entries, asked: asked)
    }
    do {
      return try ZipArchive.packed(entries)
    } catch {
      throw PublishingError(
        .packingFailed, "The presentation cannot be made: \(error.reason).")
    }
  }

  private static func slidePath(_ position: Int) -> String { "slides/slide\(position + 1).xml" }

  /// The root part: the base's with the list of slides.
  private var presentationPart: PackagePart {
    var root = base.presentation
    var relationships = base.relationships
    let used = Set(relationships.map(\.id))
    var number = 0
    func newID() -> String {
      repeat { number += 1 } while used.contains("rId\(number)")
      return "rId\(number)"
    }
    var list = Markup("p:sldIdLst")
    for position in slides.indices {
      let id = newID()
      relationships.append(.init(id: id, type: "slide", target: Self.slidePath(position)))
      // Ids below 256 are not for slides.
      list.children.append(Markup("p:sldId", ["id": 256 + position, "r:id": id]))
    }
    let leading = ["p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst"]
    let place = root.children.lastIndex { leading.contains($0.name) }.map { $0 + 1 } ?? 0
    root.children.insert(list, at: place)
    return PackagePart(
      "ppt/presentation.xml", type: OfficeNames.type("presentation.main"), root, relationships)
  }

  private func parts(ofSlideAt position: Int) throws(PublishingError) -> [PackagePart] {
    let slide = slides[position]
    let path = "ppt/" + Self.slidePath(position)
    let notesPath = "ppt/notesSlides/notesSlide\(position + 1).xml"
    var relationships: [PackagePart.Relationship] = [
      .init(
        id: "rId1", type: "slideLayout",
        target: Self.relative(base.layouts[slide.layout] ?? "")),
      .init(
        id: "rId2", type: "notesSlide", target: "../notesSlides/notesSlide\(position + 1).xml"),
    ]
    for reference in slide.drawing.references {
      switch reference.target {
      case .web(let address):
        relationships.append(
          .init(
            id: reference.id, type: "hyperlink", target: address.addressEscaped, isExternal: true))
      case .slide(let key):
        // A link to a slide that is not there leads to the slide it is on.
        let target = slides.firstIndex { $0.key == key } ?? position
        relationships.append(
          .init(id: reference.id, type: "slide", target: "slide\(target + 1).xml"))
      }
    }
    let earlier = slides[..<position].reduce(0) { $0 + $1.drawing.charts.count }
    for number in slide.drawing.charts.indices {
      relationships.append(
        .init(
          id: SlideDrawing.chartReference(number), type: "chart",
          target: "../charts/bars\(earlier + number + 1).xml"))
    }
    let tree = StandardLayouts.tree(slide.drawing.shapes)
    let carried = [
      try slide.places?.part(position + 1),
      try written(slide, tree)?.part(slides.count + position + 1),
    ].compactMap(\.self)
    var memory = Markup("p:custDataLst")
    for part in carried {
      let id = "rId\(relationships.count + 1)"
      relationships.append(.init(id: id, type: "customXml", target: "../../\(part.path)"))
      memory.children.append(Markup("p:custData", ["r:id": id]))
    }
    let markup = OfficeNames.root(
      "p:sld", [:],
      [
        Markup("p:cSld", [:], [tree] + (carried.isEmpty ? [] : [memory])),
        Markup("p:clrMapOvr", [:], [Markup("a:masterClrMapping")]),
      ])
    return [
      PackagePart(path, type: OfficeNames.type("slide"), markup, relationships),
      PackagePart(
        notesPath, type: OfficeNames.type("notesSlide"), StandardNotes.slide(slide.notes),
        [
          .init(id: "rId1", type: "notesMaster", target: Self.relative(base.notesMaster)),
          .init(id: "rId2", type: "slide", target: "../" + Self.slidePath(position)),
        ]),
    ] + carried
  }

  /// What a slide carries along of what we write on it; `nil` if it is to keep nothing in mind.
  func written(
    _ slide: PresentationSlide, _ tree: Markup
  ) throws(PublishingError) -> WrittenSlide? {
    guard let asked else { return nil }
    // Read back as any other program would, so that later it can be told whether anything was changed.
    guard let read = try? Markup.root(of: tree.document, names: .written) else { return nil }
    var charts: [String: String] = [:]
    for (number, chart) in slide.drawing.charts.enumerated() {
      charts[SlideDrawing.chartReference(number)] = NativeChart.figures(in: chart.markup)
    }
    return WrittenSlide(
      asked: asked, key: slide.key, keys: slides.map(\.key), notes: slide.notes,
      scale: slide.places?.scale, tree: read, charts: charts, links: slide.drawing.linkWords)
  }

  /// The path of a part from a folder beside its own.
  private static func relative(_ path: String) -> String { "../" + path.dropFirst("ppt/".count) }

  /// Title and program, without a time of making, so that the same slides are the same bytes.
  private static func properties(title: String) -> [PackagePart] {
    [
      PackagePart(
        "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml",
        Markup(
          "cp:coreProperties",
          [
            "xmlns:cp":
              "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          ],
          [Markup("dc:title", text: title), Markup("dc:creator", text: "ecomap")])),
      PackagePart(
        "docProps/app.xml",
        type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        Markup(
          "Properties",
          [
            "xmlns":
              "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
          ], [Markup("Application", text: Program.title)])),
    ]
  }
}

extension String {
  /// The address with every character that addresses cannot hold written as `%` and two digits.
  var addressEscaped: String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
      .union("-._~:/?#[]@!$&'()*+,;=%".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if allowed.contains(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += "%\(digits.count < 2 ? "0" : "")\(digits)".utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
