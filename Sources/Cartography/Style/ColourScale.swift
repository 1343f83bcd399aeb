import EcosystemModel

/// What each colour of a map means: categories, or shades from low to high.
struct ColourScale {
  /// The column or measure, as the legend names it.
  let title: String
  private let colours: [String: Colour]
  private let legendEntries: [(text: String, colour: Colour)]
  private let ramp: (low: Double, high: Double, colour: Colour)?
  /// The share of the colour in the fill of the lowest and of the highest number.
  private let shares: ClosedRange<Double>
  private let theme: Theme

  /// A scale for the values found; numbers get shades, words get categories in the order of their frequency.
  ///
  /// Numbers of a metric get shades however few they are.
  init(
    title: String, values: [String], theme: Theme, fixed: [String: Colour] = [:],
    isMetric: Bool = false
  ) {
    self.title = title
    self.theme = theme
    shares = theme.shades(of: theme.category(0))
    let numbers = values.compactMap(Double.init)
    if numbers.count == values.count, Set(numbers).count > 5 || isMetric, let low = numbers.min(),
      let high = numbers.max()
    {
      ramp = (low, high, theme.category(0))
      colours = [:]
      legendEntries =
        [
          (
            rangeText(low),
            theme.background.mixed(with: theme.category(0), share: shares.lowerBound)
          )
        ]
        + [
          (
            rangeText(high),
            theme.background.mixed(with: theme.category(0), share: shares.upperBound)
          )
        ]
      return
    }
    ramp = nil
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let ordered = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    var colours: [String: Colour] = [:]
    var entries: [(String, Colour)] = []
    var others = 0
    var taken = 0
    for value in ordered {
      let isListed = fixed[value] != nil || taken < theme.categories.count
      colours[value] = fixed[value] ?? theme.category(taken)
      if fixed[value] == nil { taken += 1 }
      if let colour = colours[value], isListed {
        entries.append((value, colour))
      } else {
        others += 1
      }
    }
    if others > 0 {
      entries.append(("other (\(others))", theme.category(theme.categories.count)))
    }
    self.colours = colours
    legendEntries = entries
  }

  /// The strong colour of a value, or nothing if it has none.
  func colour(of value: String?) -> Colour? {
    guard let value else { return nil }
    if let ramp, let number = Double(value) {
      let share = ramp.high > ramp.low ? (number - ramp.low) / (ramp.high - ramp.low) : 1
      return theme.background.mixed(
        with: ramp.colour,
        share: shares.lowerBound + (shares.upperBound - shares.lowerBound) * share)
    }
    return colours[value]
  }

  /// The fill of a box of a value.
  func fill(of value: String?) -> Colour? {
    colour(of: value).map { ramp == nil ? theme.tinted($0) : $0 }
  }

  /// The outline of a box of a value.
  func border(of value: String?) -> Colour? {
    ramp == nil ? colour(of: value) : theme.border
  }

  /// The part of the legend that explains the scale.
  func legend(shape: Diagram.Shape) -> LegendSection {
    LegendSection(
      title: title,
      entries: legendEntries.map { entry in
        let fill = ramp == nil ? theme.tinted(entry.colour) : entry.colour
        return .init(
          sample: .box(
            shape: shape, fill: fill, border: ramp == nil ? entry.colour : theme.border),
          text: entry.text)
      })
  }
}

extension Theme {
  /// The shares of a colour in the fills of the lowest and of the highest number: far apart, and text can be read on all between.
  fileprivate func shades(of colour: Colour) -> ClosedRange<Double> {
    let lowest = 0.08
    let shares = (0...52).lazy.map { lowest + 0.52 * Double($0) / 52 }
    let readable = shares.prefix {
      text.contrast(to: background.mixed(with: colour, share: $0)) >= Self.readable
    }
    return lowest...max(lowest, readable.reduce(0) { max($0, $1) })
  }
}
