import EcosystemModel

/// What each colour of a map means: categories, or shades from low to high.
struct ColourScale {
  /// The column or measure, as the legend names it.
  let title: String
  private let colours: [String: Colour]
  /// The looks of further values on paper, where there are fewer greys than words: a grey again, in another outline.
  private let outlined: [String: (colour: Colour, stroke: Diagram.Stroke)]
  private let legendEntries: [(text: String, colour: Colour)]
  /// Whether numbers have shades rather than words colours.
  var isShaded: Bool { ramp != nil }
  private let ramp: (low: Double, high: Double, colour: Colour)?
  /// Whether the values have an order, so that one colour leads from dark to light.
  private let isOrdered: Bool
  /// The share of the colour in the fill of the lowest and of the highest number.
  private let shares: ClosedRange<Double>
  private let theme: Theme

  /// A scale for the values found; numbers get shades, words get categories.
  ///
  /// - Parameters:
  ///   - title: What the legend calls the column.
  ///   - values: The values on the map, with repetitions.
  ///   - shown: The numbers of the boxes, for shades; those among the values where missing.
  ///   - theme: The colours of the sheet.
  ///   - column: The values of the whole dataset and their colours; those of the map in the order of their frequency where
  ///     missing.
  ///   - isMetric: Whether the numbers are those of a metric, which get shades however few they are.
  ///   - order: The values of the whole dataset in their order, where they have one.
  init(
    title: String, values: [String], numbers shown: [Double]? = nil, theme: Theme,
    column: ColumnColours? = nil, isMetric: Bool = false, order: [String]? = nil
  ) {
    self.title = title
    self.theme = theme
    shares = theme.shades(of: theme.category(0))
    let column =
      column ?? ColumnColours(values: values, palette: theme.distinctCategories, fixed: [:])
    let numbers = values.compactMap(Double.init)
    let all = isMetric ? values : column.ranked + values
    if numbers.count == values.count, isMetric || Set(all.compactMap(Double.init)).count > 5,
      all.allSatisfy({ Double($0) != nil }), let low = (shown ?? numbers).min(),
      let high = (shown ?? numbers).max()
    {
      ramp = (low, high, theme.category(0))
      isOrdered = false
      colours = [:]
      outlined = [:]
      let ends = [(low, shares.lowerBound), (high, shares.upperBound)]
      legendEntries = (low < high ? ends : ends.suffix(1)).map { number, share in
        (PictureText.ofScale(number), theme.background.mixed(with: theme.category(0), share: share))
      }
      return
    }
    ramp = nil
    if let order {
      let range = shares
      let most = Double(max(order.count - 1, 1))
      let steps = order.enumerated().map { place, value in
        let share =
          range.upperBound - (range.upperBound - range.lowerBound) * Double(place) / most
        return (
          text: value, colour: theme.background.mixed(with: theme.category(0), share: share)
        )
      }
      isOrdered = true
      let shown = Set(values)
      legendEntries = steps.filter { shown.contains($0.text) }
      outlined = [:]
      colours = Dictionary(
        steps.map { ($0.text, $0.colour) }, uniquingKeysWith: { first, _ in first })
      return
    }
    isOrdered = false
    let outlined = theme.name == .print ? Self.outlined(values, in: column) : [:]
    self.outlined = outlined
    var colours = Self.colours(of: values, in: column, again: theme.name != .print)
    let other = theme.otherCategory
    let shown = Set(values)
    let known = column.ranked.filter { shown.contains($0) }
    let ordered = Self.inOrder(known + shown.subtracting(known).sorted())
    let others = ordered.filter { colours[$0] == nil }
    var entries = ordered.compactMap { value in colours[value].map { (text: value, colour: $0) } }
    // Those with an outline share a colour with others in small fields only.
    let unseen = others.filter { outlined[$0] == nil }
    if !others.isEmpty {
      let others = unseen.isEmpty ? others : unseen
      let names = others.joined(separator: ", ")
      let isShort = names.count <= LegendSection.longestText
      entries.append((isShort ? names : "\(others.count) others", other))
    }
    legendEntries = entries
    for value in others { colours[value] = other }
    self.colours = colours
  }

  /// The colours of the values that have one on this map.
  ///
  /// The most frequent values of the dataset have a colour each, on every map. A further one has that which comes next when
  /// the palette starts over, always the same, but only on maps that would else be mostly without colours, and that do not
  /// show its owner.
  private static func colours(
    of values: [String], in column: ColumnColours, again: Bool
  ) -> [String: Colour] {
    var colours = column.fixed.filter { values.contains($0.key) }
    guard !column.palette.isEmpty else { return colours }
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let places = free(values, in: column).enumerated().filter { counts[$0.element] != nil }
    for (rank, value) in places where rank < column.palette.count {
      colours[value] = column.palette[rank]
    }
    let coloured = colours.keys.reduce(0) { $0 + (counts[$1] ?? 0) }
    guard again, coloured * 2 < values.count else { return colours }
    var taken = Set(colours.values)
    for (rank, value) in places where rank >= column.palette.count {
      let colour = column.palette[rank % column.palette.count]
      if taken.insert(colour).inserted { colours[value] = colour }
    }
    return colours
  }

