import Insights

/// Colours by a column or a measure of alliances, words or numbers as it holds them.
extension MarkColours {
  /// Gives the values of a field their colours; numbers lie on its scale, else between the lowest and the highest of those drawn.
  init(of field: PortfolioField, drawn values: [PortfolioValue?], theme: Theme) {
    let title = "Colour: \(field.legendTitle)"
    guard field.isNumeric else {
      self.init(title: title, ranked: field.ranked, theme: theme)
      return
    }
    let numbers = values.compactMap { $0?.number }
    let shown = numbers.min().flatMap { low in numbers.max().map { low...$0 } }
    self.init(title: title, numbers: field.range ?? shown, theme: theme)
  }

  /// The look of a value, or of what has none.
  func look(of value: PortfolioValue?) -> Look {
    guard let value else { return unknown }
    return value.number.map(look(of:)) ?? look(of: value.text)
  }

  /// What the colours of a field mean.
  func legend(of field: PortfolioField, shape: Diagram.Shape, hasUnknown: Bool) -> LegendSection {
    field.isNumeric
      ? legend(ofNumbers: PictureText.ofScale, shape: shape, hasUnknown: hasUnknown)
      : legend(ofWords: field.words, shape: shape, hasUnknown: hasUnknown)
  }
}

extension PortfolioField {
  /// `Alliance health (1–5)`.
  var legendTitle: String {
    let label = PictureText.clipped(title, to: 150, size: ChartSheet.text)
    guard let scale, scale.count <= 12 else { return label }
    return "\(label) (\(scale.replacing("-", with: "–")))"
  }
}
