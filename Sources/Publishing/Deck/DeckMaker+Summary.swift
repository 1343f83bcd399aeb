import Cartography
import EcosystemModel
import Insights

extension DeckMaker {
  /// How the headlines are ordered, for the notes.
  private static let ranking = """
    Ranked by consequence: breached firewalls, duties of people who left, load, overlap of committees, escalation, decisions, handoffs, health; \
    within these by how many they concern; at most two of a kind.
    """

  /// The slide of what to act on, and the slide of what to do next; neither where nothing calls for it.
  var statements: (summary: [Deck.Slide], nextSteps: [Deck.Slide]) {
    let told = review.headlines
    let changed = changeStatements
    guard !told.isEmpty || !changed.isEmpty else { return ([], []) }
    let topics = told.map(\.section.title).reduce(into: [String]()) { topics, title in
      let word = title.prefix(1).lowercased() + title.dropFirst()
      if !topics.contains(word) { topics.append(word) }
    }
    let findings = told.map { headline, section in
      Statement(
        text: headline.sentence, remark: headline.advice, target: section.figures.first?.key)
    }
    let steps = told.map { headline, _ in
      Statement(text: headline.advice, remark: "Who, and by when:")
    }
    let summary = Deck.Slide(
      key: "summary", title: Self.title(of: topics, tellsChanges: !changed.isEmpty),
      content: .statements(changed + findings),
      notes: (changed.map { "\($0.text) \($0.remark)" }
        + told.map { "\($0.headline.sentence) \($0.headline.advice)" } + [Self.ranking])
        .joined(separator: "\n"))
    let nextSteps = Deck.Slide(
      key: "next-steps",
      title: "Next: \(Phrase.count(steps.count, "decision")) to take",
      content: .statements(steps), notes: "Each step needs a name and a day.")
    return (
      plan.parts.contains(.summary) ? [summary] : [],
      plan.parts.contains(.nextSteps) && !steps.isEmpty ? [nextSteps] : []
    )
  }

  private static func title(of topics: [String], tellsChanges: Bool) -> String {
    guard tellsChanges else { return "What to act on: \(Phrase.list(topics, limit: .max))" }
    return topics.isEmpty ? "What changed" : "What changed, and what to act on"
  }

  /// The first picture of each answer that has a headline, in the order of the headlines.
  var leadingPictures: [Deck.Slide] {
    var keys: Set<String> = []
    let sections = review.headlines.map(\.section).filter { keys.insert($0.key).inserted }
    return sections.compactMap { pictures(of: [$0]).first }
  }

  /// The slides with the numbers of those that their statements lead to; what leads nowhere loses its link.
  func numbered(_ slides: [Deck.Slide]) -> [Deck.Slide] {
    let numbers = Dictionary(
      slides.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    return slides.map { slide in
      guard case .statements(let statements) = slide.content else { return slide }
      var slide = slide
      slide.content = .statements(
        statements.map { statement in
          guard let target = statement.target, let number = numbers[target] else {
            return Statement(text: statement.text, remark: statement.remark)
          }
          return Statement(
            text: statement.text, remark: "\(statement.remark) (slide \(number))", target: target)
        })
      return slide
    }
  }
}
