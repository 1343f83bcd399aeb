import Cartography
import EcosystemModel
import Insights
import Publishing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What slides were asked for: enough to draw them anew from other data, and nothing of the data itself.
struct AskedSlides: Hashable, Sendable, Codable {
  /// A deck as it was asked for.
  struct Deck: Hashable, Sendable, Codable {
    var subject: String?
    var parts: [String]
    var mostSlides: Int?
    var title: String?
    var theme: ThemeName
    var date: CalendarDate?
    var conditions: [Condition]
    /// The day since which it tells changes.
    var since: CalendarDate?
    /// Whether it tells changes since another dataset, which the slides do not hold.
    var isSinceOther: Bool?
  }

  /// What cannot be drawn anew from a dataset alone.
  enum Untold: String, Hashable, Sendable, Codable {
    /// The picture of an answer of a command, whose options the slide does not hold.
    case answer
    /// Changes between datasets, of which one would have to be at hand, or several pictures of them.
    case changes

    /// What to tell whoever wants to update it: what it is, and the way out.
    var refusal: String {
      switch self {
      case .answer:
        "it shows the answer of a command, whose options it does not hold; ask the command for it again, or save the picture as a view and draw that, which can be updated"
      case .changes:
        "it shows what changed between states that it does not hold; draw it anew from both, and take over by hand what you changed"
      }
    }
  }

  /// Why it cannot be drawn anew; `nil` where it can.
  var untold: Untold?
  /// The view of a slide of its own.
  var view: ViewRequest?
  /// The day since which it marks changes.
  var since: CalendarDate?
  /// The deck.
  var deck: Deck?
  var effort: LayoutEffort
  var lines: LineStyle
  /// For readers of which language figures and dates are written; `nil` for the form of tables.
  var language: String?
  /// Whether it is drawn in the looks of a brand, which the slides do not hold.
  var hasBrand = false
  /// Whether it stands on the masters and layouts of a template.
  var hasTemplate = false

  init(_ options: DrawingOptions, untold: Untold? = nil) {
    self.untold = untold
    (effort, lines, language) = (options.effort, options.lines, Language.current?.rawValue)
    (hasBrand, hasTemplate) = (options.brand != nil, options.template != nil)
  }

  /// What a text says that slides carry along; `nil` if it is another one.
  init?(text: String) {
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = value
  }

  /// What to tell whoever wants to update slides that cannot be drawn anew; `nil` where they can.
  var refusal: String? {
    untold?.refusal ?? (deck?.isSinceOther == true ? Untold.changes.refusal : nil)
  }

  /// The text that slides carry along; `nil` where it cannot be written.
  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension AskedSlides.Deck {
  init(_ request: DeckRequest) {
    subject = request.subject?.rawValue
    parts = request.parts.map(\.rawValue).sorted()
    (mostSlides, title, theme) = (request.mostSlides, request.title, request.theme)
    (date, conditions) = (request.date, request.conditions)
    since = request.since?.day
    isSinceOther = request.since?.dataset == nil ? nil : true
  }

  /// The request.
  var request: DeckRequest {
    var request = DeckRequest(
      per: subject.flatMap(DeckSubject.init), date: date, conditions: conditions)
    request.parts = Set(parts.compactMap(DeckPart.init))
    (request.mostSlides, request.title, request.theme) = (mostSlides, title, theme)
    request.since = since.map { DatasetState(on: $0) }
    return request
  }
}
