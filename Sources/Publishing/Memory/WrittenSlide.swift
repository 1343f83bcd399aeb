import Containers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What we wrote on a slide, which it carries along, so that it can be told later what people changed and what the data did.
///
/// It holds what was asked for, and of each shape what can be seen on the slide; nothing else of the data.
struct WrittenSlide: Hashable, Sendable, Codable {
  /// What was asked for, in the words of whoever asked.
  var asked: String
  /// The name of the slide among those that were written with it.
  var key: String
  /// The names of all slides that were written with it, in their order.
  var keys: [String]
  /// What the speaker reads.
  var notes: String
  /// How many points of the slide one of its map's sheet is; `nil` where it shows none, or nobody took it down.
  var scale: Double?
  /// A checksum of all shapes as we wrote them; `nil` where people changed some of them before we wrote last.
  var tree: String?
  var shapes: [WrittenShape]

  /// The name of the element that holds it.
  static let element = "written"

  /// Takes down what is on a slide.
  init(
    asked: String, key: String, keys: [String], notes: String, scale: Double?, tree: Markup,
    charts: [String: String], links: [String: String]
  ) {
    (self.asked, self.key, self.keys, self.notes) = (asked, key, keys, notes)
    self.scale = scale
    self.tree = Self.sum(of: tree)
    shapes = SlideShapes(tree, charts: charts, links: links).all.map(\.written)
  }

  /// A checksum of shapes, whichever program wrote their markup.
  static func sum(of tree: Markup) -> String {
    var sum = Checksum()
    sum.feed(tree.document)
    return sum.digits
  }

  /// Reads the part of a slide, `nil` if it is another one.
  init?(part root: Markup) {
    guard root.name.split(separator: ":").last.map(String.init) == Self.element,
      let value = try? JSONDecoder().decode(Self.self, from: Data(root.fullText.utf8))
    else { return nil }
    self = value
  }

  /// The part that holds it.
  func document() throws(PublishingError) -> [UInt8] {
    let text = String(decoding: try MapPublisher.compact(self), as: UTF8.self)
    return Markup(Self.element, ["xmlns": "urn:ecomap:written"], text: text).document
  }
}
