/// What the colours of marks on a chart mean: words have a colour each, numbers shades from low to high.
struct MarkColours {
  /// The fill and the outline of a mark.
  struct Look: Hashable {
    let fill: Colour
    let border: Colour
  }

  private let theme: Theme
  private let words: [String: Colour]
  private let numbers: ClosedRange<Double>?
  private let title: String

  /// Gives words their colours in the order of their rank; those beyond the palette share the grey of others.
  init(title: String, ranked: [String], theme: Theme) {
    self.title = title
    self.theme = theme
    numbers = nil
    words = Dictionary(
      zip(ranked, theme.distinctCategories), uniquingKeysWith: { first, _ in first })
  }

  /// Gives numbers shades between the lowest and the highest.
  init(title: String, numbers: ClosedRange<Double>?, theme: Theme) {
    self.title = title
    self.theme = theme
    self.numbers = numbers
    words = [:]
  }

  /// The look of what nothing is known of.
  var unknown: Look { Look(fill: theme.background, border: theme.border) }

  /// The look of a word.
  func look(of word: String) -> Look {
    words[word].map { Look(fill: theme.tinted($0), border: $0) }
      ?? Look(fill: theme.tinted(theme.otherCategory), border: theme.otherCategory)
  }

  /// The look of a number: the higher, the darker, in even steps of four, so that the legend can name them.
  func look(of number: Double) -> Look {
    guard let numbers, numbers.upperBound > numbers.lowerBound else {
      return Look(fill: shade(Self.steps - 1), border: theme.border)
    }
    let share = (number - numbers.lowerBound) / (numbers.upperBound - numbers.lowerBound)
    let step = min(max(Int(share * Double(Self.steps)), 0), Self.steps - 1)
    return Look(fill: shade(step), border: theme.border)
  }

  private static let steps = 4

  private func shade(_ step: Int) -> Colour {
    let shares = [0.12, 0.38, 0.66, 0.95]
    return theme.background.mixed(with: theme.ink, share: shares[step])
  }

  /// The entries of the words that are drawn, in their order, and of those that share a grey.
  func legend(ofWords drawn: [String], shape: Diagram.Shape, hasUnknown: Bool) -> LegendSection {
    func entry(_ look: Look, _ text: String) -> LegendSection.Entry {
      .init(sample: .box(shape: shape, fill: look.fill, border: look.border), text: text)
    }
    let own = drawn.filter { words[$0] != nil }
    let others = drawn.filter { words[$0] == nil }
    return LegendSection(
      title: title,
      entries: own.map {
        entry(look(of: $0), PictureText.clipped($0, to: Self.room, size: ChartSheet.text))
      }
        + (others.first.map { first in
          [
            entry(
              look(of: first),
              others.count == 1
                ? PictureText.clipped(first, to: Self.room, size: ChartSheet.text)
                : "\(others.count) others")
          ]
        } ?? []) + (hasUnknown ? [entry(unknown, "not given")] : []))
  }

  private static let room = 150.0

  /// The entries of the steps of numbers, from low to high.
  func legend(ofNumbers text: (Double) -> String, shape: Diagram.Shape, hasUnknown: Bool)
    -> LegendSection
  {
    var entries: [LegendSection.Entry] = []
    if let numbers {
      let isFlat = numbers.upperBound <= numbers.lowerBound
      let width = (numbers.upperBound - numbers.lowerBound) / Double(Self.steps)
      for step in (isFlat ? Self.steps - 1 : 0)..<Self.steps {
        let low = numbers.lowerBound + Double(step) * width
        entries.append(
          .init(
            sample: .box(shape: shape, fill: shade(step), border: theme.border),
            text: isFlat ? text(low) : "\(text(low)) to \(text(low + width))"))
      }
    }
    if hasUnknown {
      entries.append(
        .init(
          sample: .box(shape: shape, fill: unknown.fill, border: unknown.border),
          text: "not measured"))
    }
    return LegendSection(title: title, entries: entries)
  }
}