  /// The values of the dataset that bring no colour along, by their rank, and those of the map that it does not rank.
  private static func free(_ values: [String], in column: ColumnColours) -> [String] {
    (column.ranked + Set(values).subtracting(column.ranked).sorted())
      .filter { column.fixed[$0] == nil }
  }

  /// The outlines of values beyond the palette, by their rank in the dataset, so that they are the same on every map.
  private static func outlined(
    _ values: [String], in column: ColumnColours
  ) -> [String: (colour: Colour, stroke: Diagram.Stroke)] {
    let size = column.palette.count
    guard size > 0 else { return [:] }
    let beyond = free(values, in: column).dropFirst(size).prefix(2 * size)
    return Dictionary(
      beyond.enumerated().map { place, value in
        (value, (column.palette[place % size], place < size ? .dashed : .dotted))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The values in their order, each once, where they have one: numbers, and words that differ in a number only, such as
  /// `Phase 2`; `nil` where they have none, or there are fewer than three.
  static func order(of values: [String]) -> [String]? {
    var seen: Set<String> = []
    let distinct = values.filter { seen.insert($0).inserted }
    guard distinct.count > 2, let ordered = ascending(distinct) else { return nil }
    return ordered
  }

  /// Numbers, and words that differ in a number only, in ascending order; others as they are.
  private static func inOrder(_ values: [String]) -> [String] { ascending(values) ?? values }

  private static func ascending(_ values: [String]) -> [String]? {
    func number(_ value: String) -> Double? {
      Double(value) ?? Double(value.filter { $0.isASCII && $0.isNumber })
    }
    let words = Set(values.map { Double($0) == nil ? $0.filter { !$0.isNumber } : "" })
    guard words.count == 1, values.allSatisfy({ number($0) != nil }) else { return nil }
    return values.sorted { ((number($0) ?? 0), $0) < ((number($1) ?? 0), $1) }
  }

  /// Whether lightness says more or less, so that fills are as they are and outlines all alike.
  private var isScaled: Bool { ramp != nil || isOrdered }

  /// The strong colour of a value, or `nil` if it has none.
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
    (look(of: value)?.colour ?? colour(of: value)).map { isScaled ? $0 : theme.tinted($0) }
  }

  /// The outline of a box of a value.
  func border(of value: String?) -> Colour? {
    isScaled || look(of: value) != nil ? theme.border : colour(of: value)
  }

  /// How the outline of a box of a value is drawn, where that tells it from another with the same fill; `nil` elsewhere.
  func stroke(of value: String?) -> Diagram.Stroke? { look(of: value)?.stroke }

  private func look(of value: String?) -> (colour: Colour, stroke: Diagram.Stroke)? {
    value.flatMap { outlined[$0] }
  }

  /// The width of an outline that tells by its stroke.
  static let outline = 2.0

  /// The part of the legend that explains the scale.
  func legend(shape: Diagram.Shape) -> LegendSection {
    legend(shape: shape) { isScaled ? $0 : theme.tinted($0) }
  }

  /// The same for what is drawn: colours that only small fields have are shown as these, others not at all.
  ///
  /// Of the values of whole boxes those are explained, too, that their outline tells.
  func legend(
    shape: Diagram.Shape, fills: Set<Colour>, fields: Set<Colour>, outlined values: Set<String>
  ) -> LegendSection {
    var section = legend(shape: shape) { colour in
      let tint = isScaled ? colour : theme.tinted(colour)
      return fills.contains(tint) ? tint : fields.contains(colour) ? colour : nil
    }
    let looks = values.filter { outlined[$0] != nil }.sorted().compactMap {
      value -> LegendSection.Entry? in
      guard let look = outlined[value] else { return nil }
      return .init(
        sample: .box(
          shape: shape, fill: theme.tinted(look.colour), border: theme.border,
          borderWidth: Self.outline, stroke: look.stroke), text: value)
    }
    // Those who share a colour come last.
    let endsWithOthers =
      legendEntries.last.map { last in
        colours[last.text] == nil && section.entries.last?.text == last.text
      } ?? false
    section.entries.insert(contentsOf: looks, at: section.entries.count - (endsWithOthers ? 1 : 0))
    return section
  }

  private func legend(shape: Diagram.Shape, fill: (Colour) -> Colour?) -> LegendSection {
    LegendSection(
      title: title,
      entries: legendEntries.compactMap { entry in
        fill(entry.colour).map { fill in
          .init(
            sample: .box(
              shape: shape, fill: fill, border: isScaled ? theme.border : entry.colour),
            text: entry.text)
        }
      })
  }
}

extension Theme {
  /// The shares of a colour in the fills of the lowest and of the highest number: far apart, and text can be read on all between.
  fileprivate func shades(of colour: Colour) -> ClosedRange<Double> {
    let shares = (0...52).lazy.map { 0.08 + 0.52 * Double($0) / 52 }
    let readable = shares.prefix {
      text.contrast(to: background.mixed(with: colour, share: $0)) >= Self.readable
    }
    let highest = max(0.08, readable.reduce(0) { max($0, $1) })
    // Less could not be told from a box without a value; where texts bear little of a colour, half of that is kept to spread.
    return min(0.18, max(0.08, highest / 2))...highest
  }
}
