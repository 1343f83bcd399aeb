import EcosystemModel

extension FindingsTable {
  /// A cell as people read it: one line, rounded, `–` where nothing is known.
  package static func display(_ cell: Cell, in column: Column) -> String {
    switch cell {
    case .text(let text): sanitized(text)
    case .integer(let value): NumberText.spoken("\(value)")
    case .number(let value):
      switch column.kind {
      case .percent: NumberText.percent(value, decimals: column.decimals)
      case .duration: DurationText.words(hours: value)
      // Sums of money in full would be as long as the names beside them.
      default:
        column.decimals == 0 && abs(value) >= 1e6
          ? NumberText.amount(value) : NumberText.fixed(value, decimals: column.decimals)
      }
    case .share(let value): NumberText.percent(value, decimals: 1)
    case .date(let date): date.words
    case .probability(let exponent): NumberText.probability(decimalLogarithm: exponent)
    case .missing: "–"
    }
  }

  /// A cell as programs read it: every digit, shares between 0 and 1, nothing where nothing is known.
  static func plain(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .number(let value), .share(let value): value.isFinite ? "\(value)" : ""
    case .date(let date): date.description
    case .probability(let exponent):
      exponent.isFinite ? NumberText.probability(decimalLogarithm: exponent) : "0"
    case .missing: ""
    }
  }

  /// The text in one line and without characters that could garble a terminal, which become `·`.
  package static func sanitized(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: isUnsafe) else { return text }
    return scalars.reduce(into: "") { result, scalar in
      result += isUnsafe(scalar) ? (scalar.properties.isWhitespace ? " " : "·") : String(scalar)
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    // The joiner inside emoji is a format character that does no harm.
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
    case .format: return scalar.value != 0x200D
    default: return false
    }
  }
}
