import Cartography
import Containers
import EcosystemModel

/// A presentation of ours that people worked on, into which new data is taken.
package struct EditedDeck {
  /// One of its slides that we wrote.
  struct Slide {
    /// Its number, from 1.
    var number: Int
    var path: String
    /// What we wrote on it; `nil` where another program dropped that.
    var written: WrittenSlide?
    /// The part that says what we wrote, and the one with the places of its map.
    var writtenPath: String?
    var placesPath: String?
    /// The name of the slide among those that are drawn now, and what was asked for.
    var key: String
    var asked: String
  }

  var package: DeckPackage
  var slides: [Slide] = []
  /// The numbers of slides that are none of ours.
  private(set) var others: [Int] = []
  /// Whether what is gone is taken off rather than faded.
  let removesGone: Bool
  /// What became of it, in sentences.
  package internal(set) var report = UpdateReport()

  /// Opens a presentation.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - asked: What its slides are to be drawn from, where they do not say.
  ///   - removesGone: Whether what the data no longer has is taken off rather than faded.
  /// - Throws: ``PublishingError`` with code `badDeck` where it is no presentation of ours.
  package init(_ bytes: [UInt8], asked: String?, removesGone: Bool) throws(PublishingError) {
    package = try DeckPackage(bytes)
    self.removesGone = removesGone
    let paths = try package.slides()
    for (position, path) in paths.enumerated() {
      var slide = Slide(number: position + 1, path: path, key: "", asked: "")
      for reference in try package.references(of: path) where reference.type == "customXml" {
        guard let root = try? package.markup(reference.target) else { continue }
        if let written = WrittenSlide(part: root) {
          (slide.written, slide.writtenPath) = (written, reference.target)
          (slide.key, slide.asked) = (written.key, written.asked)
        } else if root.name == "places" {
          slide.placesPath = reference.target
        }
      }
      slides.append(slide)
    }
    if slides.contains(where: { $0.written != nil }) {
      others = slides.filter { $0.written == nil }.map(\.number)
      slides.removeAll { $0.written == nil }
    } else {
      guard let asked = asked ?? package.asked else {
        throw .badDeck(
          "it does not say what its slides show: ecomap did not write it, or left that out")
      }
      for position in slides.indices { slides[position].asked = asked }
    }
  }

  /// What slides were asked for, each once, in the order of the slides.
  package var orders: [String] {
    var seen: Set<String> = []
    return slides.map(\.asked).filter { seen.insert($0).inserted }
  }

  /// Whether slides say what we wrote on them.
  package var hasMemory: Bool { slides.contains { $0.written != nil } }

  /// The names of the slides that were asked for alike, with their parts.
  package func keys(_ asked: String) -> [(key: String, part: String)] {
    slides.filter { $0.asked == asked }.map { ($0.key, $0.path) }
  }

  /// What became of it, with what is none of ours.
  package var finalReport: UpdateReport {
    var report = report
    if !others.isEmpty {
      let numbers = Phrase.list(others.map(String.init), limit: 10)
      report.note(
        others.count == 1
          ? "slide \(numbers) is somebody's own and stays as it is"
          : "slides \(numbers) are somebody's own and stay as they are")
    }
    return report
  }

  /// Finds out which slide is which of those that would be drawn now, where they do not say: by the names of their shapes, and
  /// their titles.
  package mutating func recognise(_ fresh: FreshSlides) throws(PublishingError) {
    guard !hasMemory else { return }
    var drawn: [(key: String, names: Set<String>)] = []
    for slide in fresh.presentation.slides {
      let tree = StandardLayouts.tree(slide.drawing.shapes)
      drawn.append((slide.key, Self.names(in: tree)))
    }
    var found: [Slide] = []
    for var slide in slides {
      let names = Self.names(in: try package.markup(slide.path) ?? Markup("p:sld"))
      let best = drawn.indices.map { place in
        let both = drawn[place].names.intersection(names).count
        return (share: Double(2 * both) / Double(drawn[place].names.count + names.count), place)
      }.max { ($0.share, -$0.1) < ($1.share, -$1.1) }
      guard let best, best.share > 0.25 else {
        others.append(slide.number)
        continue
      }
      slide.key = drawn[best.1].key
      found.append(slide)
    }
    slides = found
  }

  /// By what a slide is recognised: the names of its shapes, and the words of its title.
  private static func names(in tree: Markup) -> Set<String> {
    let shapes = SlideShapes(tree.descendant("p:spTree") ?? tree).all
    return Set(
      shapes.map { shape in
        shape.role.map { "\($0): \(ShapeText.plain(shape.written.text))" } ?? shape.written.name
      })
  }

  /// Brings new slides to those of the presentation that were asked for alike.
  ///
  /// - Parameters:
  ///   - fresh: The slides as they would be drawn now, in the places of the presentation.
  ///   - old: The slides as they were drawn before, where the presentation itself no longer says so.
  ///   - asked: What was asked for.
  /// - Throws: ``PublishingError`` where a part is damaged.
  package mutating func bring(
    _ fresh: FreshSlides, before old: FreshSlides?, asked: String
  ) throws(PublishingError) {
    let drawn = Dictionary(
      fresh.presentation.slides.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for slide in slides where slide.asked == asked {
      var record = UpdateRecord()
      if let new = drawn[slide.key] {
        record = try bring(new, to: slide, fresh.presentation, old?.presentation)
      } else {
        record.notes.append("what it shows is no longer in the data, and it stays as it is")
      }
      try bringNotes(
        drawn[slide.key]?.notes, to: slide, &record, old?.presentation)
      report.add(record, slide.number, try title(of: slide))
    }
    try addSlides(fresh.presentation, asked)
  }

  func title(of slide: Slide) throws(PublishingError) -> String {
    let tree = try package.markup(slide.path)?.descendant("p:spTree") ?? Markup("p:spTree")
    return SlideShapes(tree).title ?? ""
  }

  /// The bytes of the file.
  package func document() throws(PublishingError) -> [UInt8] { try package.document() }
}
