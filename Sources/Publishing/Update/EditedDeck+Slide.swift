import Cartography
import Containers

extension EditedDeck {
  /// Brings a slide as it would be drawn now to the one in the presentation.
  mutating func bring(
    _ new: PresentationSlide, to slide: Slide, _ presentation: Presentation, _ old: Presentation?
  ) throws(PublishingError) -> UpdateRecord {
    guard let root = try package.markup(slide.path), let before = root.descendant("p:spTree"),
      let drawn = try? Markup.root(
        of: StandardLayouts.tree(new.drawing.shapes).document, names: .written),
      var written = try presentation.written(new, drawn)
    else { return UpdateRecord() }
    var was = slide.written
    if was == nil { was = try self.written(slide.key, in: old) }
    if try areNotesDisputed(new.notes, on: slide, old) { written.notes = was?.notes ?? "" }
    let charts = try charts(of: slide.path)
    let tree = try adopted(drawn, new, slide.path, charts.map(\.id))
    let freshCharts = Dictionary(
      new.drawing.charts.enumerated().map {
        (SlideDrawing.chartReference($0.offset), NativeChart.figures(in: $0.element.markup))
      }, uniquingKeysWith: { first, _ in first })
    let fresh = SlideShapes(drawn, charts: freshCharts, links: new.drawing.linkWords)
    var record: UpdateRecord
    if let was, was.tree == WrittenSlide.sum(of: before), root.first("p:timing") == nil,
      removesGone || !Self.losesAnything(was.shapes, fresh)
    {
      record = Self.difference(was.shapes, fresh)
      written.tree = WrittenSlide.sum(of: tree)
      if written.tree != was.tree {
        try replace(before, by: tree, in: root, slide.path)
        for number in new.drawing.charts.indices {
          try write(new.drawing.charts[number], as: number, of: slide.path)
        }
      }
      try keep(written, new.places, .init(), on: slide)
      return record
    }
    var merge = SlideMerge(
      .init(
        now: root,
        charts: Dictionary(
          charts.map { ($0.id, $0.figures) }, uniquingKeysWith: { first, _ in first }),
        links: try links(of: slide.path), written: was?.shapes, fresh: fresh, tree: tree,
        size: new.places.flatMap { drawn in was?.scale.map { $0 / drawn.scale } },
        colours: try package.colours(),
        width: Double(Measure.emu(presentation.base.width)),
        height: Double(Measure.emu(presentation.base.height)), removesGone: removesGone))
    merge.run()
    record = merge.record
    let isQuiet = merge.isQuiet && slide.written?.notes == written.notes
    guard !isQuiet || slide.written == nil else { return record }
    if merge.tree != before { try replace(before, by: merge.tree, in: root, slide.path) }
    for key in merge.freshCharts + merge.added {
      guard let shape = merge.fresh[key], shape.kind == .chart,
        let id = drawn[shape.path].descendant("c:chart")?["r:id"],
        let number = new.drawing.charts.indices.first(where: {
          SlideDrawing.chartReference($0) == id
        })
      else { continue }
      try write(new.drawing.charts[number], as: number, of: slide.path)
    }
    written.tree = merge.tree == before ? was?.tree : nil
    written.shapes = merge.written
    written.scale = was?.scale ?? written.scale.map { $0 * merge.alignment.size }
    try keep(written, new.places, merge.alignment, on: slide)
    return record
  }

  private func written(
    _ key: String, in old: Presentation?
  ) throws(PublishingError) -> WrittenSlide? {
    guard let old, let slide = old.slides.first(where: { $0.key == key }) else { return nil }
    return try old.written(slide, StandardLayouts.tree(slide.drawing.shapes))
  }

  /// Whether something that stands for an entity, or was faded before, is not on a new picture.
  private static func losesAnything(_ was: [WrittenShape], _ fresh: SlideShapes) -> Bool {
    let keys = Set(fresh.all.map(\.key))
    return was.contains { shape in
      let isThing =
        shape.name.contains(SlideShape.keyMark) || shape.key.hasPrefix("line:")
        || shape.name.hasPrefix(SlideShape.lineMark)
      return shape.isGone == true || isThing && !keys.contains(shape.key)
    }
  }

  /// What says or looks other than before on a slide that nobody edited.
  private static func difference(
    _ was: [WrittenShape], _ fresh: SlideShapes
  ) -> UpdateRecord {
    var record = UpdateRecord()
    let before = Dictionary(was.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for shape in fresh.all {
      guard let known = before[shape.key] else {
        record.added.append(shape.title)
        continue
      }
      let now = shape.written
      if [now.text, now.fill, now.line] != [known.text, known.fill, known.line] {
        record.changed.append(shape.title)
      }
    }
    let keys = Set(fresh.all.map(\.key))
    record.removed = was.filter {
      !keys.contains($0.key) && $0.name.contains(SlideShape.keyMark)
    }.map { $0.name.split(separator: " #").first.map(String.init) ?? $0.name }
    return record
  }

  private mutating func replace(
    _ before: Markup, by tree: Markup, in root: Markup, _ path: String
  ) throws(PublishingError) {
    var root = root
    root.change("p:cSld") { $0.change("p:spTree") { $0 = tree } }
    package.write(root.document, to: path)
  }

  /// Keeps in mind what is on a slide now.
  private mutating func keep(
    _ written: WrittenSlide, _ places: CarriedPlaces?, _ alignment: SlideAlignment, on slide: Slide
  ) throws(PublishingError) {
    var places = places
    if !alignment.isNone, let drawn = places {
      // Places are told in the size of the letters that stand there, wherever they are.
      places?.scale = drawn.scale * alignment.size
      places?.x = drawn.x * alignment.size + alignment.corner.x / 12_700
      places?.y = drawn.y * alignment.size + alignment.corner.y / 12_700
    }
    if let places {
      try keep(places.part(0).bytes, at: slide.placesPath, of: slide.path)
    }
    if written != slide.written {
      try keep(written.document(), at: slide.writtenPath, of: slide.path)
    }
  }

  /// Lets a slide carry something along.
  mutating func keep(
    _ bytes: [UInt8], at known: String?, of slide: String
  ) throws(PublishingError) {
    if let known {
      package.write(bytes, to: known)
      return
    }
    let path = package.freePath("customXml/item", "xml")
    try package.add(PackagePart(path, type: "application/xml", bytes: bytes))
    let id = try package.refer(slide, to: path, type: "customXml")
    guard var root = try package.markup(slide) else { return }
    root.change("p:cSld") { content in
      if content.first("p:custDataLst") == nil {
        let place = content.children.firstIndex { $0.name == "p:spTree" }
        content.children.insert(
          Markup("p:custDataLst"), at: place.map { $0 + 1 } ?? content.children.count)
      }
      content.change("p:custDataLst") { $0.children.append(Markup("p:custData", ["r:id": id])) }
    }
    package.write(root.document, to: slide)
  }
}
