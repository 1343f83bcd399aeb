import Cartography
import Containers

extension EditedDeck {
  /// Adds the slides that the data asks for now and did not before; those that people took off stay off.
  mutating func addSlides(
    _ fresh: Presentation, _ asked: String
  ) throws(PublishingError) {
    let known = Set(
      slides.filter { $0.asked == asked }.flatMap { [$0.key] + ($0.written?.keys ?? []) })
    let new = fresh.slides.indices.filter { !known.contains(fresh.slides[$0].key) }
    guard !new.isEmpty else { return }
    guard hasMemory else {
      report.note(
        "the deck does not say which slides it had, so that none is added: \(new.map { fresh.slides[$0].title }.joined(separator: ", "))"
      )
      return
    }
    for position in new { try add(fresh.slides[position], at: position, of: fresh, asked) }
  }

  private mutating func add(
    _ slide: PresentationSlide, at position: Int, of fresh: Presentation, _ asked: String
  ) throws(PublishingError) {
    let path = package.freePath("ppt/slides/slide", "xml")
    // The layouts and the notes' master are those of the slides beside it.
    let model = slides.first { ($0.key == "title") == (slide.layout == .title) } ?? slides[0]
    let references = try package.references(of: model.path)
    guard let layout = references.first(where: { $0.type == "slideLayout" }),
      let drawn = try? Markup.root(
        of: StandardLayouts.tree(slide.drawing.shapes).document, names: .written)
    else { return }
    let root = OfficeNames.root(
      "p:sld", [:],
      [
        Markup("p:cSld", [:], [drawn]),
        Markup("p:clrMapOvr", [:], [Markup("a:masterClrMapping")]),
      ])
    try package.add(PackagePart(path, type: OfficeNames.type("slide"), root))
    _ = try package.refer(path, to: layout.target, type: "slideLayout")
    slides.append(
      Slide(number: 0, path: path, key: slide.key, asked: asked))
    let tree = try adopted(drawn, slide, path, [])
    var made = root
    made.change("p:cSld") { $0.children = [tree] }
    package.write(made.document, to: path)
    for number in slide.drawing.charts.indices {
      try write(slide.drawing.charts[number], as: number, of: path)
    }
    try addNotes(slide.notes, to: path, like: references)
    if let places = slide.places { try keep(places.part(0).bytes, at: nil, of: path) }
    if var written = try fresh.written(slide, drawn) {
      let final = try package.markup(path)?.descendant("p:spTree")
      written.tree = final.map(WrittenSlide.sum)
      try keep(written.document(), at: nil, of: path)
    }
    var before: String?
    for earlier in fresh.slides[..<position].reversed() where before == nil {
      before = slides.first { $0.key == earlier.key && $0.asked == asked }?.path
    }
    let number = try list(path, behind: before)
    report.change("slide \(number) (\(slide.title)) is new")
  }

  private mutating func addNotes(
    _ notes: String, to path: String, like references: [DeckPackage.Reference]
  ) throws(PublishingError) {
    guard let other = references.first(where: { $0.type == "notesSlide" }),
      let master = try package.references(of: other.target).first(where: {
        $0.type == "notesMaster"
      })
    else { return }
    let notesPath = package.freePath("ppt/notesSlides/notesSlide", "xml")
    try package.add(
      PackagePart(
        notesPath, type: OfficeNames.type("notesSlide"), StandardNotes.slide(notes)))
    _ = try package.refer(notesPath, to: master.target, type: "notesMaster")
    _ = try package.refer(notesPath, to: path, type: "slide")
    _ = try package.refer(path, to: notesPath, type: "notesSlide")
  }

  /// Puts a slide into the order of the presentation.
  ///
  /// - Returns: Its number.
  private mutating func list(
    _ path: String, behind before: String?
  ) throws(PublishingError) -> Int {
    let id = try package.refer(DeckPackage.root, to: path, type: "slide")
    let targets = Dictionary(
      try package.references(of: DeckPackage.root).map { ($0.target, $0.id) },
      uniquingKeysWith: { first, _ in first })
    guard var root = try package.markup(DeckPackage.root) else { return 0 }
    var number = 0
    root.change("p:sldIdLst") { list in
      // Ids below 256 are not for slides.
      let highest = list.children.compactMap { $0["id"].flatMap { Int($0) } }.max() ?? 255
      let place = before.flatMap { targets[$0] }.flatMap { wanted in
        list.children.firstIndex { $0["r:id"] == wanted }
      }
      number = place.map { $0 + 2 } ?? list.children.count + 1
      list.children.insert(
        Markup("p:sldId", ["id": max(highest, 255) + 1, "r:id": id]), at: number - 1)
    }
    package.write(root.document, to: DeckPackage.root)
    return number
  }
}

extension PresentationSlide {
  /// The words of its title.
  var title: String {
    SlideShapes(StandardLayouts.tree(drawing.shapes)).title ?? SlideMerge.short(key)
  }
}
