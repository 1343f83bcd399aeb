import Containers

extension EditedDeck {
  /// What lines in the notes begin with that an update wrote.
  private static let mark = "ecomap update: "

  /// Brings the notes to those of a slide, and lists there what people and data both changed, and what is gone.
  ///
  /// - Parameters:
  ///   - wanted: The notes as they would be written now; `nil` where the slide is not drawn any more.
  ///   - slide: The slide.
  ///   - record: What became of it.
  ///   - old: The slides as they were drawn before.
  /// - Throws: ``PublishingError`` where a part is damaged.
  mutating func bringNotes(
    _ wanted: String?, to slide: Slide, _ record: inout UpdateRecord, _ old: Presentation?
  ) throws(PublishingError) {
    let reference = try package.references(of: slide.path).first { $0.type == "notesSlide" }
    guard let reference, let root = try package.markup(reference.target),
      let tree = root.descendant("p:spTree"),
      let place = tree.children.firstIndex(where: {
        $0.descendant("p:ph")?["type"] == "body" && $0.first("p:txBody") != nil
      }), let body = tree.children[place].first("p:txBody")
    else { return }
    func text(_ paragraph: Markup) -> String {
      ShapeText.text(of: Markup("p:txBody", [:], [paragraph]))
    }
    var own = body.children(named: "a:p").filter { !text($0).hasPrefix(Self.mark) }
    let here = own.map(text).joined(separator: "\n")
    let was = slide.written?.notes ?? old?.slides.first { $0.key == slide.key }?.notes
    if let wanted {
      func isSame(_ one: String, _ other: String) -> Bool {
        ShapeText.plain(one) == ShapeText.plain(other)
      }
      if let was, !isSame(was, wanted), isSame(was, here) {
        own = Self.paragraphs(wanted)
      } else if !isSame(was ?? here, wanted), !isSame(here, wanted) {
        record.conflicts.append(
          "the notes stay as people made them; the data says “\(SlideMerge.short(wanted))”")
      }
    }
    var told = record.conflicts
    if !record.faded.isEmpty {
      told.append("no longer in the data: \(record.faded.joined(separator: ", "))")
    }
    let wantedLines = own + told.flatMap { Self.paragraphs(Self.mark + $0) }
    guard wantedLines.map(text) != body.children(named: "a:p").map(text) else { return }
    var changed = tree
    changed.children[place].change("p:txBody") { body in
      body.children = body.children.filter { $0.name != "a:p" } + wantedLines
      if wantedLines.isEmpty { body.children.append(Markup("a:p")) }
    }
    var document = root
    document.change("p:cSld") { $0.change("p:spTree") { $0 = changed } }
    package.write(document.document, to: reference.target)
  }

  private static func paragraphs(_ notes: String) -> [Markup] {
    StandardNotes.slide(notes).all("a:p")
  }
}
