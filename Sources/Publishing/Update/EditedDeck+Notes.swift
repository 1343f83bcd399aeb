import Containers

extension EditedDeck {
  /// What lines in the notes begin with that an update wrote.
  private static let mark = "ecomap update: "

  /// The notes of a slide: the part, the whole of it, where the words stand in it, and the paragraphs that are not an update's.
  private struct Notes {
    var path: String
    var root: Markup
    var place: Int
    var body: Markup
    var own: [Markup]

    var text: String { own.map(EditedDeck.text).joined(separator: "\n") }
  }

  private func notes(of slide: Slide) throws(PublishingError) -> Notes? {
    let reference = try package.references(of: slide.path).first { $0.type == "notesSlide" }
    guard let reference, let root = try package.markup(reference.target),
      let tree = root.descendant("p:spTree"),
      let place = tree.children.firstIndex(where: {
        $0.descendant("p:ph")?["type"] == "body" && $0.first("p:txBody") != nil
      }), let body = tree.children[place].first("p:txBody")
    else { return nil }
    let own = body.children(named: "a:p").filter { !Self.text($0).hasPrefix(Self.mark) }
    return Notes(path: reference.target, root: root, place: place, body: body, own: own)
  }

  private static func text(_ paragraph: Markup) -> String {
    ShapeText.text(of: Markup("p:txBody", [:], [paragraph]))
  }

  /// Whether people and the data both changed the notes of a slide.
  func areNotesDisputed(
    _ wanted: String, on slide: Slide, _ old: Presentation?
  ) throws(PublishingError) -> Bool {
    guard let here = try notes(of: slide)?.text else { return false }
    let was = Self.written(slide, old)
    return !isSame(was ?? "", wanted) && !isSame(here, wanted)
      && was.map { !isSame($0, here) } ?? true
  }

  private static func written(_ slide: Slide, _ old: Presentation?) -> String? {
    slide.written?.notes ?? old?.slides.first { $0.key == slide.key }?.notes
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    ShapeText.plain(one) == ShapeText.plain(other)
  }

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
    guard var notes = try notes(of: slide) else { return }
    if let wanted {
      if try areNotesDisputed(wanted, on: slide, old) {
        record.conflicts.append(
          "the notes stay as people made them; the data says “\(SlideMerge.short(wanted))”")
      } else if let was = Self.written(slide, old), !isSame(was, wanted), isSame(was, notes.text) {
        notes.own = Self.paragraphs(wanted)
      }
    }
    var told = record.conflicts
    if !record.faded.isEmpty {
      told.append("no longer in the data: \(record.faded.joined(separator: ", "))")
    }
    let lines = notes.own + told.flatMap { Self.paragraphs(Self.mark + $0) }
    guard lines.map(Self.text) != notes.body.children(named: "a:p").map(Self.text) else { return }
    notes.root.change("p:cSld") { content in
      content.change("p:spTree") { tree in
        tree.children[notes.place].change("p:txBody") { body in
          body.children = body.children.filter { $0.name != "a:p" } + lines
          if lines.isEmpty { body.children.append(Markup("a:p")) }
        }
      }
    }
    package.write(notes.root.document, to: notes.path)
  }

  private static func paragraphs(_ notes: String) -> [Markup] {
    StandardNotes.slide(notes).all("a:p")
  }
}
